import type { Bilingual } from "../../bilingual";
import type { Interval } from "../../published/printedNumber";
import { CRIES, LR_PER_WALD } from "../calibration";
import type { Check, Example, Need, Outcome, RawFinding, Result } from "../check";
import { exampleTable } from "../exampleTable";
import type { Given } from "../given";
import { INVERTIBLE, type Invertible, likelihoodRatioRange } from "../likelihoodRatio";
import type { PrintedModel } from "../printedModel";
import { DEFINITION_NAMES, namedDefinition } from "../pseudoR2Definitions";
import { literal, say } from "../words";

/** An outcome this uneven or more, as a share of the entropy of equally likely levels, is not reckoned with. */
const LEAST_EVEN = 0.72;

/** A model's likelihood ratio by each definition of its R², over the sum of its squared z. */
export interface LikelihoodAnswer {
  readonly model: string;
  /** Σ z² of the slopes. */
  readonly wald: number;
  readonly ratios: Readonly<Record<Invertible, readonly [number, number]>>;
}

/**
 * R² of ordered models against their Wald statistics: which definition can it hardly be?
 *
 * Method    each definition turns R² and n into a likelihood ratio, up to the spread of the outcome; in right tables LR is
 *           near Σ z² of the slopes (a range by simulation, `calibration.ts`). A definition whose LR, averaged over the
 *           table's ordered models, lies outside that range at every spread of the outcome that is reckoned with is unlikely.
 * Source    the quadratic approximation of the log-likelihood (Wald 1943); the range is ours, by simulation.
 * Never says inconsistent: correlated terms move Σ z² away from the joint Wald statistic, and spreads are supposed.
 */
function run(given: Given): Outcome<LikelihoodAnswer[]> {
  const results: Result[] = [];
  const needs: Need[] = [];
  const answer: LikelihoodAnswer[] = [];
  const entropies = new Map<string, Interval>();
  for (const model of given.models.values()) {
    if (model.family !== "ordered logit" || !given.isInLogOdds(model)) continue;
    const lacks = lacking(model);
    if (lacks) {
      needs.push({ model: model.id, ...lacks });
      continue;
    }
    const most = Math.log(model.published.levels!);
    entropies.set(model.id, { lower: LEAST_EVEN * most, upper: most });
    const one = answerFor(model, entropies.get(model.id)!);
    answer.push(one);
    results.push(resultOf(one));
  }
  if (answer.length + needs.length === 0) needs.push({ model: null, en: "an ordered logit with R², n and the number of its levels", zh: "附 R²、样本量与等级数的有序 logit 模型" });
  return { results, findings: findingsOf(given, answer), needs, answer };
}

function lacking({ published: { pseudoR2, n, levels }, slopes }: PrintedModel): Bilingual | undefined {
  if (pseudoR2 === undefined) return { en: "a pseudo R²", zh: "伪 R²" };
  if (n === undefined) return { en: "the number of observations", zh: "样本量" };
  if (levels === undefined || levels < 3) return { en: "the number of ordered levels", zh: "因变量的等级数" };
  return slopes.length > 0 && slopes.every(({ row }) => Number(row.se) > 0) ? undefined : { en: "standard errors of all terms", zh: "所有项的标准误" };
}

function answerFor({ id, slopes, published: { pseudoR2, n } }: PrintedModel, entropy: Interval): LikelihoodAnswer {
  const wald = slopes.reduce((sum, { row }) => sum + (Number(row.coef) / Number(row.se)) ** 2, 0);
  const ratios = Object.fromEntries(INVERTIBLE.map((definition) => {
    const { lower, upper } = likelihoodRatioRange(definition, pseudoR2!, n!, entropy);
    return [definition, [lower / wald, upper / wald]];
  })) as unknown as LikelihoodAnswer["ratios"];
  return { model: id, wald, ratios };
}

/** Over the models of a table, whose ratios stray less together than each alone. */
const meanOf = (ranges: readonly (readonly [number, number])[]): [number, number] => [
  ranges.reduce((sum, [lower]) => sum + lower, 0) / ranges.length, ranges.reduce((sum, [, upper]) => sum + upper, 0) / ranges.length,
];

