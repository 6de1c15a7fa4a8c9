import type { Fit } from "../fit";
import type { Matrix } from "../matrix";

/** The design's columns that have slopes: the fit's terms, or those whose slopes differ between cut points once each. */
export const designColumns = (fit: Fit): readonly string[] => fit.inference.partial?.columns ?? fit.coefficients.map((row) => row.term);

/** An ordered fit has no constant: where the design brings one (first, as everywhere), it is left out. */
export function slopesOf(X: Matrix, fit: Fit): Matrix {
  const k = designColumns(fit).length;
  const width = X[0]?.length ?? 0;
  if (width === k) return X;
  if (fit.family === "ordered" && width === k + 1) return X.map((row) => row.slice(1));
  throw new RangeError(`the design has ${width} columns for a fit of ${k} terms`);
}
