import { describe, expect, it } from "vitest";
import { tableCsv } from "../../src/display/render/tableCsv";
import { tableHtml } from "../../src/display/render/tableHtml";
import { tableLatex } from "../../src/display/render/tableLatex";
import { escapeMarkdown, tableMarkdown } from "../../src/display/render/tableMarkdown";
import { tableText } from "../../src/display/render/tableText";
import { smallTable } from "./smallTable";

const BANNER_EN = "Synthetic stand-in: no evidence about anybody";
const BANNER_ZH = "合成替代数据：不能作为实证依据";

describe("a small table", () => {
  it("as text", () => {
    expect(tableText(smallTable)).toBe([
      "Staying / 居留意愿",
      "Synthetic stand-in: no evidence about anybody / 合成替代数据：不能作为实证依据",
      "---------------------------------------------------------",
      "                             South / 南方组",
      "variable / 变量      printed / 刊印  refitted / 重估  n",
      "---------------------------------------------------------",
      "age squared / 年龄²        -0.0001         -0.0001**",
      "                           (0.0001)        (0.0001)",
      "fit / 拟合",
      "N                              590             590    all",
      "---------------------------------------------------------",
      "Numbers: reproduced on the stand-in by construction / 数字：替代数据按此构造，故能复现",
      "*** p < 0.01, ** p < 0.05, * p < 0.1 (two-sided, from the unrounded p)",
      "*** p < 0.01，** p < 0.05，* p < 0.1（双侧，按未四舍五入的 p）",
    ].join("\n"));
  });

  it("as HTML: caption, scoped headers, a header that spans its standard error, notes in the foot", () => {
    const html = tableHtml(smallTable, "en");
    expect(html).toBe([
      `<table class="sojourn-table" id="table-2">`,
      `<caption><span lang="en">Staying</span><br><strong class="synthetic"><span lang="en">${BANNER_EN}</span><span class="between"> / </span><span lang="zh">${BANNER_ZH}</span></strong></caption>`,
      `<colgroup></colgroup><colgroup span="2"></colgroup><colgroup span="1"></colgroup>`,
      `<thead>`,
      `<tr><th scope="col" rowspan="2"><span lang="en">variable</span></th><th scope="colgroup" colspan="2"><span lang="en">South</span></th><td colspan="1"></td></tr>`,
      `<tr><th scope="col"><span lang="en">printed</span></th><th scope="col"><span lang="en">refitted</span></th><th scope="col">n</th></tr>`,
      `</thead>`,
      `<tbody>`,
      `<tr><th scope="row" rowspan="2"><span lang="en">age squared</span></th><td class="number">−0.0001</td><td class="number">−0.0001**</td><td></td></tr>`,
      `<tr><td class="number">(0.0001)</td><td class="number">(0.0001)</td><td></td></tr>`,
      `</tbody>`,
      `<tbody>`,
      `<tr><th scope="rowgroup" colspan="4"><span lang="en">fit</span></th></tr>`,
      `<tr><th scope="row">N</th><td class="number">590</td><td class="number">590</td><td>all</td></tr>`,
      `</tbody>`,
      `<tfoot>`,
      `<tr><td colspan="4"><span lang="en">Numbers: reproduced on the stand-in by construction</span></td></tr>`,
      `<tr><td colspan="4"><span lang="en">*** p &lt; 0.01, ** p &lt; 0.05, * p &lt; 0.1 (two-sided, from the unrounded p)</span></td></tr>`,
      `</tfoot>`,
      `</table>`,
    ].join("\n"));
    expect(html).not.toContain("style=");
  });

  it("as LaTeX: three lines, a rule under the spanner, the banner inside the tabular", () => {
    expect(tableLatex(smallTable, "zh")).toBe(String.raw`% booktabs; XeLaTeX with ctex or xeCJK for the Chinese
\begin{table}[htbp]
\centering
\caption{居留意愿}
\label{tab:table-2}
\begin{tabular}{lrrr}
\toprule
 & \multicolumn{2}{c}{南方组} & \multicolumn{1}{c}{} \\
\cmidrule(lr){2-3}
变量 & 刊印 & 重估 & n \\
\midrule
年龄² & $-$0.0001 & $-$0.0001** &  \\
 & (0.0001) & (0.0001) &  \\
\multicolumn{4}{l}{\textit{拟合}} \\
N & 590 & 590 & all \\
\bottomrule
\multicolumn{4}{p{0.95\linewidth}}{\footnotesize Synthetic stand-in: no evidence about anybody / 合成替代数据：不能作为实证依据} \\
\multicolumn{4}{p{0.95\linewidth}}{\footnotesize 数字：替代数据按此构造，故能复现} \\
\multicolumn{4}{p{0.95\linewidth}}{\footnotesize *** p $<$ 0.01，** p $<$ 0.05，* p $<$ 0.1（双侧，按未四舍五入的 p）} \\
\end{tabular}
\end{table}`);
  });

  it("as Markdown", () => {
    expect(tableMarkdown(smallTable, "en").split("\n")).toEqual([
      "**Staying**", "", `**${BANNER_EN} / ${BANNER_ZH}**`, "",
      "| variable | South: printed | South: refitted | n |",
      "| :--- | ---: | ---: | ---: |",
      String.raw`| age squared | −0.0001 | −0.0001\*\* |  |`,
      "|  | (0.0001) | (0.0001) |  |",
      "| **fit** |  |  |  |",
      "| N | 590 | 590 | all |",
      "", "Numbers: reproduced on the stand-in by construction",
      "", String.raw`\*\*\* p &lt; 0.01, \*\* p &lt; 0.05, \* p &lt; 0.1 (two-sided, from the unrounded p)`,
    ]);
  });

  it("as CSV: every row stands alone, minus signs are ASCII", () => {
    expect(tableCsv(smallTable, "en").split("\r\n")).toEqual([
      "variable,South: printed,South: refitted,South: refitted: stars,n",
      "age squared,-0.0001,-0.0001,**,",
      "age squared: standard error,0.0001,0.0001,,", // in parentheses a spreadsheet would read it as negative
      "fit: N,590,590,,all",
      "",
      "Staying",
      `${BANNER_EN} / ${BANNER_ZH}`,
      "Numbers: reproduced on the stand-in by construction",
      `"*** p < 0.01, ** p < 0.05, * p < 0.1 (two-sided, from the unrounded p)"`,
      "",
    ]);
  });
});

