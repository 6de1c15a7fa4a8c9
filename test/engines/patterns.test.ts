import { expect, test } from "vitest";
import type { SourceColumn } from "../../src/engines/engine";
import { readPatterns } from "../../src/engines/patterns";
import { fakeEngine } from "./fakeEngine";

const read = (kind: SourceColumn["kind"], as: "number" | "label", values: readonly unknown[], most?: number) => {
  const column = { name: "c", kind, type: kind };
  return readPatterns(fakeEngine([column], [[[values, values.map((_, i) => i + 1)]]] as never), [{ ...column, as }], most === undefined ? {} : { most });
};

test("values are in order by size where all are numbers, else by character; of one size by character", async () => {
  expect(await read("text", "label", ["10", "9", "01", "1"])).toMatchObject({ columns: ["c"], lines: [1, 2, 3, 4], rows: [["01"], ["1"], ["9"], ["10"]], counts: [3, 4, 2, 1] });
  expect((await read("text", "label", ["10", "a", "9", "1"]))!.rows).toEqual([["1"], ["10"], ["9"], ["a"]]);
  expect((await read("text", "label", ["b", "c", "a"]))!.rows).toEqual([["a"], ["b"], ["c"]]);
});

test("as many as may be are a table, one more is none", async () => {
  expect((await read("integer", "number", [1, 2, 3], 3))!.rows).toHaveLength(3);
  expect(await read("integer", "number", [1, 2, 3], 2)).toBeUndefined();
});

test("no value, and what is no number, are empty cells; other values are as they are", async () => {
  expect((await read("double", "number", [null, 0.5, Number.NaN]))!.rows).toEqual([[""], [""], ["0.5"]]);
  expect((await read("double", "number", [9007199254740994, 0.5]))!.rows).toEqual([["0.5"], ["9007199254740994"]]);
  expect((await read("decimal", "number", ["9007199254740993.5"]))!.rows).toEqual([["9007199254740993.5"]]);
  expect((await read("text", "number", ["9007199254740993"]))!.rows).toEqual([["9007199254740993"]]);
  await expect(read("decimal", "number", ["9007199254740993"])).rejects.toThrow("fake, column c: 9007199254740993 is a whole number beyond 2^53");
});
