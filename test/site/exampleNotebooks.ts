import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import type { Cell, CodeCell, Notebook, Output, TextCell } from "../../src/notebook/nbformat/notebook";
import { notebookText } from "../../src/notebook/nbformat/notebookText";

/** A new folder that the system clears. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), "sojourn-site-"));

export const prose = (id: string, source: string): TextCell => ({ cell_type: "markdown", id, source, metadata: {} });

export const code = (id: string, source: string, outputs: Output[] = [], metadata: Record<string, unknown> = {}): CodeCell =>
  ({ cell_type: "code", id, source, outputs, metadata, execution_count: 1 });

export const display = (data: Record<string, unknown>, metadata: Record<string, unknown> = {}): Output =>
  ({ output_type: "display_data", data, metadata });

export const stdout = (text: string): Output => ({ output_type: "stream", name: "stdout", text });

/** Writes notebooks, by file name (`zh/h1.ipynb` too), into a new folder called `notebooks`. */
export function notebookFolder(files: Readonly<Record<string, readonly Cell[]>>): string {
  const folder = join(newFolder(), "notebooks");
  mkdirSync(join(folder, "zh"), { recursive: true });
  for (const [name, cells] of Object.entries(files)) {
    const notebook: Notebook = { nbformat: 4, nbformat_minor: 5, metadata: { language_info: { name: "typescript" } }, cells: [...cells] };
    writeFileSync(join(folder, name), notebookText(notebook));
  }
  return folder;
}

/** A real picture: what a figure's still is to the site. */
export function png(width = 760, height = 380): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>`
    + `<path d="M40 ${height - 40} L${width - 40} 40" stroke="#8c2f1b" stroke-width="4"/></svg>`;
  return new Resvg(svg, { fitTo: { mode: "width", value: width * 2 } }).render().asPng().toString("base64");
}

/** Estimates of one term in three groups, as the display stage draws them. */
export const coefficientPlot = {
  data: [{
    type: "scatter", mode: "markers", name: "refitted / 重新拟合", x: [0.213, 0.471, 0.402], y: ["Changchun 长春", "South 南方", "All 全部"],
    error_x: { type: "data", array: [0.6, 0.4, 0.35], arrayminus: [0.6, 0.4, 0.35] }, marker: { color: "#1f77b4", size: 9 },
  }, {
    type: "scatter", mode: "markers", name: "printed / 论文", x: [0.2, 0.5, 0.4], y: ["Changchun 长春", "South 南方", "All 全部"],
    marker: { color: "#8c2f1b", symbol: "diamond", size: 9 },
  }],
  layout: {
    width: 760, height: 380, title: { text: "Contact willingness by region<br>各地区的族际交往意愿" },
    xaxis: { title: { text: "log-odds / 对数几率" }, zeroline: true }, yaxis: { automargin: true, title: { text: "group / 组别" } },
  },
};

export const figure = (plotly: unknown = coefficientPlot, words = "Contact willingness by region\nChangchun: 0.213\nSouth: 0.471\n\n各地区的族际交往意愿\n长春：0.213\n南方：0.471"): Output =>
  display({ "application/vnd.plotly.v1+json": plotly, "image/png": png(), "text/plain": words }, { "image/png": { width: 760, height: 380 } });

export const table = (caption = "Table 1. Description 描述统计", cell = "52 : 725"): Output => display({
  "text/html": `<table id="table-1"><caption>${caption}</caption><thead><tr><th>Variable 变量</th><th>All 全部</th></tr></thead>`
    + `<tbody><tr><th>education 教育</th><td>${cell}</td></tr><tr><th>年龄</th><td>34.1</td></tr></tbody></table>`,
  "text/plain": "Table 1 …",
});

/** A whole notebook with one of everything. */
export const everything = (title = "H2. Do those willing to mix want to stay? 愿意交往的人想留下吗？"): Cell[] => [
  prose("title", `# ${title}\n\nThe paper claims that **contact willingness** raises the wish to stay.\n\n论文认为族际交往意愿\n提高居留意愿。`),
  prose("rule", "## The rule\n\nThe sum is rescaled: $w = 1 + 4\\frac{s - 3}{12}$, so that\n\n$$\n1 \\le w \\le 5\n$$\n\nIt costs $5 or $6. See [the other notebook](other.ipynb#rule), [the data](../data/answers.csv) and [the source](../src/index.ts).\n\n| answer | code |\n|---|--:|\n| very willing 非常愿意 | 5 |\n"),
  code("load", "import { readSurvey } from \"sojourn\";\n\nconst people = readSurvey(\"../data/answers.csv\"); // 777 people\nlet mean = 0;", [stdout("777 people\n")]),
  code("table", "await show(table1(people));", [table()]),
  code("figure", "await show(coefficientPlot(fits));", [figure()]),
  prose("end", "## What can be concluded\n\n> 合成数据不能说明真实的人。\n\nNothing about real people."),
];
