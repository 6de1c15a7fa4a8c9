import { describe, expect, it } from "vitest";
import { checkStars, stars as check } from "../../../src/audit/checks/stars";
import { exampleTable } from "../../../src/audit/exampleTable";
import { Given } from "../../../src/audit/given";
import type { PublishedModel, PublishedRow, PublishedTable } from "../../../src/published/publishedTable";

const row = (cells: Partial<PublishedRow>): PublishedRow => ({ term: "x", coef: "0.40", stars: "", ...cells });
const runOn = (rows: readonly PublishedRow[], change: Partial<PublishedModel> = {}, around: Partial<PublishedTable> = {}) => check.run(new Given(exampleTable(rows, change, around).table));
const of = (cells: Partial<PublishedRow>, change: Partial<PublishedModel> = {}, around: Partial<PublishedTable> = {}) => runOn([row(cells)], change, around);
const told = (cells: Partial<PublishedRow>, change: Partial<PublishedModel> = {}, around: Partial<PublishedTable> = {}) => {
  const { results, findings } = of(cells, change, around);
  return [results[0].verdict, ...findings.map(({ severity, weight }) => `${severity}${weight === undefined ? "" : ` ${weight}`}`)].join(", ");
};

describe("stars against what stands beside them", () => {
  // 0.40 and 0.10: |z| from 0.395/0.11 to 0.41/0.095, p from 2Φ(−4.316) = 0.0000159 to 2Φ(−3.591) = 0.00033.
  it.each([
    [{ se: "0.10", stars: "***" }, "|z| from 3.591 to 4.316, p from < .0001 to .0003: ***; printed ***.", "|z| 介于 3.591 与 4.316，p 介于 < .0001 与 .0003：应标 ***；表中为 ***。"],
    [{ z: "-2.00", stars: "**" }, "|z| as printed from 1.995 to 2.010, p from .044 to .046: **; printed **.", "表中的 |z| 介于 1.995 与 2.010，p 介于 .044 与 .046：应标 **；表中为 **。"],
    [{ wald: "4.00", stars: "**" }, "√Wald from 1.999 to 2.002, p from .045 to .046: **; printed **.", "√Wald 介于 1.999 与 2.002，p 介于 .045 与 .046：应标 **；表中为 **。"],
    [{ p: "0.03", stars: "**" }, "p from .025 to .040: **; printed **.", "p 介于 .025 与 .040：应标 **；表中为 **。"],
    [{ p: "<0.001", stars: "***" }, "p from < .0001 to .0010: ***; printed ***.", "p 介于 < .0001 与 .0010：应标 ***；表中为 ***。"],
    [{ lower: "0.20", upper: "0.60", stars: "***" }, "|z| from the confidence limits from 3.731 to 4.174, p from < .0001 to .0002: ***; printed ***.", "由置信区间得到的 |z| 介于 3.731 与 4.174，p 介于 < .0001 与 .0002：应标 ***；表中为 ***。"],
    // The first that is printed of p, z, t, Wald, error, limits.
    [{ se: "0.10", z: "2.00", p: "0.03", stars: "**" }, "p from .025 to .040: **; printed **.", "p 介于 .025 与 .040：应标 **；表中为 **。"],
    [{ se: "0.10", z: "2.00", t: "9.0", wald: "9.0", stars: "**" }, "|z| as printed from 1.995 to 2.010, p from .044 to .046: **; printed **.", "表中的 |z| 介于 1.995 与 2.010，p 介于 .044 与 .046：应标 **；表中为 **。"],
    [{ se: "0.10", lower: "-9", upper: "9", stars: "***" }, "|z| from 3.591 to 4.316, p from < .0001 to .0003: ***; printed ***.", "|z| 介于 3.591 与 4.316，p 介于 < .0001 与 .0003：应标 ***；表中为 ***。"],
  ])("%j: %s", (cells, why, whyZh) => expect(of(cells)).toMatchObject({ results: [{ model: "A", term: "x", verdict: "consistent", why, whyZh }], findings: [], needs: [] }));

  it("all marks that the digits allow are named, the bare cell among them", () => {
    expect(of({ coef: "0.2", se: "0.1", stars: "**" }).results[0].why).toBe("|z| from 0.750 to 6.000, p from < .0001 to .453: – / * / ** / ***; printed **."); // 0.15/0.2 and 0.3/0.05
    expect(runOn([row({ se: "0.20", stars: "" }), row({ term: "y", z: "9", stars: "***" })]).results[0]).toMatchObject({ verdict: "inconsistent", why: "|z| from 1.881 to 2.103, p from .036 to .060: * / **; printed –." });
  });

  it("a mark that the legend lacks cannot be told of", () => {
    expect(of({ z: "2.00", stars: "†" })).toMatchObject({ results: [{ verdict: "cannot-tell", why: "The legend does not say what † means; p from .044 to .046.", whyZh: "表注未说明 † 的含义；p 介于 .044 与 .046。" }], findings: [] });
    expect(() => checkStars({ coef: "0.4", se: "0.1", stars: "†" })).toThrow('"†" is not in the legend ("", "***", "**", "*")');
  });
});

