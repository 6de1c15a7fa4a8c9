import type { Bilingual } from "../bilingual";
import type { Figure } from "../display/figure";
import { effectPlot } from "../display/figures/effectPlot";
import type { Table } from "../display/table";
import { labelOf } from "../display/tables/regressionTable";
import { plainTable } from "../display/tables/plainTable";
import { WALD_95 } from "../models/coefficients";
import type { Effect } from "../models/effects/effect";
import { differenceOf, withHolm } from "../models/hypotheses/difference";
import { effectsOf } from "../study/effects";
import { binaryFitOf, refuseShared } from "../study/results";
import type { StudyResult } from "../study/runStudy";
import { originOf } from "../provenance";
import { twoOutcomesNote } from "./outcomeWords";

const POINTS = { decimals: 1, signed: true } as const;
const P = { decimals: 3, floor: true } as const;

/** Average marginal effects in two models on different people, and whether they differ: comparable across groups where logits are not. @throws {BadInput} models that share people, or are ordered */
export function effectDifferencesTable(result: StudyResult, a: string, b: string): Table {
  refuseShared(result, a, b);
  const rows = withHolm(sharedTerms(result, a, b).map((term) => {
    const effects = effectsOf(result, term, [a, b]);
    return { term, a: effects[a], b: effects[b], ...differenceOf(effects[a], effects[b]) };
  }));
  return plainTable({
    id: `effect-differences-${a}-${b}`, ...originOf(result),
    title: { en: "Average marginal effects, in percentage points", zh: "平均边际效应（百分点）" },
    stub: { en: "variable", zh: "变量" },
    columns: [`${a} [95%]`, `${b} [95%]`, { en: "difference [95%]", zh: "差 [95%]" }, "p", { en: "p, Holm", zh: "p（Holm）" }],
    rows: rows.map((row) => [
      labelOf(row.term, result),
      percentagePoints(row.a, row.term),
      percentagePoints(row.b, row.term),
      percentagePoints({ estimate: row.difference, lower: row.difference - WALD_95 * row.standardError, upper: row.difference + WALD_95 * row.standardError }, row.term),
      { number: row.p, format: P },
      { number: row.pHolm, format: P },
    ]),
    notes: [
      { en: "0/1 variables: from 0 to 1; others: per unit; age squared: per 100 square years. Standard errors by the delta method.", zh: "0/1 变量为由 0 到 1；其余为每单位；年龄²为每 100 平方年。标准误用 delta 法。" },
      { en: "Effects on probabilities may be compared across groups even where the unexplained variation differs (Long and Mustillo 2021); they depend on each group's base rate and on who is in it.", zh: "即使未解释的变异不同，对概率的效应仍可跨组比较（Long 与 Mustillo 2021），但它取决于各组的基准比例与人员构成。" },
      ...twoOutcomesNote(result, a, b),
    ],
  });
}

/** The same drawn, without age squared. */
export function effectsFigure(result: StudyResult, models: readonly string[]): Figure {
  const terms = sharedTerms(result, ...models).filter((term) => term !== "age2");
  const effects = Object.fromEntries(terms.map((term) => [term, effectsOf(result, term, models)]));
  return effectPlot({
    id: `effects-${models.join("-")}`, ...originOf(result),
    title: { en: "Average marginal effects by region", zh: "各地区的平均边际效应" },
    rows: terms.map((term) => labelOf(term, result)),
    groups: models.map((model) => ({ name: groupName(result, model), effects: terms.map((term) => effects[term][model]) })),
  });
}

/** `Changchun (M1)`: the region that the title speaks of, and the model behind it. */
function groupName({ study }: StudyResult, model: string): Bilingual {
  const spec = study.models.find(({ id }) => id === model);
  const label = study.groups.find(({ id }) => id === spec?.group)?.label ?? { en: model, zh: model };
  return { en: `${label.en} (${model})`, zh: `${label.zh}（${model}）` };
}

const SQUARE_YEARS = 100;

function percentagePoints({ estimate, lower, upper }: Pick<Effect, "estimate" | "lower" | "upper">, term: string) {
  const scale = 100 * (term === "age2" ? SQUARE_YEARS : 1);
  return { number: scale * estimate, format: POINTS, interval: [scale * lower, scale * upper] as const };
}

/** Those of all models, in the first one's order. */
function sharedTerms(result: StudyResult, ...models: readonly string[]): string[] {
  const [first, ...others] = models.map((model) => binaryFitOf(result, model).coefficients.map(({ term }) => term));
  return first.filter((term) => term !== "const" && others.every((terms) => terms.includes(term)));
}
