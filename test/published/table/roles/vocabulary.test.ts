import { describe, expect, it } from "vitest";
import { isLetter, readHeading, roleAt, roleOf, STUB } from "../../../../src/published/table/roles/vocabulary";
import { statisticOf, statisticsIn } from "../../../../src/published/table/roles/statistics";

describe("what a heading names", () => {
  it.each([
    ["Coef.", "coef"], ["β", "coef"], ["系数", "coef"], ["Std. Err.", "se"], ["稳健标准误", "se"], ["S.E.:", "se"], ["z", "z"], ["z-value", "z"], ["t 值", "t"], ["P>|z|", "p"], ["Sig.", "p"], ["显著性", "p"], ["95% CI", "ci"], ["[95% Conf. Interval]", "ci"], ["Lower", "lower"], ["[0.025", "lower"], ["97.5 %", "upper"],
    ["Wald", "wald"], ["df", "df"], ["Odds Ratio", "oddsRatio"], ["Exp(B)", "oddsRatio"], ["OR^a", "oddsRatio"], ["dy/dx", "effect"], ["AME", "effect"], ["VIF", "other"], ["显著程度", "stars"], ["Age", undefined], ["", undefined], ["  ", undefined], ["Std.  Err. ", "se"], ["x".repeat(61), undefined],
  ])("%j is %s", (text, role) => expect(roleOf(text)).toBe(role));

  it("letters are roles only beside other roles", () => expect(["B", "p", "β", " z ", "BB", "1", "年"].map(isLetter)).toEqual([true, true, true, true, false, false, false]));

  it("the longest run of words counts", () => {
    expect(roleAt(["P", ">", "|z|", "x"], 0)).toEqual({ role: "p", words: 3 });
    expect(roleAt(["Age", "Std.", "Err."], 1)).toEqual({ role: "se", words: 2 });
    expect(roleAt(["Age", "Std.", "Err."], 0)).toBeUndefined();
    expect(roleAt(["Coef."], 0)).toEqual({ role: "coef", words: 1 });
    expect(roleAt(["95", "%", "ci", "for", "exp", "(b)"], 0)).toEqual({ role: "ci", words: 3 }); // of six words five are looked at
  });

  it.each([
    ["Odds Ratio", { role: "oddsRatio", rest: "" }],
    ["Univariate Odds Ratio (95% C.I)", { role: "oddsRatio", bracket: "ci", rest: "Univariate" }],
    ["Coef. (SE)", { role: "coef", bracket: "se", rest: "" }], ["Coef./SE", { role: "coef", bracket: "se", rest: "" }], ["Estimate [t]", { role: "coef", bracket: "t", rest: "" }], ["Model 1 (SE)", { bracket: "se", rest: "Model 1" }],
    ["Coef. (SE and p)", { role: "coef", bracket: "se", rest: "" }],
    ["Model 1 Std. Err.", { role: "se", rest: "Model 1" }], ["Coefficient Model 2", { role: "coef", rest: "Model 2" }], ["模型1系数", { role: "coef", rest: "模型1" }], ["模型 2 标准误", { role: "se", rest: "模型 2" }], ["男性系数", { role: "coef", rest: "男性" }],
    ["Model B", { rest: "Model B" }], ["B model", { rest: "B model" }], ["Model value", { rest: "Model value" }], ["Logit", { rest: "Logit" }], ["Mean (SD)", { role: "other", rest: "" }], ["North (n)", { rest: "North (n)" }],
  ])("%j is read as %j", (text, read) => expect(readHeading(text)).toEqual(read));

  it("a heading as long as a paragraph is none", () => {
    expect(readHeading(`${"x ".repeat(100)}SE`)).toEqual({ rest: `${"x ".repeat(100)}SE` });
    expect(readHeading("x ".repeat(90) + "p-value")).toMatchObject({ role: "p" });
  });

  it("the first column's own heading is known", () => expect(["Variables", "变量名称", "Independent variable:", "Age"].map((text) => STUB.test(text))).toEqual([true, true, true, false]));
});

describe("what a row says of the whole model", () => {
  it.each([
    ["N", "n"], ["Observations", "n"], ["Number of obs", "n"], ["No. of cases:", "n"], ["样本量", "n"], ["Sample size (N)", "n"], ["(N)", "n"], ["Log likelihood", "logLik"], ["对数似然值", "logLik"], ["-2 Log likelihood", "minus2LL"], ["-2LL", "minus2LL"], ["LL null", "logLikNull"],
    ["Pseudo R²", "pseudoR2"], ["McFadden R2", "pseudoR2"], ["Nagelkerke R^2", "pseudoR2"], ["R²", "r2"], ["Adj. R2", "r2"], ["R2/Pseudo R2", "r2"], ["AIC", "other"], ["AIC/BIC", "other"], ["N/R2", "other"], ["N/Age", undefined], ["LR chi2(4)", "other"], ["Age", undefined], ["", undefined], ["N =", "n"], ["N：", "n"], ["N^a", "n"], ["a".repeat(81), undefined],
  ])("%j is %s", (label, kind) => expect(statisticOf(label)).toBe(kind));

  const said = (...lines: string[]) => {
    const { found, twice } = statisticsIn(lines);
    return { ...Object.fromEntries(found), twice: [...twice] };
  };
  it("is found in running text", () => {
    expect(said("Number of obs = 1,234", "Log likelihood = -941.5", "Pseudo R2 = .125")).toEqual({ n: "1234", logLik: "-941.5", pseudoR2: ".125", twice: [] });
    expect(said("样本量为 187，对数似然值: -106.5")).toEqual({ n: "187", logLik: "-106.5", twice: [] });
    expect(said("-2 Log likelihood = 229.8")).toEqual({ minus2LL: "229.8", twice: [] });
    expect(said("n = 45%", "n = 7", "n = 12.5", "Age 35")).toEqual({ twice: [] });
    expect(said("Log likelihood = - 941.5")).toEqual({ logLik: "-941.5", twice: [] });
  });

  it("is in doubt where two numbers are said, but not for the steps that lead to one, nor of two kinds of R²", () => {
    expect(said("n = 187", "n = 590")).toEqual({ n: "187", twice: ["n"] });
    expect(said("n = 187 and n = 590")).toEqual({ n: "187", twice: ["n"] });
    expect(said("n = 187", "n = 187")).toEqual({ n: "187", twice: [] });
    expect(said("Iteration 0: log likelihood = -117.3", "Log likelihood = -114.9")).toEqual({ logLik: "-114.9", twice: [] });
    expect(said("Pseudo R2 = 0.1", "Pseudo R2 = 0.2")).toEqual({ pseudoR2: "0.1", twice: [] });
    expect(said("Pseudo R2 = 0.1 Pseudo R2 = 0.2")).toEqual({ pseudoR2: "0.1", twice: [] });
  });

  it("is found in a line of names over a line of values, as clm prints them", () => {
    expect(said(" link  threshold nobs logLik  AIC", " logit flexible  1681 -1728.32 3468.64")).toEqual({ n: "1681", logLik: "-1728.32", twice: [] });
    expect(said("nobs logLik AIC", "1681 -1728.32 3468.64")).toEqual({ twice: [] });
    expect(said("one two three four", "1681 -1728.32 3468.64 2")).toEqual({ twice: [] });
  });

  it("is not looked for in a line as long as a chapter", () => {
    expect(said(`n = 187 ${"x".repeat(1992)}`)).toEqual({ n: "187", twice: [] });
    expect(said(`n = 187 ${"x".repeat(1993)}`)).toEqual({ twice: [] });
  });
});
