import { dictionary } from "../published/dictionary";

/** Event counts of several models at once, by model id. */
export type Assignment = Readonly<Record<string, number>>;

/** Models whose rows are shared: the whole is the sum of its parts. */
export interface Pool {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** A pool with more combinations of its parts says next to nothing: it is left out, and its models stand alone. */
const MOST_COMBINATIONS = 50_000;

/**
 * All ways to choose one event count a model so that every pool adds up.
 *
 * Each model may take any of its counts or its mirror (n − count: which answer is "1" is unknown), but within a pool
 * 1 means the same in the whole and in the parts. Models in no pool stand alone.
 *
 * @param counts  candidates by model
 * @param sizes   n by model
 * @returns       one list of assignments for each group of linked models; an empty list where nothing adds up
 * @example linkedCounts({ A: [30], B: [60], W: [90] }, { A: 50, B: 100, W: 150 }, [{ whole: "W", parts: ["A", "B"] }])[0].length  // 2
 */
export function linkedCounts(
  counts: Readonly<Record<string, readonly number[]>>,
  sizes: Readonly<Record<string, number>>,
  pools: readonly Pool[],
): Assignment[][] {
  const options = dictionary(Object.entries(counts).map(([id, list]) => [id, withMirrors(list, sizes[id])]));
  const usable = pools.filter(({ whole, parts }) =>
    [whole, ...parts].every((id) => Object.hasOwn(options, id)) && parts.reduce((product, id) => product * options[id].length, 1) <= MOST_COMBINATIONS);
  return groupsOf(Object.keys(options), usable).map(({ ids, inside }) => {
    if (inside.length === 0) return options[ids[0]].map((events) => ({ [ids[0]]: events }));
    return inside.reduce<Assignment[]>((sofar, pool) => extend(sofar, pool, options), [{}]);
  });
}

const withMirrors = (counts: readonly number[], n: number): number[] => [...new Set(counts.flatMap((events) => [events, n - events]))];

/** Every assignment so far, continued by every choice of the pool's parts whose sum the whole may be. */
function extend(sofar: readonly Assignment[], { whole, parts }: Pool, options: Readonly<Record<string, readonly number[]>>): Assignment[] {
  const fresh = parts.filter((id) => !Object.hasOwn(sofar[0] ?? {}, id));
  // Linked pools multiply: past the limit a further one is not used to rule anything out.
  if (sofar.length * fresh.reduce((product, id) => product * options[id].length, 1) > MOST_COMBINATIONS) return [...sofar];
  const ofWhole = new Set(options[whole]);
  let open: Assignment[] = [...sofar];
  for (const part of parts) {
    open = open.flatMap((assignment) => (Object.hasOwn(assignment, part) ? [assignment] : options[part].map((events) => ({ ...assignment, [part]: events }))));
  }
  return open.flatMap((assignment) => {
    const sum = parts.reduce((total, part) => total + assignment[part], 0);
    const allowed = Object.hasOwn(assignment, whole) ? assignment[whole] === sum : ofWhole.has(sum);
    return allowed ? [{ ...assignment, [whole]: sum }] : [];
  });
}

/** Models joined through pools, each group with the pools inside it. */
function groupsOf(ids: readonly string[], pools: readonly Pool[]): { ids: string[]; inside: Pool[] }[] {
  let groups = ids.map((id) => [id]);
  for (const { whole, parts } of pools) {
    const members = [whole, ...parts];
    const touched = groups.filter((group) => group.some((id) => members.includes(id)));
    groups = [...groups.filter((group) => !touched.includes(group)), touched.flat()];
  }
  return groups.map((group) => ({ ids: group, inside: pools.filter(({ whole }) => group.includes(whole)) }));
}
