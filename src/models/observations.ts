import type { Packed } from "./matrix";
import { RefusedModel } from "./refusedModel";
import { inLanguage, type Said, said, type Text } from "../faults/said";

/** What a likelihood is told about each row beside its design. */
export interface Observations {
  /** Binary: 0 or 1. Ordered: the level's index, from 0. */
  readonly y: Float64Array;
  /** undefined: each row counts once. */
  readonly weights?: Float64Array | undefined;
  readonly offset?: Float64Array | undefined;
  /** What a message calls each row: its line in the file, or its place from 1. */
  readonly names: readonly number[];
}

export interface RowOptions {
  /** How often each row counts (frequency) or how many people it stands for (probability). */
  readonly weights?: readonly number[] | undefined;
  /** Added to the linear predictor with coefficient 1. */
  readonly offset?: readonly number[] | undefined;
  /** What messages call the rows: file lines; counted from 1 where absent. */
  readonly rows?: readonly number[] | undefined;
}

/**
 * Lines up design, outcome, weights and offset, leaving out rows of weight 0 (which say nothing).
 * @throws {RefusedModel} bad-input, where lengths differ, a weight is negative or nothing is left
 */
export function observe(X: Packed, y: Float64Array, { weights, offset, rows }: Omit<RowOptions, "weights"> & { weights?: ArrayLike<number> | undefined }): { X: Packed; seen: Observations } {
  const uneven = otherLength(X.rows, { outcome: y, weights, offset, rows });
  if (uneven) throw badInput(uneven);
  if (X.rows === 0) throw badInput("there are no rows");
  const nameOf = (i: number): number => rows?.[i] ?? i + 1;
  const wrong = firstBadWeight(weights ?? []);
  if (weights && wrong !== undefined) throw new RefusedModel("bad-input", [], said`row ${nameOf(wrong)} has weight ${weights[wrong]} (expected 0 or more)`, [nameOf(wrong)]);
  const stray = (offset ?? []).findIndex((o) => !Number.isFinite(o));
  if (offset && stray >= 0) throw new RefusedModel("bad-input", [], said`row ${nameOf(stray)} has offset ${offset[stray]} (expected a number)`, [nameOf(stray)]);
  const given = withNames({ y, offset: offset && new Float64Array(offset) }, () => rows ?? counted(X.rows));
  if (!weights) return { X, seen: given };
  return withoutWeightless(X, Object.assign(given, { weights: new Float64Array(weights) }));
}

type Lists = Readonly<Record<string, ArrayLike<unknown> | undefined>>;

function otherLength(rows: number, lists: Lists): Said | undefined {
  for (const [name, values] of Object.entries(lists)) if (values && values.length !== rows) return said`${name} has ${values.length} values for ${rows} rows`;
  return undefined;
}

/** Sees to it that what is given beside some rows is given for each of them. @throws {RangeError} */
export function refuseLengths(rows: number, lists: Lists): void {
  const uneven = otherLength(rows, lists);
  if (uneven) throw new RangeError(inLanguage(uneven, "en"));
}

function firstBadWeight(weights: ArrayLike<number>): number | undefined {
  // Typed or not, what comes from JavaScript may be null, which would pass for 0.
  for (let i = 0; i < weights.length; i++) if (typeof weights[i] !== "number" || !(weights[i] >= 0 && weights[i] < Infinity)) return i;
  return undefined;
}

/** Names are made when a message needs them, since most fits have none, and once: a message may go through all rows. */
export function withNames<T extends Omit<Observations, "names">>(seen: T, make: () => readonly number[]): T & Observations {
  let made: readonly number[] | undefined;
  return Object.defineProperty(seen, "names", { enumerable: true, get: () => (made ??= make()) }) as T & Observations;
}

/** 1, 2, …, n. */
const counted = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

function withoutWeightless(X: Packed, seen: Observations & { weights: Float64Array }): { X: Packed; seen: Observations } {
  const { weights } = seen;
  let rows = 0;
  for (let i = 0; i < weights.length; i++) if (weights[i] > 0) rows++;
  if (rows === 0) throw badInput("every row has weight 0");
  if (rows === X.rows) return { X, seen };
  const kept = new Int32Array(rows);
  for (let i = 0, to = 0; i < weights.length; i++) if (weights[i] > 0) kept[to++] = i;
  return {
    X: { rows, columns: X.columns, values: pickRows(X, kept) },
    seen: withNames({ y: pick(seen.y, kept), weights: pick(weights, kept), offset: seen.offset && pick(seen.offset, kept) }, () => Array.from(kept, (i) => seen.names[i])),
  };
}

function pickRows({ values, columns: k }: Packed, kept: Int32Array): Float64Array {
  const picked = new Float64Array(kept.length * k);
  for (let row = 0, to = 0; row < kept.length; row++) for (let j = 0, from = kept[row] * k; j < k; j++) picked[to++] = values[from++];
  return picked;
}

function pick(from: Float64Array, kept: Int32Array): Float64Array {
  const picked = new Float64Array(kept.length);
  for (let row = 0; row < kept.length; row++) picked[row] = from[kept[row]];
  return picked;
}

const badInput = (reason: Text): RefusedModel => new RefusedModel("bad-input", [], reason);

/** Σ weights, or the number of rows. */
export function total({ y, weights }: Observations): number {
  if (!weights) return y.length;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]; // several times as fast as reduce, in each of a thousand refits
  return sum;
}

/** Mean weight of a row. */
export const meanWeight = (seen: Observations): number => (seen.weights ? total(seen) / seen.y.length : 1);

/** Weighted mean of the offset; 0 where there is none. */
export function meanOffset({ offset, weights, y }: Observations): number {
  if (!offset) return 0;
  let [sum, weight] = [0, 0];
  for (let i = 0; i < y.length; i++) {
    const w = weights ? weights[i] : 1;
    weight += w;
    sum += w * (offset[i] - offset[0]);
  }
  return offset[0] + sum / weight;
}

/** Weighted number of rows at each level 0 … J−1. */
export function countLevels({ y, weights }: Observations, J: number): number[] {
  const counts = new Float64Array(J);
  if (weights) for (let i = 0; i < y.length; i++) counts[y[i]] += weights[i];
  else if (J === 2) counts.set(countYesAndNo(y));
  else for (let i = 0; i < y.length; i++) counts[y[i] | 0]++; // | 0: an index without a detour by doubles
  return Array.from(counts);
}

/** Four sums side by side: a processor would wait for each one before the next. */
function countYesAndNo(y: Float64Array): [number, number] {
  let [a, b, c, d] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 4 <= y.length; i += 4) {
    a += y[i];
    b += y[i + 1];
    c += y[i + 2];
    d += y[i + 3];
  }
  for (; i < y.length; i++) a += y[i];
  const yes = a + b + c + d;
  return [y.length - yes, yes];
}