describe("a star that does not fit", () => {
  it("is an inconsistency where no value of the digits has it", () => {
    expect(of({ se: "0.10", stars: "*" }).findings).toEqual([{
      model: "A", term: "x", severity: "inconsistent", printed: { coef: "0.40", se: "0.10", stars: "*" }, code: 'checkStars({"coef":"0.40","se":"0.10","stars":"*"}, {"***":"0.01","**":"0.05","*":"0.1"})',
      message: "A, x: printed 0.40* (0.10); its digits allow p from < .0001 to .0003, which the legend marks ***, not *. The stars or one of the numbers are misprinted, or the stars rest on another test.",
      messageZh: "A，x：表中为 0.40* (0.10)；这些数字允许的 p 介于 < .0001 与 .0003，按表注应标 ***，而非 *。星号或某个数字必有一处印错，或星号依据的是另一种检验。",
    }]);
    expect(of({ se: "0.10", p: "0.03", stars: "*" }).findings[0]).toMatchObject({ printed: { coef: "0.40", se: "0.10", p: "0.03", stars: "*" }, code: '["0.40", "0.10", "0.03"].map((printed) => printedInterval(printed))' });
    expect(of({ p: "<0.001", stars: "*" }).findings[0].code).toBe('["0.40", "0.001"].map((printed) => printedInterval(printed))');
  });

  it("is a note where only rounding saves it", () => {
    // 0.395/0.205 is 1.927 and 0.41/0.195 2.103; at face value 2.05 or so.
    const { findings, results } = of({ se: "0.20", stars: "*" });
    expect(results[0].verdict).toBe("only-by-rounding");
    expect(findings).toMatchObject([{
      severity: "note",
      message: "A, x: printed 0.40* (0.20); its digits allow p from .036 to .060, so that * is possible. At face value (p = .046) the stars would be others: only the rounding saves them.",
      messageZh: "A，x：表中为 0.40* (0.20)；这些数字允许的 p 介于 .036 与 .060，故 * 并非不可能。但按印出的数值（p = .046）应标不同的星号，只有四舍五入才能解释。",
    }]);
    expect(findings[0].weight).toBeUndefined();
  });

  it("proves nothing where it may rest on something else", () => {
    const wrong = { se: "0.10", stars: "*" };
    expect(told(wrong)).toBe("inconsistent, inconsistent");
    expect(told(wrong, { scale: "oddsRatio", rows: [row({ coef: "1.49", ...wrong })] })).toBe("inconsistent, inconsistent");
    for (const scale of ["marginalEffect", "other"] as const) expect(told(wrong, { scale }), scale).toBe("cannot-tell, note 30");
    for (const note of ["one-tailed tests", "Bootstrap standard errors"]) expect(told({ se: "0.40", stars: "***" }, {}, { notes: [note] }), note).toBe("cannot-tell, note 30");
    expect(told({ lower: "0.20", upper: "0.60", stars: "*" })).toBe("cannot-tell, note 30"); // it may be a profile interval
    expect(told({ p: "0.03", stars: "*" }, { scale: "marginalEffect" }, { notes: ["one-tailed tests"] })).toBe("inconsistent, inconsistent"); // p itself
    expect(told(wrong, {}, { unsure: [{ model: "A", term: "x", field: null, why: "" }] })).toBe("cannot-tell, note 30");
  });

  const supposed = (...fields: string[]) => ({ supposed: fields.map((field) => ({ field, value: "", why: "" })) });
  it.each([
    // As a log-odds |z| is 1; as an odds ratio with the error of its log 2.29, for which the others do not speak.
    ["0.40", "**", supposed("cutoffs", "scale"), "the cut-offs of the stars and the scale of the coefficients had to be supposed", "星号的界值、系数的尺度系推定"],
    // As an error |z| is 10, as a p it is .04.
    ["0.04", "**", supposed("brackets"), "what stands in brackets had to be supposed", "括号内数字的含义系推定"],
    ["0.40", "**", { unsure: [{ model: "A", term: "x", field: null, why: "" }] }, "the cell was read with doubt", "该单元格的读取存疑"],
    ["0.40", "**", { notes: ["one-tailed tests"] }, "the stars may rest on another test or interval than the one shown", "星号依据的检验或区间可能与表中所列不同"],
  ])("and what keeps it from a proof is said: 0.40 (%s) %s, %j", (se, marked, around, en, zh) => {
    const { findings } = runOn([row({ se, stars: marked }), row({ term: "y", coef: "1.00", se: "0.10", stars: "***" }), row({ term: "z", coef: "1.00", se: "0.10", stars: "***" })], {}, around);
    expect(findings).toMatchObject([{
      severity: "note", weight: 30, term: "x",
      message: expect.stringMatching(new RegExp(`, which would be marked .*, not \\*\\*\\. It proves nothing: ${en}\\.$`)), messageZh: expect.stringMatching(new RegExp(`，应标 .*，而非 \\*\\*。但不能据此断定有误：${zh}。$`)),
    }]);
  });
});

