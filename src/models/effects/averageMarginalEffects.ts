import { asCoefficient } from "../coefficients";
import type { Fit } from "../fit";
import { degreesOf, standardErrorOf } from "../inference";
import { byT } from "../intervals";
import type { Matrix } from "../matrix";
import { averageChange, type Averaging, type Cells } from "./averageChange";
import { byOutcome, type Quantity } from "./curves";
import type { Effect, EffectVariable, Elasticity } from "./effect";
import { averageElasticity, hasElasticity } from "./elasticity";
import { designColumns, slopesOf } from "./slopesOf";

export interface EffectOptions extends Omit<Averaging, "rows"> {
  /** Only these terms (default: all but the constant). */
  readonly only?: readonly string[] | undefined;
  /** For each row its group: effects are averaged within each that has a weight, in order of first appearance. */
  readonly by?: readonly string[] | undefined;
  /** Instead of dy/dx: in shares of the variable, of the probability, or of both (eyex: the elasticity proper). */
  readonly elasticity?: Elasticity | undefined;
}

/**
 * Average marginal effects: how a predicted probability changes with each term, averaged over the sample as it is.
 *
 * A 0/1 column gets the discrete change from 0 to 1, any other dy/dx; for an ordered outcome there is one effect for
 * every level, and a term's effects sum to 0. With `elasticity` each row's effect is multiplied by the row's own value of
 * the term (dyex), divided by its probability (eydx), or both (eyex); a 0/1 column has eydx only. Standard errors by the
 * delta method with analytic derivatives, from the fit's covariance (robust where the fit's is). Every column is moved by
 * itself: for interactions and factors, build the changes from the design and use `averageEffects`.
 *
 * @param X the design the fit was made on (or another with its columns): the fit's terms, in order
 * Source: Williams (2012), Stata Journal 12; R `marginaleffects::avg_slopes`, `avg_comparisons`; Stata `margins, eyex()`,
 * test/fixtures/models/contrasts.R.
 */
export function averageMarginalEffects(fit: Fit, X: Matrix, options: EffectOptions = {}): Effect[] {
  const terms = designColumns(fit);
  const design = slopesOf(X, fit);
  return averageEffects(fit, wanted(terms, options).map((j) => columnVariable(terms[j], design, j)), options);
}

/** Which of the fit's columns are asked for. */
export function wanted(terms: readonly string[], { only }: { readonly only?: readonly string[] | undefined }): number[] {
  const unknown = only?.find((term) => !terms.includes(term));
  if (unknown !== undefined) throw new RangeError(`the fit has no term ${unknown} (it has ${terms.join(", ")})`);
  return [...terms.keys()].filter((j) => terms[j] !== "const" && (!only || only.includes(terms[j])));
}

/** The groups that have somebody: of rows of weight 0 only, as those outside a subpopulation, nothing can be averaged. */
export function weighty(by: readonly string[], weights: readonly number[] | undefined): string[] {
  const some = new Set(by.filter((_, i) => weights?.[i] !== 0));
  return [...new Set(by)].filter((group) => some.has(group)); // in the order of all rows: a resample may not draw the first
}

/**
 * Average effects of variables given as changes of the whole design.
 * @throws {RangeError} where `by`, weights or offset are not as many as rows
 */
export function averageEffects(fit: Fit, variables: readonly EffectVariable[], options: EffectOptions = {}): Effect[] {
  const { by, weights, offset, valuesOnly, elasticity } = options;
  const rows = variables[0]?.change.at.length;
  if (by && by.length !== rows) throw new RangeError(`by has ${by.length} labels for ${rows} rows`);
  const groups = by ? weighty(by, weights) : [undefined];
  return groups.flatMap((group) => {
    const own = group === undefined ? undefined : by!.flatMap((label, i) => (label === group ? [i] : []));
    return variables.filter((variable) => hasElasticity(variable, elasticity)).flatMap((variable) =>
      measuredEffect(fit, variable, { weights, offset, valuesOnly, rows: own }, elasticity).map(({ level, measured }) => ({
        ...asEffect(fit, variable.term, elasticity ?? (variable.change.kind === "step" ? "discrete" : "dydx"), measured),
        ...(level === undefined ? {} : { level }),
        ...(group === undefined ? {} : { group }),
      })));
  });
}

const measuredEffect = (fit: Fit, variable: EffectVariable, averaging: Averaging, elasticity: Elasticity | undefined): ReturnType<typeof byOutcome> =>
  elasticity === undefined ? byOutcome(fit, averageChange(fit, variable.change, averaging), 0) : averageElasticity(fit, variable, elasticity, averaging);

/** An effect with its delta-method standard error, √(gradient′ · covariance · gradient). */
export function asEffect(fit: Fit, term: string, type: Effect["type"], { value, gradient }: Quantity): Effect {
  return { ...byT(asCoefficient(term, value, standardErrorOf(fit, gradient)), degreesOf(fit, gradient)), type, gradient };
}

/** One column moved by itself: from 0 to 1 where it holds nothing else, else by its slope. */
export function columnVariable(term: string, X: Matrix, column: number, at: Matrix = X): EffectVariable {
  const set = (value: number): Cells => (_, use) => use(column, value);
  if (X.every((row) => row[column] === 0 || row[column] === 1)) return { term, change: { kind: "step", at, columns: [column], from: set(0), to: set(1) } };
  return { term, change: { kind: "slope", at, along: set(1) }, values: at.map((row) => row[column]) };
}
