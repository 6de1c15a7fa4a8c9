import { said } from "../../faults/said";
import type { Fit } from "../fit";
import { linkFunction } from "../links/link";
import type { Matrix } from "../matrix";
import { refuseLengths } from "../observations";
import { RefusedModel } from "../refusedModel";
import { type Curve, curvesOf, type Measured } from "./curves";
import { slopesOf } from "./slopesOf";

/** Some cells of a row of a design, handed over by column; those left out are 0. */
export type Cells = (i: number, use: (column: number, value: number) => void) => void;

/**
 * What is done to the sample, as designs row by row (columns in the order of the fit's coefficients, a constant first where it has one):
 * its probabilities as they are; the step of some `columns` from one value to another, the rest being as in `at`; or
 * the slope along a direction (`along` is the design's derivative by the variable: it has more than one column where
 * terms interact).
 */
export type Change =
  | { readonly kind: "none"; readonly at: Matrix }
  | { readonly kind: "step"; readonly at: Matrix; readonly columns: readonly number[]; readonly from: Cells; readonly to: Cells }
  | { readonly kind: "slope"; readonly at: Matrix; readonly along: Cells };

export interface Averaging {
  readonly weights?: readonly number[] | undefined;
  readonly offset?: readonly number[] | undefined;
  /** Which rows are averaged over; all where absent. */
  readonly rows?: readonly number[] | undefined;
  /** Without gradients, which resamples do not need. */
  readonly valuesOnly?: boolean | undefined;
}

/**
 * The weighted average of a change on every curve of the fit, with its analytic gradient by the standardised
 * parameters: design cells enter as distances from the fit's centre, so that nothing cancels.
 *
 * @throws {RangeError} as `refuseAveraging`, or where the rows averaged over have no weight
 */
export function averageChange(fit: Fit, change: Change, averaging: Averaging = {}): Measured[] {
  const at = slopesOf(change.at, fit);
  const shift = at === change.at ? 0 : 1; // a constant that an ordered fit has not
  refuseAveraging(at, averaging);
  const sums = new Sums(fit, at, averaging, shift);
  if (change.kind === "none") sums.addProbability(1);
  else if (change.kind === "slope") sums.addSlope(change.along);
  else {
    const moved = change.columns.map((column) => column - shift).filter((column) => column >= 0);
    sums.addProbability(1, moved, change.to);
    sums.addProbability(-1, moved, change.from);
  }
  return sums.averages();
}

/**
 * Sees to it that rows can be averaged over: what is no number would come out as one.
 *
 * @throws {RangeError} a cell, weight or offset that is none, a row of another width, weights or offset not as many as rows
 */
export function refuseAveraging(at: Matrix, { weights, offset }: { readonly weights?: readonly number[] | undefined; readonly offset?: readonly number[] | undefined }): void {
  refuseLengths(at.length, { weights, offset });
  at.forEach((row, i) => {
    if (row.length !== at[0].length) throw new RangeError(`row ${i + 1} of the design has ${row.length} columns, not ${at[0].length}`);
    for (let j = 0; j < row.length; j++) if (!Number.isFinite(row[j])) throw new RangeError(`row ${i + 1}, column ${j + 1} of the design is ${row[j]}, not a finite number`);
    if (weights && !(Number.isFinite(weights[i]) && weights[i] >= 0)) throw new RangeError(`row ${i + 1} has weight ${weights[i]} (expected 0 or more)`);
    if (offset && !Number.isFinite(offset[i])) throw new RangeError(`row ${i + 1} has offset ${offset[i]} (expected a number)`);
  });
}

/** A linear predictor: one for all curves, or with partial proportional odds one for each. */
interface Line {
  /** For each column of the design, which parameter is its slope. */
  readonly of: Int32Array;
  readonly slopes: Float64Array;
  /** What the row at hand has: where the moved columns are 0, as it is, and how fast it changes. */
  atZero: number;
  eta: number;
  steep: number;
}

/** Lines that cross make a probability negative. */
function refuseCrossing(cuts: readonly number[], i: number): void {
  if (cuts.every((a, c) => c === 0 || a >= cuts[c - 1])) return;
  throw new RefusedModel("negative-probability", [], said`the cut points' lines cross at the values asked for (row ${i + 1} of those averaged over): a probability would be negative`);
}

/** What is added up over the rows, for each curve. */
class Sums {
  private readonly curves: readonly { curve: Curve; cut: number; value: number; rest: number; gradient: Float64Array; line: Line }[];
  private readonly lines: readonly Line[];
  private readonly centre: readonly number[];
  private readonly rows: readonly number[];
  private readonly F;

