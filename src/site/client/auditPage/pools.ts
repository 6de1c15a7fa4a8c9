import { numberIn, type SheetModel } from "./sheet";

/** A model that may have been fitted to the rows of others together. */
export interface Pool {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** More models than these are not tried in every combination. */
const MOST_MODELS = 12;

/** Every model whose number of observations is the sum of two or three others': such a whole and its parts can be held against each other. */
export function possiblePools(models: readonly SheetModel[]): Pool[] {
  const sized = models.map(({ id, n, family }) => ({ id, n: Number(numberIn(n)), family })).filter(({ n }) => Number.isSafeInteger(n) && n > 0);
  if (sized.length > MOST_MODELS) return [];
  return sized.flatMap((whole) => {
    const others = sized.filter(({ id, family }) => id !== whole.id && family === whole.family);
    const sets = others.flatMap((a, i) => others.slice(i + 1).flatMap((b, j) => [[a, b], ...others.slice(i + j + 2).map((c) => [a, b, c])]));
    return sets.filter((parts) => parts.reduce((sum, { n }) => sum + n, 0) === whole.n).map((parts) => ({ whole: whole.id, parts: parts.map(({ id }) => id) }));
  });
}
