import type { Link } from "../models/fit";
import { applyReadings } from "../study/applyReadings";
import type { Condition, ModelSpec, Readings, Study } from "../study/study";
import type { Choice, Spec } from "./spec";

/** How a study's people are coded in a universe. */
export interface HowCoded {
  readonly readings: Readings;
  readonly skips: readonly string[];
  /** Missing answers are drawn; the `index`-th of several times. */
  readonly imputation?: Imputation & { readonly index: number };
}

export interface Imputation {
  readonly imputations: number;
  readonly seed: number;
}

/** What a universe fits. */
export interface Resolved extends Omit<HowCoded, "imputation"> {
  /** Undefined where who lacks an answer is left out. */
  readonly imputed: Imputation | undefined;
  readonly study: Study;
  readonly model: ModelSpec;
  readonly link: Link;
  /** Terms of the model whose slope may differ between cut points. */
  readonly nonparallel: readonly string[];
  readonly covariance: string;
  readonly excludes: readonly Readonly<Record<string, Condition>>[];
  /** Terms whose coefficient is, so coded, the effect of the opposite of what hypotheses say of them. */
  readonly opposed: readonly string[];
}

const IMPUTATIONS = 5;

/** What a choice makes of one of the study's models: its readings first, then its other options in the order of the decisions. */
export function resolve(spec: Spec, study: Study, modelId: string, choice: Choice): Resolved {
  const options = spec.decisions.map(({ id, options: all }) => all.find((option) => option.id === choice[id])!);
  const readings: Readings = Object.fromEntries(options.flatMap((option) => Object.entries(option.readings ?? {})));
  const asRead = applyReadings(study, readings);
  let model = asRead.models.find(({ id }) => id === modelId)!;
  let link: Link = "logit";
  let covariance = "classical";
  let nonparallel: readonly string[] = [];
  let imputed: Imputation | undefined;
  for (const option of options) {
    model = {
      ...model,
      group: option.group ?? model.group, outcome: option.outcome ?? model.outcome, family: option.family ?? model.family,
      terms: [...model.terms.filter((term) => !option.drops?.includes(term)), ...(option.adds ?? []).filter((term) => !model.terms.includes(term))],
    };
    link = option.link ?? link;
    covariance = option.covariance ?? covariance;
    nonparallel = option.nonparallel ?? nonparallel;
    if (option.missing !== undefined) imputed = option.missing === "imputed" ? { imputations: option.imputations ?? IMPUTATIONS, seed: option.seed ?? 1 } : undefined;
  }
  return {
    study: asRead, model, link, covariance, readings, imputed, nonparallel: nonparallel.filter((term) => model.terms.includes(term)), skips: options.flatMap((option) => option.skips ?? []),
    excludes: options.flatMap((option) => (option.excludes ? [option.excludes] : [])),
    opposed: asRead.hypotheses.filter(({ opposed }) => opposed).map(({ term }) => term),
  };
}
