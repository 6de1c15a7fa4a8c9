import { describe, expect, it } from "vitest";
import { power, retrodesign } from "../../../src/audit/checks/power";
import { exampleTable } from "../../../src/audit/exampleTable";
import { Given } from "../../../src/audit/given";
import type { AuditOptions } from "../../../src/audit/options";
import type { PublishedModel, PublishedRow } from "../../../src/published/publishedTable";
import { mcFadden } from "../r2Tables";

const row = (term: string, coef: string, se: string | undefined, stars = ""): PublishedRow => ({ term, coef, stars, ...(se !== undefined && { se }) });
const run = (rows: readonly PublishedRow[], change: Partial<PublishedModel> = {}, options: AuditOptions = {}) => power.run(new Given(exampleTable(rows, change).table, options));

describe("what a significant estimate is worth", () => {
  // An independent sum over the normal curve of estimates beyond ±1.96 standard errors.
  it.each([[0.3, 0.25], [1.4, 0.5], [-0.2, 0.5], [0, 1]])("of a true %d with error %d, by summing over the curve", (effect, se) => {
    const [size, z] = [Math.abs(effect), 1.959963984540054];
    let [mass, wrong, sum] = [0, 0, 0];
    const step = se / 2000;
    for (let x = -10 * se - size + step / 2; x < 10 * se + size; x += step) {
      if (Math.abs(x) <= z * se) continue;
      const weight = (step / (se * Math.sqrt(2 * Math.PI))) * Math.exp(-((x - size) ** 2) / (2 * se * se));
      mass += weight;
      sum += Math.abs(x) * weight;
      if (x < 0) wrong += weight;
    }
    const answer = retrodesign(effect, se);
    expect(answer.power).toBeCloseTo(mass, 3);
    expect(answer.typeS).toBeCloseTo(wrong / mass, 3);
    if (effect === 0) expect(answer.typeM).toBe(Infinity);
    else expect(answer.typeM).toBeCloseTo(sum / mass / size, 2);
  });

  it("is asked of starred slopes with an error, in log-odds, at half the printed effect or the one stated", () => {
    const rows = [row("x", "0.800", "0.200", "***"), row("y", "0.100", "0.200"), row("const", "1.000", "0.200", "***"), row("z", "0.000", "0.200", "*"), row("u", "1.000", undefined, "*"), row("v", "0.400", "0.000", "*"), row("w", "-0.600", "0.100", "***")];
    expect(run(rows).answer).toEqual([{ model: "A", term: "x", trueEffect: 0.4, stated: false, ...retrodesign(0.4, 0.2) }, { model: "A", term: "w", trueEffect: -0.3, stated: false, ...retrodesign(0.3, 0.1) }]);
    expect(run(rows, {}, { trueEffects: { x: 0.1 } }).answer[0]).toEqual({ model: "A", term: "x", trueEffect: 0.1, stated: true, ...retrodesign(0.1, 0.2) });
    expect(run(rows, { scale: "oddsRatio" }).answer).toEqual([]);
  });

  it("is told as power, exaggeration and the chance of a wrong sign", () => {
    // Half of 0.8 over 0.2: λ = 2; power Φ(0.04) + Φ(−3.96) = .516, 1.4 times too large.
    expect(run([row("x", "0.800", "0.200", "***")]).results).toEqual([{
      model: "A", term: "x", verdict: "consistent", interval: [expect.closeTo(0.516, 3), expect.closeTo(0.516, 3)],
      why: "If the true effect were 0.400 (half the printed): power 0.52, a significant estimate 1.4 times too large, of the wrong sign in 0.0%.", whyZh: "若真实效应为 0.400（原文报告值的一半）：检验功效 0.52，显著的估计值平均放大 1.4 倍，符号错误的概率为 0.0%。",
    }]);
    const { results, findings } = run([row("x", "0.800", "0.200", "***"), row("y", "0.900", "0.300", "***"), row("z", "0.900", "0.100", "***")], {}, { trueEffects: { x: 0.1, y: 0.1, z: 0.9 } });
    expect(results[0]).toMatchObject({ verdict: "cannot-tell", why: expect.stringMatching(/^If the true effect were 0\.100 \(as stated\): power 0\.08, /), whyZh: expect.stringContaining("（按给定值）") });
    const [x, y] = [retrodesign(0.1, 0.2).typeM.toFixed(1), retrodesign(0.1, 0.3).typeM.toFixed(1)];
    expect(Number(y)).toBeGreaterThan(Number(x));
    expect(findings).toEqual([{
      severity: "note", model: "A", term: "y", printed: { x: "0.800*** (0.200)", y: "0.900*** (0.300)" }, code: "retrodesign(0.1, 0.3)",
      message: `A: were true effects as stated, 2 of 3 starred terms would reach p < .05 less than half the time (x, y). Significant estimates would then be ${y} times too large for y: sizes are to be read with that in mind.`,
      messageZh: `A：若真实效应如给定值，3 个带星号的项中有 2 个达到 p < .05 的机会不足一半（x、y）。届时显著的估计值平均放大，y 达 ${y} 倍；解读效应大小时应考虑这一点。`,
    }]);
  });
});

