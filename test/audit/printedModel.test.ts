import { describe, expect, it } from "vitest";
import { exampleModel } from "../../src/audit/exampleTable";
import { estimateOf, logOf, nameOfModel, printedModel } from "../../src/audit/printedModel";
import type { PublishedModel, PublishedRow } from "../../src/published/publishedTable";

const row = (term: string, change: Partial<PublishedRow> = {}): PublishedRow => ({ term, coef: "0.50", stars: "", ...change });
const of = (rows: readonly PublishedRow[], change: Partial<PublishedModel> = {}) => printedModel("A", exampleModel(rows, change), "nearest");
const near = (lower: number, upper: number) => ({ lower: expect.closeTo(lower, 12), upper: expect.closeTo(upper, 12) });

describe("a printed model", () => {
  it("has slopes, which are neither constant nor threshold, and finds its rows by their terms", () => {
    const model = of([row("const"), row("x"), row("1|2"), row("y"), row("常数项")]);
    expect([model.rows.length, model.slopes.map((one) => one.row.term), model.row("y")?.row.term, model.row("z")]).toEqual([5, ["x", "y"], "y", undefined]);
    expect(model.rows.map(({ isConstant, isThreshold }) => `${isConstant} ${isThreshold}`)).toEqual(["true false", "false false", "false true", "false false", "true false"]);
    expect(model).toMatchObject({ id: "A", name: "A", family: "binary logit", isLogit: true, scale: "logOdds", n: undefined });
    expect([of([], { family: "other" }).isLogit, of([], { family: "ordered logit" }).isLogit, of([], { scale: "oddsRatio" }).scale, of([], { n: 9 }).n]).toEqual([false, true, "oddsRatio", 9]);
  });

  it("has every value that its numbers may stand for; a negative error is none", () => {
    const [one] = of([row("x", { coef: "-0.50", se: "0.0", z: "2.0", t: "-1.0", wald: "4.0", p: "0.04", lower: "0.1", upper: "0.9", oddsRatio: "1.6" })]).rows;
    expect(one).toMatchObject({ coef: near(-0.505, -0.495), se: near(0, 0.05) });
    expect(one.beside).toEqual({ z: near(1.95, 2.05), t: near(-1.05, -0.95), wald: near(3.95, 4.05), p: near(0.035, 0.045), lower: near(0.05, 0.15), upper: near(0.85, 0.95), oddsRatio: near(1.55, 1.65) });
    expect([of([row("x", { se: "-0.1" })]).rows[0].se, of([row("x")]).rows[0].se, of([row("x")]).rows[0].beside]).toEqual([undefined, undefined, {}]);
  });

  it.each([
    ["<0.001", 0, 0.001], ["<.05", 0, 0.05], ["0.5", 0.45, 0.55], ["1.0", 0.95, 1], ["0.00", 0, 0.005], ["1.5", 1.45, 1.45], ["1.2", 1.15, 1.15], ["1", 0.5, 1],
  ])("p printed %s is from %d to %d: no more than 1, unless none of it is", (p, lower, upper) => expect(of([row("x", { p })]).rows[0].beside.p).toEqual(near(lower, upper)));
});

it.each([
  ["m1", "Model 1", "", "Model 1"], ["m12", "Model 1", "men", "Model 1 men"], ["m1", "men", "men", "men"], ["m1", "", "", "m1"], ["m1", " ", "men", "men"], ["m1", "m1", "men", "men"], ["M1", "Model 1", "men", "M1"], ["m1a", "Model", "men", "m1a"], ["am1", "Model", "", "am1"],
])("a model %s headed %j in %j is called %s", (id, heading, group, name) => expect(nameOfModel(id, exampleModel([], { heading, group }))).toBe(name));

it("the log of an interval is none where no value of it has one, and has no least where it reaches down to 0", () => {
  expect([logOf({ lower: 1, upper: Math.E }), logOf({ lower: 0.5, upper: 2 }), logOf({ lower: 0, upper: 1 }), logOf({ lower: -1, upper: Math.E }), logOf({ lower: -2, upper: 0 }), logOf({ lower: -2, upper: -1 }), logOf({ lower: 0.25, upper: 0.5 })]).toEqual([
    { lower: 0, upper: 1 }, { lower: Math.log(0.5), upper: Math.log(2) }, { lower: -Infinity, upper: 0 }, { lower: -Infinity, upper: 1 }, undefined, undefined, { lower: Math.log(0.25), upper: Math.log(0.5) },
  ]);
  const [one] = of([row("x", { coef: "2.0" })]).rows;
  expect([estimateOf(one, "oddsRatio"), estimateOf(one, "logOdds"), estimateOf(one, "marginalEffect")]).toEqual([near(Math.log(1.95), Math.log(2.05)), near(1.95, 2.05), near(1.95, 2.05)]);
});
