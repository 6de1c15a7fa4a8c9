import { describe, expect, it } from "vitest";
import { parsePublished } from "../../src/published/parsePublished";

const table = (change: object = {}, ofModel: object = {}, ofRow: object = {}) =>
  ({ models: { A: { family: "binary logit", rows: [{ term: "age", coef: "-0.30", se: "0.10", stars: "***", ...ofRow }], ...ofModel } }, ...change });
const parsed = (change: object = {}, ofModel: object = {}, ofRow: object = {}) => parsePublished(table(change, ofModel, ofRow), "t.json");
const refusal = (change: object = {}, ofModel: object = {}, ofRow: object = {}): string => {
  try {
    return JSON.stringify(parsed(change, ofModel, ofRow));
  } catch (error) {
    return (error as Error).message;
  }
};
const NOTE = { id: "n", en: "a", zh: "甲" };

describe("lists of a published table", () => {
  it.each([
    ["measurement", [NOTE, { ...NOTE, id: 5 }], "t.json: measurement 2, id: 5 (expected a text)."],
    ["unsure", [{ model: null, term: "t", field: null, why: "w" }, 7], "t.json: unsure 2: 7 (expected an object { … })"],
    ["supposed", [{ field: "a", value: "b", why: "c", model: null }, null], "t.json: supposed 2: null (expected an object { … })"],
    ["notes", ["a", 7], "t.json: note 2: 7 (expected a text)."],
    ["unused", [{ where: "a", text: "b" }, "x"], 't.json: unused 2: "x" (expected an object { … })'],
    ["unsure", [{ model: null, term: null, field: null, why: "w", values: [1, "a", true] }], "t.json: unsure 1, value 3: true (expected a text)."],
    ["unused", [["a"]], 't.json: unused 1: ["a"] (expected an object { … })'],
    ["pooled", [{ whole: "A", parts: ["A", "B"] }], 't.json: pooled 1, part 2: "B" (expected "A")'],
    ["table1", { city: { X: [1, "2", 3] } }, "t.json: variable city, answer X: 3 items"],
  ])("%s: an item that is wrong is named by its number", (key, value, said) => expect(refusal({ [key]: value })).toContain(said));

  it("rows without a name are named by theirs", () => {
    expect(refusal({}, { rows: [{ term: "age", coef: "1", se: "1", stars: "" }, { term: 5, coef: "1", se: "1", stars: "" }] })).toBe("t.json: model A, term of row 2, term: 5 (expected a text).");
    expect(refusal({}, { rows: [null] })).toBe("t.json: model A, term of row 1: null (expected an object { … }).");
  });

  it("are kept as they stand", () => {
    const change = {
      unsure: [{ model: null, term: "t", field: null, why: "w", code: "twice", values: [1, "a"] }], supposed: [{ field: "a", value: "b", why: "c", model: null }, { field: "a", value: "b", why: "c", model: "A" }, { field: "a", value: "b", why: "c" }],
      unused: [{ where: "a", text: "b" }], notes: ["x"], measurement: [NOTE, { ...NOTE, model: "A", term: "t", section: "4" }], parallelLinesP: "0", cutoffs: { "*": "1", "***": "0" },
      margins: { a: { share: 0 }, b: { share: 1, assumed: true }, c: { share: "0.5" }, d: { mean: 3, sd: "1.5", power: 2, upper: 9, assumed: false } },
      scales: { a: { mean: "3.50" }, b: { sd: "1.0", n: 5, step: "0.5", lower: 0, upper: 4 }, c: {} },
    };
    const { models: _, ...rest } = parsed(change);
    expect(rest).toEqual({ ...change, margins: { a: { share: 0 }, b: { share: 1, assumed: true }, c: { share: 0.5 }, d: { mean: 3, sd: 1.5, power: 2, upper: 9 } }, scales: { a: { mean: "3.50" }, b: { sd: "1.0", n: 5, step: 0.5, lower: 0, upper: 4 }, c: {} } });
  });
});