describe("events a variable", () => {
  const rows = [row("x", "0.1", "0.2"), row("y", "0.1", "0.2"), row("const", "0.1", "0.2")];

  it("are at most half of n on the slopes; below ten it is said", () => {
    expect(run(rows, { n: 40 })).toMatchObject({ results: [{ verdict: "cannot-tell", interval: [0, 10], why: "At most 10.0 events of the rarer kind per variable (20 on 2).", whyZh: "每个变量至多对应 10.0 个较少一类的事件（20/2）。" }], findings: [] });
    expect(run(rows, { n: 39 })).toMatchObject({
      results: [{ interval: [0, 9.5] }],
      findings: [{
        severity: "note", model: "A", term: null, weight: 15, printed: { n: "39", slopes: "2" }, code: "19 / 2",
        message: "A: At most 9.5 events of the rarer kind per variable (19 on 2). Below ten is often named as a limit and is no law (Vittinghoff & McCulloch 2007; van Smeden et al. 2016): estimates may be biased away from zero; a penalised (Firth) fit would tell.",
        messageZh: "A：每个变量至多对应 9.5 个较少一类的事件（19/2）。“至少 10 个”是常见的经验标准而非定律（Vittinghoff & McCulloch 2007；van Smeden 等 2016）：估计值可能偏离零，可用惩罚似然（Firth）核对。",
      }],
    });
  });

  it("need n, a binary logit and slopes", () => {
    expect(run(rows)).toMatchObject({ results: [], needs: [{ model: "A", en: "the number of observations", zh: "样本量" }] });
    const none = [{ model: null, en: "starred coefficients with standard errors in log-odds", zh: "带星号且附标准误的系数（对数优势）" }];
    expect(run(rows, { n: 40, family: "ordered logit" })).toMatchObject({ results: [], needs: none });
    expect(run(rows.slice(2), { n: 40 })).toMatchObject({ results: [], needs: none });
  });
});

it("a model whose events are known has those of the rarer kind; one alone lacks something", () => {
  const known = mcFadden(100, 70, 0.2, { rows: [row("x", "0.1", "0.2"), row("y", "0.1", "0.2")] });
  const of = (n: number, events: number) => power.run(new Given({ models: { A: mcFadden(n, events, 0.2, { rows: known.rows }) }, pseudoR2Definition: "McFadden" }));
  expect(of(100, 70)).toMatchObject({ results: [{ verdict: "consistent", interval: [15, 15], why: "15.0 events of the rarer kind per variable (30 on 2).", whyZh: "每个变量对应 15.0 个较少一类的事件（30/2）。" }], findings: [], needs: [] });
  expect(of(100, 20).results[0]).toMatchObject({ verdict: "consistent", interval: [10, 10] }); // ten are not below ten
  expect(of(100, 19)).toMatchObject({ results: [{ verdict: "cannot-tell", interval: [9.5, 9.5] }], findings: [{ printed: { n: "100", slopes: "2" }, code: "19 / 2" }] });
  // One has a result and another a need: nothing is said of the table as a whole.
  const both = power.run(new Given({ models: { A: known, B: exampleTable([row("x", "0.1", "0.2")]).table.models.A } }));
  expect([both.results.length, both.needs]).toEqual([1, [{ model: "B", en: "the number of observations", zh: "样本量" }]]);
});

it("a wrong sign is told in percent, and power of one half is enough", () => {
  // λ = 1: power Φ(−0.96) + Φ(−2.96) = .1700751; of these Φ(−2.96) = .0015382 have the wrong sign, .9%.
  expect(run([row("x", "0.200", "0.100", "**")]).results[0]).toMatchObject({ verdict: "cannot-tell", why: expect.stringMatching(/power 0\.17, .*, of the wrong sign in 0\.9%\.$/), whyZh: expect.stringMatching(/检验功效 0\.17，.*符号错误的概率为 0\.9%。$/) });
  expect(retrodesign(1, 1)).toMatchObject({ power: expect.closeTo(0.1700751, 6), typeS: expect.closeTo(0.0015382 / 0.1700751, 5) });
  expect(run([row("x", "0.200", "0.100", "**")], {}, { trueEffects: { x: 0.1, y: 3 } }).findings).toHaveLength(1);
  expect(run([row("x", "0.200", "0.100", "**")], {}, { trueEffects: { x: 0.4 } }).findings).toEqual([]);
});
