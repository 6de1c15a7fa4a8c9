import { slopesOf } from "../effects/slopesOf";
import { expectedOfRow } from "../expectedInformation";
import type { Fit } from "../fit";
import { addProduct, dot, standardisedRow, throughRoot, withRoot } from "../inference";
import { linkFunction } from "../links/link";
import { factorise, rootOfInverse } from "../numeric/cholesky";
import { refusePartial } from "../partial/refusePartial";
import { multiply } from "../standardise";
import { type FittedData, influenceRows } from "./influenceRows";
import { expectedThroughBread } from "./leverages";

/**
 * The fit with the inverse of its expected (Fisher) information for a covariance, instead of the observed.
 * For the binary logit they are the same; for other links this is what R's `glm` reports.
 */
export function withExpectedInformation(fit: Fit, data: FittedData): Fit {
  refusePartial(fit, "expected standard errors");
  const { bread, parameters } = fit.inference;
  const m = parameters.length;
  const through = fit.family === "binomial" ? expectedThroughBread(influenceRows(fit, data), m) : orderedThroughBread(fit, data);
  return withRoot(fit, multiply(bread, through, m), "expected");
}

/** A root of the inverse of the expected information, which is worked out with every row carried through the bread. */
function orderedThroughBread(fit: Fit, { X, weights, offset }: FittedData): Float64Array {
  const { bread, parameters } = fit.inference;
  const m = parameters.length;
  const k = fit.coefficients.length;
  const link = linkFunction(fit.link);
  const information = new Float64Array(m * m);
  slopesOf(X, fit).forEach((x, i) => {
    const w = weights?.[i] ?? 1;
    if (w === 0) return;
    const z = standardisedRow(fit, x);
    const eta = dot(z, parameters) + (offset?.[i] ?? 0);
    const cuts = Array.from(parameters.subarray(k), (cut) => cut - eta);
    const places = cuts.map((_, c) => throughRoot(bread, Float64Array.from({ length: m }, (__, j) => (j < k ? -z[j] : Number(j === k + c)))));
    const { own, next } = expectedOfRow(link, cuts);
    own.forEach((value, c) => addProduct(information, w * value, places[c], places[c]));
    next.forEach((value, c) => {
      addProduct(information, w * value, places[c], places[c + 1]);
      addProduct(information, w * value, places[c + 1], places[c]);
    });
  });
  if (!factorise(information, m)) throw new RangeError("the expected information is singular");
  return rootOfInverse(information, m);
}
