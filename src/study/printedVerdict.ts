import type { PublishedTable } from "../published/publishedTable";

/** What the printed coefficient of one model says of a hypothesis. */
export interface PrintedVerdict {
  readonly model: string;
  /** As printed. */
  readonly coef: string;
  readonly stars: string;
  /** Positive and starred, by the same rule as what is refitted. */
  readonly supported: boolean;
}

/** Undefined where the model does not print the term. */
export function printedVerdict(model: string, term: string, published: PublishedTable): PrintedVerdict | undefined {
  const row = published.models[model]?.rows.find((printed) => printed.term === term);
  return row && { model, coef: row.coef, stars: row.stars, supported: Number(row.coef) > 0 && row.stars !== "" };
}
