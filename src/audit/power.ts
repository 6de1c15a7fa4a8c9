import type { PublishedTable } from "../published/publishedTable";
import type { AuditOptions } from "./options";
import type { EventCounts } from "./pseudoR2";
import { REFERENCES } from "./references";
import { normalCdf, normalDensity, normalQuantile } from "./tails";
import type { Audited, CheckResult, Finding } from "./vocabulary";
import { cell, nameOf, say, slopesOf } from "./words";

const LEVEL = 0.05;
const FEW_EVENTS = 10;
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
export function auditPower(table: PublishedTable, events: EventCounts, { trueEffects = {} }: AuditOptions = {}): Audited & { power: PowerAnswer[] } {
  const checks: CheckResult[] = [];
  const findings: Finding[] = [];
  const power: PowerAnswer[] = [];
  for (const [id, model] of Object.entries(table.models)) {
    if (model.family === "binary logit") {
      const { result, finding } = eventsPerVariable(id, model.n, slopesOf(model).length, events[id]);
      checks.push(result);
      if (finding) findings.push(finding);
    }
    const starred = slopesOf(model).filter(({ stars, se, coef }) => stars !== "" && Number(se) > 0 && Number(coef) !== 0);
    const answers = starred.map(({ term, coef, se }): PowerAnswer => {
      const stated = Object.hasOwn(trueEffects, term);
      const trueEffect = stated ? trueEffects[term] : Number(coef) / 2;
      return { model: id, term, trueEffect, stated, ...retrodesign(trueEffect, Number(se)) };
    });
    power.push(...answers);
    checks.push(...answers.map(resultOf));
    // Half of the printed effect is a scale to read the numbers by, not a reason to write to the authors.
    const finding = exaggeration(table, id, answers.filter(({ stated }) => stated));
    if (finding) findings.push(finding);
  }
  return { checks, findings, power };
}

const resultOf = ({ model, term, trueEffect, stated, power, typeS, typeM }: PowerAnswer): CheckResult => ({
  check: "power", model, term, verdict: power >= LOW_POWER ? "consistent" : "cannot-tell", interval: [power, power],
  why: `If the true effect were ${say(trueEffect)} (${stated ? "as stated" : "half the printed"}): power ${say(power, 2)}, a significant estimate ${say(typeM, 1)} times too large, of the wrong sign in ${say(100 * typeS, 1)}%.`,
  whyZh: `若真实效应为 ${say(trueEffect)}（${stated ? "按给定值" : "印出值的一半"}）：检验力 ${say(power, 2)}，显著的估计值平均放大 ${say(typeM, 1)} 倍，符号错误的概率为 ${say(100 * typeS, 1)}%。`,
});

function eventsPerVariable(id: string, n: number, slopes: number, events: number | undefined): { result: CheckResult; finding?: Finding } {
  const rarer = events === undefined ? Math.floor(n / 2) : Math.min(events, n - events);
  const perVariable = rarer / Math.max(1, slopes);
  const known = events !== undefined;
  const few = perVariable < FEW_EVENTS;
  const result: CheckResult = {
    check: "power", model: id, term: null, verdict: few || !known ? "cannot-tell" : "consistent", interval: [known ? perVariable : 0, perVariable],
    why: `${known ? "" : "At most "}${say(perVariable, 1)} events of the rarer kind per variable (${rarer} on ${slopes}).`,
    whyZh: `每个变量${known ? "" : "至多"}对应 ${say(perVariable, 1)} 个较少一类的事件（${rarer}/${slopes}）。`,
  };
  if (!few) return { result };
  return { result, finding: {
    check: "power", severity: "note", model: id, term: null, printed: { n: String(n), slopes: String(slopes) },
    message: `${id}: ${result.why} Below ten, estimates lean away from zero and Wald tests are rough: a penalised (Firth) fit would tell.`,
    messageZh: `${id}：${result.whyZh}少于 10 时，估计值偏离零、Wald 检验粗略，可用惩罚似然（Firth）核对。`,
    reference: REFERENCES.power, code: `${rarer} / ${slopes}`,
  } };
}

/** One note a model: the starred terms that would mostly go unseen if true effects were as the reader states them. */
function exaggeration(table: PublishedTable, id: string, answers: readonly PowerAnswer[]): Finding | undefined {
  const weak = answers.filter(({ power }) => power < LOW_POWER);
  if (weak.length === 0) return undefined;
  const worst = weak.reduce((a, b) => (b.typeM > a.typeM ? b : a));
  const row = (term: string) => table.models[id].rows.find((one) => one.term === term)!;
  return {
    check: "power", severity: "note", model: id, term: worst.term,
    printed: Object.fromEntries(weak.map(({ term }) => [term, cell(row(term))])),
    message: `${id}: were true effects as stated, ${weak.length} of ${answers.length} starred terms would reach p < .05 less than half the time (${weak.map(({ term }) => nameOf(row(term)).en).join(", ")}). `
      + `Significant estimates would then be ${say(worst.typeM, 1)} times too large for ${nameOf(row(worst.term)).en}: sizes are to be read with that in mind.`,
    messageZh: `${id}：若真实效应如给定值，${answers.length} 个带星号的项中有 ${weak.length} 个达到 p < .05 的机会不足一半（${weak.map(({ term }) => nameOf(row(term)).zh).join("、")}）。`
      + `届时显著的估计值平均放大，${nameOf(row(worst.term)).zh} 达 ${say(worst.typeM, 1)} 倍；解读效应大小时应考虑这一点。`,
    reference: REFERENCES.power,
    code: `retrodesign(${worst.trueEffect}, ${Number(row(worst.term).se)})`,
  };
}
