import { seededRandom } from "../numeric/random";

export interface Resampling {
  readonly replicates: number;
  /** The same seed gives the same draws. */
  readonly seed: number;
  /** For each row its stratum (city, say): as many are drawn from each as it has. One stratum where absent. */
  readonly strata?: readonly string[] | undefined;
  /** How many equal rows each row stands for (frequency weights, whole numbers); 1 where absent. */
  readonly counts?: readonly number[] | undefined;
}

/** Of numbered samples those whose number leaves `from` when it is divided by `of`. */
export interface Share {
  readonly from: number;
  readonly of: number;
}
export const EVERYTHING: Share = { from: 0, of: 1 };
export const isOf = ({ from, of }: Share, number: number): boolean => number % of === from;

/**
 * Draws rows with replacement, within strata, and hands over how often each was drawn.
 * The array is used again for the next draw. Each sample is the same whatever share of them is wanted.
 */
export function* resamples(n: number, { replicates, seed, strata, counts }: Resampling, share = EVERYTHING): Generator<Float64Array> {
  const random = seededRandom(seed);
  const urns = urnsOf(n, strata, counts);
  const drawn = new Float64Array(n);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const wanted = isOf(share, replicate);
    if (wanted) drawn.fill(0);
    for (const urn of urns) (wanted ? drawInto : drawInVain)(drawn, urn, random);
    if (wanted) yield drawn;
  }
}

/** A function of its own, which engines make fast, as they do not make generators. */
function drawInto(drawn: Float64Array, urn: Int32Array, random: () => number): void {
  for (let draw = 0; draw < urn.length; draw++) drawn[urn[Math.floor(random() * urn.length)]]++;
}

/** As many draws for nobody. */
function drawInVain(_: Float64Array, { length }: Int32Array, random: () => number): void {
  for (let draw = 0; draw < length; draw++) random();
}

function urnsOf(n: number, strata?: readonly string[], counts?: readonly number[]): Int32Array[] {
  const urns = new Map<string, number[]>();
  for (let i = 0; i < n; i++) {
    const times = counts?.[i] ?? 1;
    if (!Number.isInteger(times)) throw new RangeError(`row ${i + 1} counts ${times} times: only whole frequency weights can be resampled`);
    const urn = urns.get(strata?.[i] ?? "") ?? [];
    for (let time = 0; time < times; time++) urn.push(i);
    urns.set(strata?.[i] ?? "", urn);
  }
  return [...urns.values()].map((urn) => Int32Array.from(urn));
}
