import { describe, expect, it } from "vitest";
import { safeTable } from "../../../src/display/safe/safeTable";
import type { Table } from "../../../src/display/table";
import { smallTable } from "../../display/smallTable";

type Json = Record<string, unknown>;
const estimate = { estimate: 0.5, standardError: 0.1, lower: 0.3, upper: 0.7 };
const of = { part: "estimate", coefficient: estimate, effect: estimate };
const table = { ...smallTable, columnGroups: [{ columns: [{ header: "a" }, { header: { en: "b", zh: "乙" } }] }], rowGroups: [{ rows: [{ header: "first", cells: [{ text: "x" }, { text: "" }] }, { header: "r", cells: [{ text: "x" }, { text: "y" }] }] }] };
/** The table with another first cell in its second row. */
const withCell = (cell: unknown): Json => ({ ...table, rowGroups: [{ rows: [table.rowGroups[0].rows[0], { header: "r", cells: [cell, { text: "y" }] }] }] });
const number = (more: object = {}) => ({ number: 0.5, format: { decimals: 3 }, ...more });

describe("a table from a notebook's output", () => {
  it.each<[string, unknown]>([
    ["as the package makes it", smallTable], ["without labels or provenance", { ...table, provenance: undefined }], ["of a printed number", withCell({ printed: "0.50", stars: "*", of })], ["of a number with all it may have", withCell(number({ stars: "**", interval: [0.3, 0.7], of }))],
    ["of an interval", withCell({ between: [0.3, 0.7], format: { decimals: 20 } })], ["of whole numbers", withCell(number({ format: { decimals: 0 } }))], ["of a part without an effect", withCell(number({ of: { part: "spread", coefficient: estimate } }))],
  ])("is taken as it is: %s", (_, value) => {
    const copy = JSON.parse(JSON.stringify(value)) as Table;
    expect(safeTable(copy) === copy).toBe(true);
  });

  it.each<[unknown, string]>([
    [undefined, "a table is missing (expected an object)"], [[], "a table is [] (expected an object)"], [null, "a table is null (expected an object)"], ["x".repeat(60), `a table is "${"x".repeat(39)} (expected an object)`],
    [{ ...table, kind: "figure" }, 'kind of a table is "figure" (expected "table")'], [{ ...table, id: 3 }, "id of a table is 3 (expected a text)"], [{ ...table, title: "t" }, 'title of a table is "t" (expected a text in en and zh)'],
    [{ ...table, title: { en: "t" } }, 'title of a table is {"en":"t"} (expected a text in en and zh)'], [{ ...table, title: { zh: "t" } }, 'title of a table is {"zh":"t"} (expected a text in en and zh)'], [{ ...table, stub: 1 }, "stub of a table is 1 (expected a text in en and zh)"],
    [{ ...table, synthetic: "no" }, 'synthetic of a table is "no" (expected true or false)'], [{ ...table, provenance: "p" }, 'provenance of a table is "p" (expected a text in en and zh)'],
    [{ ...table, notes: {} }, "notes of a table is {} (expected a list)"], [{ ...table, notes: [{ en: "a", zh: "b" }, "n"] }, 'notes[1] of a table is "n" (expected a text in en and zh)'],
    [{ ...table, columnGroups: 1 }, "columnGroups of a table is 1 (expected a list)"], [{ ...table, columnGroups: [...table.columnGroups, 2] }, "columnGroups[1] of a table is 2 (expected an object)"],
    [{ ...table, columnGroups: [{ ...table.columnGroups[0], label: 5 }] }, "label of columnGroups[0] of a table is 5 (expected a text in en and zh)"], [{ ...table, columnGroups: [{}] }, "columns of columnGroups[0] of a table is missing (expected a list)"],
    [{ ...table, columnGroups: [{ columns: [{ header: "a" }, 7] }] }, "column 1 of columnGroups[0] of a table is 7 (expected an object)"], [{ ...table, columnGroups: [{ columns: [{ header: "a" }, {}] }] }, "header of column 1 of columnGroups[0] of a table is missing (expected a text in en and zh)"],
    [{ ...table, rowGroups: "r" }, 'rowGroups of a table is "r" (expected a list)'], [{ ...table, rowGroups: [null] }, "rowGroups[0] of a table is null (expected an object)"], [{ ...table, rowGroups: [{ label: 1, rows: [] }] }, "label of rowGroups[0] of a table is 1 (expected a text in en and zh)"],
    [{ ...table, rowGroups: [{ rows: 0 }] }, "rows of rowGroups[0] of a table is 0 (expected a list)"], [{ ...table, rowGroups: [{ rows: [table.rowGroups[0].rows[0], 1] }] }, "row 1 of rowGroups[0] of a table is 1 (expected an object)"],
    [{ ...table, rowGroups: [{ rows: [{ header: 1, cells: [] }] }] }, "header of row 0 of rowGroups[0] of a table is 1 (expected a text in en and zh)"], [{ ...table, rowGroups: [{ rows: [{ header: "r", cells: {} }] }] }, "cells of row 0 of rowGroups[0] of a table is {} (expected a list)"],
    [{ ...table, rowGroups: [{ rows: [{ header: "r", cells: [{ text: "" }] }] }] }, 'table table-2, row "r": 1 cells (expected 2, one for each column)'], [{ ...table, id: "2" }, 'table id "2": expected a letter, then letters, digits, -, _ or .'],
  ])("is refused by the place of what is wrong: %#", (value, sentence) => expect(() => safeTable(value)).toThrow(new RangeError(sentence)));

  const place = "cell 0 of row 1 of rowGroups[0] of a table";
  it.each<[unknown, string]>([
    [3, `${place} is 3 (expected an object)`], [{ text: 3 }, `${place} is 3 (expected a text in en and zh)`], [{ printed: 0.5 }, `${place} is 0.5 (expected a printed number as text)`], [{ number: 1 }, `format of ${place} is missing (expected an object)`],
    [number({ format: { decimals: "2" } }), `decimals of ${place} is "2" (expected 0 to 20)`], [number({ format: { decimals: -1 } }), `decimals of ${place} is -1 (expected 0 to 20)`], [number({ format: { decimals: 21 } }), `decimals of ${place} is 21 (expected 0 to 20)`],
    [number({ number: "1" }), `${place} is "1" (expected a number)`], [number({ number: null }), `${place} is null (expected a number)`], [{ format: { decimals: 2 } }, `${place} is missing (expected a number)`],
    [{ between: 1, format: { decimals: 2 } }, `${place} is 1 (expected two numbers)`], [{ between: [1], format: { decimals: 2 } }, `${place} is [1] (expected two numbers)`], [{ between: [1, 2, 3], format: { decimals: 2 } }, `${place} is [1,2,3] (expected two numbers)`], [{ between: [1, "2"], format: { decimals: 2 } }, `${place} is [1,"2"] (expected two numbers)`],
    [number({ interval: {} }), `interval of ${place} is {} (expected two numbers)`], [number({ interval: [1, null] }), `interval of ${place} is [1,null] (expected two numbers)`], [number({ stars: 3 }), `stars of ${place} is 3 (expected a text)`], [{ printed: "1", stars: {} }, `stars of ${place} is {} (expected a text)`],
    [number({ of: 3 }), `of of ${place} is 3 (expected an object)`], [{ printed: "1", of: {} }, `coefficient of ${place} is missing (expected an object)`], [number({ of: { part: "spread", coefficient: { ...estimate, lower: "x" } } }), `coefficient of ${place} is {"estimate":0.5,"standardError":0.1,"low (expected estimate, standardError, lower and upper)`],
    [number({ of: { part: "estimate", coefficient: estimate, effect: { estimate: 1 } } }), `effect of ${place} is {"estimate":1} (expected estimate, standardError, lower and upper)`],
  ])("is refused by the cell of which nothing can be shown: %j", (cell, sentence) => expect(() => safeTable(withCell(cell))).toThrow(new RangeError(sentence)));
});
