import { ENOUGH_EVENTS } from "../../models/diagnostics/eventsPerVariable";
import { normalCdf, normalDensity, normalQuantile } from "../../models/numeric/normal";
import type { Check, Example, Need, Outcome, RawFinding, Result } from "../check";
import { exampleTable } from "../exampleTable";
import type { Given } from "../given";
import type { PrintedModel } from "../printedModel";
import { printedCell, say } from "../words";

const LEVEL = 0.05;
const LOW_POWER = 0.5;

export interface DesignAnswer {
  readonly power: number;
  /** The chance that a significant estimate has the wrong sign. */
  readonly typeS: number;
  /** How many times too large a significant estimate is on average. */
  readonly typeM: number;
}

export interface PowerAnswer extends DesignAnswer {
  readonly model: string;
  readonly term: string;
  readonly trueEffect: number;
  /** Whether the true effect was stated by the reader, or is half the printed one. */
  readonly stated: boolean;
}

/**
 * If the true effect were this, what would a significant estimate with this standard error be worth?
 *
 * Method    retrodesign in closed form, for an estimate ~ N(effect, se²) kept only where |estimate| > z·se.
 * Source    Gelman & Carlin (2014); formulas of Lu, Qiu & Deng (2019).
 * Never says inconsistent: it answers "what if", under an effect that the reader supplies (half the printed one by
 *           default, only to have a scale).
 *
 * @example retrodesign(1.4, 0.5).power.toFixed(2)  // "0.80"
 * @example retrodesign(0.2, 0.5).typeM > 2  // true
 */
export function retrodesign(trueEffect: number, se: number, level = LEVEL): DesignAnswer {
  const lambda = Math.abs(trueEffect) / se;
  const z = normalQuantile(1 - level / 2);
  const wrong = normalCdf(-z - lambda);
  const power = normalCdf(lambda - z) + wrong;
  const kept = normalDensity(lambda + z) + normalDensity(lambda - z) + lambda * (normalCdf(lambda + z) + normalCdf(lambda - z) - 1);
  return { power, typeS: wrong / power, typeM: lambda === 0 ? Infinity : kept / (lambda * power) };
}

/** Events per variable of each binary model; power and exaggeration of each starred slope. */
function run(given: Given): Outcome<PowerAnswer[]> {
  const results: Result[] = [];
  const findings: RawFinding[] = [];
  const needs: Need[] = [];
  const answer: PowerAnswer[] = [];
  const { trueEffects = {} } = given.options;
  for (const model of given.models.values()) {
    if (model.family === "binary logit" && model.slopes.length > 0) {
      if (model.n === undefined) needs.push({ model: model.id, en: "the number of observations", zh: "样本量" });
      else {
        const { events } = given.pseudoR2;
        const { result, finding } = eventsPerVariable(model, model.n, Object.hasOwn(events, model.id) ? events[model.id] : undefined);
        results.push(result);
        if (finding) findings.push(finding);
      }
    }
    const starred = !given.isInLogOdds(model) ? [] : model.slopes.filter(({ row }) => row.stars !== "" && Number(row.se) > 0 && Number(row.coef) !== 0);
    const answers = starred.map(({ row: { term, coef, se } }): PowerAnswer => {
      const stated = Object.hasOwn(trueEffects, term);
      const trueEffect = stated ? trueEffects[term] : Number(coef) / 2;
      return { model: model.id, term, trueEffect, stated, ...retrodesign(trueEffect, Number(se)) };
    });
    answer.push(...answers);
    results.push(...answers.map(resultOf));
    // Half of the printed effect is a scale to read the numbers by, not a reason to write to the authors.
    const finding = exaggeration(model, answers.filter(({ stated }) => stated));
    if (finding) findings.push(finding);
  }
  if (results.length + needs.length === 0) needs.push({ model: null, en: "starred coefficients with standard errors in log-odds", zh: "带星号且附标准误的系数（对数优势）" });
  return { results, findings, needs, answer };
}

const resultOf = ({ model, term, trueEffect, stated, power: chance, typeS, typeM }: PowerAnswer): Result => ({
  model, term, verdict: chance >= LOW_POWER ? "consistent" : "cannot-tell", interval: [chance, chance],
  why: `If the true effect were ${say(trueEffect)} (${stated ? "as stated" : "half the printed"}): power ${say(chance, 2)}, a significant estimate ${say(typeM, 1)} times too large, of the wrong sign in ${say(100 * typeS, 1)}%.`,
  whyZh: `若真实效应为 ${say(trueEffect)}（${stated ? "按给定值" : "原文报告值的一半"}）：检验功效 ${say(chance, 2)}，显著的估计值平均放大 ${say(typeM, 1)} 倍，符号错误的概率为 ${say(100 * typeS, 1)}%。`,
});

