import { describe, expect, it } from "vitest";
import { readTable } from "../../../src/published/table/joinTables";

const cells = (text: string) => {
  const read = readTable(text);
  return read && Object.values(read.models).map(({ rows }) => rows.map(({ term, coef, stars, se }) => `${term} ${coef}${stars} ${se}`));
};

describe("tables as programs and journals set them", () => {
  it("stargazer's text, with rules and a heading over the models", () => {
    const read = readTable(`
================================================
                        Dependent variable:
                    ----------------------------
                                low
                         (1)            (2)
------------------------------------------------
smoke                   0.704*        0.692**
                       (0.401)        (0.342)

ht                                     1.555**
                                      (0.630)

Constant              -1.087***      -0.950***
                       (0.215)        (0.301)

------------------------------------------------
Observations             189            189
Log Likelihood         -114.902      -108.671
Akaike Inf. Crit.       233.805       223.342
================================================
Note:                *p<0.1; **p<0.05; ***p<0.01
`)!;
    expect(Object.values(read.models).map(({ heading, outcome, n, logLik }) => [heading, outcome, n, logLik])).toEqual([["(1)", "low", 189, "-114.902"], ["(2)", "low", 189, "-108.671"]]);
    expect(read.models.m1.rows.map(({ term }) => term)).toEqual(["smoke", "Constant"]);
    expect(read.models.m2.rows[1]).toMatchObject({ term: "ht", coef: "1.555", se: "0.630", stars: "**" });
    expect(read.cutoffs).toEqual({ "*": "0.1", "**": "0.05", "***": "0.01" });
  });

  it("of two headings over all models the lower one is the outcome", () => {
    const read = readTable(`
                      Survey of 2019
                      Wants to stay
                    (1)         (2)
-------------------------------------
age               0.100**     0.200**
                  (0.050)     (0.080)
sex               0.300       0.400*
                  (0.250)     (0.220)
Observations        187         590
-------------------------------------
*p<0.1; **p<0.05; ***p<0.01
`)!;
    expect(Object.values(read.models).map(({ heading, outcome, n }) => [heading, outcome, n])).toEqual([["(1)", "Wants to stay", 187], ["(2)", "Wants to stay", 590]]);
  });

  it("a program's columns: B, S.E., Wald, df, Sig., Exp(B)", () => {
    expect(cells("Logistic regression\n        B     S.E.   Wald   df   Sig.   Exp(B)\nage    .023   .011  4.372    1   .037   1.023\nsex   -.348   .222  2.457    1   .117    .706\nConstant  -1.274  .635  4.025  1  .045  .280"))
      .toEqual([["age .023 .011", "sex -.348 .222", "Constant -1.274 .635"]]);
  });

  it("R's own summary, its stars after the p-value", () => {
    expect(cells("            Estimate Std. Error z value Pr(>|z|)\n(Intercept)  -1.0830     0.2880  -3.760   0.0002 ***\nsmoker        0.6710     0.3320   2.021   0.0433 *"))
      .toEqual([["(Intercept) -1.0830*** 0.2880", "smoker 0.6710* 0.3320"]]);
  });

  it("CSV with coefficient and error in columns of their own, semicolons and quotes", () => {
    expect(cells('"变量";"系数";"标准误";"p值"\n"年龄";"0.0004";"0.0002";"0.046"\n"性别";"-0.348";"0.222";"0.117"\n"常数项";"0.933";"1.243";"0.453"'))
      .toEqual([["年龄 0.0004 0.0002", "性别 -0.348 0.222", "常数项 0.933 1.243"]]);
  });

  it("TSV with errors in a row of their own, named or not", () => {
    expect(cells("\tModel 1\tModel 2\nAge\t0.10**\t0.20***\n标准误\t0.05\t0.06\nSex\t0.30\t\n\t(0.25)\t\nConstant\t1.00\t2.00\n\t(0.9)\t(0.8)"))
      .toEqual([["Age 0.10** 0.05", "Sex 0.30 0.25", "Constant 1.00 0.9"], ["Age 0.20*** 0.06", "Constant 2.00 0.8"]]);
  });

  it("LaTeX with \\sym, \\multicolumn, comments and escaped signs", () => {
    const read = readTable(String.raw`\begin{tabular}{l*{2}{c}} \toprule % a comment & not a cell
 & \multicolumn{2}{c}{Stays} \\ \cmidrule(lr){2-3}
 & \multicolumn{1}{c}{(1)} & \multicolumn{1}{c}{(2)} \\ \midrule
Kin \& family & 0.535\sym{**} & 0.661 \\
 & (0.233) & (0.520) \\ [1em]
\textit{Constant} & $-1.274$\sym{**} & --- \\
 & (0.635) & \\ \midrule
\(N\) & 590 & 187 \\
\bottomrule \multicolumn{3}{l}{\footnotesize Robust standard errors in parentheses}\\
\multicolumn{3}{l}{\footnotesize \sym{*} \(p<0.10\), \sym{**} \(p<0.05\)}\\
\end{tabular}`)!;
    expect(Object.values(read.models).map(({ rows }) => rows.map(({ term, coef, stars, se }) => `${term} ${coef}${stars} ${se}`)))
      .toEqual([["Kin & family 0.535** 0.233", "Constant -1.274** 0.635"], ["Kin & family 0.661 0.520"]]);
    expect(read).toMatchObject({ standardErrors: "robust", cutoffs: { "*": "0.10", "**": "0.05" }, models: { m1: { n: 590, outcome: "Stays" } } });
  });

  it("HTML with spans, entities and a caption", () => {
    const read = readTable(`<table><caption>Table 4. Logit models</caption><tr><th rowspan=2>Variable</th><th colspan="2">Stay</th></tr><tr><th>North</th><th>South</th></tr>
<tr><td>Age<sup>2</sup></td><td>&minus;0.03<sup>*</sup><br/>(0.02)</td><td>0.01<br/>(0.02)</td></tr><tr><td>Constant</td><td>1.0 (0.4)**</td><td>2.0 (0.4)***</td></tr><tr><td>N</td><td>1,234</td><td>567</td></tr></table>`)!;
    expect(read.models.m1).toMatchObject({ table: 4, group: "North", n: 1234, outcome: "Stay", family: "binary logit" });
    expect(read.models.m1.rows).toMatchObject([{ term: "Age²", coef: "-0.03", stars: "*", se: "0.02" }, { term: "Constant", coef: "1.0", stars: "**", se: "0.4" }]);
  });

  it("labels broken over lines, and headings repeated after a page break", () => {
    expect(cells("表 5 Logistic 回归\n变量\n模型 1 模型 2\n性别 0.05 0.06\n(0.38) (0.37)\nSupport of the\nemployer 0.42 0.10\n(0.41) (0.39)\n续表\n变量\n模型 1 模型 2\n常数项 0.93 0.90\n(1.24) (1.20)\n样本量 187 188"))
      .toEqual([["性别 0.05 0.38", "Support of the employer 0.42 0.41", "常数项 0.93 1.24"], ["性别 0.06 0.37", "Support of the employer 0.10 0.39", "常数项 0.90 1.20"]]);
  });

  it("errors behind their coefficients on one line, with empty cells told by their place", () => {
    expect(cells("Table 2. Logit\nVariable          Model 1          Model 2          Model 3\nAge           0.05 (0.02)**     0.06 (0.03)*     0.07 (0.03)*\nKin                             0.30 (0.10)***   0.10 (0.10)\nUnit          0.30 (0.10)***                     0.12 (0.10)\nConstant      1.00 (0.50)       2.00 (0.50)***   3.00 (0.50)***"))
      .toEqual([["Age 0.05** 0.02", "Unit 0.30*** 0.10", "Constant 1.00 0.50"], ["Age 0.06* 0.03", "Kin 0.30*** 0.10", "Constant 2.00*** 0.50"], ["Age 0.07* 0.03", "Kin 0.10 0.10", "Unit 0.12 0.10", "Constant 3.00*** 0.50"]]);
  });

  it("standard errors in a line that says so, without brackets", () => {
    expect(cells("变量 模型1 模型2\n年龄 0.05** 0.06*\n标准误 0.02 0.03\n常数项 1.0 2.0\nS.E. 0.5 0.6")).toEqual([["年龄 0.05** 0.02", "常数项 1.0 0.5"], ["年龄 0.06* 0.03", "常数项 2.0 0.6"]]);
  });

  it("headings broken over two lines", () => {
    const read = readTable("Table 2 Logit\n                 Trans-         In-\n                national      migration\n                  (1)            (2)\nAge              0.05**         0.06*\n                (0.02)         (0.03)\nConstant          1.0            2.0\n                 (0.5)          (0.5)\nN = 187 N = 590")!;
    expect(Object.values(read.models).map(({ heading, group, n }) => [heading, group, n])).toEqual([["(1)", "Transnational", 187], ["(2)", "Inmigration", 590]]);
  });

  it("cells with a line break inside, pasted from a spreadsheet", () => {
    expect(cells("变量\t模型1\t模型2\n年龄\t0.05**\n(0.02)\t0.06*\n(0.03)\n常数项\t1.0\n(0.5)\t2.0\n(0.5)\n样本量\t187\t590"))
      .toEqual([["年龄 0.05** 0.02", "常数项 1.0 0.5"], ["年龄 0.06* 0.03", "常数项 2.0 0.5"]]);
  });

  it("labels with classes and numbers of their own", () => {
    expect(cells("Variable M1 M2\nAge 18-24 0.05 0.06\n(0.02) (0.03)\nAge 25 - 34 0.15 0.16\n(0.02) (0.03)\nAge 65+ 0.25 0.26\n(0.02) (0.03)\nWave 2 0.35 0.36\n(0.02) (0.03)\nConstant 1.0 2.0\n(0.5) (0.5)")![0])
      .toEqual(["Age 18-24 0.05 0.02", "Age 25 - 34 0.15 0.02", "Age 65+ 0.25 0.02", "Wave 2 0.35 0.02", "Constant 1.0 0.5"]);
  });

  it("decimal commas", () => {
    expect(cells("Model 1;Model 2\nAlter;0,05**;0,06*\n;(0,02);(0,03)\nKonstante;1,00;2,00\n;(0,50);(0,50)\nN;187;590"))
      .toEqual([["Alter 0.05** 0.02", "Konstante 1.00 0.50"], ["Alter 0.06* 0.03", "Konstante 2.00 0.50"]]);
  });

  it("the text after a table's note is no part of it", () => {
    expect(cells("表 5 Logistic 回归\n模型 1 模型 2\n性别 0.05 0.06\n(0.38) (0.37)\n常数项 0.93 0.90\n(1.24) (1.20)\n注: 括号内数值为标准误。\n\n图 1 12 13\n(2) (3)"))
      .toEqual([["性别 0.05 0.38", "常数项 0.93 1.24"], ["性别 0.06 0.37", "常数项 0.90 1.20"]]);
  });

  it("a descriptive table in two halves whose right half is the longer", () => {
    const read = readTable("表 1 描述统计 (N = 100)\n变量       频数   百分比     变量       频数   百分比\n城市                         学历\n长春        40    40.0       小学        10    10.0\n广州        60    60.0       中学        50    50.0\n                             大学        40    40.0")!;
    expect(read.table1).toEqual({ n: 100, 城市: { 长春: [40, "40.0"], 广州: [60, "60.0"] }, 学历: { 小学: [10, "10.0"], 中学: [50, "50.0"], 大学: [40, "40.0"] } });
    expect(read.unsure).toEqual([]);
  });

  it("a descriptive table with means, deviations and ranges", () => {
    const read = readTable("表 1 描述统计 (N = 300)\n变量 均值 标准差 最小值 最大值\n年龄 35.4 9.8 18 70\n意愿 3.81 0.92 1 5")!;
    expect(read.table1).toEqual({ n: 300, 年龄: "35.4", 意愿: "3.81" });
    expect(read.scales).toEqual({ 年龄: { sd: "9.8", lower: 18, upper: 70 }, 意愿: { sd: "0.92", lower: 1, upper: 5 } });
  });
});

