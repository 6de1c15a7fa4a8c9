import { printedNumber } from "../published/printedNumber";
import type { PublishedTable1 } from "../published/publishedTable";
import { compareNumber, type Comparison, type NumberComparison } from "./comparison";

/** Counts with their exact percentages by answer, sizes and means: a Table 1 before rounding. Null: nobody has a value. */
export type DescriptiveTable = Readonly<Record<string, number | null | Readonly<Record<string, readonly [count: number, percentage: number]>>>>;

/** How many people there are, each standing for one or for as many as were counted together. */
export const sizeOf = (people: readonly unknown[], counts?: readonly number[]): number => (counts ? counts.reduce((sum, count) => sum + count, 0) : people.length);

/** How many give each answer, and what share of everybody that is. */
export function sharesOf<Person>(
  people: readonly Person[],
  answers: Readonly<Record<string, (person: Person) => boolean>>,
  counts?: readonly number[],
): Record<string, readonly [number, number]> {
  const n = sizeOf(people, counts);
  return Object.fromEntries(Object.entries(answers).map(([answer, gives]) => {
    const count = people.reduce((sum, person, i) => (gives(person) ? sum + (counts ? counts[i] : 1) : sum), 0);
    return [answer, [count, (100 * count) / n] as const];
  }));
}

/** The mean of those who have a value; null where nobody has. */
export function meanOf<Person>(people: readonly Person[], valueOf: (person: Person) => number | undefined, counts?: readonly number[]): number | null {
  let [sum, n] = [0, 0];
  people.forEach((person, i) => {
    const value = valueOf(person);
    if (value === undefined) return;
    const count = counts ? counts[i] : 1;
    sum += count * value;
    n += count;
  });
  return n === 0 ? null : sum / n;
}

/** The table as one would print it: percentages and means with as many decimals as `like` prints, one where it has none. */
export function printDescriptive(table: DescriptiveTable, like: PublishedTable1): PublishedTable1 {
  return Object.fromEntries(Object.entries(table).map(([variable, value]): [string, PublishedTable1[string]] => {
    const printed = like[variable];
    if (value === null) return [variable, ""];
    if (typeof value === "number") return [variable, typeof printed === "number" ? value : fixed(value, printed)];
    return [variable, Object.fromEntries(Object.entries(value).map(([answer, [count, percentage]]) => [
      answer, [count, fixed(percentage, typeof printed === "object" ? printed[answer]?.[1] : undefined)],
    ]))];
  }));
}

const fixed = (value: number, like: unknown): string =>
  value.toFixed((typeof like === "string" ? printedNumber(like)?.decimals : undefined) ?? 1);

/** Every number of a printed Table 1 beside the recomputed one. Its coding is taken as known. */
export function compareDescriptive(published: PublishedTable1, table: DescriptiveTable, synthetic: boolean): Comparison {
  const compare = (term: string, field: string, printed: string, refitted: number | null | undefined): NumberComparison =>
    compareNumber({ exhibit: "Table 1", model: null, term, field }, printed, refitted ?? null, { synthetic, codingOpen: false });
  const numbers = Object.entries(published).flatMap(([variable, printed]) => {
    const value = table[variable];
    if (typeof printed !== "object") {
      return [compare(variable, typeof printed === "number" ? "count" : "mean", String(printed), typeof value === "object" ? null : value)];
    }
    return Object.entries(printed).flatMap(([answer, [count, percentage]]) => {
      const pair = typeof value === "object" ? value?.[answer] : undefined;
      return [
        compare(variable, `count of ${answer}`, String(count), pair?.[0]),
        compare(variable, `percentage of ${answer}`, percentage, pair?.[1]),
      ];
    });
  });
  return { numbers, stars: [] };
}
