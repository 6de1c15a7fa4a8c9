import { BinaryLikelihood } from "./binaryLikelihood";
import type { CumulativeLikelihood } from "./cumulativeLikelihood";
import { addProduct, throughRoot } from "./inference";
import { INDEPENDENT, type Maximum } from "./newton";
import { factorise, rootOfInverse } from "./numeric/cholesky";
import { multiply } from "./standardise";

/**
 * A root of the inverse information at a maximum, as good as a QR decomposition of the weighted design gives it.
 *
 * Where the normal equations have lost digits, the rows are carried through the root found from them, which makes
 * them nearly orthonormal, and decomposed once more: two such rounds are a QR, as long as the first one succeeded.
 *
 * @param likelihood makes the row-by-row likelihood on the maximum's own columns
 * Source: Yamamoto et al. (2015), ETNA 44 (CholeskyQR2).
 */
export function refinedRoot(maximum: Maximum, likelihood: () => BinaryLikelihood | CumulativeLikelihood): Float64Array {
  const { root, share, parameters } = maximum;
  if (share > INDEPENDENT) return root;
  const m = parameters.length;
  const rows = likelihood();
  rows.evaluate(parameters, new Float64Array(m), new Float64Array(m * m));
  const information = rows instanceof BinaryLikelihood ? binaryInformation(rows, root) : orderedInformation(rows, root);
  return factorise(information, m) ? multiply(root, rootOfInverse(information, m), m) : root;
}

/** Σ −w·bend·aa′, a being the row carried through the root. */
function binaryInformation({ X: { rows, columns: k, values }, bend, seen: { weights } }: BinaryLikelihood, root: Float64Array): Float64Array {
  const information = new Float64Array(k * k);
  for (let i = 0; i < rows; i++) {
    const a = throughRoot(root, values.subarray(i * k, (i + 1) * k));
    addProduct(information, -(weights?.[i] ?? 1) * bend[i], a, a);
  }
  return information;
}

/** The same of the two cut points that bound each row's level. */
function orderedInformation(likelihood: CumulativeLikelihood, root: Float64Array): Float64Array {
  const { size, cuts, parts, seen: { y, weights } } = likelihood;
  const information = new Float64Array(size * size);
  const at = (i: number, cut: number): Float64Array => {
    const row = new Float64Array(size);
    likelihood.eachCoefficient(i, cut, (parameter, value) => (row[parameter] = value));
    return throughRoot(root, row);
  };
  for (let i = 0; i < y.length; i++) {
    const w = weights?.[i] ?? 1;
    const [upper, lower] = [y[i] < cuts ? at(i, y[i]) : undefined, y[i] > 0 ? at(i, y[i] - 1) : undefined];
    if (upper) addProduct(information, -w * parts[6 * i + 3], upper, upper);
    if (lower) addProduct(information, -w * parts[6 * i + 4], lower, lower);
    if (upper && lower) {
      addProduct(information, -w * parts[6 * i + 5], upper, lower);
      addProduct(information, -w * parts[6 * i + 5], lower, upper);
    }
  }
  return information;
}