describe("what only names a model", () => {
  it("is its id, nothing, or what the Chinese group says", () => {
    expect(parsed().models.A).toEqual({ table: 1, heading: "A", group: "", groupEn: "", outcome: "", family: "binary logit", rows: [{ term: "age", coef: "-0.30", se: "0.10", stars: "***" }] });
    expect(parsed({}, { group: "长春", table: 2, heading: "h", outcome: "o", n: 1 }).models.A).toMatchObject({ group: "长春", groupEn: "长春", table: 2, heading: "h", outcome: "o", n: 1 });
    expect(parsed({}, { group: "长春", groupEn: "Changchun" }).models.A).toMatchObject({ group: "长春", groupEn: "Changchun" });
  });
});

describe("numbers that cannot be", () => {
  it.each([
    [{}, { n: 0 }, {}, "t.json: model A, n: 0 (expected a whole number above 0)"],
    [{ parallelLinesP: "1.01" }, {}, {}, 't.json: parallelLinesP: "1.01" (expected a probability, 0 to 1)'], [{ parallelLinesP: "-0.01" }, {}, {}, 't.json: parallelLinesP: "-0.01" (expected a probability, 0 to 1)'],
    [{ margins: { a: { share: 1.01 } } }, {}, {}, "t.json: margin of a, share: 1.01 (expected a share, 0 to 1)"], [{ margins: { a: { share: -0.01 } } }, {}, {}, "t.json: margin of a, share: -0.01 (expected a share, 0 to 1)"],
    [{ margins: { a: { mean: 1 } } }, {}, {}, "t.json: margin of a: neither a share nor a mean with its sd"], [{ margins: { a: { sd: 1 } } }, {}, {}, "t.json: margin of a: neither a share nor a mean with its sd"],
    [{ margins: { a: { mean: "x", sd: 1 } } }, {}, {}, 't.json: margin of a, mean: "x" (expected a number)'], [{ margins: { a: { mean: true, sd: 1 } } }, {}, {}, "t.json: margin of a, mean: true (expected a number)"],
    [{}, {}, { p: "<" }, 't.json: model A, term age, p: "<" is not a printed number'], [{}, {}, { p: "0.001<" }, 't.json: model A, term age, p: "0.001<" is not a printed number'], [{}, {}, { p: "x.5" }, 't.json: model A, term age, p: "x.5" is not a printed number'],
    [{}, {}, { se: "-0.1" }, 't.json: model A, term age, se: "-0.1" is negative'], [{}, {}, { stars: "†" }, 't.json: model A, term age, stars: "†"'],
  ])("%j %j %j", (change, ofModel, ofRow, said) => expect(refusal(change, ofModel, ofRow)).toContain(said));

  it("are kept where `sojourn table` read them: it says what was supposed or not used", () => {
    for (const key of ["supposed", "unused"]) {
      expect(parsed({ [key]: [] }, {}, { se: "-0.1", stars: "†" }).models.A.rows).toEqual([{ term: "age", coef: "-0.30", se: "-0.1", stars: "†" }]);
      expect(parsePublished({ models: { A: { family: "binary logit", rows: [{ term: "age", coef: "1", stars: "" }] } }, [key]: [] }, "t.json").models.A.rows).toEqual([{ term: "age", coef: "1", stars: "" }]);
    }
    expect(parsed({}, {}, { p: "<0.001" }).models.A.rows[0].p).toBe("<0.001");
  });
});

describe("a value in a refusal", () => {
  const shown = (length: number) => refusal({ source: ["x".repeat(length - 4)] }); // two brackets, two quotes
  it("is cut beyond sixty signs", () => {
    expect(shown(60)).toBe(`t.json: source: ["${"x".repeat(56)}"] (expected a text).`);
    expect(shown(61)).toBe(`t.json: source: ["${"x".repeat(55)}… (expected a text).`);
  });

  it("is no object where it is null, a list or a text", () => {
    for (const value of [null, [], "x"]) expect(refusal({ margins: value }), JSON.stringify(value)).toBe(`t.json: margins: ${JSON.stringify(value)} (expected an object { … }).`);
  });
});
