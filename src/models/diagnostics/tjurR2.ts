import type { FittedRow } from "./fittedRows";

/**
 * Tjur's coefficient of discrimination: mean fitted probability among events less that among the others.
 * Source: Tjur (2009), American Statistician 63.
 */
export function tjurR2(rows: readonly FittedRow[]): number {
  const mean = (outcome: number): number => {
    const own = rows.filter(({ y }) => y === outcome);
    return own.reduce((sum, { p, weight }) => sum + weight * p, 0) / own.reduce((sum, { weight }) => sum + weight, 0);
  };
  return mean(1) - mean(0);
}
