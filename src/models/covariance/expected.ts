import { prepare } from "../binary";
import { CumulativeLikelihood } from "../cumulativeLikelihood";
import { parametersOf } from "../effects/curves";
import { slopesOf } from "../effects/slopesOf";
import { expectedInformation } from "../expectedInformation";
import type { Fit } from "../fit";
import { linkFunction } from "../links/link";
import { asRows } from "../matrix";
import { factorise, inverseOfFactored } from "../numeric/cholesky";
import { noColumns, orderedData } from "../ordered";
import { backTransform, standardise, transformCovariance } from "../standardise";
import { type FittedData, influenceRows } from "./influenceRows";
import { withCovariance } from "./withCovariance";

/**
 * The fit with the inverse of its expected (Fisher) information for a covariance, instead of the observed.
 * For the binary logit they are the same; for other links this is what R's `glm` reports.
 */
export function withExpectedInformation(fit: Fit, data: FittedData): Fit {
  const values = fit.family === "binomial" ? binaryExpected(fit, data) : orderedExpected(fit, data);
  return withCovariance(fit, values, "expected");
}

function binaryExpected(fit: Fit, data: FittedData): number[][] {
  const terms = fit.coefficients.map((row) => row.term);
  const { Z, constant } = prepare(data.X, data.y as number[], terms, { offset: data.offset });
  const k = terms.length;
  const information = new Float64Array(k * k);
  influenceRows(fit, data).forEach(({ information: each, weight }, i) => {
    const z = Z.values.subarray(i * k, (i + 1) * k);
    for (let a = 0; a < k; a++) for (let b = 0; b <= a; b++) information[a * k + b] += weight * each * z[a] * z[b];
  });
  const back = backTransform(Z, terms.map((_, j) => ({ column: j === constant ? -1 : j, sign: 1, constants: constant === null ? [] : [constant] })));
  return asRows(transformCovariance(back, inverted(information, k), k), k);
}

/** From the information of the model with free slopes, whose parameters are linear in ours. */
function orderedExpected(fit: Fit, data: FittedData): number[][] {
  const terms = fit.coefficients.map((row) => row.term);
  const { design, seen } = orderedData(slopesOf(data.X, fit), data.y, terms, fit.levels!, { weights: data.weights, offset: data.offset });
  const Z = standardise(design, undefined);
  const general = new CumulativeLikelihood(noColumns(Z.rows), Z, fit.levels!.length, seen, linkFunction(fit.link));
  const parameters = parametersOf(fit);
  const k = terms.length;
  const m = parameters.length;
  // Row of a general parameter: which of ours it is, and with what coefficient.
  const ours = Array.from({ length: general.size }, (_, g) => {
    const [cut, place] = [Math.floor(g / general.block), g % general.block];
    return place > 0 ? [{ j: place - 1, by: Z.scale[place - 1] }] : [{ j: k + cut, by: 1 }, ...terms.map((_term, j) => ({ j, by: -Z.centre[j] }))];
  });
  const at = Float64Array.from(ours, (parts) => parts.reduce((sum, { j, by }) => sum + by * parameters[j], 0));
  const full = expectedInformation(general, at);
  const information = new Float64Array(m * m);
  for (let g = 0; g < general.size; g++) {
    for (let h = 0; h < general.size; h++) {
      const value = full[Math.max(g, h) * general.size + Math.min(g, h)];
      if (value !== 0) for (const p of ours[g]) for (const q of ours[h]) information[p.j * m + q.j] += value * p.by * q.by;
    }
  }
  return asRows(inverted(information, m), m);
}

function inverted(information: Float64Array, m: number): Float64Array {
  if (!factorise(information, m)) throw new RangeError("the expected information is singular");
  return inverseOfFactored(information, m);
}
