import { describe, expect, it } from "vitest";
import { pooling, poolingSplit, poolingTest } from "../../../src/audit/checks/pooling";
import { exampleModel } from "../../../src/audit/exampleTable";
import { Given } from "../../../src/audit/given";
import type { PublishedModel, PublishedRow, PublishedTable } from "../../../src/published/publishedTable";
import { mcFadden } from "../r2Tables";

const row = (term: string, coef: string, se?: string): PublishedRow => ({ term, coef, stars: "", ...(se !== undefined && { se }) });
type Change = Partial<PublishedModel>;
/** Parts of 80 and 90, a whole of 170: three models of two rows each. */
const tableOf = (whole: Change = {}, a: Change = {}, b: Change = {}, around: Partial<PublishedTable> = {}): PublishedTable => {
  const rows = [row("x", "0.500", "0.200"), row("const", "0.100", "0.200")];
  return { models: { A: exampleModel(rows, { n: 80, logLik: "-50.000", ...a }), B: exampleModel(rows, { n: 90, logLik: "-55.000", ...b }), W: exampleModel(rows, { n: 170, logLik: "-105.500", ...whole }) }, pooled: [{ whole: "W", parts: ["A", "B"] }], ...around };
};
const run = (...all: Parameters<typeof tableOf>) => pooling.run(new Given(tableOf(...all)));