describe("cells that stars say nothing of", () => {
  it("are all of a table without stars, and thresholds without", () => {
    expect(runOn([row({ se: "0.10" }), row({ term: "y", se: "0.10" })])).toMatchObject({
      results: [{ verdict: "cannot-tell", interval: null, why: "The table stars nothing at all, so it may not use stars.", whyZh: "全表没有任何星号，可能并未使用星号标注。" }, { term: "y" }],
      findings: [], needs: [{ model: null, en: "stars: the table prints none", zh: "星号：表中没有任何星号" }],
    });
    expect(runOn([])).toMatchObject({ results: [], needs: [] });
    expect(runOn([row({ term: "1|2", se: "0.10" }), row({ term: "2|3", se: "0.10", stars: "*" }), row({ se: "0.10", stars: "***" })]).results.map(({ verdict, why }) => `${verdict}: ${why}`)).toEqual([
      "cannot-tell: Thresholds are commonly left unstarred.", expect.stringMatching(/^inconsistent: \|z\|/), expect.stringMatching(/^consistent: \|z\|/),
    ]);
    expect(runOn([row({ term: "1|2", se: "0.10" }), row({ se: "0.10", stars: "***" })]).results[0].whyZh).toBe("切点（阈值）通常不标星号。");
  });

  it("are those without evidence", () => {
    const { results, needs } = runOn([row({ stars: "*" }), row({ term: "y" })]);
    expect(results[0]).toMatchObject({ verdict: "cannot-tell", interval: null, why: "Nothing printed beside the coefficient bears on its p.", whyZh: "系数旁没有可用于推算 p 值的数字。" });
    expect(needs).toEqual([{ model: "A", en: "standard errors, z, t, Wald, p or confidence limits beside the coefficients", zh: "系数旁的标准误、z、t、Wald、p 或置信区间" }]);
    expect(runOn([row({ stars: "*" }), row({ term: "y", se: "0.10" })]).needs).toEqual([]);
  });
});

describe("a table that leaves its reading open", () => {
  const supposed = (field: string) => ({ supposed: [{ field, value: "", why: "" }] });
  // |z| 2.2: p .028. Under .1/.05/.01 that is **, under .05/.01/.001 it is *.
  const rows = (many: number, stars: string) => Array.from({ length: many }, (_, i) => row({ term: `r${i}`, z: "2.20", stars }));

  it("settles it by five cells that fit no other", () => {
    const last = (many: number) => runOn([...rows(many, "*"), row({ term: "w", z: "2.20", stars: "**" })], {}, supposed("cutoffs")).results.at(-1)!.verdict;
    expect(last(5)).toBe("inconsistent");
    expect(last(4)).toBe("cannot-tell");
    expect(runOn(rows(5, "*"), {}, supposed("cutoffs")).results.map(({ verdict }) => verdict)).toEqual(Array(5).fill("consistent"));
  });

  it("takes of several confidence levels the kindest", () => {
    // 0.40 between 0.24 and 0.56 is 4.9 standard errors of 95%, 4.1 of 90%, 6.4 of 99%; 0.40 between 0.03 and 0.77 2.12, 1.78 and 2.78.
    const limits = { lower: "0.03", upper: "0.77", stars: "*" };
    expect(told(limits)).toBe("cannot-tell, note 30");
    expect(told(limits, { confidence: "90" })).toBe("consistent");
    expect(told(limits, {}, supposed("confidence"))).toBe("consistent");
    expect(told({ ...limits, stars: "***" }, {}, supposed("confidence"))).toBe("consistent");
    expect(told({ ...limits, stars: "***" }, { confidence: "99" })).toBe("consistent");
    expect(told({ ...limits, stars: "***" }, { confidence: "90" })).toBe("cannot-tell, note 30");
  });

  it("by t has its degrees of freedom in the line of code", () => {
    // p of t = 2 is .0924 on six degrees of freedom: n 7 and one row.
    const { results, findings } = of({ coef: "2.000", se: "1.000", stars: "**" }, { n: 7 }, { statistic: "t" });
    expect(results[0].verdict).toBe("inconsistent");
    expect(findings[0].code).toBe('checkStars({"coef":"2.000","se":"1.000","stars":"**"}, {"***":"0.01","**":"0.05","*":"0.1"}, "any", 6)');
    expect(told({ coef: "2.000", se: "1.000", stars: "*" }, { n: 7 }, { statistic: "t" })).toBe("consistent");
    expect(told({ coef: "2.000", se: "1.000", stars: "***" }, { n: 7 }, { statistic: "t" })).toBe("inconsistent, inconsistent");
  });
});

