import { expect, test } from "vitest";
import { narrow } from "../../src/cli/narrow";
import type { Table } from "../../src/display/table";

const table = (synthetic: boolean): Table => ({ kind: "table", id: "t", title: { en: "t", zh: "表" }, stub: { en: "s", zh: "项" }, columnGroups: [], rowGroups: [], notes: [], synthetic });

test("a table of real data explains no sign of a stand-in, one of the stand-in does", () => {
  expect(narrow(table(false)).notes).toEqual([{ en: "= met, ? coding unknown, ≠ mismatch", zh: expect.not.stringContaining("替代数据") as string }]);
  expect(narrow(table(true)).notes[0]).toMatchObject({ en: expect.stringContaining("~ stand-in") as string, zh: expect.stringContaining("~ 替代数据") as string });
});
