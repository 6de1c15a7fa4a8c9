import type { Link } from "../models/fit";
import { applyReadings } from "../study/applyReadings";
import type { Condition, ModelSpec, Readings, Study } from "../study/study";
import type { Choice, Option, Spec } from "./spec";

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

/** How a choice has people coded, before anybody is drawn an answer. */
export interface Coding extends Omit<HowCoded, "imputation"> {
  /** Undefined where who lacks an answer is left out. */
  readonly imputed: Imputation | undefined;
}

/** What a universe fits. */
export interface Resolved {
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

const optionsOf = ({ decisions }: Spec, choice: Choice): Option[] => decisions.map(({ id, options }) => options.find((option) => option.id === choice[id])!);

/** Of a choice's options, later ones over earlier ones. */
export function howCoded(spec: Spec, choice: Choice): Coding {
  const readings: Record<string, string> = {};
  const skips: string[] = [];
  let imputed: Imputation | undefined;
  for (const option of optionsOf(spec, choice)) {
    Object.assign(readings, option.readings);
    skips.push(...(option.skips ?? []));
    if (option.missing !== undefined) imputed = option.missing === "imputed" ? { imputations: option.imputations ?? IMPUTATIONS, seed: option.seed ?? 1 } : undefined;
  }
  return { readings, skips, imputed };
}

/** The codings that a choice needs: one, or one for each draw of what is missing. */
export const codingsOf = ({ readings, skips, imputed }: Coding): HowCoded[] =>
  (imputed ? Array.from({ length: imputed.imputations }, (_, index) => ({ readings, skips, imputation: { ...imputed, index } })) : [{ readings, skips }]);

/** The same for two ways of coding that are one, in whatever order they name what they do. */
export const keyOfCoding = ({ readings, skips, ...drawn }: HowCoded | Coding): string => JSON.stringify([Object.entries(readings).sort(), [...skips].sort(), drawn]);

/** A study under readings; the same readings, the same study. */
export function readOnce(study: Study): (readings: Readings) => Study {
  const known = new Map<string, Study>();
  return (readings) => {
    const key = JSON.stringify(readings);
    const found = known.get(key) ?? applyReadings(study, readings);
    known.set(key, found);
    return found;
  };
}

/** What a choice makes of one of the study's models as its readings leave it: its options in the order of the decisions. */
export function resolve(spec: Spec, asRead: Study, modelId: string, choice: Choice): Resolved {
  const options = optionsOf(spec, choice);
  let model = asRead.models.find(({ id }) => id === modelId)!;
  let link: Link = "logit";
  let covariance = "classical";
  let nonparallel: readonly string[] = [];
  for (const option of options) {
    model = {
      ...model,
      group: option.group ?? model.group, outcome: option.outcome ?? model.outcome, family: option.family ?? model.family,
      terms: [...model.terms.filter((term) => !option.drops?.includes(term)), ...(option.adds ?? []).filter((term) => !model.terms.includes(term))],
    };
    link = option.link ?? link;
    covariance = option.covariance ?? covariance;
    nonparallel = option.nonparallel ?? nonparallel;
  }
  return {
    study: asRead, model, link, covariance, nonparallel: nonparallel.filter((term) => model.terms.includes(term)),
    excludes: options.flatMap((option) => (option.excludes ? [option.excludes] : [])),
    opposed: asRead.hypotheses.filter(({ opposed }) => opposed).map(({ term }) => term),
  };
}
