import { describe, expect, it } from "vitest";
import { exampleModel } from "../../src/audit/exampleTable";
import { Given } from "../../src/audit/given";
import { estimateOf, logOf, nameOfModel, printedModel } from "../../src/audit/printedModel";
import { checkNamed, CHECKS } from "../../src/audit/registry";
import type { PublishedModel, PublishedRow, PublishedTable } from "../../src/published/publishedTable";

const given = (around: Partial<PublishedTable> = {}, change: Partial<PublishedModel> = {}) => new Given({ models: { A: exampleModel([], change) }, ...around });

describe("what a table lets be proved", () => {
  it("a model is in log-odds by what is printed, not by what was supposed", () => {
    const of = (change: Partial<PublishedModel>, ...fields: string[]) => {
      const one = given({ supposed: fields.map((field) => ({ field, value: "", why: "" })) }, change);
      return one.isInLogOdds(one.model("A"));
    };
    expect([of({}), of({ family: "ordered logit" }), of({ scale: "logOdds", brackets: "se" }), of({}, "cutoffs")]).toEqual([true, true, true, true]);
    expect([of({ family: "other" }), of({ scale: "oddsRatio" }), of({ brackets: "z" }), of({}, "family"), of({}, "scale"), of({}, "brackets")]).toEqual(Array(6).fill(false));
  });

  it("rows are counted, and errors model-based, unless the notes say otherwise", () => {
    const of = (around: Partial<PublishedTable>) => [given(around).rowsAreCounted, given(around).modelBased];
    expect([of({}), of({ standardErrors: "model-based" }), of({ notes: ["one-tailed tests"] })]).toEqual(Array(3).fill([true, true]));
    for (const notes of [["weighted"], ["complex sample"], ["missing dropped"], ["imputed"]]) expect(of({ notes }), notes[0]).toEqual([false, false]);
    for (const around of [{ standardErrors: "robust" } as const, { notes: ["robust"] }, { notes: ["clustered"] }, { notes: ["bootstrap"] }]) expect(of(around), JSON.stringify(around)).toEqual([true, false]);
    expect(of({ standardErrors: "weighted" })).toEqual([false, false]);
  });

  it("doubts and suppositions are of a cell, a model, or all", () => {
    const one = given({ supposed: [{ field: "scale", value: "", why: "", model: "A" }, { field: "brackets", value: "", why: "", model: null }], unsure: [{ model: "A", term: "x", field: null, why: "" }, { model: "A", term: null, field: "n", why: "" }] });
    expect([one.supposes("scale", "A"), one.supposes("scale", "B"), one.supposes("scale"), one.supposes("brackets", "B"), one.supposes("brackets"), one.supposes("family", "A")]).toEqual([true, false, false, true, true, false]);
    expect([one.doubts("A", "x"), one.doubts("A", null), one.doubts("A", "y"), one.doubts("B", "x")]).toEqual([true, true, false, false]);
    expect([given().supposes("scale"), given().doubts("A", "x")]).toEqual([false, false]);
  });

  it("a model or check that is not there is refused by name", () => {
    expect(() => given().model("B")).toThrow("there is no model B");
    expect(() => checkNamed("nothing")).toThrow("there is no check nothing");
    expect(checkNamed("counts").name).toBe("counts");
    expect(given().rounding).toBe("any");
    expect(new Given({ models: {} }, { rounding: "truncated" }).rounding).toBe("truncated");
  });

  it("pools are as many as are declared, parts in their order", () => {
    const models = Object.fromEntries(["A", "B", "W"].map((id) => [id, exampleModel([])]));
    expect(new Given({ models, pooled: [{ whole: "W", parts: ["B", "A"] }] }).pools.map(({ whole, parts }) => [whole.id, ...parts.map(({ id }) => id)])).toEqual([["W", "B", "A"]]);
    expect(new Given({ models }).pools).toEqual([]);
  });
});

