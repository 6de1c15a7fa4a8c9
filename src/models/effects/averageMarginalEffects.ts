import { asCoefficient } from "../coefficients";
import type { Fit } from "../fit";
import type { Matrix } from "../matrix";
import { averageChange, type Averaging, type Change } from "./averageChange";
import { byOutcome, type Measured } from "./curves";
import type { Effect } from "./effect";
import { slopesOf } from "./slopesOf";

/** A variable whose effect is asked for, and the change in the design that it means. */
export interface EffectVariable {
  readonly term: string;
  readonly change: Exclude<Change, { kind: "none" }>;
}

export interface EffectOptions extends Omit<Averaging, "rows"> {
  /** Only these terms (default: all but the constant). */
  readonly only?: readonly string[];
  /** For each row its group: effects are averaged within each, in order of first appearance. */
  readonly by?: readonly string[];
}

/**
 * Average marginal effects: how a predicted probability changes with each term, averaged over the sample as it is.
 *
 * A 0/1 column gets the discrete change from 0 to 1, any other dy/dx; for an ordered outcome there is one effect for
 * every level, and a term's effects sum to 0. Standard errors by the delta method with analytic derivatives, from the
 * fit's covariance (robust where the fit's is). Every column is moved by itself: for interactions and factors, build
 * the changes from the design and use `averageEffects`.
 *
 * @param X the design the fit was made on (or another with its columns): the fit's terms, in order
 * Source: Williams (2012), Stata Journal 12; R `marginaleffects::avg_slopes`, `avg_comparisons`.
 */
export function averageMarginalEffects(fit: Fit, X: Matrix, options: EffectOptions = {}): Effect[] {
  const terms = fit.coefficients.map((row) => row.term);
  const design = slopesOf(X, fit);
  const variables = terms.flatMap((term, j) => {
    if (term === "const" || (options.only && !options.only.includes(term))) return [];
    return [{ term, change: columnChange(design, j) }];
  });
  return averageEffects(fit, variables, options);
}

/** Average effects of variables given as changes of the whole design. */
export function averageEffects(fit: Fit, variables: readonly EffectVariable[], options: EffectOptions = {}): Effect[] {
  const { by, ...averaging } = options;
  const groups = by ? [...new Set(by)] : [undefined];
  return groups.flatMap((group) => {
    const rows = group === undefined ? undefined : by!.flatMap((label, i) => (label === group ? [i] : []));
    return variables.flatMap(({ term, change }) =>
      byOutcome(fit, averageChange(fit, change, { ...averaging, rows }), 0).map(({ level, measured }) => ({
        ...asEffect(fit, term, change.kind === "step" ? "discrete" : "dydx", measured),
        ...(level === undefined ? {} : { level }),
        ...(group === undefined ? {} : { group }),
      })));
  });
}

/** An effect with its delta-method standard error, √(gradient′ · covariance · gradient). */
export function asEffect(fit: Fit, term: string, type: Effect["type"], { value, gradient }: Measured): Effect {
  const standardError = deltaStandardError(fit, gradient);
  return { ...asCoefficient(term, value, standardError), type, gradient };
}

export function deltaStandardError(fit: Fit, gradient: readonly number[]): number {
  const V = fit.covariance.values;
  let variance = 0;
  for (let i = 0; i < gradient.length; i++) for (let j = 0; j < gradient.length; j++) variance += gradient[i] * V[i][j] * gradient[j];
  return Math.sqrt(Math.max(0, variance));
}

/** One column moved by itself: from 0 to 1 where it holds nothing else, else by its slope. */
export function columnChange(X: Matrix, column: number): EffectVariable["change"] {
  const set = (value: number): Matrix => X.map((row) => row.with(column, value));
  if (X.every((row) => row[column] === 0 || row[column] === 1)) return { kind: "step", from: set(0), to: set(1) };
  const unit = X[0].map((_, j) => (j === column ? 1 : 0));
  return { kind: "slope", at: X, along: X.map(() => unit) };
}
