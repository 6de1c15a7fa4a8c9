import { dictionary } from "./dictionary";
import type { PublishedModel, PublishedRow, PublishedTable } from "./publishedTable";

/** What a table lets its reader see of one term: direction and stars. */
export interface StarredCoefficient {
  readonly estimate: number;
  readonly stars: string;
}

/** The rule by which a coefficient supports a hypothesis that expects a positive one: positive and starred, printed or refitted. */
export const isSupport = ({ estimate, stars }: StarredCoefficient): boolean => estimate > 0 && stars !== "";

/** Starred coefficients by model, then term; printed or refitted alike. */
export type CoefficientTable = Readonly<Record<string, Readonly<Record<string, StarredCoefficient>>>>;

/** The coefficients of a published table as its readers see them. */
export function printedCoefficients(published: PublishedTable): CoefficientTable {
  return dictionary(Object.entries(published.models).map(([id, model]) => [id, dictionary(model.rows.map((row) => [row.term, starredCoefficient(model, row)]))]));
}

/** One row's. An odds ratio below 1 points down. */
export const starredCoefficient = ({ scale }: PublishedModel, { coef, stars }: PublishedRow): StarredCoefficient =>
  ({ estimate: scale === "oddsRatio" ? Math.log(Number(coef)) : Number(coef), stars });