describe("a model as printed", () => {
  const row = (cells: Partial<PublishedRow>): PublishedRow => ({ term: "x", coef: "0.40", stars: "", ...cells });

  it("has slopes apart from constant and thresholds, and rows by their term", () => {
    const model = printedModel("A", exampleModel([row({}), row({ term: "const" }), row({ term: "1|2" }), row({ term: "y" })]), "nearest");
    expect(model.slopes.map(({ row: { term } }) => term)).toEqual(["x", "y"]);
    expect([model.row("const")?.isConstant, model.row("1|2")?.isThreshold, model.row("z"), model.scale, model.isLogit]).toEqual([true, true, undefined, "logOdds", true]);
    expect(printedModel("A", exampleModel([], { family: "other", scale: "other", n: 5 }), "any")).toMatchObject({ isLogit: false, scale: "other", n: 5 });
  });

  it("has every value that its digits may stand for; a p from 0 to 1, no error below 0", () => {
    const of = (cells: Partial<PublishedRow>) => printedModel("A", exampleModel([row(cells)]), "nearest").rows[0];
    expect(of({ se: "0.1", z: "-2.0" })).toMatchObject({ coef: { lower: expect.closeTo(0.395, 12), upper: expect.closeTo(0.405, 12) }, se: { lower: expect.closeTo(0.05, 12), upper: expect.closeTo(0.15, 12) }, beside: { z: { lower: expect.closeTo(-2.05, 12), upper: expect.closeTo(-1.95, 12) } } });
    expect(of({ se: "0.0" }).se).toEqual({ lower: 0, upper: 0.05 });
    expect([of({}), of({ se: "-0.1" })].map((one) => "se" in one)).toEqual([false, false]);
    const p = (text: string) => of({ p: text }).beside.p;
    expect([p("<.05"), p("0.0"), p("1.0"), p("0.98"), p("1.2")]).toEqual([{ lower: 0, upper: 0.05 }, { lower: 0, upper: 0.05 }, { lower: 0.95, upper: 1 }, { lower: 0.975, upper: 0.985 }, { lower: 1.15, upper: 1.15 }].map(({ lower, upper }) => ({ lower: expect.closeTo(lower, 12), upper: expect.closeTo(upper, 12) })));
  });

  it("is called by its heading where its id was given in reading", () => {
    const name = (id: string, heading: string, group = "") => nameOfModel(id, exampleModel([], { heading, group }));
    expect([name("m1", "North"), name("m12", "North", "Men"), name("m1", "North", "North"), name("M1", "North"), name("m1", ""), name("m1", " "), name("m1", "m1", "Men"), name("xm1", "North"), name("m1x", "North")]).toEqual(["North", "North Men", "North", "M1", "m1", "m1", "Men", "xm1", "m1x"]);
  });

  it("the log of an interval is none where no value has one", () => {
    expect([logOf({ lower: 1, upper: 2 }), logOf({ lower: 0, upper: 2 }), logOf({ lower: -1, upper: 2 }), logOf({ lower: -1, upper: 0 }), logOf({ lower: -2, upper: -1 })]).toEqual([{ lower: 0, upper: Math.log(2) }, { lower: -Infinity, upper: Math.log(2) }, { lower: -Infinity, upper: Math.log(2) }, undefined, undefined]);
    const one = printedModel("A", exampleModel([row({ coef: "2" })]), "truncated").rows[0];
    expect([estimateOf(one, "logOdds"), estimateOf(one, "oddsRatio"), estimateOf(one, "marginalEffect")]).toEqual([{ lower: 2, upper: 3 }, { lower: Math.log(2), upper: Math.log(3) }, { lower: 2, upper: 3 }]);
  });
});

it.each([
  ["stars", true, 35, "Stars against coefficient and standard error", "星号与系数、标准误是否相符"],
  ["row", true, 50, "The numbers of one row", "同一行各数字是否相符"],
  ["counts", true, 30, "Counts, percentages and means", "频数、百分比与均值"],
  ["pseudoR2", true, 55, "Which pseudo R², and how many events", "伪 R² 的定义与事件数"],
  ["likelihood", false, 40, "R² against the Wald statistics", "R² 与 Wald 统计量"],
  ["pooling", true, 45, "The whole against its parts", "全样本与各组"],
  ["groupDifferences", false, 40, "Differences between groups", "组间差异"],
  ["attainableSE", true, 60, "Attainable standard errors", "标准误的下限"],
  ["crudeTables", true, 60, "Standard errors against the crude table", "标准误与交叉表"],
  ["level", false, 60, "Level and sign", "水平与符号"],
  ["power", false, 35, "Power and exaggeration", "检验功效与夸大"],
  ["claims", false, 45, "The text's claims", "正文论断"],
  ["measurement", false, 10, "Measurement", "测量"],
])("the check %s, whether it proves: %s, its weight %i, its title", (name, proves, weight, en, zh) => expect(CHECKS.find((check) => check.name === name)).toMatchObject({ proves, weight, title: { en, zh } }));