function eventsPerVariable({ id, name, slopes: { length: slopes } }: PrintedModel, n: number, events: number | undefined): { result: Result; finding?: RawFinding } {
  const rarer = events === undefined ? Math.floor(n / 2) : Math.min(events, n - events);
  const perVariable = rarer / slopes;
  const known = events !== undefined;
  const few = perVariable < ENOUGH_EVENTS;
  const result: Result = {
    model: id, term: null, verdict: few || !known ? "cannot-tell" : "consistent", interval: [known ? perVariable : 0, perVariable],
    why: `${known ? "" : "At most "}${say(perVariable, 1)} events of the rarer kind per variable (${rarer} on ${slopes}).`,
    whyZh: `每个变量${known ? "" : "至多"}对应 ${say(perVariable, 1)} 个较少一类的事件（${rarer}/${slopes}）。`,
  };
  if (!few) return { result };
  return { result, finding: {
    severity: "note", model: id, term: null, printed: { n: String(n), slopes: String(slopes) },
    message: `${name}: ${result.why} Below ten is often named as a limit and is no law (Vittinghoff & McCulloch 2007; van Smeden et al. 2016): estimates may be biased away from zero; a penalised (Firth) fit would tell.`,
    messageZh: `${name}：${result.whyZh}“至少 10 个”是常见的经验标准而非定律（Vittinghoff & McCulloch 2007；van Smeden 等 2016）：估计值可能偏离零，可用惩罚似然（Firth）核对。`,
    weight: 15, code: `${rarer} / ${slopes}`,
  } };
}

/** One note a model: the starred terms that would mostly go unseen if true effects were as the reader states them. */
function exaggeration(model: PrintedModel, answers: readonly PowerAnswer[]): RawFinding | undefined {
  const weak = answers.filter((one) => one.power < LOW_POWER);
  if (weak.length === 0) return undefined;
  const worst = weak.reduce((a, b) => (b.typeM > a.typeM ? b : a));
  const row = (term: string) => model.row(term)!;
  const { id, name } = model;
  return {
    severity: "note", model: id, term: worst.term,
    printed: Object.fromEntries(weak.map(({ term }) => [term, printedCell(row(term).row)])),
    message: `${name}: were true effects as stated, ${weak.length} of ${answers.length} starred terms would reach p < .05 less than half the time (${weak.map(({ term }) => row(term).name.en).join(", ")}). `
      + `Significant estimates would then be ${say(worst.typeM, 1)} times too large for ${row(worst.term).name.en}: sizes are to be read with that in mind.`,
    messageZh: `${name}：若真实效应如给定值，${answers.length} 个带星号的项中有 ${weak.length} 个达到 p < .05 的机会不足一半（${weak.map(({ term }) => row(term).name.zh).join("、")}）。`
      + `届时显著的估计值平均放大，${row(worst.term).name.zh} 达 ${say(worst.typeM, 1)} 倍；解读效应大小时应考虑这一点。`,
    code: `retrodesign(${worst.trueEffect}, ${Number(row(worst.term).row.se)})`,
  };
}

const example = (n: number): Example => exampleTable([{ term: "x", coef: "0.800", se: "0.200", stars: "***" }, { term: "y", coef: "0.100", se: "0.200", stars: "" }], { n });

/** Few events, and what a significant estimate would be worth. */
export const power: Check<PowerAnswer[]> = {
  name: "power",
  title: { en: "Power and exaggeration", zh: "检验功效与夸大" },
  source: "Gelman & Carlin (2014), Perspectives on Psychological Science 9: 641–651; Lu, Qiu & Deng (2019), British Journal of Mathematical and Statistical Psychology 72: 1–17; Peduzzi et al. (1996), Journal of Clinical Epidemiology 49: 1373–1379; Vittinghoff & McCulloch (2007), American Journal of Epidemiology 165: 710–718; van Smeden et al. (2016), BMC Medical Research Methodology 16: 163",
  proves: false,
  weight: 35,
  run,
  passes: example(400),
  fails: example(30),
};