describe("the stars of one cell by themselves", () => {
  it("follow from |z| and p over the box, and at face value", () => {
    // 0.35 to 0.5 over 0.15 to 0.3, either way of rounding.
    const { z, p, face, verdict, possible } = checkStars({ coef: "-0.4", se: "0.2", stars: "**" });
    expect(z).toEqual({ lower: expect.closeTo(0.35 / 0.3, 12), upper: expect.closeTo(0.5 / 0.15, 12) });
    expect(p).toEqual({ lower: expect.closeTo(0.0008581207, 9), upper: expect.closeTo(0.2433449, 6) }); // 2Φ(−10/3) and 2Φ(−7/6)
    expect([face, verdict, possible]).toEqual([expect.closeTo(0.0455002639, 9), "cannot-tell", ["", "*", "**", "***"]]);
    expect(checkStars({ coef: "0.4", se: "0.2", stars: "**" }, undefined, "any", 5).face).toBeCloseTo(0.1019394788, 9); // R: 2*pt(-2, 5)
  });

  it("an error printed as 0 leaves no bound and no face value", () => {
    // Up to 0.1, so that |z| is at least 3.5; up to 1.
    for (const [se, verdict] of [["0.0", "consistent"], ["0", "cannot-tell"]]) expect(checkStars({ coef: "0.4", se, stars: "***" })).toMatchObject({ z: { upper: Infinity }, p: { lower: 0 }, face: undefined, verdict });
    expect(checkStars({ coef: "0.4", se: "0.5", stars: "" }, undefined, "nearest")).toMatchObject({ z: { lower: expect.closeTo(0.35 / 0.55, 12), upper: expect.closeTo(0.45 / 0.45, 12) }, face: expect.closeTo(0.4237107972, 9) }); // 2Φ(−0.8)
    expect(checkStars({ coef: "4", se: "1.5", stars: "" }, undefined, "nearest").z).toEqual({ lower: expect.closeTo(3.5 / 1.55, 12), upper: expect.closeTo(4.5 / 1.45, 12) });
  });
});

describe("of several models", () => {
  const table = (models: Readonly<Record<string, readonly PublishedRow[]>>): PublishedTable => ({ models: Object.fromEntries(Object.entries(models).map(([id, rows]) => [id, exampleTable(rows).table.models.A])) });
  const on = (models: Readonly<Record<string, readonly PublishedRow[]>>) => check.run(new Given(table(models)));

  it("one star anywhere is enough for bare cells to mean something", () => {
    const bare = row({ se: "0.10" });
    expect(on({ A: [bare], B: [row({ term: "y", se: "0.10" })] })).toMatchObject({ results: [{ verdict: "cannot-tell", why: "The table stars nothing at all, so it may not use stars." }, { verdict: "cannot-tell" }], needs: [{ model: null, en: "stars: the table prints none", zh: "星号：表中没有任何星号" }] });
    expect(on({ A: [bare], B: [row({ term: "y", se: "0.10", stars: "***" })], C: [row({ term: "w", se: "9.0" })] })).toMatchObject({ results: [{ model: "A", verdict: "inconsistent" }, { model: "B", verdict: "consistent" }, { model: "C", verdict: "consistent" }], needs: [] });
    expect(on({ A: [], B: [bare], C: [] }).needs).toEqual([{ model: null, en: "stars: the table prints none", zh: "星号：表中没有任何星号" }]);
    expect(on({ A: [], B: [] }).needs).toEqual([]);
  });

  it("those without any evidence are named, the others not", () => {
    const needs = on({ A: [row({ stars: "*" }), row({ term: "y" })], B: [row({ stars: "*" }), row({ term: "y", se: "9.0" })], C: [row({ stars: "*" })], D: [] }).needs;
    expect(needs.map(({ model }) => model)).toEqual(["A", "C"]);
  });

  it("a bare threshold is no cell, a starred one is", () => {
    const { results } = on({ A: [row({ term: "1|2", se: "0.10" }), row({ term: "2|3", se: "0.10", stars: "***" }), row({ se: "0.10", stars: "***" })] });
    expect(results).toMatchObject([{ term: "1|2", verdict: "cannot-tell", interval: null, why: "Thresholds are commonly left unstarred.", whyZh: "切点（阈值）通常不标星号。" }, { verdict: "consistent" }, { verdict: "consistent" }]);
  });
});
