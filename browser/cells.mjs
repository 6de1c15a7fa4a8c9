// The cells of a live page, run one by one in whichever browser shows it, beside the outputs that are committed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "./report.mjs";
import { difference } from "./values.mjs";

const TABLE = "application/vnd.sojourn.table+json";
const FIGURE = "application/vnd.plotly.v1+json";

/** What a reader sees of outputs: tables and figures by their data, text joined. */
export const seen = (outputs) => ({
  shown: outputs.filter(({ data }) => data).map(({ data }) => data[TABLE] ?? data[FIGURE] ?? [data["text/plain"]].flat().join("")),
  printed: outputs.filter(({ output_type }) => output_type === "stream").map(({ text }) => [text].flat().join("")).join("").trimEnd(),
});

/** Where a cell's result departs from what is committed; undefined where it does not. */
function departure(cell, result) {
  const raised = cell.outputs.some(({ output_type }) => output_type === "error");
  if (result.error && !raised) return `${result.error.name}: ${result.error.message}`;
  return raised && !result.error ? "no error" : difference(seen(cell.outputs), seen(result.outputs));
}

/**
 * @param page  an open page of Playwright or Puppeteer
 * @param name  the notebook, as the site has it for download
 */
export async function checkCells(page, site, name) {
  const { cells } = JSON.parse(readFileSync(join(site, "downloads/notebooks", name), "utf8"));
  const code = cells.filter((cell) => cell.cell_type === "code" && [cell.source].flat().join("").trim() !== "");
  const count = await page.evaluate(() => window.sojournLive.cells);
  check(`${name}: every code cell is live`, count === code.length, `${count} of ${code.length}`);
  await page.evaluate(() => window.sojournLive.ready);
  let same = 0;
  for (const [i, cell] of code.entries()) {
    // As a text: BiDi sends an object that stands at two places of an answer at the first of them only.
    const result = await page.evaluate(async (index) => JSON.stringify(await window.sojournLive.run(index)), i);
    const differs = departure(cell, JSON.parse(result));
    if (differs === undefined) same++;
    else check(`${name}, cell ${i + 1} (${cell.id})`, false, differs.slice(0, 300));
  }
  check(`${name}: outputs as committed`, same === code.length, `${same} of ${code.length} cells`);
}
