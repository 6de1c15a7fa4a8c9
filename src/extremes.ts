// `Math.max(...values)` hands each value over as an argument of its own, and of some hundred thousand the stack ends:
// where values are people, universes or cells of a file, they are gone through.

/** The largest of any number of values; −∞ of none, NaN where one of them is. */
export function largest(values: Iterable<number>): number {
  let most = -Infinity;
  for (const value of values) most = Math.max(most, value);
  return most;
}

/** The smallest; ∞ of none, NaN where one of them is. */
export function smallest(values: Iterable<number>): number {
  let least = Infinity;
  for (const value of values) least = Math.min(least, value);
  return least;
}
