import { expect, test } from "vitest";
import type { SourceColumn } from "../../src/engines/engine";
import { readPatterns } from "../../src/engines/patterns";
import { fakeEngine } from "./fakeEngine";
import { sqlOfRows } from "./sqlOfRows";

const read = (kind: SourceColumn["kind"], as: "number" | "label", values: readonly unknown[], most?: number) => {
  const column = { name: "c", kind, type: kind };
  return readPatterns(fakeEngine([column], [[[values, values.map((_, i) => i + 1)]]] as never), [{ ...column, as }], most === undefined ? {} : { most });
};

test("values are in order by size where all are numbers, else by character; of one size by character", async () => {
  expect(await read("text", "label", ["10", "9", "01", "1"])).toMatchObject({ columns: ["c"], lines: [1, 2, 3, 4], rows: [["01"], ["1"], ["9"], ["10"]], counts: [3, 4, 2, 1] });
  expect((await read("text", "label", ["10", "a", "9", "1"]))!.rows).toEqual([["1"], ["10"], ["9"], ["a"]]);
  expect((await read("text", "label", ["b", "c", "a"]))!.rows).toEqual([["a"], ["b"], ["c"]]);
});

test("of numbers of one size each has its place: 1, 01, 1.0 and 1e0, in whatever order they come", async () => {
  const spelt = ["01", "1", "1.0", "1e0"]; // by character
  for (const order of [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]]) expect((await read("text", "label", ["2", ...order.map((i) => spelt[i]), "0"]))!.rows).toEqual([["0"], ...spelt.map((text) => [text]), ["2"]]);
});

test("booleans are numbers or texts as they are asked for, and are given as such", async () => {
  const flag: SourceColumn = { name: "f", kind: "boolean", type: "BOOLEAN" };
  const by = async (as: "number" | "label") => {
    const engine = sqlOfRows([flag, { name: "t", kind: "real", type: "FLOAT" }], [[true, 0.5], [false, 0.5], [true, 0.5], [null, null]]);
    const table = await readPatterns(engine, [{ ...flag, as }, { name: "t", kind: "real", type: "FLOAT", as }]);
    return { sql: engine.asked[0].slice(0, engine.asked[0].indexOf(" FROM")), rows: table!.rows, counts: table!.counts };
  };
  expect(await by("number")).toEqual({ sql: "SELECT g0 AS c0, g1 AS c1, CAST(n AS DOUBLE) AS n", rows: [["", ""], ["0", "0.5"], ["1", "0.5"]], counts: [1, 1, 2] });
  expect(await by("label")).toEqual({ sql: "SELECT CAST(g0 AS VARCHAR) AS c0, g1 AS c1, CAST(n AS DOUBLE) AS n", rows: [["", ""], ["FALSE", "0.5"], ["TRUE", "0.5"]], counts: [1, 1, 2] });
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