describe("more than one row", () => {
  const rows = ["a", "b", "c"].flatMap((header) => [{ header, cells: [{ text: header }] }, { header: "SE", continues: true, cells: [{ text: "e" }] }, { header: "p", continues: true, cells: [{ text: "p" }] }]);
  const table = { ...smallTable, title: "t", columnGroups: [{ columns: [{ header: "x" }] }], rowGroups: [{ rows }] } as unknown as typeof smallTable;

  it("as CSV: what continues a row has its name, not the first one's", () => {
    expect(tableCsv(table, "en").split("\r\n").slice(0, 10)).toEqual(["variable,x", "a,a", "a: SE,e", "a: p,p", "b,b", "b: SE,e", "b: p,p", "c,c", "c: SE,e", "c: p,p"]);
  });

  it("as Markdown: signs of HTML and of Markdown are texts, lines are one", () => {
    expect(escapeMarkdown("a & b > c < d \n e|f *g* &amp; $1$ [x](y) ~z~ #! `k` _l_ {m}\nn")).toBe("a &amp; b &gt; c &lt; d e\\|f \\*g\\* &amp;amp; \\$1\\$ \\[x\\](y) \\~z\\~ \\#\\! \\`k\\` \\_l\\_ \\{m\\} n");
  });
});

describe("the synthetic banner", () => {
  const formats = { tableText, tableHtml, tableLatex, tableMarkdown, tableCsv };
  for (const [name, render] of Object.entries(formats)) {
    it(`stands in both languages in ${name}, whichever language is asked for, and only on synthetic data`, () => {
      for (const language of ["en", "zh", "both"] as const) {
        const text = render(smallTable, language);
        expect(text).toContain(BANNER_EN);
        expect(text).toContain(BANNER_ZH);
      }
      expect(render({ ...smallTable, synthetic: false })).not.toContain(BANNER_EN);
    });
  }
});

describe("a table that no renderer could show as meant is refused", () => {
  it("a row with too few cells, naming table and row", () => {
    const short = { ...smallTable, rowGroups: [{ rows: [{ header: "N", cells: [{ text: "1" }] }] }] };
    expect(() => tableText(short)).toThrow(/table table-2, row "N": 1 cells \(expected 3/);
  });

  it("a NaN, rather than a table that says NaN", () => {
    const nan = { ...smallTable, rowGroups: [{ rows: [{ header: "N", cells: [{ text: "" }, { text: "" }, { number: Number.NaN, format: { decimals: 2 } }] }] }] };
    for (const render of [tableText, tableHtml, tableLatex, tableMarkdown, tableCsv]) expect(() => render(nan)).toThrow(/NaN is no number/);
  });

  it("an id that could not be an anchor", () => {
    expect(() => tableHtml({ ...smallTable, id: `x" onclick="` })).toThrow(/table id/);
  });
});
