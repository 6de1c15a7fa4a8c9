import { describe, expect, it } from "vitest";
import { familySaid, isConstant, isThreshold } from "../../../../src/published/table/meaning/family";
import { readLegend } from "../../../../src/published/table/meaning/legend";
import { asBracketKind, bracketsSaid, definitionSaid, errorsSaid, saysCoefficients, saysEffects, saysOddsRatios } from "../../../../src/published/table/meaning/notes";

describe("the kind of model that a text names", () => {
  it.each([
    ["Ordered logit estimates", "ordered logit", "ordered logit"], ["Logistic regression", "binary logit", "logit"], ["Multinomial logit", "other", "multinomial logit"], ["Ordered probit", "other", "ordered probit"], ["Probit", "other", "probit"], ["OLS", "other", "OLS"], ["定序 Logistic 回归", "ordered logit", "ordered logit"], ["二元回归", "binary logit", "logit"],
    ["Generalized ordered logit", "other", "generalized ordered logit"], ["Conditional logit", "other", "conditional logit"], ["Linear probability model", "other", "linear probability model"], ["Poisson", "other", "Poisson"], ["Cox proportional hazards", "other", "Cox"],
  ])("%j", (text, family, printed) => expect(familySaid(text)).toEqual({ family, printed }));
  it("is none of other words", () => expect(familySaid("Table 2. Who stays")).toBeUndefined());

  it("constants and thresholds are known by their names", () => {
    expect(["Constant", "_cons", "(Intercept)", "常数项", "截距", "C", "Constant^a", "Age", "Constants of nature"].map(isConstant)).toEqual([true, true, true, true, true, true, true, false, false]);
    expect(["/cut1", "cut2", "low|high", "1 | 2", "阈值 1", "(Intercept): 2", "Threshold 1", "1/2", "[stay = 1.00]", "Age", "Cutlery"].map(isThreshold)).toEqual([true, true, true, true, true, true, true, true, true, false, false]);
  });
});

describe("the legend of the stars", () => {
  it.each([
    ["*p<0.1; **p<0.05; ***p<0.01", { "*": "0.1", "**": "0.05", "***": "0.01" }], ["*** p<.01, ** p<.05, * p<.1", { "*": "0.1", "**": "0.05", "***": "0.01" }], ["注：*、**、***分别表示在 10%、5%、1% 的水平上显著", { "*": "0.1", "**": "0.05", "***": "0.01" }],
    ["*, ** and *** denote significance at the 10%, 5% and 1% level", { "*": "0.1", "**": "0.05", "***": "0.01" }], ["* significant at 5%; ** significant at 1%", { "*": "0.05", "**": "0.01" }], ["+ p < 0.10, * p < 0.05", { "+": "0.10", "*": "0.05" }], ["† p < 0.10, * p < 0.05", { "†": "0.10", "*": "0.05" }],
    ["Signif. codes: 0 '***' 0.001 '**' 0.01 '*' 0.05 '.' 0.1 ' ' 1", { "*": "0.05", "**": "0.01", "***": "0.001" }], ["p < 0.05 *, p < 0.01 **", { "*": "0.05", "**": "0.01" }], ["^a p < 0.05", { a: "0.05" }], ["* p < 0 . 05", { "*": "0.05" }], ["*=significant at the 2.5 percent level", { "*": "0.025" }],
  ])("%j", (line, cutoffs) => expect(readLegend([line])).toEqual({ cutoffs, insignificant: [], unread: [] }));

  it.each([
    ["*, **, *** denote significance at the 5%, 1% and 0.1% level", { "*": "0.05", "**": "0.01", "***": "0.001" }], ["* significant at 5%; ** significant at 1%; *** significant at 0.1%", { "*": "0.05", "**": "0.01", "***": "0.001" }],
    ["*、**、***分别表示在 5%、1%、0.1% 的水平上显著", { "*": "0.05", "**": "0.01", "***": "0.001" }], ["* p<0.05%, ** p<0.01%", { "*": "0.05", "**": "0.01" }], ["*, ** denote significance at 5, 1 percent", { "*": "0.05", "**": "0.01" }],
    ["*   p   <   0.05", { "*": "0.05" }], ["* significant at 2.5 per cent", { "*": "0.025" }], ["* p<1", undefined],
  ])("%j has its percentages as shares", (line, cutoffs) => expect(readLegend([line]).cutoffs).toEqual(cutoffs));

  it("is not looked for in lines longer than any", () => {
    expect([4999, 5000].map((length) => readLegend(["* p<0.05".padEnd(length)]).cutoffs)).toEqual([{ "*": "0.05" }, undefined]);
    const unread = (length: number) => readLegend(["* see the significance".padEnd(length)]).unread.length;
    expect([unread(999), unread(1000)]).toEqual([1, 0]);
  });

  it("may stand on several lines, whatever else they say", () => {
    expect(readLegend(["Standard errors in parentheses.", "* p<0.05,", "** p<0.01"])).toEqual({ cutoffs: { "*": "0.05", "**": "0.01" }, insignificant: [], unread: [] });
    expect(readLegend(["* p<0.05", "* p<0.1"]).cutoffs).toEqual({ "*": "0.05" });
  });

  it("names marks that say not significant", () => expect(readLegend(["* p<0.05, † not significant"])).toEqual({ cutoffs: { "*": "0.05" }, insignificant: ["†"], unread: [] }));
  it("also letters", () => expect(readLegend(["* p<0.05, ^a not significant"]).insignificant).toEqual(["a"]));

  it("that does not hold together is none, and is shown as unread", () => {
    const upside = "* p<0.01, ** p<0.05 significance";
    expect(readLegend([upside])).toEqual({ insignificant: [], unread: [upside] });
    const twice = "* p<0.05, ** p<0.05";
    expect(readLegend([twice])).toEqual({ insignificant: [], unread: [twice] });
    expect(readLegend(["* see the significance in the text"])).toEqual({ insignificant: [], unread: ["* see the significance in the text"] });
    expect(readLegend(["nothing"])).toEqual({ insignificant: [], unread: [] });
    expect(readLegend(["* p < 0.00"])).toMatchObject({ insignificant: [] });
    expect(readLegend(["* p < 0.00"])).not.toHaveProperty("cutoffs");
  });
});

