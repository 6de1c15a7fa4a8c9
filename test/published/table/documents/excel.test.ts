import { utils } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { excelGrids } from "../../../../src/published/table/documents/excel";

type Cell = Readonly<Record<string, unknown>>;
type Sheet = Readonly<Record<string, unknown>>;
const asked: unknown[] = [];
/** The grids of workbooks as SheetJS reads them: each sheet by the addresses of its cells. */
const grids = (...sheets: readonly Sheet[]) =>
  excelGrids(new Uint8Array(), { utils, read: (_, options) => (asked.push(options), { SheetNames: sheets.map((__, i) => `S${i}`), Sheets: Object.fromEntries(sheets.map((sheet, i) => [`S${i}`, { ...sheet }])) }) });
/** A sheet of texts, from A1. */
const sheet = (rows: readonly (readonly string[])[], more: Readonly<Record<string, unknown>> = {}) =>
  ({ "!ref": `A1:${utils.encode_cell({ r: rows.length - 1, c: Math.max(...rows.map((row) => row.length)) - 1 })}`, ...Object.fromEntries(rows.flatMap((row, r) => row.map((w, c) => [utils.encode_cell({ r, c }), { t: "s", w }]))), ...more });
const merged = (...ranges: readonly string[]) => ({ "!merges": ranges.map((range) => utils.decode_range(range)) });
const texts = (...sheets: readonly Sheet[]) => grids(...sheets).map(({ rows }) => rows.map(({ cells }) => cells.join("|")));

describe("the sheets of a workbook", () => {
  it("are a table each, with lines of one cell above and below as captions and notes; an empty one is none", () => {
    expect(grids(sheet([["Table 1"], ["", "of all"], ["", "M1"], ["", "M1", "M2"], ["Age", "0.5", "0.6"], [], ["Sex", "0.7"], ["Note\nand more"], ["", "End"]]), { A1: { w: "x" } }, sheet([["a"], ["b"]]), sheet([["c", "d"]]))).toEqual([
      { before: ["Table 1", "of all", "M1"], rows: [{ cells: ["", "M1", "M2"], spans: [1, 1, 1] }, { cells: ["Age", "0.5", "0.6"], spans: [1, 1, 1] }, { cells: ["Sex", "0.7", ""], spans: [1, 1, 1] }], after: ["Note", "and more", "End"], columns: "given", unplaced: [] },
      { before: [], rows: [{ cells: ["c", "d"], spans: [1, 1] }], after: [], columns: "given", unplaced: [] },
    ]);
    expect(asked.at(-1)).toEqual({ type: "array", cellText: true, cellFormula: true, sheetStubs: true, cellHTML: false });
  });

  it("begin where their range does", () => expect(texts({ "!ref": "B2:C3", A1: { w: "no" }, B2: { w: "a" }, C2: { w: "b" }, B3: { w: "c" }, C3: { w: "d" }, D3: { w: "no" } })).toEqual([["a|b", "c|d"]]));

  it("have cells over columns, and over rows: words are repeated below, numbers are not", () => {
    expect(grids(sheet([["", "Stay", "", "Go"], ["City", "1", "2", "3"], ["", "4", "5", "6"], ["", "7", "8", "9"], ["x", "0.5*", "-(0.1)", "1"], ["y", "", "", "2"]], merged("B1:C1", "A2:A4", "B5:B6", "C5:C6")))[0].rows).toEqual([
      { cells: ["", "Stay", "", "Go"], spans: [1, 2, 0, 1] }, ...["1|2|3", "4|5|6", "7|8|9"].map((row) => ({ cells: ["City", ...row.split("|")], spans: [1, 1, 1, 1] })),
      { cells: ["x", "0.5*", "-(0.1)", "1"], spans: [1, 1, 1, 1] }, { cells: ["y", "", "", "2"], spans: [1, 1, 1, 1] },
    ]);
    // Over both, it covers as many columns in each row.
    expect(grids(sheet([["Both", "", "a"], ["", "", "b"], ["x", "1", "2"]], merged("A1:B2")))[0].rows.map(({ cells, spans }) => [cells, spans])).toEqual([[["Both", "", "a"], [2, 0, 1]], [["Both", "", "b"], [2, 0, 1]], [["x", "1", "2"], [1, 1, 1]]]);
  });

  it("end after 5001 rows and 201 columns, a merged cell after 200 rows below its first", () => {
    const long = texts(sheet(Array.from({ length: 5003 }, (_, i) => [`r${i}`, "1"]), merged("A1:A5003")))[0];
    expect([long.length, long[200], long[201]]).toEqual([5001, "r0|1", "r201|1"]);
    expect(texts(sheet(["a", "b"].map((sign) => Array<string>(205).fill(sign))))[0].map((row) => row.split("|").length)).toEqual([200, 200]);
    expect(texts(sheet([["a", "b"], ["c", "d"], ["", "e"]], merged("A2:A3")))).toEqual([["a|b", "c|d", "c|e"]]);
  });
});

describe("a cell of a workbook", () => {
  const shown = (cell: Cell | undefined) => texts({ "!ref": "A1:C1", A1: { w: "a" }, B1: { w: "b" }, ...(cell && { C1: cell }) })[0][0].slice(4);
  it.each<readonly [Cell | undefined, string]>([
    [undefined, ""], [{ t: "z" }, ""], [{ t: "z", f: "B2*2" }, "=B2*2"], [{ t: "n", v: 5, f: "B2*2", w: "5.0" }, "5.0"], [{ t: "n", v: 0.5 }, "0.5"], [{ t: "s", v: null }, ""], [{ t: "b", v: true }, "true"], [{ t: "s", w: " −0.5∗ " }, "-0.5*"],
    [{ t: "n", v: -0.5, w: "(0.50)" }, "-0.50"], [{ t: "n", v: 0.5, w: "(0.50)" }, "(0.50)"], [{ t: "n", v: 0, w: "(0)" }, "(0)"], [{ t: "s", v: "-0.5", w: "(0.50)" }, "(0.50)"], [{ t: "s", v: -0.5, w: "(0.50)" }, "(0.50)"], [{ t: "n", v: -0.5, w: "-0.50" }, "-0.50"], [{ t: "n", v: 1, w: "(1)" }, "(1)"],
  ])("%j shows as %j", (cell, text) => expect(shown(cell)).toBe(text));
});
