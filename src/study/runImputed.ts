import type { Fit } from "../models/fit";
import { pool, type Pooled } from "../models/imputation/rubin";
import type { StudyResult } from "./runStudy";

/** A model pooled over imputed data, or why it could not be. */
export interface PooledModel {
  readonly id: string;
  readonly n: number;
  readonly coefficients: readonly Pooled[];
  /** Imputations in which the model was refused; where there is one, nothing is pooled. */
  readonly refusedIn: number;
  readonly refusal?: string | undefined;
}

/**
 * Pools a study's models over the results of several imputed data sets, by Rubin's rules with small-sample degrees of freedom.
 * A model that any data set refuses is not pooled over the rest: those would be the data sets that happen to suit it.
 *
 * @param results  one result an imputation, of the same study
 */
export function poolStudy(results: readonly StudyResult[]): PooledModel[] {
  return results[0].study.models.map(({ id }) => {
    const refused = results.map((result) => result.refused[id]).filter((error) => error !== undefined);
    if (refused.length > 0) return { id, n: results[0].samples[id]?.y.length ?? 0, coefficients: [], refusedIn: refused.length, refusal: refused[0].message };
    return { id, ...poolFits(results.map((result) => result.fits[id])), refusedIn: 0 };
  });
}

/** Coefficients of one model fitted to several imputed data sets. @throws {RangeError} fits of different terms */
export function poolFits(fits: readonly Fit[]): { n: number; coefficients: Pooled[] } {
  const [first] = fits;
  const parameters = first.coefficients.length + (first.thresholds?.length ?? 0);
  return {
    n: first.n,
    coefficients: first.coefficients.map(({ term }) => {
      const ours = fits.map((fit) => fit.coefficients.find((coefficient) => coefficient.term === term));
      if (ours.includes(undefined)) throw new RangeError(`${term} is not in every imputation's model`);
      return pool(term, ours.map((coefficient) => coefficient!.estimate), ours.map((coefficient) => coefficient!.standardError), first.n - parameters);
    }),
  };
}