describe("what the notes say of the brackets", () => {
  it.each([
    [["Standard errors in parentheses"], { any: "se" }], [["t statistics in brackets"], { any: "t" }], [["括号内为标准误"], { any: "se" }], [["Numbers in parentheses are z-values"], { any: "z" }], [["Absolute value of z statistics in parentheses"], { any: "z" }], [["P values in parentheses"], { any: "p" }], [["95% confidence intervals in brackets"], { any: "ci" }],
    [["Standard errors in parentheses, t statistics in square brackets"], { round: "se", square: "t" }], [["Standard errors in parentheses; confidence intervals in brackets"], { round: "se", square: "ci" }], [["legend: b/se"], { any: "se" }], [["legend: b/t"], { any: "t" }], [["legend: B/P"], { any: "p" }], [["圆括号内为标准误，方括号内为 t 值"], { round: "se", square: "t" }],
    [["Nothing of it"], {}], [["Parentheses contain p-values; standard errors elsewhere"], { any: "p" }],
  ])("%j is %j", (lines, said) => expect(bracketsSaid(lines)).toEqual(said));

  it("a role that brackets can hold", () => expect((["se", "t", "z", "p", "ci", "lower", "upper", "coef", undefined] as const).map(asBracketKind)).toEqual(["se", "t", "z", "p", "ci", "ci", undefined, undefined, undefined]));

  it("of the standard errors, the R² and the scale", () => {
    expect(["Robust standard errors", "聚类稳健标准误", "clustered by city", "Log pseudolikelihood = -5", "Survey weights were used", "加权", "Standard errors in parentheses"].map(errorsSaid)).toEqual(["robust", "robust", "robust", "robust", "weighted", "weighted", undefined]);
    expect(errorsSaid("estimated with sampling weights")).toBe("weighted");
    expect(errorsSaid("sampling weights and robust standard errors")).toBe("robust");
    expect(["McFadden's R2", "Nagelkerke", "Cragg-Uhler R2", "Cox & Snell", "R2"].map(definitionSaid)).toEqual(["McFadden's", "Nagelkerke", "Nagelkerke", "Cox & Snell", undefined]);
    expect(["odds ratios are shown", "log odds ratios", "发生比", "对数发生比", "OR", "aOR", "OR (95% CI)", "FOR", "exp(B)", "hazard ratio"].map(saysOddsRatios)).toEqual([true, false, true, false, true, true, true, false, true, true]);
    expect(["Marginal effects", "dy/dx", "AMEs", "边际效应", "Margins"].map(saysEffects)).toEqual([true, true, true, true, false]);
    expect(["Coefficients", "log-odds", "Estimates", "系数", "ratio"].map(saysCoefficients)).toEqual([true, true, true, true, false]);
  });
});
