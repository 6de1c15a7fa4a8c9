import { RefusedModel } from "./refusedModel";
import type { Standardised } from "./standardise";

/** A column whose part of its own is a smaller share of its length than this has no digits to estimate it by. */
const SMALLEST_SHARE = 1e-7;
/** A coefficient on standardised columns below this is rounding. */
const NO_PART = 1e-6;

/**
 * Refuses a term that is a linear combination of earlier ones (and the constant), and says of which.
 * Gram–Schmidt, twice over, on the standardised columns.
 *
 * @param terms names of the columns
 * @throws {RefusedModel} collinear: the dependent term first, then those it depends on
 */
export function refuseCollinear({ values, rows, columns: k }: Standardised, terms: readonly string[]): void {
  const basis: Float64Array[] = [];
  const R: number[][] = [];
  for (let j = 0; j < k; j++) {
    const rest = Float64Array.from({ length: rows }, (_, i) => values[i * k + j]);
    const length = norm(rest);
    if (length === 0) throw new RefusedModel("collinear", [terms[j]], `${terms[j]} has the same value in every row. Drop it.`);
    const coefficients = basis.map((q) => subtractProjection(rest, q));
    basis.forEach((q, c) => (coefficients[c] += subtractProjection(rest, q)));
    const own = norm(rest);
    if (own <= SMALLEST_SHARE * length) refuse(terms, j, backSubstitute(R, coefficients));
    for (let i = 0; i < rows; i++) rest[i] /= own;
    basis.push(rest);
    R.push([...coefficients, own]);
  }
}

function refuse(terms: readonly string[], j: number, combination: readonly number[]): never {
  const others = terms.filter((term, c) => c < j && term !== "const" && Math.abs(combination[c]) > NO_PART);
  if (others.length === 0) throw new RefusedModel("collinear", [terms[j]], `${terms[j]} has the same value in every row. Drop it.`);
  throw new RefusedModel("collinear", [terms[j], ...others], `${terms[j]} is a linear combination of ${listed(others)} (and the constant). Drop one of them.`);
}

function subtractProjection(rest: Float64Array, q: Float64Array): number {
  let product = 0;
  for (let i = 0; i < q.length; i++) product += rest[i] * q[i];
  for (let i = 0; i < q.length; i++) rest[i] -= product * q[i];
  return product;
}

const norm = (v: Float64Array): number => Math.sqrt(v.reduce((sum, value) => sum + value * value, 0));

/** Coefficients on the earlier columns, from those on the orthonormal basis: R's columns are in `R`. */
function backSubstitute(R: readonly (readonly number[])[], onBasis: readonly number[]): number[] {
  const result = [...onBasis];
  for (let c = R.length - 1; c >= 0; c--) {
    result[c] /= R[c][c];
    for (let above = 0; above < c; above++) result[above] -= R[c][above] * result[c];
  }
  return result;
}

const listed = (names: readonly string[]): string =>
  names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
