import { BadInput } from "../badInput";
import { said, type Text } from "./said";

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
export function didYouMean(misspelt: string, names: readonly string[]): Text {
  const name = nearest(misspelt, names);
  return name === undefined ? "" : said`; did you mean ${JSON.stringify(name)}?`;
}

/**
 * Refuses names that are asked for and are not there: what is left of the list would stand as the whole.
 *
 * @param file  where they were asked for, as a refusal names it
 * @throws {BadInput} with what there is
 */
export function refuseUnknown(file: string, asked: readonly string[], known: readonly string[]): void {
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new BadInput({ file }, said`"${String(unknown)}" is not known${didYouMean(String(unknown), known)}`, known.join(", ") || "none");
}

/** Fewest letters added, dropped, changed or swapped with a neighbour that turn `a` into `b`: Levenshtein's table, of which the last three rows are kept. */
export function editDistance(a: string, b: string): number {
  const blank = (): Int32Array => new Int32Array(b.length + 1);
  let [above2, above, row] = [blank(), blank(), blank()];
  for (let j = 1; j <= b.length; j++) row[j] = j;
  for (let i = 1; i <= a.length; i++) {
    [above2, above, row] = [above, row, above2];
    row[0] = i;
    // Before the first letter stands none, which equals nothing.
    const [letter, before] = [a.charCodeAt(i - 1), a.charCodeAt(i - 2)];
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let least = above[j - 1] + (letter === other ? 0 : 1);
      if (above[j] < least) least = above[j] + 1;
      if (row[j - 1] < least) least = row[j - 1] + 1;
      if (before === other && letter === b.charCodeAt(j - 2) && above2[j - 2] < least) least = above2[j - 2] + 1;
      row[j] = least;
    }
  }
  return row[b.length];
}
