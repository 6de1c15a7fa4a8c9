import type { Figure } from "../display/figure";
import { intervalPanels } from "../display/figures/intervalPanels";
import type { OptionInfluence } from "../multiverse/influence";
import type { Spec } from "../multiverse/spec";
import type { Origin } from "../provenance";
import type { Term } from "../study/study";
import { optionName } from "./universeRecords";

/**
 * What each option does to the estimates of a term, the other decisions held, in each model that is varied: right of the line
 * it raises them, left of it it lowers them. Options that nobody can tell apart from others have no point.
 *
 * @example optionInfluenceFigure(spec, result.influence, "contactWillingness", sfrc.terms, coded)
 */
export function optionInfluenceFigure(spec: Spec, influence: readonly OptionInfluence[], term: string, terms: readonly Term[], { synthetic, madeFrom }: Origin): Figure {
  const found = influence.filter((one) => one.term === term);
  const models = spec.models.filter((model) => found.some((one) => one.model === model));
  const rows = spec.decisions.flatMap((decision) => decision.options.filter((option) => found.some((one) => one.decision === decision.id && one.option === option.id && one.estimate !== null)).map((option) => ({ decision, option })));
  const label = terms.find(({ name }) => name === term)?.label ?? { en: term, zh: term };
  return intervalPanels({
    id: `option-influence-${term}`, synthetic, madeFrom, decimals: 3, reference: 0,
    title: { en: `What each option does to the estimate: ${label.en}`, zh: `各选项如何改变系数：${label.zh}` },
    rows: rows.map(({ decision, option }) => optionName(decision, option)), series: models,
    panels: [{ title: "", series: models.map((model) => rows.map(({ decision, option }) => {
      const estimate = found.find((one) => one.model === model && one.decision === decision.id && one.option === option.id)?.estimate;
      return estimate === null || estimate === undefined ? undefined : { estimate };
    })) }],
    axis: { en: "mean change of the coefficient (log-odds, or its link's scale) against the paper's option, others held", zh: "系数（对数优势，或所用联系函数的尺度）相对论文选项的平均改变（其他决定不变）" },
  });
}
