import { asCoefficient } from "./coefficients";
import type { CovarianceKind, Fit, Inference } from "./fit";
import { norm } from "./numeric/orthogonal";
import { multiply, transformVector } from "./standardise";

/** The same estimates with another covariance, by its root on the standardised columns: standard errors, z, p and intervals follow it. */
export function withRoot(fit: Fit, root: Float64Array, covarianceKind: CovarianceKind): Fit {
  return { ...fit, ...tables({ ...fit.inference, root, degreesOfFreedom: undefined }, fit.covariance.terms, fit.coefficients.length), covarianceKind };
}

/** The tables of estimates that a reader sees, on the columns as given. */
export function tables(inference: Inference, names: readonly string[], slopes: number): Pick<Fit, "coefficients" | "thresholds" | "covariance" | "inference"> {
  const m = names.length;
  const estimates = transformVector(inference.back, inference.parameters);
  const given = multiply(inference.back, inference.root, m);
  const rows = names.map((_, j) => given.subarray(j * m, (j + 1) * m));
  const standardErrors = rows.map(norm);
  return {
    inference,
    coefficients: names.slice(0, slopes).map((term, j) => asCoefficient(term, estimates[j], standardErrors[j])),
    ...(m > slopes && { thresholds: names.slice(slopes).map((between, j) => ({ between, estimate: estimates[slopes + j], standardError: standardErrors[slopes + j] })) }),
    covariance: { terms: names, values: rows.map((a) => rows.map((b) => dot(a, b))) },
  };
}

/** Standard error of a quantity, by its derivatives by the standardised parameters: the length of root′·gradient. */
export const standardErrorOf = ({ inference: { root } }: Fit, gradient: ArrayLike<number>): number => norm(throughRoot(root, gradient));

/** Degrees of freedom of the t by which a quantity with these derivatives is judged; Infinity where that is the normal. */
export function degreesOf({ inference: { degreesOfFreedom = Infinity } }: Fit, gradient: ArrayLike<number>): number {
  return typeof degreesOfFreedom === "number" ? degreesOfFreedom : degreesOfFreedom(gradient);
}

/** root′·v: a vector whose products are covariances. */
export function throughRoot(root: Float64Array, v: ArrayLike<number>): Float64Array {
  const m = v.length;
  const out = new Float64Array(m);
  for (let j = 0; j < m; j++) if (v[j] !== 0) for (let c = 0; c < m; c++) out[c] += v[j] * root[j * m + c];
  return out;
}

/** Derivatives by the standardised parameters, from those by the parameters as given: back′·v. */
export const onStandardised = ({ inference: { back } }: Fit, v: readonly number[]): Float64Array => throughRoot(back, v);

/** A design row at its place in the standardised design. */
export function standardisedRow({ inference: { centre, scale } }: Fit, x: readonly number[], to = new Float64Array(x.length)): Float64Array {
  for (let j = 0; j < x.length; j++) to[j] = (x[j] - centre[j]) / scale[j];
  return to;
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j] * b[j];
  return sum;
}

/** Adds times·ab′ to an m × m matrix. */
export function addProduct(to: Float64Array, times: number, a: Float64Array, b: Float64Array): void {
  const m = a.length;
  for (let p = 0; p < m; p++) for (let q = 0; q < m; q++) to[p * m + q] += times * a[p] * b[q];
}