describe("what cannot be placed", () => {
  const unsure = (text: string) => readTable(text)!.unsure.filter(({ field }) => field !== "family" && field !== "n");

  it("is unsure, not guessed: a row with too few numbers and nothing to place them by", () => {
    const text = "模型 1 模型 2 模型 3\n年龄\n0.1\n(0.2)\n0.3\n(0.4)\n0.5\n(0.6)\n性别\n0.7\n(0.8)\n0.9\n(1.0)\n常数项\n1.1\n(1.2)\n1.3\n(1.4)\n1.5\n(1.6)";
    expect(cells(text)!.map((rows) => rows.length)).toEqual([2, 2, 2]);
    expect(unsure(text)).toMatchObject([{ model: null, term: "性别" }]);
    expect(unsure(text)[0].why).toContain("0.7 (0.8) 0.9 (1.0)");
  });

  it("takes dashes for the cells that are empty", () => {
    expect(cells("模型 1 模型 2 模型 3\n年龄 0.1 0.3 0.5\n(0.2) (0.4) (0.6)\n性别 0.7 - 0.9\n(0.8) (1.0)\n常数项 1.1 1.3 1.5\n(1.2) (1.4) (1.6)"))
      .toEqual([["年龄 0.1 0.2", "性别 0.7 0.8", "常数项 1.1 1.2"], ["年龄 0.3 0.4", "常数项 1.3 1.4"], ["年龄 0.5 0.6", "性别 0.9 1.0", "常数项 1.5 1.6"]]);
  });

  it("a letter inside a number", () => {
    const text = "(1) (2)\nAge 0.1 O.3\n(0.2) (0.4)\nSex 0.7 0.9\n(0.8) (1.0)\nConstant 1.1 1.3\n(1.2) (1.4)";
    expect(cells(text)![0]).toEqual(["Sex 0.7 0.8", "Constant 1.1 1.2"]);
    expect(unsure(text).map(({ model, why }) => [model, why.includes("0.2") || why.includes("0.4")])).toEqual([["m1", true], ["m2", true]]);
    expect(readTable(text)!.unused).toContainEqual({ where: "heading", text: "Age 0.1 O.3" });
  });

  it("a number without a standard error, in a table that has them", () => {
    const text = "模型 1 模型 2\n年龄 0.1 0.3\n(0.2) (0.4)\n家庭收入 0.7 0.9\n常数项 1.1 1.3\n(1.2) (1.4)\n样本量 100 200";
    expect(cells(text)!.map((rows) => rows.length)).toEqual([2, 2]);
    expect(unsure(text).map(({ model, term, why }) => [model, term, why.slice(0, 3)])).toEqual([["m1", "家庭收入", "0.7"], ["m2", "家庭收入", "0.9"]]);
  });

  it("t values in the brackets are not taken for standard errors", () => {
    const read = readTable("Model 1\nAge 0.10**\n(2.30)\nConstant 1.20\n(0.40)\nN 200\nt statistics in parentheses")!;
    expect(read.models.m1.rows.map(({ se, t }) => [se, t])).toEqual([[undefined, "2.30"], [undefined, "0.40"]]);
    expect(read).toMatchObject({ statistic: "t", models: { m1: { brackets: "t" } } });
  });

  it("a missing number of observations is said", () => {
    expect(readTable("Model 1\nAge 0.10\n(0.05)\nConstant 1.20\n(0.40)")!.unsure).toContainEqual(expect.objectContaining({ model: "m1", field: "n" }));
  });

  it.each(["", "   \n\n", "no table here, only a sentence about 3 things and 4 others.", "1 2 3\n4 5 6", "<table></table>", "a,b\nc,d\ne,f"])("nothing is made of %j", (text) => {
    expect(readTable(text)).toBeUndefined();
  });
});
