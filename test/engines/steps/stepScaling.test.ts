import { describe, expect, it } from "vitest";
import type { ModelDataSpec } from "../../../src/models/data/modelData";
import { RefusedModel } from "../../../src/models/refusedModel";
import { countMissing, readScaling } from "../../../src/engines/steps/stepScaling";
import { refuseSeparatedBySteps } from "../../../src/engines/steps/separatedBySteps";
import { fakeEngine } from "../fakeEngine";

const spec = { outcome: "y", terms: ["a", "b"], weights: "w" } as unknown as ModelDataSpec;
const question = { columns: ["a", "b"].map((name) => ({ name, term: name, sql: name })), y: "y", weight: undefined, offset: undefined };
const engine = (...rows: (number | null)[][]) => fakeEngine([], rows.map((row) => [row.map((cell) => [cell])]));

describe("rows that lack something", () => {
  const missing = (all: number, lacking: number, dropMissing: boolean, labels = false) => countMissing(engine([all, lacking]), "y IS NOT NULL", labels, { ...spec, dropMissing });

  it("are counted where they are to be left out, or none is", async () => {
    expect([await missing(5, 0, false), await missing(5, 4, true), await missing(5, 0, true)]).toEqual([0, 4, 0]);
  });

  it("are refused where nobody said so, where all do, and where there are none at all", async () => {
    const remedy = "(expected a value). Fill it, or leave such rows out with --missing drop.";
    await expect(missing(5, 1, false)).rejects.toThrow(`fake: the cell is empty; 1 rows lack something ${remedy}`);
    await expect(missing(5, 2, false, true)).rejects.toThrow(/^fake: a cell is empty, or counts as missing \(.+\); 2 rows lack something \(expected a value\)/);
    await expect(missing(5, 5, true)).rejects.toThrow("fake: every row has an empty cell (expected at least one row).");
    await expect(missing(0, 0, true)).rejects.toThrow("fake: there are no rows (expected at least one row).");
  });
});

describe("means and mean squares", () => {
  // rows, weight, events, strange outcomes, broken weights; of each column least, most, mean, and least and most by outcome
  const HEAD = [10, 12, 5, 0, 0];
  const [A, B] = [[0, 4, 1.5, 0, 3, 1, 4], [-2, 2, 0.25, -2, 1, -1, 2]];
  const scaled = (head = HEAD, a = A, b = B) => readScaling(engine([...head, ...a, ...b], [4, 9]), question, spec);

  it("are those that the queries give, the constant's being 0 and 1; events and others by weight", async () => {
    expect(await scaled()).toEqual({ centre: Float64Array.of(0, 1.5, 0.25), scale: Float64Array.of(1, 2, 3), rows: 10, others: 7, events: 5 });
    expect((await scaled([10, 6, 5, 0, 0])).others).toBe(1);
    const asked = engine([...HEAD, ...A, ...B], [4, 9]);
    await readScaling(asked, question, spec);
    expect(asked.asked[1]).toContain("avg((x1 - (1.5e0)) * (x1 - (1.5e0)))");
    expect(asked.asked[1]).toContain("avg((x2 - (2.5e-1)) * (x2 - (2.5e-1)))");
  });

  it.each<[string, number[] | undefined, number[] | undefined, string]>([
    ["outcomes that are neither", [10, 12, 5, 1, 3], undefined, "fake, column y: the outcome of 1 rows is neither 0 nor 1 (expected 0 or 1). For an outcome of several levels, use --family ordered."], ["weights that count nobody", [10, 12, 5, 0, 1], undefined, "fake, column w: 1 weights are no whole numbers from 0 (expected whole numbers that count equal rows)."],
    ["no event", [10, 12, 0, 0, 0], undefined, "the outcome is 0 in all 10 rows"], ["events alone", [10, 12, 12, 0, 0], undefined, "the outcome is 1 in all 10 rows"],
    ["an infinite number", undefined, [0, Infinity, 1, 0, 1, 0, 1], "fake, column b: an infinite number stands in it (expected finite numbers). Leave such rows out in --sql."], ["an infinite mean", undefined, [0, 1, NaN, 0, 1, 0, 1], "fake, column b: an infinite number stands in it"],
    ["a whole number too large", undefined, [0, 2 ** 53, 1, 0, 1, 0, 1], "fake, column b: 9007199254740992 is a whole number beyond 2^53, which a double does not hold (expected smaller numbers). Make it smaller in --sql, or give it as --factor b, if it is a label."], ["one below zero", undefined, [-(2 ** 53), 4, 1, 0, 1, 0, 1], "fake, column b: -9007199254740992 is a whole number beyond 2^53"],
    ["one value", undefined, [3, 3, 3, 3, 3, 3, 3], "b has the same value in every row. Drop it."], ["a column that foretells", undefined, [0, 4, 1, 0, 2, 2, 4], "b alone foretells the outcome: it is 0 to 2 where the outcome is 0, and 2 to 4 where it is 1, so no finite estimate exists. Merge the category or drop the term."], ["one that foretells it the other way", undefined, [0, 4, 1, 3, 4, 0, 3], "b alone foretells the outcome: it is 3 to 4 where the outcome is 0, and 0 to 3 where it is 1"],
  ])("%s: refused", async (_, head, b, message) => expect(scaled(head, undefined, b)).rejects.toThrow(message));

  it("what a double holds is none of these", async () => {
    await expect(scaled(undefined, undefined, [0, 2 ** 53 - 1, 1, 0, 5, 1, 2 ** 53 - 1])).resolves.toBeDefined();
    await expect(scaled(undefined, undefined, [0.5, 1e300, 1, 0.5, 5, 1, 1e300])).resolves.toBeDefined(); // not both whole
  });
});

