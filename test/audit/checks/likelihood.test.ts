import { describe, expect, it } from "vitest";
import { likelihood } from "../../../src/audit/checks/likelihood";
import { exampleTable } from "../../../src/audit/exampleTable";
import { Given } from "../../../src/audit/given";
import type { PublishedModel, PublishedRow, PublishedTable } from "../../../src/published/publishedTable";

const row = (term: string, coef: string, se?: string): PublishedRow => ({ term, coef, stars: "", ...(se !== undefined && { se }) });
const ROWS = [row("x", "0.600", "0.100"), row("y", "-0.400", "0.100"), row("1|2", "1.000", "0.100")]; // Σ z² of the slopes: 36 + 16
const ORDERED: Partial<PublishedModel> = { family: "ordered logit", n: 800, levels: 3, pseudoR2: "0.030" };
const run = (change: Partial<PublishedModel> = {}, around: Partial<PublishedTable> = {}, rows: readonly PublishedRow[] = ROWS) => likelihood.run(new Given(exampleTable(rows, { ...ORDERED, ...change }, around).table));

describe("R² of ordered models against their Wald statistics", () => {
  it("is a range of LR over Σz² by definition, over rounding and how even the outcome is", () => {
    const { answer: [{ wald, ratios }], results } = run();
    expect(wald).toBeCloseTo(52, 10);
    // McFadden: 2·R²·n·H, H at most ln 3.
    expect(ratios.mcFadden[1]).toBeCloseTo((2 * 0.0305 * 800 * Math.log(3)) / 52, 10);
    // Cox and Snell's does not ask: −n ln(1 − R²).
    expect(ratios.coxSnell).toEqual([expect.closeTo((-800 * Math.log(1 - 0.0295)) / 52, 10), expect.closeTo((-800 * Math.log(1 - 0.0305)) / 52, 10)]);
    expect(ratios.nagelkerke[1]).toBeCloseTo((-800 * Math.log(1 - 0.0305 * (1 - 1 / 9))) / 52, 10);
    const [mcFadden, coxSnell, nagelkerke] = (["mcFadden", "coxSnell", "nagelkerke"] as const).map((name) => ratios[name].map((x) => x.toFixed(2)).join("–"));
    expect(results).toEqual([{
      model: "A", term: null, verdict: "consistent", interval: null,
      why: `LR over Σz² by definition of R²: McFadden ${mcFadden}, Cox–Snell ${coxSnell}, Nagelkerke ${nagelkerke}; right tables have 0.85 to 1.5.`, whyZh: `按 R² 的不同定义，LR/Σz² 为：McFadden ${mcFadden}、Cox–Snell ${coxSnell}、Nagelkerke ${nagelkerke}；正确表格中介于 0.85 与 1.5。`,
    }]);
  });

  it("notes a definition that it can hardly be, unless it can be none", () => {
    expect(run({ pseudoR2: "0.001" })).toMatchObject({ results: [{ verdict: "cannot-tell" }], findings: [] }); // no definition at all
    const { findings } = run({ pseudoR2: "0.001" }, { pseudoR2Definition: "Nagelkerke" });
    const [low, high] = run({ pseudoR2: "0.001" }).answer[0].ratios.nagelkerke.map((x) => x.toFixed(2));
    expect(findings).toEqual([{
      severity: "note", model: "A", term: null, printed: { "R² of A": "0.001" }, code: 'likelihoodRatioOf("nagelkerke", 0.001, 800, Math.log(3))',
      message: expect.stringMatching(new RegExp(`^The R² of the ordered models is very likely not Nagelkerke's: the likelihood ratio that it would imply is another multiple of Σz² \\(A ${low}–${high}\\) than right tables have \\(0\\.85 to 1\\.5\\), at any outcome at least 72% as even as equal levels\\. Not a proof: it would be said of 2 of 1000 simulated right tables\\.$`)),
      messageZh: expect.stringMatching(new RegExp(`^有序模型的 R² 很可能不是 Nagelkerke 的定义：由此推出的似然比与 Σz² 之比（A ${low}–${high}）不同于正确表格的范围（0\\.85 至 1\\.5），前提是因变量的分布熵不低于各等级均等时的 72%。这不是证明：1000 张模拟的正确表格中有 2 张会被如此提示。$`)),
    }]);
    expect(run({ pseudoR2: "0.070" }).findings).toMatchObject([{ message: expect.stringMatching(/very likely not McFadden's:/) }]); // 1.7 and more; Cox–Snell's 1.1
    expect(run({ pseudoR2: "0.070" }, { pseudoR2Definition: "McFadden" }).findings).toHaveLength(1);
    expect(run({ pseudoR2: "0.070" }, { pseudoR2Definition: "Cox–Snell" }).findings).toEqual([]);
    expect(run({ pseudoR2: "0.070" }, { pseudoR2Definition: "Estrella" }).findings).toEqual([]);
  });

  it("averages over the ordered models of a table", () => {
    const { table } = exampleTable(ROWS, { ...ORDERED, pseudoR2: "0.070" });
    const models = { A: table.models.A, B: { ...table.models.A, pseudoR2: "0.052" } }; // McFadden's 1.7 and 1.25 at least
    expect(likelihood.run(new Given({ models })).findings).toEqual([]);
    // Cox and Snell's 1.1 and .06 make .6: too little together, though the one alone would do.
    const low = { A: table.models.A, B: { ...table.models.A, pseudoR2: "0.004" }, C: { ...table.models.A, pseudoR2: "0.004" } };
    expect(likelihood.run(new Given({ models: low, pseudoR2Definition: "Cox–Snell" })).findings).toMatchObject([{ model: "A", printed: { "R² of A": "0.070", "R² of B": "0.004", "R² of C": "0.004" } }]);
    expect(likelihood.run(new Given({ models: { A: low.A, B: low.A, C: { ...low.A, pseudoR2: "0.045" } }, pseudoR2Definition: "Cox–Snell" })).findings).toEqual([]);
    expect(likelihood.run(new Given({ models: { A: table.models.A, B: table.models.A } })).findings).toMatchObject([{ printed: { "R² of A": "0.070", "R² of B": "0.070" } }]);
  });

  it.each([
    [{ pseudoR2: undefined }, "a pseudo R²", "伪 R²"], [{ levels: 2 }, "the number of ordered levels", "因变量的等级数"],
    [{ rows: [row("x", "1", "0.1"), row("y", "1")] }, "standard errors of all terms", "所有项的标准误"], [{ rows: [row("x", "1", "0.0")] }, "standard errors of all terms", "所有项的标准误"], [{ rows: [row("1|2", "1", "1")] }, "standard errors of all terms", "所有项的标准误"],
  ] as const)("needs of %j %s", (change, en, zh) => expect(run(change)).toMatchObject({ results: [], answer: [], findings: [], needs: [{ model: "A", en, zh }] }));

  it("needs n and levels, of an ordered logit in log-odds", () => {
    const without = (name: "n" | "levels") => {
      const { [name]: _, ...change } = { ...ORDERED };
      return likelihood.run(new Given(exampleTable(ROWS, change).table)).needs;
    };
    expect([without("n"), without("levels")]).toEqual([[{ model: "A", en: "the number of observations", zh: "样本量" }], [{ model: "A", en: "the number of ordered levels", zh: "因变量的等级数" }]]);
    const none = [{ model: null, en: "an ordered logit with R², n and the number of its levels", zh: "附 R²、样本量与等级数的有序 logit 模型" }];
    expect([run({ family: "binary logit" }).needs, run({ scale: "oddsRatio" }).needs]).toEqual([none, none]);
  });
});
