import { describe, expect, it } from "vitest";
import { cellText, PLAIN } from "../../src/display/cellText";
import { tableCsv } from "../../src/display/render/tableCsv";
import { tableHtml } from "../../src/display/render/tableHtml";
import { checkTable, columnsOf, type Table } from "../../src/display/table";
import { regressionTable } from "../../src/display/tables/regressionTable";
import { verdictTable } from "../../src/display/tables/verdictTable";
import { choicesOf, PLAIN_VIEW } from "../../src/display/view/tableView";
import { viewTable } from "../../src/display/view/viewTable";
import { smallPublished, smallResult } from "./smallStudy";

const title = { en: "t", zh: "表" };
const effects = { M3: { education: { estimate: 0.121, standardError: 0.05, lower: 0.023, upper: 0.219 } } };
// Through JSON, as a notebook holds it.
const table = JSON.parse(JSON.stringify(regressionTable({ id: "table-2", title, result: smallResult(), models: ["M3"], published: smallPublished, effects }))) as Table;

const textsOf = (shown: Table, header: string) => shown.rowGroups.flatMap(({ rows }) => rows).filter((row) => (row.header as { en: string }).en === header).map(({ cells }) => cells.map((cell) => cellText(cell, "en", PLAIN)));
const education = (view: Partial<typeof PLAIN_VIEW>, beneath = "standard error") => {
  const shown = viewTable(table, { ...PLAIN_VIEW, ...view });
  checkTable(shown);
  return [textsOf(shown, "education")[0], textsOf(shown, beneath)[1]];
};

describe("a view of a regression table", () => {
  it("is the table itself, as long as nothing else is asked for", () => {
    const unprinted = JSON.parse(JSON.stringify(regressionTable({ id: "table-2", title, result: smallResult(), models: ["M3"] }))) as Table;
    expect(viewTable(unprinted, PLAIN_VIEW)).toEqual(unprinted);
  });

  it("says once what most numbers get against print, and leaves the rarer words where they stand", () => {
    const word = (cell: Table["rowGroups"][number]["rows"][number]["cells"][number], text: string) => ("text" in cell && typeof cell.text === "object" ? { text: { en: text, zh: text } } : cell);
    let place = 0;
    const noisy: Table = { ...table, rowGroups: table.rowGroups.map((group) => ({ ...group, rows: group.rows.map((row) => ({ ...row, cells: row.cells.map((cell, c) => (c === 2 ? word(cell, place++ === 0 ? "mismatch" : "stand-in") : cell)) })) })) };
    const shown = viewTable(noisy, PLAIN_VIEW);
    const words = shown.rowGroups.flatMap(({ rows }) => rows.map(({ cells }) => cellText(cells[2], "en", PLAIN)));
    expect(words.filter(Boolean)).toEqual(["mismatch"]);
    expect(shown.notes.at(-1)!.en).toMatch(/^An empty cell under “.+”: stand-in\.$/);
    checkTable(shown);
  });

  it("shows odds ratios of fit and of print, with the stars of the coefficients", () => {
    const [estimates, errors] = education({ scale: "oddsRatio" });
    expect(estimates.slice(0, 2)).toEqual([`${Math.exp(0.547).toFixed(3)}**`, `${Math.exp(0.61).toFixed(3)}**`]);
    expect(errors.slice(0, 2)).toEqual([`(${(Math.exp(0.547) * 0.269).toFixed(3)})`, `(${(Math.exp(0.61) * 0.2690001).toFixed(3)})`]);
  });

  it("shows intervals instead of standard errors, on the scale it shows, and says which", () => {
    const [, intervals] = education({ spread: "interval" }, "95% interval");
    expect(intervals[0]).toBe(`[${(0.547 - 1.959964 * 0.269).toFixed(3)}, ${(0.547 + 1.959964 * 0.269).toFixed(3)}]`);
    const [, ratios] = education({ spread: "interval", scale: "oddsRatio" }, "95% interval");
    expect(ratios[1]).toBe(`[${Math.exp(0.61 - 1.96 * 0.2690001).toFixed(3)}, ${Math.exp(0.61 + 1.96 * 0.2690001).toFixed(3)}]`);
    const notes = viewTable(table, { ...PLAIN_VIEW, spread: "interval" }).notes.map(({ en }) => en);
    expect(notes).toContain("95% intervals in brackets.");
    expect(notes).not.toContain("Standard errors in parentheses.");
  });

  it("shows effects where they were computed and nothing where not, without a coefficient's stars", () => {
    const [estimates, errors] = education({ scale: "effect" });
    expect(estimates).toEqual(["0.121"]); // print gives no effects: its column, and what is said against it, would be empty or wrong
    expect(errors).toEqual(["(0.050)"]);
    expect(textsOf(viewTable(table, { ...PLAIN_VIEW, scale: "effect" }), "age squared")[0]).toEqual([""]);
  });

  it("tells an odds ratio near 1 from 1", () => {
    expect(textsOf(viewTable(table, { ...PLAIN_VIEW, scale: "oddsRatio" }), "age squared")[0].slice(0, 2)).toEqual(["0.9999", "0.999860"]);
  });

  it("leaves print or refit alone, and the comparison with them", () => {
    for (const columns of ["printed", "refitted"] as const) {
      const shown = viewTable(table, { ...PLAIN_VIEW, columns });
      expect(columnsOf(shown).map(({ role }) => role)).toEqual([columns]);
      checkTable(shown);
    }
  });

  it("says its scale in the title and under the table, in HTML and in what is taken away", () => {
    const shown = viewTable(table, { ...PLAIN_VIEW, scale: "oddsRatio" });
    expect(tableHtml(shown)).toContain("t (odds ratios)");
    expect(tableCsv(shown)).toContain("recomputed from print");
    expect(tableCsv(shown)).toContain("Synthetic stand-in");
  });
});

describe("the choices of a table", () => {
  it("are those that its numbers allow", () => {
    expect(choicesOf(table)).toEqual({ scales: ["coefficient", "oddsRatio", "effect"], spreads: ["standardError", "interval"], columns: ["both", "printed", "refitted"] });
    expect(choicesOf(regressionTable({ id: "x", title, result: smallResult(), models: ["M3"] }))).toEqual({ scales: ["coefficient", "oddsRatio"], spreads: ["standardError", "interval"], columns: ["both"] });
    expect(choicesOf(verdictTable({ id: "x", title, result: smallResult(), published: smallPublished }))).toEqual({ scales: ["coefficient"], spreads: ["standardError"], columns: ["both", "printed", "refitted"] });
  });
});