describe("a direction in which the steps run away", () => {
  const refused = async (step: number[], answer: (number | null)[]) => {
    const asked = engine(answer);
    const error = await refuseSeparatedBySteps(asked, question, Float64Array.from(step), Float64Array.of(1, 2, 4), 10).catch((thrown: RefusedModel) => thrown);
    return { terms: error?.terms, message: error?.message, sql: asked.asked[0] };
  };
  const along = (sql: string | undefined) => /THEN (.+?) END/.exec(sql ?? "")?.[1];

  it("separates where along it no row of outcome 0 lies beyond one of outcome 1", async () => {
    const { terms, message, sql } = await refused([9, 2, 4], [1, 1]);
    expect([terms, message, along(sql)]).toEqual([["a", "b"], "Model refused (separation): a, b together foretell outcomes among 10 rows without error, so no finite estimate exists. Merge the category or drop the term.", "(1e0) * x1 + (1e0) * x2"]); // 2 / 2 and 4 / 4
    expect((await refused([0, 2, 4], [0.9, 1])).message).toBeUndefined();
    expect((await refused([0, 2, 4], [null, 1])).message).toBeUndefined();
  });

  it("is that of columns that take part, in simple numbers where they are simple", async () => {
    expect(await refused([0, 2, 0.0019], [1, 0])).toMatchObject({ terms: ["a"], sql: expect.stringContaining("THEN (1e0) * x1 END") });
    expect(along((await refused([0, 2, -4], [1, 0])).sql)).toBe("(1e0) * x1 + (-1e0) * x2");
    expect(along((await refused([0, 2, -4.002], [1, 0])).sql)).toBe("(1e0) * x1 + (-1e0) * x2"); // 0.9995 to within a thousandth
    expect(along((await refused([0, 2, 2], [1, 0])).sql)).toBe("(1e0) * x1 + (5e-1) * x2");
    expect(await refused([7, 0, 0], [1, 0])).toEqual({ terms: undefined, message: undefined, sql: undefined });
  });
});
