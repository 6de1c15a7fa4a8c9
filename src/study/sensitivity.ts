import { averageMarginalEffects } from "../models/effects/averageMarginalEffects";
import type { Effect } from "../models/effects/effect";
import { type DesignErrors, designErrors } from "../models/sensitivity/designErrors";
import { type EValue, eValue } from "../models/sensitivity/eValue";
import { minimumDetectable, waldPower } from "../models/sensitivity/power";
import type { PublishedTable } from "../published/publishedTable";
import type { StudyResult } from "./runStudy";
import { sampleOf } from "./results";
import { PAPER_CUTOFFS } from "./stars";
import type { Hypothesis } from "./study";

/** What one model's answer to a hypothesis would bear, whatever was chosen. */
export interface Sensitivity {
  readonly hypothesis: string;
  readonly group: string;
  readonly model: string;
  readonly term: string;
  /** Of the fit at hand. */
  readonly n: number;
  /** Of the outcome; null of an ordered one. */
  readonly share: number | null;
  /** Log-odds, of the effect that the hypothesis speaks of. */
  readonly estimate: number;
  readonly standardError: number;
  readonly oddsRatio: number;
  readonly eValue: EValue;
  /** Average marginal effect; of an ordered outcome on its highest level. */
  readonly effect: Pick<Effect, "estimate" | "standardError" | "type">;
  /** At which n power is told: the printed model's, else the fit's. */
  readonly atN: number;
  /** The average marginal effect found in four of five such studies. */
  readonly minimumDetectable: number;
  readonly power: readonly { readonly effect: number; readonly power: number }[];
  /** With the printed standard error, for true odds ratios that are supposed; null where print has none. */
  readonly printed: { readonly standardError: number; readonly designs: readonly ({ readonly oddsRatio: number } & DesignErrors)[] } | null;
}

/** What a coefficient needs for a star, and so a hypothesis for support: p below this, two-sided. */
export const STARRED = Math.max(...PAPER_CUTOFFS.map(({ below }) => below));
/** Average marginal effects, in shares, whose power is told. */
export const EFFECTS = [0.05, 0.1] as const;
/** True odds ratios supposed for type S and type M errors. */
export const ODDS_RATIOS = [1.5, 2, 3] as const;
export const POWER = 0.8;

/**
 * For each hypothesis and the model that decides it: the E-value of its odds ratio, power and the smallest average marginal effect
 * that would get a star, and the type S and type M errors of stars at the printed standard error.
 *
 * Standard errors at the printed n are the fit's times √(n/printed n). Hypotheses whose model was refused, or lacks the term, are left out.
 */
export function sensitivityOf(result: StudyResult, published?: PublishedTable): Sensitivity[] {
  return result.study.hypotheses.flatMap((hypothesis) => hypothesis.decidedBy.flatMap(({ group, model }) => {
    const found = ofModel(result, hypothesis, model, published);
    return found ? [{ hypothesis: hypothesis.id, group, ...found }] : [];
  }));
}

function ofModel(result: StudyResult, { term, opposed }: Hypothesis, model: string, published: PublishedTable | undefined): Omit<Sensitivity, "hypothesis" | "group"> | undefined {
  const fit = result.fits[model];
  const row = fit?.coefficients.find((one) => one.term === term);
  if (!row) return undefined;
  const sign = opposed ? -1 : 1;
  const ends = [sign * row.lower, sign * row.upper].sort((a, b) => a - b);
  const share = fit.events === null ? null : fit.events / fit.n;
  const effect = averageMarginalEffects(fit, sampleOf(result, model).X, { only: [term] }).at(-1)!;
  const atN = published?.models[model]?.n ?? fit.n;
  const standardError = effect.standardError * Math.sqrt(fit.n / atN);
  return {
    model, term, n: fit.n, share, estimate: sign * row.estimate, standardError: row.standardError, oddsRatio: Math.exp(sign * row.estimate),
    eValue: eValue({ estimate: sign * row.estimate, lower: ends[0], upper: ends[1] }, share ?? 0.5),
    effect: { estimate: sign * effect.estimate, standardError: effect.standardError, type: effect.type },
    atN, minimumDetectable: minimumDetectable(standardError, { power: POWER, alpha: STARRED }),
    power: EFFECTS.map((size) => ({ effect: size, power: waldPower(size, standardError, STARRED) })),
    printed: printedDesigns(published, model, term),
  };
}

function printedDesigns(published: PublishedTable | undefined, model: string, term: string): Sensitivity["printed"] {
  const printed = published?.models[model];
  const row = printed?.rows.find((one) => one.term === term);
  // Another statistic in its place, or the error of an odds ratio, is no standard error of a log-odds.
  const standardError = row?.se !== undefined && (printed?.scale ?? "logOdds") === "logOdds" && (printed?.brackets ?? "se") === "se" ? Number(row.se) : NaN;
  if (!(standardError > 0)) return null;
  return { standardError, designs: ODDS_RATIOS.map((oddsRatio) => ({ oddsRatio, ...designErrors(Math.log(oddsRatio), standardError, STARRED) })) };
}
