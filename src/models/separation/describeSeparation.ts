import type { SeparationQuestion } from "./refuseSeparation";

/** One sentence on what separates, with the empty cell where a single 0/1 term has one, and one on what to do. */
export function describeSeparation(question: SeparationQuestion, terms: readonly string[], observations: readonly number[], complete: boolean): string {
  const remedy = question.firthOffered ? "Merge the category, drop the term or use --firth" : "Merge the category or drop the term";
  const extent = complete ? "completely" : "in part";
  const cells = terms.flatMap((term) => emptyCells(question, term));
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
    const missing = levels.filter((_, j) => counts[j] === 0);
    if (missing.length === 0) return [];
    const rows = counts.reduce((a, b) => a + b, 0);
    return [`of the ${rows} rows with ${term} = ${value} none has outcome ${missing.join(" or ")}`];
  });
}
