import { describe, expect, it } from "vitest";
import { headingsOf } from "../../../../src/published/table/draft/names";
import type { ModelColumns } from "../../../../src/published/table/roles/models";

/** Models under these headings, with what stands over the labels, around the table, and over all columns. */
const of = (columns: readonly (readonly string[])[], { stub = "", lines = [], over = [] }: { stub?: string; lines?: readonly string[]; over?: readonly string[] } = {}) =>
  headingsOf({ stub, depth: 1, labels: 1, columns: [] }, columns.map((names, i): ModelColumns => ({ names, main: { at: i + 1, names: [] }, scale: "coef", beside: new Map() })), lines, over).models.map(({ heading, group, outcome }) => [heading, group, outcome]);

describe("what a model is called", () => {
  it("is its number, with the other words over it alone as its group", () => {
    expect(of([["Men", "(1)", "young"], ["Women", "(2)", "old"]])).toEqual([["(1)", "Men, young", ""], ["(2)", "Women, old", ""]]);
    for (const number of ["(1)", "2", "Model 3", "模型一", "III", "(a)", "Spec. 2", "Column 4", "方程2"]) expect(of([["Men", number], ["Women", "(2)"]])[0], number).toEqual([number, "Men", ""]);
    expect(of([["Men"], ["Women"]])).toEqual([["Men", "Men", ""], ["Women", "Women", ""]]);
    expect(of([["Men", "young"], ["Women", "old"]])).toEqual([["Men", "young", ""], ["Women", "old", ""]]);
    expect(of([["(1)", "(2)"], ["x"]])[0]).toEqual(["(1)", "(2)", ""]);
  });

  it("the words over all models are their outcome, or those named as dependent", () => {
    expect(of([["Stay", "(1)"], ["Stay", "(2)"]])).toEqual([["(1)", "", "Stay"], ["(2)", "", "Stay"]]);
    expect(of([["Stay", "here", "(1)"], ["Stay", "here", "(2)"]])[0]).toEqual(["(1)", "", "here"]);
    expect(of([["Dependent variable: stay", "(1)"], ["Dependent variable: leave", "(2)"]])).toEqual([["(1)", "", "stay"], ["(2)", "", "leave"]]);
    expect(of([["Dependent variable", "Outcome: stay", "因变量：去", "(1)"], ["(2)"]])[0]).toEqual(["(1)", "", "stay"]);
    expect(of([["因变量：留沪", "(1)"], ["(2)"]])[0]).toEqual(["(1)", "", "留沪"]);
  });

  it("one model alone is called by what stands over it, its stub, its text, its caption", () => {
    expect(of([["Stay", "Men"]])).toEqual([["Stay", "Men", ""]]);
    expect(of([["Outcome: stay"]])).toEqual([["stay", "", "stay"]]);
    expect(of([["Outcome:", "Outcome: stay"]])).toEqual([["stay", "", "stay"]]);
    expect(of([[]], { stub: "had" })).toEqual([["had", "", "had"]]);
    expect(of([[]], { stub: "had it" })).toEqual([["had it", "", ""]]);
    expect(of([[]], { lines: ["Table 1. Staying", "Table 2. Leaving", "Dep. Variable: low"] })).toEqual([["low", "", "low"]]);
    expect(of([[]], { lines: ["Table 1. Staying", "Table 2. Leaving", "and more"] })).toEqual([["Table 2. Leaving", "", ""]]);
    expect(of([[]], { lines: [`Table 1. ${"x".repeat(289)}`] })[0][0]).toHaveLength(298);
    expect(of([[]], { lines: [`Table 1. ${"x".repeat(291)}`] })).toEqual([["", "", ""]]);
    expect(of([[]])).toEqual([["", "", ""]]);
  });

  it("an outcome said in the text counts for one model first, one over all columns for several", () => {
    const said = { lines: ["glm(formula = low ~ age)"], over: ["Staying"] };
    expect(of([["(1)"]], said)).toEqual([["(1)", "", "low"]]);
    expect(of([["(1)"], ["(2)"]], said)).toEqual([["(1)", "", "Staying"], ["(2)", "", "Staying"]]);
    expect(of([["(1)"], ["(2)"]], { lines: said.lines })[1]).toEqual(["(2)", "", "low"]);
    expect(of([["(1)"]], { over: ["Staying"] })).toEqual([["(1)", "", "Staying"]]);
    expect(of([["(1)"]], { over: ["Staying", "Dependent variable: leaves", "Variables", "0.5 0.6"] })).toEqual([["(1)", "", "leaves"]]);
    expect(of([["(1)"]], { over: ["Staying"], stub: "had" })[0][2]).toBe("Staying");
    expect(of([["(1)"], ["(2)"]], { stub: "had" })[0][2]).toBe("");
  });

  it("an outcome is said in formulas and after its name", () => {
    for (const [line, outcome] of [["lm(y1 ~ x)", "y1"], ["formula: low ~ age", "low"], ["Dep. Variable: low", "low"], ["Dependent variable = low birth", "low"], ["因变量：留沪", "留沪"], ["被解释变量: y", "y"], ["the dependent variable is low", ""], [`y = 1${" ".repeat(470)}Dep. Variable: low`, "low"], [`${" ".repeat(482)}Dep. Variable: low`, "low"], [`${" ".repeat(483)}Dep. Variable: low`, ""]]) expect(of([["(1)"]], { lines: ["nothing", line] })[0][2], line.trim()).toBe(outcome);
  });

  it("words broken at a hyphen are made one, marks of footnotes left out", () => {
    expect(of([["Inter-", "action", "(1)"], ["x"]])[0]).toEqual(["(1)", "Interaction", ""]);
    expect(of([["Anglo-", "Saxon", "(1)"], ["x"]])[0]).toEqual(["(1)", "Anglo-, Saxon", ""]);
    expect(of([["1-", "two", "(1)"], ["x"]])[0]).toEqual(["(1)", "1-, two", ""]);
    expect(of([["Zero", "Inter-", "action", "(1)"], ["x"]])[0]).toEqual(["(1)", "Zero, Interaction", ""]);
    expect(of([["Inter- action", "(1)"], ["x"]])[0][1]).toBe("Interaction");
    expect(of([["Men^a", "", "(1)"], ["x"]])[0][1]).toBe("Men");
    expect(of([["模型 1"], ["模型 2"]])[0][0]).toBe("模型1");
  });
});

it("a heading that only says that the outcome follows is none", () => {
  expect(of([["Stay", "Dependent variable:", "(1)"], ["Stay", "Dependent variable:", "(2)"]])).toEqual([["(1)", "", "Stay"], ["(2)", "", "Stay"]]);
});