describe("a whole's log-likelihood against its parts'", () => {
  it("is a likelihood ratio on as many degrees of freedom as the parts have more rows", () => {
    // 2·(−105 + 105.5) = 1; each number is up to 0.0005 nearer to 0 or 0.001 farther; χ² of 2 is exp(−LR/2) beyond.
    const { results, answer, findings, needs } = run();
    expect(results[0]).toEqual({
      model: "W", term: null, verdict: "consistent", interval: [expect.closeTo(0.995, 9), expect.closeTo(1.004, 9)],
      why: "LR = 2·(Σ −50.000, −55.000 − −105.500) = 1.000 on 2 df, p = .607 (LR 0.995 to 1.004).", whyZh: "LR = 2·(Σ −50.000, −55.000 − −105.500) = 1.000，自由度 2，p = .607（LR 介于 0.995 与 1.004）。",
    });
    expect(answer).toEqual([{ whole: "W", parts: ["A", "B"], lr: 1, df: 2, p: expect.closeTo(Math.exp(-0.5), 10), lrInterval: [expect.closeTo(0.995, 9), expect.closeTo(1.004, 9)], pInterval: [expect.closeTo(Math.exp(-0.502), 9), expect.closeTo(Math.exp(-0.4975), 9)], level: null, rest: null }]);
    expect([findings, needs]).toEqual([[], []]);
  });

  it("below 0 is inconsistent, or only by rounding", () => {
    expect(run({ logLik: "-104.000" })).toMatchObject({
      results: [{ verdict: "inconsistent" }, {}, {}],
      findings: [{
        severity: "inconsistent", model: "W", term: null, printed: { "logLik of W": "-104.000", "logLik of A": "-50.000", "logLik of B": "-55.000" }, code: 'poolingTest("-104.000", ["-50.000","-55.000"], 2)',
        message: "W's log-likelihood -104.000 is above the sum of its parts' (LR = −2.000), which no unweighted fits to the same rows allow: fitted apart, parts can only fit better. A log-likelihood is misprinted, or the models differ in rows, outcome or terms.",
        messageZh: "W 的对数似然值 -104.000 高于各组之和（LR = −2.000），对同一样本的未加权拟合不可能如此：分组拟合只会更好。对数似然值印错，或各模型的样本、因变量、变量不同。",
      }],
    });
    expect(run({ logLik: "-104.000" }, {}, {}, { notes: ["weighted"] })).toMatchObject({ results: [{ verdict: "cannot-tell" }, {}, {}], findings: [{ severity: "note" }] });
    expect(["-105.001", "-105.000", "-104.999", "-104.996"].map((logLik) => run({ logLik }).results[0].verdict)).toEqual(["cannot-tell", "cannot-tell", "only-by-rounding", "inconsistent"]);
    expect([poolingTest("-1", ["-1"], 3), poolingTest("-100.00", ["-50.00", "-50.00"], 3, "truncated")].map(({ lr, p }) => [lr, p])).toEqual([[0, 1], [0, 1]]);
  });

  it("that tells the groups apart is noted, with what of it is the level", () => {
    // LR 10 on 2: p = exp(−5) = .0067.
    const { findings } = run({ logLik: "-110.000" });
    expect(findings).toEqual([{
      model: "W", term: null, severity: "note", printed: { "logLik of W": "-110.000", "logLik of A": "-50.000", "logLik of B": "-55.000" }, code: 'poolingTest("-110.000", ["-50.000","-55.000"], 2)',
      message: "A and B do not have the same coefficients: LR = 10.000 on 2 df, p = .0067 (.0067 to .0068 by rounding). W averages over groups that differ somewhere; the test does not say in which term. It holds the constants too.",
      messageZh: "A 与 B 的系数不全相同：LR = 10.000，自由度 2，p = .0067（舍入范围 .0067 至 .0068）。W 是对有差异的各组取平均；该检验不能说明差异在哪一项。该检验包含常数项。",
    }]);
    expect(run({ logLik: "-107.990" }).findings).toEqual([]); // LR 5.98: p = .0503
    expect(run({ logLik: "-107.997" }).findings).toEqual([]); // LR 5.994, p = .0499, but not of all that it may stand for
    expect(run({ logLik: "-108.002" }).findings).toHaveLength(1);
    const { level, rest } = poolingSplit(10, { events: 50, n: 100 }, [{ events: 20, n: 50 }, { events: 30, n: 50 }]);
    // −100 ln 2 for the whole, for each part 20 ln 0.4 + 30 ln 0.6.
    expect(level).toBeCloseTo(2 * (2 * (20 * Math.log(0.4) + 30 * Math.log(0.6)) + 100 * Math.log(2)), 10);
    expect(level + rest).toBeCloseTo(10, 12);
  });

  it.each([
    ["the log-likelihoods of the whole and all parts", "全样本与各组的对数似然值", { logLik: undefined }, {}, "Needs the log-likelihoods of the whole and all parts.", "需要全样本与各组的对数似然值。"],
    ["the log-likelihoods of the whole and all parts", "全样本与各组的对数似然值", {}, { logLik: undefined }, "Needs the log-likelihoods of the whole and all parts.", "需要全样本与各组的对数似然值。"],
    ["whole and parts of one family", "全样本与各组为同一类模型", {}, { family: "ordered logit" }, "The models are of different families.", "各模型类型不同。"],
    ["parts whose n add up to the whole's", "样本量之和等于全样本的各组", { n: 171 }, {}, "The parts' rows do not add up to the whole's.", "各组样本量之和不等于全样本。"],
    ["the same terms in whole and parts", "全样本与各组包含相同的项", { rows: [row("x", "1"), row("y", "1"), row("z", "1")] }, {}, "The whole has terms that a part lacks (y, z): it may not be nested.", "全样本模型含有某组没有的项（y、z），未必嵌套。"],
  ] as const)("needs %s", (en, zh, whole, a, why, whyZh) => {
    const { results, needs, answer } = run(whole as Change, a as Change);
    expect(results[0]).toEqual({ model: "W", term: null, verdict: "cannot-tell", interval: null, why, whyZh });
    expect([needs, answer]).toEqual([[{ model: "W", en, zh }], []]);
  });

  it("cannot tell where a part says no n; without a whole nothing is asked", () => {
    const { models } = tableOf();
    const { n: _, ...bare } = models.A;
    expect(pooling.run(new Given({ ...tableOf(), models: { ...models, A: bare } })).results[0].why).toBe("The parts' rows do not add up to the whole's.");
    expect(pooling.run(new Given({ models })).needs).toEqual([{ model: null, en: "which model pools which others (pooled)", zh: "哪个模型由哪些组合并而成（pooled）" }]);
  });
});

