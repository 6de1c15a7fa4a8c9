import { linkFunction } from "../links/link";
import type { Fit } from "../fit";
import type { Matrix } from "../matrix";
import { type Curve, curvesOf, type Measured, parametersOf } from "./curves";
import { slopesOf } from "./slopesOf";

/**
 * What is done to the sample, as designs row by row (columns in the order of the fit's coefficients, a constant first where it has one):
 * its probabilities as they are, the step between two designs, or the slope along a direction
 * (`along` is the design's derivative by the variable: it has more than one column where terms interact).
 */
export type Change =
  | { readonly kind: "none"; readonly at: Matrix }
  | { readonly kind: "step"; readonly from: Matrix; readonly to: Matrix }
  | { readonly kind: "slope"; readonly at: Matrix; readonly along: Matrix };

export interface Averaging {
  readonly weights?: readonly number[];
  readonly offset?: readonly number[];
  /** Which rows are averaged over; all where absent. */
  readonly rows?: readonly number[];
}

/** The weighted average of a change on every curve of the fit, with its analytic gradient by the parameters. */
export function averageChange(fit: Fit, asked: Change, averaging: Averaging = {}): Measured[] {
  const change = withoutConstant(fit, asked);
  const parameters = parametersOf(fit);
  return curvesOf(fit).map((curve) => {
    const gradient = new Array<number>(parameters.length).fill(0);
    const { link } = fit;
    const on: OnCurve = { curve, parameters, gradient, slopes: fit.coefficients.length, F: linkFunction(link) };
    let value = 0;
    let total = 0;
    const n = (change.kind === "step" ? change.to : change.at).length;
    for (const i of averaging.rows ?? Array.from({ length: n }, (_, row) => row)) {
      const w = averaging.weights?.[i] ?? 1;
      const o = averaging.offset?.[i] ?? 0;
      total += w;
      if (change.kind === "none") value += addProbability(on, change.at[i], o, w);
      else if (change.kind === "slope") value += addSlope(on, change.at[i], change.along[i], o, w);
      else value += addProbability(on, change.to[i], o, w) + addProbability(on, change.from[i], o, -w);
    }
    return { value: value / total, gradient: gradient.map((g) => g / total) };
  });
}

/** Designs may bring a constant that an ordered fit has not. */
function withoutConstant(fit: Fit, change: Change): Change {
  if (change.kind === "none") return { ...change, at: slopesOf(change.at, fit) };
  if (change.kind === "step") return { ...change, from: slopesOf(change.from, fit), to: slopesOf(change.to, fit) };
  return { ...change, at: slopesOf(change.at, fit), along: slopesOf(change.along, fit) };
}

interface OnCurve {
  readonly curve: Curve;
  readonly parameters: readonly number[];
  readonly gradient: number[];
  readonly slopes: number;
  readonly F: ReturnType<typeof linkFunction>;
}

const dot = (x: readonly number[], parameters: readonly number[]): number => {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += x[j] * parameters[j];
  return sum;
};

const predictor = ({ curve, parameters }: OnCurve, x: readonly number[], offset: number): number =>
  (curve.cut === undefined ? 0 : parameters[curve.cut]) + curve.sign * (dot(x, parameters) + offset);

/** w·F(a) is returned; its derivative w·f(a)·∂a is added to the gradient. */
function addProbability(on: OnCurve, x: readonly number[], offset: number, w: number): number {
  const { curve, gradient, slopes, F } = on;
  const a = predictor(on, x, offset);
  const f = w * F.density(a);
  for (let j = 0; j < slopes; j++) gradient[j] += f * curve.sign * x[j];
  if (curve.cut !== undefined) gradient[curve.cut] += f;
  return w * F.cdf(a);
}

/** w·f(a)·sign·dβ is returned, d being the design's derivative; its derivative is w·sign·(f′(a)·dβ·∂a + f(a)·d). */
function addSlope(on: OnCurve, x: readonly number[], d: readonly number[], offset: number, w: number): number {
  const { curve, gradient, slopes, parameters, F } = on;
  const a = predictor(on, x, offset);
  const f = w * curve.sign * F.density(a);
  const along = dot(d, parameters);
  const bend = w * curve.sign * F.densitySlope(a) * along;
  for (let j = 0; j < slopes; j++) gradient[j] += bend * curve.sign * x[j] + f * d[j];
  if (curve.cut !== undefined) gradient[curve.cut] += bend;
  return f * along;
}
