import { noted } from "../../faults/noted";
import { type ChiSquareTest, chiSquareTest, notTested } from "../chiSquareTest";
import { normalQuantile } from "../numeric/normal";
import type { Packed } from "../matrix";
import type { Observations } from "../observations";
import { crossing, type Crossing } from "../profile/crossing";
import { type FirthMaximum, firthMaximum } from "./firthMaximum";

const HEIGHT = normalQuantile(0.975) ** 2;
/** For a height alone, steps need not be shorter than this: it is right to the square. */
const HEIGHT_ONLY = 1e-7;
/** A maximum that much above the one thought highest is another one. */
const HIGHER = 1e-7;

/** What the profile of the penalised likelihood says of one parameter, on the scale of the column as given. */
export interface FirthProfile {
  readonly lower: Crossing;
  readonly upper: Crossing;
  /** That the parameter is 0. */
  readonly test: ChiSquareTest;
  /** Where a higher maximum was come upon than the fit's own. */
  readonly higher?: Float64Array;
}

/**
 * The profile of one parameter, j, of the columns Z; its estimate on the column as given is the parameter over scale[j]. The penalised likelihood can have several peaks, so each of its points is the highest
 * found from several starts: along the profile's tangent, from the neighbouring points on either side, whose branches
 * are so followed past the place where one overtakes the other, and further out than before also with all else 0.
 */
export function firthProfile(Z: Packed & { readonly scale: Float64Array }, seen: Observations, best: FirthMaximum, j: number): FirthProfile {
  const k = Z.columns;
  const scale = Z.scale[j];
  const known: Known[] = [{ value: best.parameters[j], peaks: [best.parameters] }];
  const slope = tangent(best, j, k);
  let highest: FirthMaximum = best;
  const fall = (given: number): number => {
    const value = given * scale;
    const far = value > Math.max(...known.map((point) => point.value)) || value < Math.min(...known.map((point) => point.value));
    const found = [
      best.parameters.map((b, i) => b + slope[i] * (value - best.parameters[j])),
      ...(far || value === 0 ? [new Float64Array(k)] : []),
      ...neighbours(known, value),
    ].map((start) => firthMaximum(Z, seen, start.map((b, i) => (i === j ? value : b)), [j], HEIGHT_ONLY)).filter((one) => one !== undefined);
    if (found.length === 0) return NaN;
    known.push({ value, peaks: distinct(found) });
    const top = found.reduce((a, b) => (b.penalised > a.penalised ? b : a));
    if (top.penalised > highest.penalised) highest = top;
    return best.penalised - top.penalised;
  };
  const estimate = best.parameters[j] / scale;
  const step = (1.96 * Math.hypot(...best.root.subarray(j * k, (j + 1) * k))) / scale;
  const lower = crossing(fall, estimate, -step, HEIGHT);
  const upper = crossing(fall, estimate, step, HEIGHT);
  const atZero = fall(0);
  return {
    lower, upper,
    test: Number.isNaN(atZero) ? notTested(1, noted`the penalised likelihood's maximum with this term at 0 was not reached`) : chiSquareTest(Math.max(0, 2 * atZero), 1),
    ...(highest.penalised > best.penalised + HIGHER && { higher: highest.parameters }),
  };
}

/** How the other parameters move with parameter j along the profile, to first order. */
function tangent({ root }: FirthMaximum, j: number, k: number): Float64Array {
  const row = (i: number): Float64Array => root.subarray(i * k, (i + 1) * k);
  const product = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, c) => sum + value * b[c], 0);
  return Float64Array.from({ length: k }, (_, i) => product(row(i), row(j)) / product(row(j), row(j)));
}

/** The peaks found with parameter j held at a value. */
interface Known {
  readonly value: number;
  readonly peaks: readonly Float64Array[];
}

/** Peaks nearer to each other than this are one. */
const SAME = 1e-3;

const distinct = (found: readonly FirthMaximum[]): Float64Array[] =>
  found.reduce<Float64Array[]>((kept, { parameters }) =>
    (kept.some((other) => other.every((b, i) => Math.abs(b - parameters[i]) < SAME)) ? kept : [...kept, parameters]), []);

/** All peaks of the nearest value on each side: each is followed, also past the place where another overtakes it. */
function neighbours(known: readonly Known[], value: number): Float64Array[] {
  const sorted = [...known].sort((a, b) => Math.abs(a.value - value) - Math.abs(b.value - value));
  const nearest = (side: (point: Known) => boolean): readonly Float64Array[] => sorted.find(side)?.peaks ?? [];
  return [...nearest((point) => point.value <= value), ...nearest((point) => point.value > value)];
}
