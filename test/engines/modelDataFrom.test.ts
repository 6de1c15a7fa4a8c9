import { describe, expect, test } from "vitest";
import type { Engine, SourceColumn } from "../../src/engines/engine";
import { isSyntheticSource, modelDataOfPatterns, patternsFrom } from "../../src/engines/modelDataFrom";
import { readPatterns } from "../../src/engines/patterns";
import { fitModelData } from "../../src/models/data/fitModelData";
import { modelDataOf, type ModelData, type ModelDataSpec } from "../../src/models/data/modelData";
import { fakeEngine } from "./fakeEngine";

const column = (name: string, kind: SourceColumn["kind"], type: string = kind): SourceColumn => ({ name, kind, type });
const COLUMNS = [column("select", "integer"), column("年龄", "decimal"), column(`a"b`, "boolean"), column("when", "date", "DATE"), column("list", "other", "INTEGER[]"), column("f", "real"), column("town", "text"), column("id", "text")];
/** Of the first rows so many are seen, and so many patterns. */
const PROBE = [[[8], [4]]];
const question = (outcome: string, terms: readonly string[]) => ({ outcome, terms, family: "binomial" }) as const;

describe("the query of patterns", () => {
  test("quotes names, counts equal rows, and loses no digit", async () => {
    const engine = fakeEngine(COLUMNS, [[[["1"], [1], [2], [5]]]]);
    await readPatterns(engine, [{ ...COLUMNS[1], as: "number" }, { ...COLUMNS[2], as: "number" }, { ...COLUMNS[0], as: "number" }], { most: 9 });
    expect(engine.asked).toEqual([
      `SELECT CAST(g0 AS VARCHAR) AS c0, g1 AS c1, g2 AS c2, CAST(n AS DOUBLE) AS n FROM (SELECT s."年龄" AS g0, CASE WHEN s."a""b" THEN 1 WHEN NOT s."a""b" THEN 0 END AS g1, s."select" AS g2, count(*) AS n FROM "t" AS s GROUP BY 1, 2, 3) AS p LIMIT 10`,
    ]);
  });

  test("widens four-byte numbers, and takes labels as texts", async () => {
    const engine = fakeEngine(COLUMNS, [[]]);
    await readPatterns(engine, [{ ...COLUMNS[5], as: "number" }, { ...COLUMNS[3], as: "label" }, { ...COLUMNS[2], as: "label" }]);
    expect(engine.asked[0]).toMatch(/CAST\(s\."f" AS DOUBLE\) AS g0, CAST\(s\."when" AS VARCHAR\) AS g1, CASE WHEN s\."a""b" THEN 'TRUE' WHEN NOT s\."a""b" THEN 'FALSE' END AS g2/);
  });
});

describe("patterns", () => {
  const asked = [{ ...COLUMNS[0], as: "number" as const }, { ...COLUMNS[6], as: "label" as const }];

  test("are in the order of their values, whatever order they come in", async () => {
    const one = await readPatterns(fakeEngine(COLUMNS, [[[[10n, 9], ["b", "b"], [1, 2]], [[9], ["a"], [3]]]]), asked);
    const other = await readPatterns(fakeEngine(COLUMNS, [[[[9, 10, 9], ["a", "b", "b"], [3, 1, 2]]]]), asked);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ rows: [["9", "a"], ["9", "b"], ["10", "b"]], counts: [3, 2, 1] });
  });

  test("thousands of them are in that order too, numbers by size and texts by character", async () => {
    const rows = Array.from({ length: 9000 }, (_, i) => ({ number: ((i * 7919) % 9000) - 4500, town: `t${(i * 31) % 12}` }));
    const batches = [rows.slice(0, 2000), rows.slice(2000)].map((part) => [part.map(({ town }) => town), part.map(({ number }) => number), part.map(({ number }) => number + 5000)]);
    const table = await readPatterns(fakeEngine(COLUMNS, [batches]), [asked[1], asked[0]]);
    const inOrder = [...rows].sort((a, b) => (a.town < b.town ? -1 : a.town > b.town ? 1 : a.number - b.number));
    expect(table!.rows).toEqual(inOrder.map(({ town, number }) => [town, String(number)]));
    expect(table!.counts).toEqual(inOrder.map(({ number }) => number + 5000));
  });

  test("that are too many give no table", async () => {
    expect(await readPatterns(fakeEngine(COLUMNS, [[[[1, 2, 3], ["a", "a", "a"], [1, 1, 1]]]]), asked, { most: 2 })).toBeUndefined();
  });

  test("hold no whole number that a double does not; as a label it may be as long as it likes", async () => {
    const long = [[[[9007199254740993n], ["a"], [1]]]];
    await expect(readPatterns(fakeEngine(COLUMNS, long), asked)).rejects.toThrow(/select: 9007199254740993 is a whole number beyond 2\^53/);
    const decimals = fakeEngine(COLUMNS, [[[["9007199254740993.00"], ["a"], [1]]]]);
    await expect(readPatterns(decimals, [{ ...COLUMNS[1], as: "number" }, asked[1]])).rejects.toThrow(/年龄: 9007199254740993.00 is a whole number beyond 2\^53/);
    expect((await readPatterns(fakeEngine(COLUMNS, long), [{ ...COLUMNS[0], as: "label" }, asked[1]]))!.rows[0][0]).toBe("9007199254740993");
  });
});

const modelDataFrom = async (engine: Engine, spec: ModelDataSpec): Promise<ModelData> => modelDataOfPatterns(await patternsFrom(engine, spec), spec);