  constructor(private readonly fit: Fit, private readonly at: Matrix, private readonly averaging: Averaging, private readonly shift: number) {
    const { parameters, scale, centre, partial } = fit.inference;
    const places = partial?.places ?? [Int32Array.from(fit.coefficients, (_, j) => j)];
    this.lines = places.map((of) => ({ of, slopes: Float64Array.from(of, (p) => parameters[p] / scale[p]), atZero: 0, eta: 0, steep: 0 }));
    this.centre = Array.from(places[0], (p) => centre[p]);
    this.curves = curvesOf(fit).map((curve, c) => ({
      curve, cut: curve.cut === undefined ? 0 : parameters[curve.cut], value: 0, rest: 0, gradient: new Float64Array(parameters.length), line: this.lines[partial ? c : 0],
    }));
    this.rows = averaging.rows ?? Array.from({ length: at.length }, (_, row) => row);
    this.F = linkFunction(fit.link);
  }

  private weight(i: number): number {
    return this.averaging.weights?.[i] ?? 1;
  }

  /** times·w·F(a), and its derivative times·w·f(a)·∂a, over all rows, some columns being moved. */
  addProbability(times: number, moved: readonly number[] = [], cells?: Cells): void {
    const { centre, lines, at, curves, F } = this;
    const isMoved = new Uint8Array(centre.length);
    for (const j of moved) isMoved[j] = 1;
    const still = centre.flatMap((_, j) => (isMoved[j] ? [] : [j]));
    for (const line of lines) line.atZero = moved.reduce((sum, j) => sum - centre[j] * line.slopes[j], 0); // the moved columns at 0
    const total = new Float64Array(curves.length);
    for (const i of this.rows) {
      const w = times * this.weight(i);
      if (w === 0) continue;
      const x = at[i];
      for (const line of lines) {
        const { slopes } = line;
        let eta = line.atZero + (this.averaging.offset?.[i] ?? 0);
        for (const j of still) eta += (x[j] - centre[j]) * slopes[j];
        cells?.(i, (column, value) => (eta += value * slopes[column - this.shift]));
        line.eta = eta;
      }
      if (lines.length > 1) refuseCrossing(curves.map(({ cut, line }) => cut - line.eta), i);
      for (let c = 0; c < curves.length; c++) {
        const { curve: { sign }, cut, gradient, line: { eta, of } } = curves[c];
        const a = cut + sign * eta;
        const p = w * F.cdf(a);
        curves[c].value += p;
        curves[c].rest += cells ? -p : w * F.upper(a); // of a step the same with the other sign
        if (this.averaging.valuesOnly) continue;
        const f = w * F.density(a);
        total[c] += f;
        for (const j of still) gradient[of[j]] += f * sign * (x[j] - centre[j]);
        cells?.(i, (column, value) => (gradient[of[column - this.shift]] += f * sign * value));
      }
    }
    curves.forEach(({ curve: { sign, cut }, gradient, line: { of } }, c) => {
      for (const j of moved) gradient[of[j]] -= total[c] * sign * centre[j];
      if (cut !== undefined) gradient[cut] += total[c];
    });
  }

  /** w·f(a)·sign·dβ, d being the design's derivative; its own derivative is w·sign·(f′(a)·dβ·∂a + f(a)·d). */
  addSlope(along: Cells): void {
    const { centre, lines, at, curves, F, shift } = this;
    for (const i of this.rows) {
      const w = this.weight(i);
      if (w === 0) continue;
      const x = at[i];
      for (const line of lines) {
        line.eta = this.averaging.offset?.[i] ?? 0;
        for (let j = 0; j < centre.length; j++) line.eta += (x[j] - centre[j]) * line.slopes[j];
        let steep = 0;
        along(i, (column, value) => (steep += value * line.slopes[column - shift]));
        line.steep = steep;
      }
      for (const each of curves) {
        const { curve: { sign, cut }, gradient, line: { eta, of, steep } } = each;
        const a = each.cut + sign * eta;
        const f = w * sign * F.density(a);
        each.value += f * steep;
        each.rest -= f * steep;
        if (this.averaging.valuesOnly) continue;
        const bend = w * sign * F.densitySlope(a) * steep;
        for (let j = 0; j < centre.length; j++) gradient[of[j]] += bend * sign * (x[j] - centre[j]);
        along(i, (column, value) => (gradient[of[column - shift]] += f * value));
        if (cut !== undefined) gradient[cut] += bend;
      }
    }
  }

  averages(): Measured[] {
    const { scale } = this.fit.inference;
    const total = this.rows.reduce((sum, i) => sum + this.weight(i), 0);
    if (!(total > 0)) throw new RangeError("the rows averaged over have no weight");
    return this.curves.map(({ value, rest, gradient }) =>
      ({ value: value / total, rest: rest / total, gradient: Array.from(gradient, (g, j) => (j < scale.length ? g / scale[j] : g) / total) }));
  }
}