describe("a pooled coefficient among its parts'", () => {
  const of = (pooled: readonly PublishedRow[], a: readonly PublishedRow[], b: readonly PublishedRow[], change: Change = {}) => run({ rows: pooled, ...change }, { rows: a, ...change }, { rows: b, ...change });

  it("is between them, and so far from their mean", () => {
    // Weights 1/0.1² and 1/0.2²: (0.2·100 + 0.4·25)/125 = 0.24, and 0.3 is 0.06/0.1 = 0.6 errors away.
    const { results, findings } = of([row("x", "0.300", "0.100")], [row("x", "0.200", "0.100")], [row("x", "0.400", "0.200")]);
    expect(results[1]).toEqual({
      model: "W", term: "x", verdict: "consistent", interval: [expect.closeTo(0.1995, 12), expect.closeTo(0.401, 12)],
      why: "The pooled 0.300 is between its parts (A 0.200, B 0.400). Their inverse-variance mean is 0.240, 0.60 of its SE away.", whyZh: "合并系数 0.300 介于各组系数（A 0.200, B 0.400）之间。其逆方差加权均值为 0.240，相距 0.60 个标准误。",
    });
    expect(findings).toEqual([]);
    expect(of([row("x", "0.300")], [row("x", "0.200")], [row("x", "0.400")]).results[1].why).toBe("The pooled 0.300 is between its parts (A 0.200, B 0.400).");
    expect(of([row("x", "0.300", "0.100")], [row("x", "0.200", "0.100")], [row("x", "0.400", "0.200")], { scale: "oddsRatio" }).results[1].why).toBe("The pooled 0.300 is between its parts (A 0.200, B 0.400).");
  });

  it("outside of them it is noted, where rounding does not bring it in", () => {
    const outside = of([row("x", "0.450", "0.100")], [row("x", "0.200", "0.100")], [row("x", "0.400", "0.200")]);
    expect(outside.results[1]).toMatchObject({ verdict: "cannot-tell", whyZh: "合并系数 0.450 落在各组系数（A 0.200, B 0.400）之外。其逆方差加权均值为 0.240，相距 2.10 个标准误。" });
    expect(outside.findings).toEqual([{
      severity: "note", model: "W", term: "x", weight: 35, printed: { coef: "0.450", "coef of A": "0.200", "coef of B": "0.400" }, code: "[0.200, 0.400].sort((a, b) => a - b)",
      message: "W, x: the pooled 0.450 (0.100) lies outside its parts (A 0.200, B 0.400). That happens where groups differ in more than this term, but a lost sign or digit looks the same.",
      messageZh: "W，x：合并系数 0.450 (0.100) 落在各组系数（A 0.200, B 0.400）之外。各组在其他项上也有差异时会如此，但漏印符号或数字也会如此。",
    }]);
    const rounded = of([row("x", "0.401", "0.100")], [row("x", "0.200", "0.100")], [row("x", "0.400", "0.200")]);
    expect(rounded.results[1]).toMatchObject({ verdict: "only-by-rounding", whyZh: expect.stringContaining("落在（舍入范围除外）各组系数（A 0.200, B 0.400）之外。") });
    expect(rounded.findings).toEqual([]);
  });

  it("is asked of terms that all have, on one scale", () => {
    expect(of([row("x", "1"), row("y", "1")], [row("x", "1")], [row("x", "1"), row("y", "1")]).results.map(({ term }) => term)).toEqual([null, "x"]);
    expect(run({ scale: "oddsRatio" }).results.map(({ term }) => term)).toEqual([null]);
  });

  it("far from the mean where no other is, it is told with its distance", () => {
    // z: mean 0.5, 0.1 away is 1 error; x: mean 0.5, the pooled 0.1 is 4 errors away.
    const near = (coef: string) => [row("x", coef, "0.100"), row("z", "0.500", "0.100"), row("const", "9.000", "0.100")];
    const parts = [row("x", "0.500", "0.100"), row("z", "0.500", "0.100"), row("const", "0.000", "0.100")];
    const { findings } = of(near("0.100"), parts, parts);
    expect(findings.find(({ term }) => term === "x")).toEqual({
      severity: "note", model: "W", term: "x", weight: 55, printed: { coef: "0.100", "coef of A": "0.500", "coef of B": "0.500" },
      code: 'distanceFromMean({"coef":"0.100","se":"0.100"}, [{"coef":"0.500","se":"0.100"},{"coef":"0.500","se":"0.100"}])',
      message: "W, x: the pooled 0.100 (0.100) is 4.00 of its SE from the inverse-variance mean 0.500 of its parts (A 0.500, B 0.500), three times as far as any other term, and no rounding to the nearest brings them together. Not a proof: of 1000 simulated right tables 81 had such a term. A lost sign or digit in whole or part would look so.",
      messageZh: "W，x：合并系数 0.100 (0.100) 与各组（A 0.500, B 0.500）的逆方差加权均值 0.500 相距 4.00 个标准误，为其他各项的三倍以上，且任何四舍五入都不能使二者一致。这不是证明：1000 张模拟的正确表格中有 81 张出现这样的项。漏印负号或数字会造成这种情形。",
    });
    const zero = [row("x", "0.0", "0.1"), row("z", "0.0", "0.1")];
    const weights = (x: string, z: string) => of([row("x", x, "0.5"), row("z", z, "0.5")], zero, zero).findings.map(({ term, weight }) => `${term} ${weight}`);
    expect(weights("0.9", "0.0")).toEqual(["x 55"]); // 1.8
    expect(weights("0.8", "0.0")).toEqual(["x 35"]);
    expect(weights("1.5", "0.5")).toEqual(["x 55", "z 35"]); // three times as far
    expect(weights("1.5", "0.6")).toEqual(["x 35", "z 35"]);
    expect(of([row("x", "0.100", "0.100")], parts.slice(0, 1), parts.slice(0, 1)).findings.map(({ weight }) => weight)).toEqual([35]); // no other to compare with
  });
});