const outside = ([lower, upper]: readonly [number, number]): boolean => lower > LR_PER_WALD.upper || upper < LR_PER_WALD.lower;

function resultOf({ model, ratios }: LikelihoodAnswer): Result {
  const list = INVERTIBLE.map((definition) => `${DEFINITION_NAMES[definition]} ${say(ratios[definition][0], 2)}–${say(ratios[definition][1], 2)}`);
  return {
    model, term: null, verdict: INVERTIBLE.some((definition) => !outside(ratios[definition])) ? "consistent" : "cannot-tell", interval: null,
    why: `LR over Σz² by definition of R²: ${list.join(", ")}; right tables have ${LR_PER_WALD.lower} to ${LR_PER_WALD.upper}.`,
    whyZh: `按 R² 的不同定义，LR/Σz² 为：${list.join("、")}；正确表格中介于 ${LR_PER_WALD.lower} 与 ${LR_PER_WALD.upper}。`,
  };
}

function findingsOf(given: Given, answers: readonly LikelihoodAnswer[]): RawFinding[] {
  const named = namedDefinition(given.table.pseudoR2Definition);
  const asked = named === undefined ? INVERTIBLE : INVERTIBLE.filter((definition) => definition === named);
  const unlikely = asked.filter((definition) => answers.length > 0 && outside(meanOf(answers.map(({ ratios }) => ratios[definition]))));
  // A table whose R² fits no definition at all says nothing of which it is.
  if (unlikely.length === 0 || (named === undefined && unlikely.length === asked.length)) return [];
  const names = unlikely.map((definition) => DEFINITION_NAMES[definition]);
  const list = answers.map(({ model, ratios }) => `${given.model(model).name} ${unlikely.map((definition) => `${say(ratios[definition][0], 2)}–${say(ratios[definition][1], 2)}`).join(", ")}`);
  return [{
    severity: "note", model: answers[0].model, term: null,
    printed: Object.fromEntries(answers.map(({ model }) => [`R² of ${model}`, given.model(model).published.pseudoR2!])),
    message: `The R² of the ordered models is very likely not ${names.join(" or ")}'s: the likelihood ratio that it would imply is another multiple of Σz² (${list.join("; ")}) than right tables have (${LR_PER_WALD.lower} to ${LR_PER_WALD.upper}), at any outcome at least ${Math.round(100 * LEAST_EVEN)}% as even as equal levels. Not a proof: it would be said of ${CRIES.likelihood.cried} of ${CRIES.likelihood.tables} simulated right tables.`,
    messageZh: `有序模型的 R² 很可能不是 ${names.join(" 或 ")} 的定义：由此推出的似然比与 Σz² 之比（${list.join("；")}）不同于正确表格的范围（${LR_PER_WALD.lower} 至 ${LR_PER_WALD.upper}），前提是因变量的分布熵不低于各等级均等时的 ${Math.round(100 * LEAST_EVEN)}%。这不是证明：${CRIES.likelihood.tables} 张模拟的正确表格中有 ${CRIES.likelihood.cried} 张会被如此提示。`,
    code: `likelihoodRatioOf(${literal(unlikely[0])}, ${given.model(answers[0].model).published.pseudoR2}, ${given.model(answers[0].model).n}, Math.log(3))`,
  }];
}

const example = (pseudoR2: string): Example =>
  exampleTable([{ term: "x", coef: "0.600", se: "0.100", stars: "***" }], { family: "ordered logit", n: 800, levels: 3, pseudoR2 }, { pseudoR2Definition: "McFadden" });

export const likelihood: Check<LikelihoodAnswer[]> = {
  name: "likelihood",
  title: { en: "R² against the Wald statistics", zh: "R² 与 Wald 统计量" },
  source: "Wald (1943), Transactions of the American Mathematical Society 54: 426–482, for LR and Wald alike to second order; the range is simulated",
  proves: false,
  weight: 40,
  run,
  passes: example("0.024"),
  fails: example("0.090"),
};
