import type { PublishedTable } from "./publishedTable";

/**
 * A model's printed number of observations, for what cannot do without it.
 * @throws {Error} where the table prints none
 */
export function sizeOf({ models }: PublishedTable, id: string): number {
  const { n } = models[id];
  if (n === undefined) throw new Error(`${id} prints no number of observations`);
  return n;
}
