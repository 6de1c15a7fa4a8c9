import { either, joined, said, type Said } from "../../faults/said";
import type { SeparationQuestion } from "./separationQuestion";

/** One sentence on what separates, with the empty cell where a single 0/1 term has one, and one on what to do. */
export function describeSeparation(question: SeparationQuestion, terms: readonly string[], observations: readonly number[], complete: boolean): Said {
  const remedy = question.firthOffered ? said`Merge the category, drop the term or use --firth` : said`Merge the category or drop the term`;
  const extent = complete ? said`completely` : said`in part`;
  const own = terms.flatMap((term) => emptyCells(question, term));
  const cells = own.length > 0 ? own : emptyReference(question, terms);
  if (cells.length > 0) {
    const estimates = terms.length === 1 ? said`its estimate is` : said`their estimates are`;
    return said`${joined(cells, "; ")}, so ${estimates} infinite (the data are separated ${extent}). ${remedy}.`;
  }
  const { seen } = question;
  const countOf = countsOf(seen);
  const [found, all] = [observations.reduce((sum, i) => sum + countOf(i), 0), seen.y.reduce((sum, _, i) => sum + countOf(i), 0)];
  const rows = observations.length === seen.y.length ? said`all ${all} rows` : said`${found} of ${all} rows`;
  const what = terms.length === 1 ? said`${terms[0]} alone foretells` : said`${terms.join(", ")} together foretell`;
  return said`${what} the outcome of ${rows} without error, so no finite estimate exists (the data are separated ${extent}). ${remedy}.`;
}

/** How many rows an observation is: its weight, where weights count equal rows. */
function countsOf({ weights }: SeparationQuestion["seen"]): (i: number) => number {
  return weights?.every(Number.isInteger) ? (i) => weights[i] : () => 1;
}

/** For a term of two values: each value at which some level of the outcome never occurs, in words. */
function emptyCells({ seen, valueOf, levels }: SeparationQuestion, term: string): Said[] {
  const table = new Map<number, number[]>();
  const countOf = countsOf(seen);
  for (let i = 0; i < seen.y.length; i++) {
    const value = valueOf(term, i);
    if (!table.has(value)) {
      if (table.size === 2) return [];
      table.set(value, new Array<number>(levels.length).fill(0));
    }
    table.get(value)![seen.y[i]] += countOf(i);
  }
  return [...table].sort(([a], [b]) => a - b).flatMap(([value, counts]) => {
    return emptyCell(`${term} = ${value}`, counts, levels);
  });
}

/** For several 0/1 terms, such as the columns of a factor: the rows in which all are 0, its reference. */
function emptyReference({ seen, valueOf, levels }: SeparationQuestion, terms: readonly string[]): Said[] {
  const counts = new Array<number>(levels.length).fill(0);
  const countOf = countsOf(seen);
  for (let i = 0; i < seen.y.length; i++) {
    const values = terms.map((term) => valueOf(term, i));
    if (values.some((value) => value !== 0 && value !== 1)) return [];
    if (values.every((value) => value === 0)) counts[seen.y[i]] += countOf(i);
  }
  return emptyCell(`${terms.join(" = ")} = 0`, counts, levels);
}

function emptyCell(where: string, counts: readonly number[], levels: readonly (string | number)[]): Said[] {
  const rows = counts.reduce((a, b) => a + b, 0);
  const missing = levels.filter((_, j) => counts[j] === 0);
  return rows === 0 || missing.length === 0 ? [] : [said`of the ${rows} rows with ${where} none has outcome ${either(missing.map(String))}`];
}
