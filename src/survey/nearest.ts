/**
 * The name a misspelt one was most likely meant to be, or undefined where none is near.
 *
 * Near: at most one letter in three is added, dropped or changed (case does not count).
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

/** Levenshtein's distance, one row of its table at a time. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    above = row;
  }
  return above[b.length];
}
