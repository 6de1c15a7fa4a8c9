import { expect, it } from "vitest";
import { checkTable, type Cell, type Row } from "../../src/display/table";
import { smallTable } from "./smallTable";

const check = (...rows: Row[]) => () => checkTable({ ...smallTable, columnGroups: [{ columns: [{ header: "a" }] }, { columns: [{ header: "b" }] }], rowGroups: [{ rows: [{ header: "first", cells: [{ text: "" }, { printed: "1" }] }] }, { rows }] });
const two = (cell: Cell): readonly Cell[] => [{ text: "x" }, cell];
const format = { decimals: 2 };

it("a table has a cell for each column, rows that continue others, and finite numbers", () => {
  expect(check()).not.toThrow();
  expect(check({ header: "r", cells: two({ number: -1e300, format, interval: [-1, 1] }) }, { header: "s", continues: true, cells: two({ between: [0, 1], format }) })).not.toThrow();
});

it.each<[Row[], string]>([
  [[{ header: "r", cells: [{ text: "" }] }], 'row "r": 1 cells (expected 2, one for each column)'],
  [[{ header: "r", cells: two({ text: "" }) }, { header: { en: "s", zh: "二" }, cells: [...two({ text: "" }), { text: "" }] }], 'row {"en":"s","zh":"二"}: 3 cells (expected 2, one for each column)'],
  [[{ header: "SE", continues: true, cells: two({ text: "" }) }], 'row "SE": continues a row, but is the first of its group'],
  [[{ header: "r", cells: two({ number: Number.NaN, format }) }], 'row "r", cell 2: NaN is no number to show (expected a finite one; say "not estimated" in words instead)'],
  [[{ header: "r", cells: [{ number: 1, format, interval: [0, Infinity] }, { text: "" }] }], 'row "r", cell 1: Infinity is no number to show (expected a finite one; say "not estimated" in words instead)'],
  [[{ header: "r", cells: two({ between: [-Infinity, 0], format }) }], 'row "r", cell 2: -Infinity is no number to show (expected a finite one; say "not estimated" in words instead)'],
])("is refused by its row: %#", (rows, sentence) => expect(check(...rows)).toThrow(new RangeError(`table table-2, ${sentence}`)));

it.each(["a", "Z9_.-x"])("may have the id %s", (id) => expect(() => checkTable({ ...smallTable, id })).not.toThrow());
it.each(["", "9", "-a", "a b", "a\n", "é", 'a"'])("may not have the id %j", (id) => expect(() => checkTable({ ...smallTable, id })).toThrow(new RangeError(`table id "${id}": expected a letter, then letters, digits, -, _ or .`)));
