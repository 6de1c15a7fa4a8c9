import { describe, expect, it } from "vitest";
import { columnWidth } from "../../src/display/render/columnWidth";
import { fittedTable } from "../../src/display/render/fittedTable";
import { tableText } from "../../src/display/render/tableText";
import type { Table } from "../../src/display/table";

const numbers = Array.from({ length: 12 }, (_, i) => i);
const table: Table = {
  kind: "table", id: "wide", synthetic: false, title: { en: "A wide table", zh: "宽表" }, stub: { en: "term", zh: "变量" },
  columnGroups: [0, 1, 2, 3].map((group) => ({ label: `M${group}`, columns: [0, 1, 2].map((column) => ({ header: `c${group}${column}` })) })),
  rowGroups: [{ rows: [{ header: "x", cells: numbers.map((number) => ({ number: 1000 + number, format: { decimals: 3 } })) }] }],
  notes: [{ en: "A note of some length, which is wider than the narrowest of terminals by far.", zh: "注" }],
};
const width = (text: string) => Math.max(...text.split("\n").map(columnWidth));

describe("a table on a terminal", () => {
  it.each([200, 100, 80, 60, 40])("is no wider than %i columns", (columns) => expect(width(fittedTable(table, "en", columns))).toBeLessThanOrEqual(columns));

  it("is as it was where there is room", () => expect(fittedTable(table, "both", 300)).toBe(tableText(table, "both")));

  it("keeps each number, each heading and the first column, the title and the notes once", () => {
    const text = fittedTable(table, "en", 60);
    for (const number of numbers) expect(text.split(`${(1000 + number).toFixed(3)}`)).toHaveLength(2);
    expect(text.match(/^x /gm)!.length).toBeGreaterThan(1);
    for (const once of ["A wide table", "A note"]) expect(text.split(once)).toHaveLength(2);
  });

  it("sets no column elsewhere for a title or a note that cannot be broken", () => {
    const path = `/somewhere/${"far/".repeat(30)}fit.json`;
    const narrow: Table = { ...table, columnGroups: table.columnGroups.slice(0, 1), rowGroups: table.rowGroups.map(({ rows }) => ({ rows: rows.map((row) => ({ ...row, cells: row.cells.slice(0, 3) })) })) };
    for (const text of [{ title: { en: path, zh: path } }, { notes: [{ en: path, zh: path }] }]) {
      const set = fittedTable({ ...narrow, ...text }, "en", 60);
      expect(set).toContain(path);
      expect(set).toMatch(/^x .*1000\.000.*1001\.000.*1002\.000/m);
    }
  });

  it("holds as many rows as there are people", () => {
    const rows = Array.from({ length: 150_000 }, (_, i) => ({ header: `row=${i}`, cells: [{ number: i, format: { decimals: 0 } }] }));
    const long: Table = { ...table, columnGroups: [{ label: "", columns: [{ header: "n" }] }], rowGroups: [{ rows }] };
    expect(fittedTable(long, "en", 80).match(/^row=/gm)).toHaveLength(150_000);
  });

  it("keeps the columns of a group together where they fit", () => {
    for (const block of fittedTable(table, "en", 60).split("term").slice(1)) expect((block.match(/c\d\d/g) ?? []).length % 3).toBe(0);
  });
});
