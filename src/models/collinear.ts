import type { Packed } from "./matrix";
import { orthogonalise, solveUpper } from "./numeric/orthogonal";
import { RefusedModel } from "./refusedModel";
import { said } from "../faults/said";
import type { Standardised } from "./standardise";

/** A column whose part of its own is a smaller share of its length than this has no digits to be estimated by. */
const SMALLEST_SHARE = 1e-8;
/** The same below this is rounding: the column is a combination of others. */
const ROUNDING_SHARE = 1e-12;
/** A coefficient on standardised columns below this is rounding. */
const NO_PART = 1e-6;

/** The standardised columns on an orthonormal basis of their span (times √n): Z = QR. */
export interface OrthogonalColumns extends Packed {
  readonly R: readonly Float64Array[];
}

/**
 * Orthogonalises the standardised columns, and refuses a term that is a linear combination of earlier ones (and the
 * constant), or so nearly one that double precision cannot tell them apart.
 *
 * @param terms names of the columns
 * @throws {RefusedModel} collinear: the dependent term first, then those it depends on
 */
export function orthogonalColumns({ values, rows, columns: k, centre, scale }: Standardised, terms: readonly string[]): OrthogonalColumns {
  const own = Array.from({ length: k }, (_, j) => Float64Array.from({ length: rows }, (__, i) => values[i * k + j]));
  const { Q, R } = orthogonalise(own, (j, share, onEarlier) => {
    // What rounding the column itself has left of it: a square of 1.7e9 is right to 256, whatever its spread.
    const held = 2 ** -52 * (1 + Math.abs(centre[j]) / scale[j]);
    if (share <= Math.max(SMALLEST_SHARE, 8 * held)) refuse(terms, j, onEarlier(), share, ROUNDING_SHARE);
  });
  const root = Math.sqrt(rows);
  const orthogonal = new Float64Array(values.length);
  Q.forEach((column, j) => {
    for (let i = 0; i < rows; i++) orthogonal[i * k + j] = column[i] * root;
  });
  return { rows, columns: k, values: orthogonal, R: R.map((column) => column.map((r) => r / root)) };
}

/** `orthogonalColumns` where only the refusal is wanted. */
export const refuseCollinear = (Z: Standardised, terms: readonly string[]): void => void orthogonalColumns(Z, terms);

/** Parameters (or a root of their covariance, column by column) on the orthogonal columns, on the standardised ones: R⁻¹·v. */
export const unmix = ({ R }: OrthogonalColumns, v: ArrayLike<number>): Float64Array => solveUpper(R, v);

function refuse(terms: readonly string[], j: number, combination: readonly number[], share: number, rounding: number): never {
  const others = terms.filter((term, c) => c < j && term !== "const" && Math.abs(combination[c]) > NO_PART);
  if (others.length === 0) throw new RefusedModel("collinear", [terms[j]], said`${terms[j]} has the same value in every row. Drop it.`);
  throw new RefusedModel("collinear", [terms[j], ...others], share <= rounding ? said`${terms[j]} is a linear combination of ${listed(others)} (and the constant). Drop one of them.`
    : said`${terms[j]} is a linear combination of ${listed(others)} (and the constant) but for ${share.toPrecision(1)} of its spread, and double precision cannot hold what is left. Subtract a round number near the mean before taking powers and products, or drop one of them.`);
}

const listed = (names: readonly string[]): string =>
  names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