describe("a model's data from a source", () => {
  const answer = [PROBE, [[[0, 0, 1, 1, null], [0, 1, 0, 1, 1], [3, 2, 1, 4, 6]]]];

  test("give the fit of the rows written out", async () => {
    const data = await modelDataFrom(fakeEngine(COLUMNS, [PROBE, [[[0, 0, 1, 1], [0, 1, 0, 1], [3, 2, 1, 4]]]]), question(`a"b`, ["select"]));
    const rows = [["0", "0"], ["0", "0"], ["0", "0"], ["0", "1"], ["0", "1"], ["1", "0"], ["1", "1"], ["1", "1"], ["1", "1"], ["1", "1"]];
    const whole = modelDataOf({ file: "rows", columns: ["select", `a"b`], lines: rows.map((_, i) => i + 2), rows }, question(`a"b`, ["select"]));
    for (const standardErrors of ["classical", "HC1", "HC3"] as const) {
      const [a, b] = [data, whole].map((one) => fitModelData(one, { family: "binomial", standardErrors }));
      expect(a.n).toBe(10);
      a.coefficients.forEach((row, j) => {
        expect(row.estimate).toBeCloseTo(b.coefficients[j].estimate, 12);
        expect(row.standardError).toBeCloseTo(b.coefficients[j].standardError, 12);
      });
    }
    expect(data.notes[0]).toMatch(/^10 rows of 4 patterns/);
  });

  test("count the rows that lack something, by rows", async () => {
    await expect(modelDataFrom(fakeEngine(COLUMNS, answer), question(`a"b`, ["select"]))).rejects.toThrow("fake, column select: the cell is empty; 6 rows lack something");
    const data = await modelDataFrom(fakeEngine(COLUMNS, answer), { ...question(`a"b`, ["select"]), dropMissing: true });
    expect(data).toMatchObject({ leftOut: 6, weights: [3, 2, 1, 4] });
    expect(data.notes).toContain("6 rows with an empty cell were left out, 10 are used");
  });

  test("are not counted where the first million rows hardly repeat", async () => {
    const engine = fakeEngine(COLUMNS, [[[[1_000_000], [600_000]]]]);
    await expect(modelDataFrom(engine, question(`a"b`, ["select"]))).rejects.toThrow(/nearly as many as rows/);
    expect(engine.asked).toHaveLength(1);
    // Half of them may be patterns, and of fewer rows all may.
    for (const [seen, patterns] of [[1_000_000, 500_000], [999_999, 999_999]]) {
      const looked = fakeEngine(COLUMNS, [[[[seen], [patterns]]], [[[0, 1], [0, 1], [3, 2]]]]);
      expect((await patternsFrom(looked, question(`a"b`, ["select"]))).counts).toEqual([3, 2]);
    }
    await expect(patternsFrom(fakeEngine(COLUMNS, [[[[1_000_000], [500_001]]]]), question(`a"b`, ["select"]))).rejects.toThrow("have more than 2000000 different combinations of values, or nearly as many as rows");
  });

  test.each([
    ["a date as a number", ["when"], {}, /column when: its type is DATE, and a date is no number/], ["a list", ["list"], {}, /INTEGER\[\]/], ["no such column", ["nobody"], {}, /there is no such column \(expected select, 年龄/],
    ["--where", ["select"], { where: "x == 1" }, /chosen in SQL/], ["probability weights", ["select"], { weights: "f", weightType: "probability" as const }, /probability weights are not offered/], ["a design", ["select"], { design: { psu: "f" } }, /design/],
  ])("refuse %s by name", async (_, terms, more, words) => {
    await expect(modelDataFrom(fakeEngine(COLUMNS, []), { ...question(`a"b`, terms), ...more })).rejects.toThrow(words);
  });

  test("of a formula are the columns behind its calculations", async () => {
    const engine = fakeEngine(COLUMNS, [PROBE, [[[1, 2, 3, 4], ["a", "b", "a", "b"], [0, 1, 1, 0], [5, 5, 5, 5]]]]);
    const data = await modelDataFrom(engine, { outcome: "", terms: [], formula: "`a\"b` ~ log(f) + town", family: "binomial" });
    expect(data.columns).toEqual(["const", "log(f)", "town=b"]);
    expect(data.X[3][1]).toBeCloseTo(Math.log(4), 14);
  });
});

test("synthetic rows are known by their ids", async () => {
  expect(await isSyntheticSource(fakeEngine(COLUMNS, [[[[1]]]]))).toBe(true);
  expect(await isSyntheticSource(fakeEngine(COLUMNS, [[]]))).toBe(false);
  expect(await isSyntheticSource(fakeEngine(COLUMNS.slice(0, 2), []))).toBe(false);
  expect(await isSyntheticSource(fakeEngine(COLUMNS, [[[[]]]]))).toBe(false);
  const asked = async (...columns: SourceColumn[]) => { const engine = fakeEngine(columns, []); await isSyntheticSource(engine); return engine.asked; };
  const [bySource, byId] = [`lower(TRIM(s."source")) = 'synthetic'`, `s."id" LIKE 'SYN-%'`];
  expect(await asked(column("id", "text"))).toEqual([`SELECT 1 AS one FROM "t" AS s WHERE ${byId} LIMIT 1`]);
  expect(await asked(column("source", "text"), column("id", "integer"))).toEqual([`SELECT 1 AS one FROM "t" AS s WHERE ${bySource} LIMIT 1`]);
  expect(await asked(column("id", "text"), column("source", "text"))).toEqual([`SELECT 1 AS one FROM "t" AS s WHERE ${bySource} OR ${byId} LIMIT 1`]);
  expect(await asked(column("source", "date"), column("name", "text"))).toEqual([]);
});
