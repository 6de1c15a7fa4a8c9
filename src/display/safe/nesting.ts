/** Deeper than anything that a cell of ours makes, and far from where a renderer's recursion would end. */
export const DEEPEST = 120;

/**
 * Refuses what is nested too deeply to be walked through; it does not itself recurse.
 *
 * @param inner  what lies directly within a thing
 * @throws {RangeError} more than DEEPEST levels
 */
export function refuseDeep<T>(root: T, inner: (thing: T) => Iterable<T>): void {
  let level: T[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new RangeError(`is nested more than ${DEEPEST} levels deep`);
    level = level.flatMap((thing) => [...inner(thing)]);
  }
}

/** The same for JSON. */
export const refuseDeepJson = (value: unknown): void =>
  refuseDeep(value, (thing) => (typeof thing === "object" && thing !== null ? (Object.values(thing) as unknown[]) : []));
