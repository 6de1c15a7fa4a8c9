/** Which comparisons of places are made. */
export type ContrastKind = "pairwise" | "reference" | "second";

/** A comparison: how often each place counts in it. */
export interface Combination {
  readonly name: string;
  readonly times: readonly number[];
}

/**
 * The comparisons of places, later ones less earlier ones.
 * @param minus what stands between two places in a name: ` − `, or ` / ` for ratios
 * @throws {RangeError} where there are too few places, or second differences are asked of other than two columns
 */
export function combinationsOf(places: readonly Readonly<Record<string, string>>[], kind: ContrastKind, minus: string): Combination[] {
  if (places.length < 2) throw new RangeError("two places or more are needed to compare");
  const columns = Object.keys(places[0]).filter((column) => places.some((at) => at[column] !== places[0][column]));
  const names = places.map((at) => placeName(at, columns));
  if (new Set(names).size < names.length) throw new RangeError("two places are the same");
  if (kind === "second") return secondDifferences(places, columns, minus);
  const pairs = places.flatMap((_, b) => places.slice(b + 1).map((__, after) => [b + 1 + after, b] as const));
  return pairs.filter(([, b]) => kind === "pairwise" || b === 0)
    .map(([a, b]) => ({ name: names[a] + minus + names[b], times: places.map((_, i) => (i === a ? 1 : i === b ? -1 : 0)) }));
}

/** (P₁₁ − P₀₁) − (P₁₀ − P₀₀), for every pair of values of the one column and every pair of the other's. */
function secondDifferences(places: readonly Readonly<Record<string, string>>[], columns: readonly string[], minus: string): Combination[] {
  if (columns.length !== 2) throw new RangeError(`second differences are over two columns with several values each, not ${columns.length}`);
  const [first, second] = columns.map((column) => pairsOf([...new Set(places.map((at) => at[column]))]));
  const [own, other] = columns;
  return first.flatMap(([a1, a0]) => second.map(([b1, b0]) => {
    const sign = (value: string, one: string, zero: string): number => (value === one ? 1 : value === zero ? -1 : 0);
    const change = `[${own}=${a1}${minus}${own}=${a0}]`;
    return {
      name: `${change} at ${other}=${b1}${minus}${change} at ${other}=${b0}`,
      times: places.map((at) => sign(at[own], a1, a0) * sign(at[other], b1, b0)),
    };
  }));
}

const pairsOf = (values: readonly string[]): (readonly [string, string])[] =>
  values.flatMap((before, i) => values.slice(i + 1).map((after) => [after, before] as const));

/** A place as a reader sees it: `age=30, smoke=1`. */
export const placeName = (at: Readonly<Record<string, string>>, only: readonly string[] = Object.keys(at)): string =>
  only.map((name) => `${name}=${at[name]}`).join(", ");
