/**
 * The name a misspelt one was most likely meant to be, or undefined where none is near.
 *
 * Near: at most one letter in three is added, dropped, changed or swapped with its neighbour (case does not count).
 */
export function nearest(misspelt: string, names: readonly string[]): string | undefined {
  const distances = names.map((name) => ({ name, distance: editDistance(misspelt.toLowerCase(), name.toLowerCase()) }));
  const best = distances.sort((a, b) => a.distance - b.distance)[0];
  if (!best) return undefined;
  return best.distance <= Math.max(misspelt.length, best.name.length) / 3 ? best.name : undefined;
}

/** A clause to end a sentence with: `; did you mean …?`, or nothing. */
export function didYouMean(misspelt: string, names: readonly string[]): string {
  const name = nearest(misspelt, names);
  return name === undefined ? "" : `; did you mean ${JSON.stringify(name)}?`;
}

/** Fewest letters added, dropped, changed or swapped with a neighbour that turn `a` into `b`: Levenshtein's table, row by row. */
function editDistance(a: string, b: string): number {
  const table = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    table.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const changed = table[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? table[i - 2][j - 2] + 1 : Infinity;
      table[i].push(Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1, changed, swapped));
    }
  }
  return table[a.length][b.length];
}