describe("at its limits", () => {
  it("a likelihood ratio of exactly 0 is one", () => {
    // Cut to two places −99.99 may be −100.00, which is what the parts may add up to at most.
    const cut = (whole: string) => poolingTest(whole, ["-50.00", "-50.00"], 3, "truncated");
    expect(cut("-99.99").lrInterval.upper).toBeCloseTo(0, 9);
    expect(["-99.99", "-99.98", "-100.02", "-100.01"].map((whole) => cut(whole).verdict)).toEqual(["only-by-rounding", "inconsistent", "consistent", "cannot-tell"]);
    expect(poolingTest("-99", ["-50", "-50"], 3, "truncated").verdict).toBe("only-by-rounding");
  });

  it("a coefficient whose rounding touches its parts' is surely between them, and one that is a part's own", () => {
    const of = (pooled: string) => pooling.run(new Given(tableOf({ rows: [row("x", pooled)] }, { rows: [row("x", "0.2")] }, { rows: [row("x", "0.4")] }), { rounding: "nearest" })).results[1];
    expect(["0.3", "0.2", "0.4", "0.1"].map((pooled) => [of(pooled).verdict, of(pooled).why])).toEqual([
      ["consistent", "The pooled 0.3 is between its parts (A 0.2, B 0.4)."], ["cannot-tell", "The pooled 0.2 is between its parts (A 0.2, B 0.4)."], ["cannot-tell", "The pooled 0.4 is between its parts (A 0.2, B 0.4)."], ["only-by-rounding", "The pooled 0.1 is outside, but for rounding, its parts (A 0.2, B 0.4)."],
    ]);
  });

  it("of whole numbers the ends are the same to the last digit", () => {
    // 1 begins at 0.5, where 0 ends, and ends at 1.5, where 2 begins.
    expect(pooling.run(new Given(tableOf({ rows: [row("x", "1")] }, { rows: [row("x", "0")] }, { rows: [row("x", "2")] }), { rounding: "nearest" })).results[1].verdict).toBe("consistent");
  });

  it("a term that one part lacks, or a scale that one does not share, keeps it from being held against them", () => {
    const rows = [row("x", "0.500", "0.200"), row("y", "0.100", "0.200")];
    expect(run({ rows }, { rows: rows.slice(0, 1) }, { rows }).results.map(({ term, why }) => [term, why.slice(0, 52)])).toEqual([[null, "The whole has terms that a part lacks (y): it may no"], ["x", "The pooled 0.500 is between its parts (A 0.500, B 0."]]);
    expect(run({}, {}, { scale: "oddsRatio" }).results.map(({ term }) => term)).toEqual([null]);
    expect(run({}, { scale: "oddsRatio" }, {}).results.map(({ term }) => term)).toEqual([null]);
  });

  it("what of a difference is the level is told where the events of all are known", () => {
    // 30 of 100 and 70 of 100, which are 100 of 200: 2·(2·(30 ln .3 + 70 ln .7) + 200 ln 2) = 32.91.
    const [A, B, W] = [mcFadden(100, 30, 0.05), mcFadden(100, 70, 0.05), mcFadden(200, 100, 0.01)];
    const of = (models: PublishedTable["models"]) => pooling.run(new Given({ models, pooled: [{ whole: "W", parts: ["A", "B"] }], pseudoR2Definition: "McFadden" }));
    const level = 2 * (2 * (30 * Math.log(0.3) + 70 * Math.log(0.7)) + 200 * Math.log(2));
    const { answer: [test], findings } = of({ A, B, W });
    expect(test.level).toBeCloseTo(level, 9);
    expect(test.level! + test.rest!).toBeCloseTo(test.lr, 9);
    const [said, rest] = [level.toFixed(3), (test.lr - level).toFixed(3)];
    expect(findings[0].message).toMatch(new RegExp(` The test holds the constants too: ${said} of it is the crude difference in level, and the remaining ${rest} is an identity of log-likelihoods, not a test of slopes, which would need the rows\\.$`));
    expect(findings[0].messageZh).toMatch(new RegExp(`该检验包含常数项：其中 ${said} 来自总体水平之差，其余 ${rest} 只是对数似然的恒等分解，并非对斜率的检验，后者需要原始数据。$`));
    for (const id of ["A", "B", "W"] as const) expect(of({ A, B, W, [id]: { ...{ A, B, W }[id], pseudoR2: undefined as unknown as string } }).answer[0], id).toMatchObject({ level: null, rest: null });
  });
});
