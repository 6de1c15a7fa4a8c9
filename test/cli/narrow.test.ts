import { expect, test } from "vitest";
import { narrow } from "../../src/cli/narrow";
import { LABEL } from "../../src/display/labels";
import type { Cell, Table } from "../../src/display/table";
import { REASON } from "../../src/display/vocabulary";

const table = (synthetic: boolean): Table => ({ kind: "table", id: "t", title: { en: "t", zh: "表" }, stub: { en: "s", zh: "项" }, columnGroups: [], rowGroups: [], notes: [], synthetic });

test("a table of real data explains no sign of a stand-in, one of the stand-in does", () => {
  expect(narrow(table(false)).notes).toEqual([{ en: "= met, ? coding unknown, ≠ mismatch", zh: expect.not.stringContaining("替代数据") as string }]);
  expect(narrow(table(true)).notes[0]).toMatchObject({ en: expect.stringContaining("~ stand-in") as string, zh: expect.stringContaining("~ 替代数据") as string });
});

test("headings are short, reasons are signs, all else stays", () => {
  const reason = (words: unknown) => ({ text: words }) as Cell;
  const given: Table = {
    ...table(true),
    columnGroups: [{ label: { en: "Changchun", zh: "长春组" }, columns: [{ header: LABEL.printed }, { header: LABEL.refitted }, { header: LABEL.reason }] }, { label: { en: "South", zh: "南方组" }, columns: [{ header: LABEL.counted }, { header: "n" }] }],
    rowGroups: [{ rows: [{ header: "x", cells: [reason(REASON.met), reason(REASON.mismatch), reason(REASON["coding unknown"]), reason(REASON["stand-in"]), reason("met"), { number: 1, format: { decimals: 0 } }] }] }],
    notes: [{ en: "a note", zh: "注" }],
  };
  const short = narrow(given, [{ en: "CC", zh: "长" }]);
  expect(short.columnGroups).toEqual([
    { label: { en: "CC", zh: "长" }, columns: [{ header: { en: "print", zh: "原文" } }, { header: { en: "refit", zh: "重估" } }, { header: "" }] }, { label: { en: "South", zh: "南方组" }, columns: [{ header: { en: "count", zh: "重算" } }, { header: "n" }] },
  ]);
  expect(short.rowGroups[0].rows[0].cells).toEqual([{ text: "=" }, { text: "≠" }, { text: "?" }, { text: "~" }, { text: "met" }, { number: 1, format: { decimals: 0 } }]);
  expect(short.notes).toEqual([{ en: "= met, ~ stand-in, ? coding unknown, ≠ mismatch", zh: expect.stringMatching(/^= .+，~ 替代数据，\? .+，≠ .+$/) }, { en: "a note", zh: "注" }]);
});
