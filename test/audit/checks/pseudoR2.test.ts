import { describe, expect, it } from "vitest";
import { pseudoR2 as check } from "../../../src/audit/checks/pseudoR2";
import { exampleModel } from "../../../src/audit/exampleTable";
import { Given } from "../../../src/audit/given";
import type { PublishedModel, PublishedRow, PublishedTable } from "../../../src/published/publishedTable";
import { coxSnell, mcFadden } from "../r2Tables";

type Change = Partial<PublishedModel>;
const rows: PublishedRow[] = [{ term: "x", coef: "0.5", se: "0.2", stars: "" }, { term: "const", coef: "0.5", se: "0.2", stars: "" }];
const runOn = (models: Readonly<Record<string, Change>>, around: Partial<PublishedTable> = {}) =>
  check.run(new Given({ models: Object.fromEntries(Object.entries(models).map(([id, change]) => [id, exampleModel(rows, change)])), ...around }));
/** Half of 100 had it: the null log-likelihood is −100 ln 2 = −69.315; McFadden's R² of −60 is .1344. */
const HALF = { n: 100, logLik: "-60.000", pseudoR2: "0.134" };

describe("what a model lacks", () => {
  it.each([
    [{ ...HALF, family: "ordered logit" }, "a binary logit: an ordered outcome's null log-likelihood hangs on counts that are not printed", "二元 logit：定序因变量的零模型对数似然取决于未列出的频数"],
    [{ n: 100, pseudoR2: "0.134" }, "the log-likelihood", "对数似然值"],
    [{ n: 100, logLik: "-60.000" }, "a pseudo R²", "伪 R²"],
    [{ logLik: "-60.000", pseudoR2: "0.134" }, "the number of observations", "样本量"],
    [{ ...HALF, n: 500_001 }, "at most 500,000 observations", "样本量不超过 50 万"],
  ] as const)("%j: %s", (change, en, zh) => {
    expect(runOn({ A: change })).toMatchObject({
      needs: [{ model: "A", en, zh }], findings: [],
      results: [{
        model: "A", term: null, verdict: "cannot-tell", interval: null, why: "Needs a binary logit with its log-likelihood and R²: an ordered outcome's null log-likelihood hangs on counts that are not printed.", whyZh: "需要二元 logit 及其对数似然值与 R²：定序因变量的零模型对数似然取决于未列出的频数。",
      }],
    });
  });
});

describe("what no model can have", () => {
  it("is a log-likelihood below n·log(1/2)", () => {
    expect(runOn({ A: { n: 100, logLik: "-70.000", pseudoR2: "0.1" } }, { pseudoR2Definition: "McFadden" })).toMatchObject({
      results: [{
        verdict: "inconsistent", interval: [expect.closeTo(-69.3147, 4), 0],
        why: "A log-likelihood of -70.000 is below n·log(1/2) = −69.315, the worst that a model with a constant can have at n = 100.", whyZh: "对数似然值 -70.000 低于 n·log(1/2) = −69.315，而样本量 100 且含常数项的模型不可能更差。",
      }],
      findings: [{
        severity: "inconsistent", model: "A", term: null, printed: { n: "100", logLik: "-70.000", pseudoR2: "0.1" }, code: 'eventCounts("mcFadden", {"n":100,"logLik":"-70.000","pseudoR2":"0.1","slopes":1}, "any")',
        message: "A: A log-likelihood of -70.000 is below n·log(1/2) = −69.315, the worst that a model with a constant can have at n = 100. R², log-likelihood or n is misprinted, or the model is weighted.",
        messageZh: "A：对数似然值 -70.000 低于 n·log(1/2) = −69.315，而样本量 100 且含常数项的模型不可能更差。R²、对数似然值或样本量必有一处印错，或模型经过加权。",
      }],
    });
  });

  it("is an R² above every definition's most", () => {
    // Veall and Zimmermann's at even events is the most: (LR/(LR + n))·(n − 2·null)/(−2·null), with −2·null = 200 ln 2 and LR of −60 (or −59.9995).
    const lr = 200 * Math.log(2) - 119.999, most = ((lr / (lr + 100)) * (100 + 200 * Math.log(2))) / (200 * Math.log(2));
    const { results, findings } = runOn({ A: { ...HALF, pseudoR2: "0.500" } });
    expect(results[0]).toMatchObject({ verdict: "inconsistent", why: `R² 0.500 is above ${most.toFixed(3)}, the most that any of the eight definitions reaches at n = 100 and log-likelihood -60.000.`, whyZh: `在 n = 100、对数似然值 -60.000 下，八种定义中最大只能达到 ${most.toFixed(3)}，而表中 R² 为 0.500。`, interval: [0, expect.closeTo(most, 6)] });
    expect(findings).toMatchObject([{ severity: "inconsistent", code: 'attainableR2({"n":100,"logLik":"-60.000","pseudoR2":"0.500","slopes":1})' }]);
  });

  it("proves nothing of weighted rows, of a family that was supposed, or of an R² that a pasted table does not name", () => {
    const verdict = (around: Partial<PublishedTable>) => runOn({ A: { ...HALF, pseudoR2: "0.500" } }, around).results[0].verdict;
    expect([verdict({}), verdict({ unused: [], pseudoR2Definition: "McFadden" })]).toEqual(["inconsistent", "inconsistent"]);
    expect([verdict({ notes: ["weighted"] }), verdict({ supposed: [{ field: "family", value: "", why: "", model: "A" }] }), verdict({ unused: [] })]).toEqual(Array(3).fill("cannot-tell"));
  });
});

