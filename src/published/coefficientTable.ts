import type { PublishedTable } from "./publishedTable";

/** What a table lets its reader see of one term: direction and stars. */
export interface StarredCoefficient {
  readonly estimate: number;
  readonly stars: string;
}

/** Starred coefficients by model, then term; printed or refitted alike. */
export type CoefficientTable = Readonly<Record<string, Readonly<Record<string, StarredCoefficient>>>>;

/** The coefficients of a published table as its readers see them. */
export function printedCoefficients(published: PublishedTable): CoefficientTable {
  return Object.fromEntries(Object.entries(published.models).map(([id, { rows }]) => [
    id,
    Object.fromEntries(rows.map(({ term, coef, stars }) => [term, { estimate: Number(coef), stars }])),
  ]));
}
