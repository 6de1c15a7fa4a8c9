import { describe, expect, it } from "vitest";
import { checkStatistic, row as check } from "../../../src/audit/checks/row";
import { exampleTable } from "../../../src/audit/exampleTable";
import { Given } from "../../../src/audit/given";
import type { PublishedModel, PublishedRow, PublishedTable } from "../../../src/published/publishedTable";

type Cells = Partial<PublishedRow>;
const rowWith = (cells: Cells): PublishedRow => ({ term: "x", coef: "0.40", stars: "", ...cells });
const runOn = (rows: readonly PublishedRow[], change: Partial<PublishedModel> = {}, around: Partial<PublishedTable> = {}) => check.run(new Given(exampleTable(rows, change, around).table));
/** What is said of each relation of one row. */
const said = (cells: Cells, change: Partial<PublishedModel> = {}, around: Partial<PublishedTable> = {}) => runOn([rowWith(cells)], change, around).results.map(({ verdict, why }) => `${verdict}: ${why}`);
const verdicts = (cells: Cells, change: Partial<PublishedModel> = {}, around: Partial<PublishedTable> = {}) => runOn([rowWith(cells)], change, around).results.map(({ verdict }) => verdict);

describe("what cannot be whatever the rest", () => {
  it.each([
    [{ se: "-0.1" }, "-0.1", "a standard error cannot be negative", "标准误不能为负"],
    [{ p: "1.2" }, "1.2", "a p-value cannot be above 1", "p 值不能大于 1"],
    [{ p: "-0.02" }, "-0.02", "a p-value cannot be negative", "p 值不能为负"],
    [{ wald: "-1.5" }, "-1.5", "a Wald χ² cannot be negative", "Wald χ² 不能为负"],
    [{ lower: "0.9", upper: "0.1" }, "0.9 – 0.1", "the lower confidence limit is above the upper", "置信区间的下限大于上限"],
    [{ oddsRatio: "-1.5" }, "-1.5", "an odds ratio cannot be negative", "优势比不能为负"],
  ] as const)("%j", (cells, printed, en, zh) => {
    const { results, findings } = runOn([rowWith(cells)]);
    expect(results).toEqual([{ model: "A", term: "x", verdict: "inconsistent", interval: null, why: `${printed}: ${en}.`, whyZh: `${printed}：${zh}。` }]);
    expect(findings).toMatchObject([{ model: "A", term: "x", severity: "inconsistent", printed: { coef: "0.40", ...cells }, code: 'printedInterval("0.40")' }]);
    expect(findings[0].message).toMatch(new RegExp(`^A, x: printed 0\\.40.*; ${en}\\. A sign or digit is misprinted\\.$`));
    expect(findings[0].messageZh).toMatch(new RegExp(`^A，x：表中为 0\\.40.*；${zh}。符号或数字印错。$`));
  });

  it("proves nothing where the cell was read with doubt", () => {
    const { results, findings } = runOn([rowWith({ se: "-0.1" })], {}, { unsure: [{ model: "A", term: "x", field: "se", why: "" }] });
    expect([results[0].verdict, findings[0].severity]).toEqual(["cannot-tell", "note"]);
  });

  it("is told of odds ratios as coefficients, but of no constant or threshold", () => {
    const of = (term: string, coef: string) => runOn([rowWith({ term, coef, p: "0.5" })], { scale: "oddsRatio" }).results.map(({ why }) => why);
    expect(of("x", "-0.50")).toEqual(["-0.50: an odds ratio cannot be negative."]);
    for (const [term, coef] of [["x", "0.50"], ["x", "0.00"], ["const", "-0.50"], ["1|2", "-0.50"]]) expect(of(term, coef), `${term} ${coef}`).toEqual([]);
  });

  it("is not told of what rounding may have made", () => {
    expect(said({ p: "1.0" })).toEqual([]); // 0.95 to 1, and nothing to hold it against
    expect(said({ p: "-0.00" })).toEqual([]);
    expect(said({ wald: "-0.0", se: "0.1" })).toEqual([expect.stringMatching(/^inconsistent: Printed -0.0; \(estimate/)]);
    expect(said({ lower: "0.4", upper: "0.4" })[0]).toBe("consistent: Printed 0.4 – 0.4; an interval that holds the estimate: 0.395 to 0.410.");
  });
});

describe("two numbers of one row", () => {
  // 0.40 is 0.395 to 0.41 and 0.10 is 0.095 to 0.11, rounded or truncated: |z| is 3.591 to 4.316, z² 12.895 to 18.626.
  const z = ["3.591", "4.316"], squared = ["12.895", "18.626"];

  it("estimate and standard error against z, t and Wald", () => {
    expect(said({ se: "0.10", z: "4.0" })).toEqual([`consistent: Printed 4.0; estimate / standard error: ${z[0]} to ${z[1]}.`]);
    expect(said({ se: "0.10", z: "4.4" })).toEqual([`inconsistent: Printed 4.4; estimate / standard error: ${z[0]} to ${z[1]}.`]); // at least 4.35
    expect(said({ se: "0.10", t: "3.4" })).toEqual([`inconsistent: Printed 3.4; estimate / standard error: ${z[0]} to ${z[1]}.`]); // at most 3.5
    expect(said({ se: "0.10", wald: "16" })).toEqual([`consistent: Printed 16; (estimate / standard error)²: ${squared[0]} to ${squared[1]}.`]);
    expect(said({ se: "0.10", wald: "20" })).toEqual([`inconsistent: Printed 20; (estimate / standard error)²: ${squared[0]} to ${squared[1]}.`]);
    expect(said({ se: "0.10", wald: "10" })).toEqual([`inconsistent: Printed 10; (estimate / standard error)²: ${squared[0]} to ${squared[1]}.`]);
    expect(verdicts({ se: "0.10", wald: "4.0" })).toEqual(["consistent"]); // a plain z, headed "Wald"
  });

  it("z against Wald, by its square", () => {
    expect(said({ z: "2.00", wald: "4.00" })).toEqual(["consistent: Printed 4.00; (estimate / standard error)²: 3.980 to 4.040."]); // 1.995² and 2.01²
    expect(verdicts({ z: "-2.00", wald: "4.00" })).toEqual(["consistent", "inconsistent"]); // the sign of z is the estimate's
    expect(verdicts({ z: "2.00", wald: "4.10" })).toEqual(["inconsistent"]);
  });

  it("the sign of a statistic is the estimate's; one without a sign says nothing", () => {
    expect(said({ se: "0.10", z: "-4.0" })).toEqual([`consistent: Printed -4.0; estimate / standard error: ${z[0]} to ${z[1]}.`, "inconsistent: Printed -4.0; the sign of the estimate: 0.395 to 0.410."]);
    expect(said({ t: "-4.0" })).toEqual(["inconsistent: Printed -4.0; the sign of the estimate: 0.395 to 0.410."]);
    expect(runOn([rowWith({ t: "-4.0" })]).results[0].whyZh).toBe("表中为 -4.0；估计值的符号：0.395 至 0.410。");
    expect(verdicts({ coef: "-0.40", z: "-4.0" })).toEqual([]);
    expect(verdicts({ coef: "-0.40", se: "0.10", z: "4.0" })).toEqual(["consistent"]);
    expect(verdicts({ coef: "0.00", z: "-0.1" })).toEqual([]);
    expect(verdicts({ coef: "0.40", z: "-0.0" })).toEqual([]);
    // Of an odds ratio the sign is its log's.
    expect(said({ coef: "2.0", z: "-4.0" }, { scale: "oddsRatio" })).toEqual(["inconsistent: Printed -4.0; the sign of the estimate: 0.668 to 0.742."]); // ln 1.95 and ln 2.1
    expect(verdicts({ coef: "0.5", z: "-4.0" }, { scale: "oddsRatio" })).toEqual([]);
    expect(verdicts({ coef: "0.5", z: "-4.0" }, {}, { supposed: [{ field: "scale", value: "", why: "" }] })).toEqual([]); // it may be an odds ratio
  });

  it("a statistic against its p", () => {
    // Of 1.995 to 2.01 p is .0460 to .0444; t of one degree of freedom may have .296.
    expect(said({ z: "2.00", p: "0.03" })).toEqual(["inconsistent: Printed 0.03; p of the printed statistic: .044 to .046."]);
    expect(verdicts({ z: "2.00", p: "0.04" })).toEqual(["consistent"]);
    expect(verdicts({ z: "2.00", p: "0.06" })).toEqual(["inconsistent"]);
    expect(said({ t: "2.00", p: "0.06" })).toEqual(["consistent: Printed 0.06; p of the printed statistic: .044 to .296."]);
    expect(verdicts({ t: "2.00", z: "2.00", p: "0.06" })).toEqual(["inconsistent"]);
    expect(verdicts({ t: "2.00", p: "0.03" })).toEqual(["inconsistent"]);
    expect(said({ wald: "4.00", p: "0.06" })).toEqual(["inconsistent: Printed 0.06; p of the printed Wald statistic: .045 to .046."]); // √3.995 and √4.01
    expect(verdicts({ wald: "2.00", p: "0.04" })).toEqual(["consistent"]); // a plain z
    expect(runOn([rowWith({ wald: "4.00", p: "0.06" })]).results[0].whyZh).toBe("表中为 0.06；由表中 Wald 统计量得到的 p：.045 至 .046。");
    expect(runOn([rowWith({ z: "2.00", p: "0.06" })]).results[0].whyZh).toBe("表中为 0.06；由表中统计量得到的 p：.044 至 .046。");
    expect(said({ wald: "-0.0", p: "1.000" })).toEqual(["consistent: Printed 1.000; p of the printed Wald statistic: 1.000 to 1.000."]);
  });

  it.each(["one-tailed tests", "Bootstrap standard errors", "Multiple imputation"])("but not p where the notes say %j", (note) => {
    expect(verdicts({ z: "2.00", p: "0.90" }, {}, { notes: [note] })).toEqual([]);
    expect(verdicts({ se: "0.10", p: "0.90", z: "9.0" }, {}, { notes: [note] })).toEqual(["inconsistent"]);
  });

  it("exp(estimate) against the odds ratio beside it", () => {
    expect(said({ oddsRatio: "1.49" })).toEqual(["consistent: Printed 1.49; exp(estimate): 1.484 to 1.507."]); // e^0.395 and e^0.41
    expect(said({ oddsRatio: "1.52" })).toEqual(["inconsistent: Printed 1.52; exp(estimate): 1.484 to 1.507."]);
    expect(runOn([rowWith({ oddsRatio: "1.52" })]).results[0].whyZh).toBe("表中为 1.52；exp（估计值）：1.484 至 1.507。");
    expect(verdicts({ oddsRatio: "1.52" }, { scale: "marginalEffect" })).toEqual([]);
    expect(verdicts({ coef: "-0.69", oddsRatio: "0.50" })).toEqual(["consistent"]);
  });

  it("nothing is proved by a scale or brackets that were supposed, or of a cell in doubt", () => {
    const wrong = { se: "0.10", z: "20.0" }; // as an odds ratio's log over its own error at most 9.8
    const at = { model: "A", value: "", why: "" };
    expect(verdicts(wrong, {}, { supposed: [{ field: "scale", ...at }] })).toEqual(["cannot-tell"]);
    expect(verdicts(wrong, {}, { supposed: [{ field: "brackets", ...at }] })).toEqual(["cannot-tell"]);
    expect(verdicts(wrong, {}, { supposed: [{ field: "cutoffs", ...at }] })).toEqual(["inconsistent"]);
    expect(verdicts(wrong, {}, { supposed: [{ field: "scale", ...at, model: "B" }] })).toEqual(["inconsistent"]);
    expect(verdicts(wrong, {}, { unsure: [{ model: "A", term: "x", field: null, why: "" }] })).toEqual(["cannot-tell"]);
    expect(verdicts(wrong, {}, { unsure: [{ model: "A", term: "y", field: null, why: "" }] })).toEqual(["inconsistent"]);
  });
});

describe("confidence limits", () => {
  // Of 0.20 (0.195 to 0.21) and 0.60 (0.595 to 0.61) the middle is 0.395 to 0.41, half the width over 1.96 is 0.098 to 0.106.
  const fits = { lower: "0.20", upper: "0.60" };
  const holdsIt = "consistent: Printed 0.20 – 0.60; an interval that holds the estimate: 0.395 to 0.410.";

  it("hold the estimate, in their middle, as wide as 1.96 standard errors", () => {
    expect(said(fits)).toEqual([holdsIt, "consistent: Printed 0.20 – 0.60; the middle of the limits, against the estimate: 0.395 to 0.410."]);
    expect(said({ ...fits, se: "0.10" })).toEqual([...said(fits), "consistent: Printed 0.20 – 0.60; the standard error that the limits imply: 0.098 to 0.106."]);
    expect(runOn([rowWith({ ...fits, se: "0.10" })]).results.map(({ whyZh }) => whyZh)).toEqual(["表中为 0.20 – 0.60；包含估计值的区间：0.395 至 0.410。", "表中为 0.20 – 0.60；区间中点（与估计值相比）：0.395 至 0.410。", "表中为 0.20 – 0.60；由区间宽度得到的标准误：0.098 至 0.106。"]);
    expect(verdicts({ ...fits, coef: "0.70", se: "0.10" })).toEqual(["inconsistent"]);
    expect(verdicts({ ...fits, coef: "0.10", se: "0.10" })).toEqual(["inconsistent"]);
    // Alone a width or a middle proves nothing: it may be a profile interval.
    expect(verdicts({ ...fits, se: "0.20" })).toEqual(["consistent", "consistent", "cannot-tell"]);
    expect(verdicts({ ...fits, se: "0.05" })).toEqual(["consistent", "consistent", "cannot-tell"]);
    expect(verdicts({ ...fits, coef: "0.30", se: "0.10" })).toEqual(["consistent", "cannot-tell", "consistent"]);
    expect(verdicts({ ...fits, se: "0.20" }, {}, { notes: ["bootstrap"] })).toEqual(["consistent"]);
    expect(verdicts({ ...fits, se: "0.10" }, {}, { supposed: [{ field: "scale", value: "", why: "" }] })).toEqual(["consistent", "consistent", "consistent"]); // one scale that fits is enough
    expect(verdicts({ lower: "0.20" })).toEqual([]);
    expect(verdicts({ upper: "0.60" })).toEqual([]);
  });

  it("have the level that the table says", () => {
    expect(verdicts({ lower: "0.24", upper: "0.56", se: "0.10" })).toEqual(["consistent", "consistent", "cannot-tell"]); // 1.645 standard errors
    expect(said({ lower: "0.24", upper: "0.56", se: "0.10" }, { confidence: "90" })[2]).toBe("consistent: Printed 0.24 – 0.56; the standard error that the limits imply: 0.093 to 0.102."); // (0.305 and 0.335)/2/1.64485
  });

  it("of the ratio beside a coefficient are on the ratio's scale", () => {
    // e^0.2 and e^0.6 around e^0.4.
    const ratio = { coef: "0.400", se: "0.102", oddsRatio: "1.492", lower: "1.221", upper: "1.822" };
    expect(verdicts(ratio)).toEqual(["consistent", "consistent", "consistent", "consistent"]);
    expect(said(ratio)[3]).toBe("consistent: Printed 1.221 – 1.822; the standard error that the limits imply: 0.102 to 0.102.");
    expect(verdicts({ ...ratio, lower: "0.900" })).toEqual(["consistent", "consistent", "cannot-tell", "cannot-tell"]);
    expect(verdicts({ coef: "0.900", oddsRatio: "1.492", lower: "1.221", upper: "1.822" })).toEqual(["inconsistent", "consistent", "consistent"]); // around the ratio all the same
    expect(verdicts({ coef: "-0.400", lower: "0.549", upper: "0.819" })).toEqual(["consistent"]); // e^−0.6 and e^−0.2
    // Limits of a ratio beside log-odds without the ratio: another scale, nothing more to hold against it.
    expect(verdicts({ coef: "0.400", se: "0.102", lower: "1.221", upper: "1.822" })).toEqual(["consistent"]);
    expect(verdicts({ coef: "0.400", se: "0.102", lower: "1.521", upper: "1.822" })).toEqual(["inconsistent"]);
  });

  it("of odds ratios are held in logs", () => {
    expect(said({ coef: "1.492", lower: "1.221", upper: "1.822" }, { scale: "oddsRatio" })).toEqual(["consistent: Printed 1.221 – 1.822; an interval that holds the estimate: 1.492 to 1.493.", "consistent: Printed 1.221 – 1.822; the middle of the limits, against the estimate: 0.399 to 0.400."]);
    expect(verdicts({ coef: "1.700", lower: "1.221", upper: "1.822" }, { scale: "oddsRatio" })).toEqual(["consistent", "cannot-tell"]);
    expect(verdicts({ coef: "1.492", lower: "0.000", upper: "1.822" }, { scale: "oddsRatio" })).toEqual(["consistent"]); // the log of the lower may be anything
  });
});

describe("what holds of Wald tests only", () => {
  const right = (many: number) => Array.from({ length: many }, (_, i) => rowWith({ term: `r${i}`, se: "0.20", p: "0.04" })); // z 1.88 to 2.10, p .036 to .060
  const wrong = rowWith({ term: "w", se: "0.20", p: "0.50" });
  const of = (rows: readonly PublishedRow[]) => {
    const { results, findings } = runOn(rows);
    return { last: results.at(-1)!, finding: findings.at(-1)! };
  };

  it("counts where five other rows bear it out and none is against it", () => {
    expect(of([...right(5), wrong]).last).toMatchObject({ verdict: "inconsistent", why: "Printed 0.50; p of estimate / standard error: .036 to .060.", whyZh: "表中为 0.50；由估计值/标准误得到的 p：.036 至 .060。" });
    expect(of([...right(4), wrong]).last.verdict).toBe("cannot-tell");
    expect(of([rowWith({ term: "v", se: "0.20", p: "0.60" }), ...right(5), wrong]).last.verdict).toBe("cannot-tell");
  });

  it("is told with what else it may be, or with what is misprinted", () => {
    expect(of([...right(5), wrong]).finding).toMatchObject({
      severity: "inconsistent", printed: { coef: "0.40", se: "0.20", p: "0.50" }, code: 'printedInterval("0.40")',
      message: "A, w: 0.50 is printed, but p of estimate / standard error is .036 to .060 (0.40 (0.20, p 0.50)). One of them is misprinted, or they belong to different tests.",
      messageZh: "A，w：表中为 0.50，而由估计值/标准误得到的 p为 .036 至 .060（0.40 (0.20, p 0.50)）。其中必有一个印错，或它们出自不同的检验。",
    });
    expect(of([wrong]).finding.printed).toStrictEqual({ coef: "0.40", se: "0.20", p: "0.50" });
    expect(of([wrong]).finding).toMatchObject({
      severity: "note",
      message: "A, w: 0.50 is printed, but p of estimate / standard error is .036 to .060 (0.40 (0.20, p 0.50)). It may be a profile interval, a likelihood-ratio p or another scale than supposed; if not, one of them is misprinted.",
      messageZh: "A，w：表中为 0.50，而由估计值/标准误得到的 p为 .036 至 .060（0.40 (0.20, p 0.50)）。可能是剖面似然区间、似然比检验的 p，或尺度与推定的不同；否则必有一个印错。",
    });
  });

  it("rows of another scale bear nothing out", () => {
    const { table } = exampleTable(right(5));
    const results = check.run(new Given({ models: { ...table.models, B: { ...table.models.A, scale: "marginalEffect", rows: [wrong] } } })).results;
    expect(results.at(-1)).toMatchObject({ model: "B", verdict: "cannot-tell" });
    expect(check.run(new Given({ models: { ...table.models, B: { ...table.models.A, rows: [wrong] } } })).results.at(-1)).toMatchObject({ model: "B", verdict: "inconsistent" });
  });
});

it("a second number is missed where no row has one, and only there", () => {
  const needs = { model: null, en: "a second number for the same estimate: z, t, Wald, p, confidence limits or odds ratio beside the standard error", zh: "同一估计值的另一个数字：标准误之外的 z、t、Wald、p、置信区间或优势比" };
  expect(runOn([rowWith({ se: "0.1" }), rowWith({ term: "y", se: "0.1" })]).needs).toEqual([needs]);
  expect(runOn([rowWith({ se: "0.1" }), rowWith({ term: "y", se: "0.1", z: "4" })]).needs).toEqual([]);
  expect(runOn([rowWith({ se: "-0.1" })]).needs).toEqual([]);
  expect(runOn([]).needs).toEqual([]);
});

it("the line of code is the statistic's where there is one", () => {
  const code = (cells: Cells) => runOn([rowWith(cells)]).findings[0].code;
  expect(code({ se: "0.10", z: "9.0" })).toBe('checkStatistic("0.40", "0.10", "9.0")');
  expect(code({ se: "0.10", t: "9.0" })).toBe('checkStatistic("0.40", "0.10", "9.0")');
  expect(code({ se: "0.10", wald: "9.0" })).toBe('printedInterval("0.40")');
  expect(checkStatistic("-0.40", "0.10", "-4.0")).toEqual({ verdict: "consistent", expected: { lower: expect.closeTo(0.395 / 0.11, 12), upper: expect.closeTo(0.41 / 0.095, 12) } });
});

it("at the limits of rounding nothing is impossible that could just be", () => {
  const cut = (cells: Cells, change: Partial<PublishedModel> = {}) => check.run(new Given(exampleTable([rowWith(cells)], change).table, { rounding: "truncated" })).results.map(({ verdict, why }) => `${verdict}: ${why}`);
  expect(cut({ p: "1" })).toEqual([]); // 1 itself
  expect(cut({ p: "1.1" })).toEqual(["inconsistent: 1.1: a p-value cannot be above 1."]);
  expect(cut({ lower: "0.4", upper: "0.3" }).filter((one) => one.includes("above the upper"))).toEqual([]); // both 0.4
  expect(cut({ lower: "0.5", upper: "0.3" })).toEqual(["inconsistent: 0.5 – 0.3: the lower confidence limit is above the upper."]);
  expect(cut({ oddsRatio: "-0.0" }).filter((one) => one.includes("cannot be negative"))).toEqual([]);
  expect(cut({ oddsRatio: "-0.1" })).toEqual(["inconsistent: -0.1: an odds ratio cannot be negative."]);
  // An odds ratio of 1 is no effect, whose statistic may have any sign.
  expect([cut({ coef: "1.0", z: "-2.0" }, { scale: "oddsRatio" }), cut({ coef: "1.1", z: "-2.0" }, { scale: "oddsRatio" }).length]).toEqual([[], 1]);
  // Of two scales that are open the one that the estimate cannot have says nothing.
  expect(verdicts({ coef: "-0.40", z: "-4.0" }, {}, { supposed: [{ field: "scale", value: "", why: "" }] })).toEqual([]);
});