describe("a definition that the table names", () => {
  const of = (change: Change, definition = "McFadden") => runOn({ A: { ...HALF, ...change } }, { pseudoR2Definition: definition });

  it("is borne out by some count of events, over so much of the log-likelihood's rounding", () => {
    expect(of({}).results[0]).toMatchObject({ verdict: "consistent", why: "Some event count gives it under McFadden, over 100% of the values that the log-likelihood's rounding leaves.", whyZh: "按 McFadden 的定义，存在相应的事件数，适用于对数似然值舍入范围的 100%。" });
    // 1 − 60/69.3147 is .13438: of a width of 1 only about .0001/.0144 gives it, the printed one among them, whatever other counts do.
    expect(of({ logLik: "-60", pseudoR2: "0.1344" }).results[0]).toMatchObject({ verdict: "cannot-tell", why: "Some event count gives it under McFadden, over 1% of the values that the log-likelihood's rounding leaves.", whyZh: "按 McFadden 的定义，存在相应的事件数，适用于对数似然值舍入范围的 1%。" });
    // −59.7 and R² .1387: 1 − 59.7/69.3147 = .13871; −60 has .1344, and no other count comes near.
    expect(of({ logLik: "-60", pseudoR2: "0.1387" }).results[0]).toMatchObject({ verdict: "only-by-rounding", why: expect.stringMatching(/% of the values that the log-likelihood's rounding leaves, the printed one not among them\.$/), whyZh: expect.stringMatching(/%，但不含所印的数值本身。$/) });
  });

  it("or by truncation only", () => {
    // .13438… cut is .134; .1359 of 47 or 53 events … cut .135, rounded .136: 0.135 has neither half, nor 48 or 52 (1 − 60/69.2347 = .13338).
    const { results } = of({ n: 10, logLik: "-6.00000", pseudoR2: "0.134" });
    expect(results[0].verdict).toBe("consistent"); // .13438 is rounded to it as well
    expect(of({ n: 10, logLik: "-5.90000", pseudoR2: "0.148" }).results[0]).toMatchObject({ verdict: "only-by-rounding", why: "Some event count gives it under McFadden, if it was truncated.", whyZh: "若数字经截断，按 McFadden 的定义存在相应的事件数。" }); // .14881: rounded .149
  });

  it("or by none, and then what else it may be is said", () => {
    // Cox and Snell's: 1 − exp(2(60 − 69.3147)/100) = .170.
    const { results, findings } = of({ pseudoR2: "0.170" });
    expect(results[0]).toMatchObject({ verdict: "inconsistent", interval: [0, expect.closeTo(1 - 59.9995 / (100 * Math.log(2)), 4)], why: "No event count of 100 gives McFadden's R² as 0.170 at log-likelihood -60.000; the most it can be is 0.134.", whyZh: "样本量 100、对数似然值 -60.000 时，任何事件数都得不到 McFadden R² = 0.170；其最大值为 0.134。" });
    expect(findings[0].message).toMatch(/^A: No event count .* It could be (?:[A-Z][\w–() ]+, )*Cox–Snell(?:, .*)? instead\.$/);
    expect(findings[0].messageZh).toMatch(/^A：样本量 100.*可能是.*Cox–Snell.*。$/);
  });

  it("is no function of the log-likelihoods", () => {
    expect(of({}, "Tjur")).toMatchObject({ results: [{ verdict: "cannot-tell", why: '"Tjur" is no function of the log-likelihoods that is known here.', whyZh: "“Tjur” 不是这里所列的对数似然函数。" }] });
  });
});

describe("what a table does not say of its R²", () => {
  const of = (models: Readonly<Record<string, PublishedModel>>, around: Partial<PublishedTable> = {}) => check.run(new Given({ models, ...around })).findings;
  const [A, B, C] = [mcFadden(20, 12, 0.2), mcFadden(30, 12, 0.15), mcFadden(40, 25, 0.1)];
  const W = mcFadden(50, 24, 0.16);

  it("is found out with the events of each model, or their mirror", () => {
    expect(of({ A, B })).toEqual([{
      severity: "note", model: "A", term: null, printed: { A: "0.2000", B: "0.1500" }, code: "definitionsLeft(published)",
      message: "The table does not say which pseudo R² it prints; of eight definitions only McFadden's can give the printed values, and only with events A 12/20, B 18/30 (or the mirror: 8, 12). Nothing printed tells the events from their mirror.",
      messageZh: "文中未说明 R² 的定义；八种定义中只有 McFadden 能给出表中数值，对应事件数 A 12/20, B 18/30（或其镜像：8, 12）。表中没有数字能区分事件与其镜像。",
    }]);
    expect(of({ A, B, W }, { pooled: [{ whole: "W", parts: ["A", "B"] }] })[0]).toMatchObject({ model: "W", message: expect.stringContaining("A 8/20, B 18/30, W 26/50 (or the mirror: 12, 12, 24)") });
    expect(of({ A }, { pseudoR2Definition: "McFadden" })).toEqual([]);
    expect(of({ A: exampleModel(rows) })).toEqual([]);
  });

  it("and the level settles it, where the spread of every term is known", () => {
    // The constant −0.4055 alone is 8 of 20; x is nothing.
    const level = { ...A, rows: [{ term: "x", coef: "0.000", se: "0.2", stars: "" }, { term: "const", coef: "-0.4055", se: "0.2", stars: "" }] };
    const [finding] = of({ A: level }, { margins: { x: { share: 0.5 } } });
    expect(finding.message).toMatch(/only with events A 8\/20 \(or the mirror: 12\)\. The level settles it, the coefficients averaged over the margins: A 0\.4000 implied against 0\.4000, mirror 0\.6000\.$/);
    expect(finding.messageZh).toMatch(/对应事件数 A 8\/20（或其镜像：12）。由水平（系数按边际分布平均）可以判定：A 隐含 0\.4000，由表推出 0\.4000，镜像 0\.6000。$/);
  });

  it("is several where no one definition fits: by the models that stand apart", () => {
    const other = coxSnell(30, 18, 0.15);
    expect(of({ A, B: other, C })).toEqual([{
      severity: "note", model: "B", term: null, printed: { n: "30", logLik: other.logLik, pseudoR2: "0.1500" }, code: 'definitionsLeft(published, "nearest", "B")',
      message: "No one of the eight definitions gives the R² of all models at any event count: all but B fit McFadden. The R², log-likelihood or n of the one that stands apart is misprinted, or its R² is of another definition.",
      messageZh: "八种定义中没有一种能在任何事件数下给出所有模型的 R²：除 B 外均符合 McFadden。与众不同者的 R²、对数似然值或样本量可能印错，或采用了另一种定义。",
    }]);
    expect(of({ A, B: other })[0]).toMatchObject({ model: "A", message: expect.stringContaining("count: all but A fit Cox–Snell; or all but B fit McFadden. The R²"), messageZh: expect.stringContaining("：除 A 外均符合 Cox–Snell；或除 B 外均符合 McFadden。") });
    const wrong = (model: PublishedModel) => ({ ...model, pseudoR2: "0.1111" });
    const several = of({ A: wrong(A), B: wrong(B), C });
    expect(several).toEqual([{
      severity: "note", model: "A", term: null, printed: { n: "20", logLik: A.logLik, pseudoR2: "0.1111" }, code: "definitionsLeft(published)",
      message: "No one of the eight definitions gives the R² of all models at any event count. R², log-likelihood or n are misprinted in several models, or the R² is no function of the log-likelihoods (Tjur's, Efron's).",
      messageZh: "八种定义中没有一种能在任何事件数下给出所有模型的 R²。可能有多处印错，或该 R² 不是对数似然的函数（如 Tjur、Efron）。",
    }]);
    expect(of({ A: wrong(A), B: wrong(B), W: wrong(W) }, { pooled: [{ whole: "W", parts: ["A", "B"] }] })[0].model).toBe("W");
    expect(of({ A: wrong(A) })).toEqual([]); // one alone
    expect(of({ A, B: { ...B, pseudoR2: "0.9000" } }).map(({ severity }) => severity)).toEqual(["inconsistent"]); // what is proved is enough
  });
});
