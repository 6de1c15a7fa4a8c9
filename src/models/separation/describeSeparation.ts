import type { SeparationQuestion } from "./refuseSeparation";

/** One sentence on what separates, with the empty cell where a single 0/1 term has one, and one on what to do. */
export function describeSeparation(question: SeparationQuestion, terms: readonly string[], observations: readonly number[], complete: boolean): string {
  const remedy = question.firthOffered ? "Merge the category, drop the term or use --firth" : "Merge the category or drop the term";
  const extent = complete ? "completely" : "in part";
  const own = terms.flatMap((term) => emptyCells(question, term));
  const cells = own.length > 0 ? own : emptyReference(question, terms);
  if (cells.length > 0) {
    const estimates = terms.length === 1 ? "its estimate is" : "their estimates are";
    return `${cells.join("; ")}, so ${estimates} infinite (the data are separated ${extent}). ${remedy}.`;
  }
  const { seen } = question;
  const rows = observations.length === seen.y.length ? `all ${observations.length} rows` : `${observations.length} of ${seen.y.length} rows`;
  const what = terms.length === 1 ? `${terms[0]} alone foretells` : `${terms.join(", ")} together foretell`;
  return `${what} the outcome of ${rows} without error, so no finite estimate exists (the data are separated ${extent}). ${remedy}.`;
}

/** For a term of two values: each value at which some level of the outcome never occurs, in words. */
function emptyCells({ seen, valueOf, levels }: SeparationQuestion, term: string): string[] {
  const table = new Map<number, number[]>();
  for (let i = 0; i < seen.y.length; i++) {
    const value = valueOf(term, i);
    if (!table.has(value)) {
      if (table.size === 2) return [];
      table.set(value, new Array<number>(levels.length).fill(0));
    }
    table.get(value)![seen.y[i]]++;
  }
  return [...table].sort(([a], [b]) => a - b).flatMap(([value, counts]) => {
    return emptyCell(`${term} = ${value}`, counts, levels);
  });
}

/** For several 0/1 terms, such as the columns of a factor: the rows in which all are 0, its reference. */
function emptyReference({ seen, valueOf, levels }: SeparationQuestion, terms: readonly string[]): string[] {
  const counts = new Array<number>(levels.length).fill(0);
  for (let i = 0; i < seen.y.length; i++) {
    const values = terms.map((term) => valueOf(term, i));
    if (values.some((value) => value !== 0 && value !== 1)) return [];
    if (values.every((value) => value === 0)) counts[seen.y[i]]++;
  }
  return emptyCell(`${terms.join(" = ")} = 0`, counts, levels);
}

function emptyCell(where: string, counts: readonly number[], levels: readonly (string | number)[]): string[] {
  const rows = counts.reduce((a, b) => a + b, 0);
  const missing = levels.filter((_, j) => counts[j] === 0);
  return rows === 0 || missing.length === 0 ? [] : [`of the ${rows} rows with ${where} none has outcome ${missing.join(" or ")}`];
}
