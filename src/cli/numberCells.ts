import type { Cell } from "../display/table";

/** A p: one that is smaller than its decimals show is told as such, not as 0. */
export const pCell = (p: number, decimals = 4): Cell => ({ number: p, format: { decimals, floor: true } });

/** A p in a line of text; below what four decimals show, by its power of ten. */
export const pText = (p: number): string => (p < 1e-4 ? p.toExponential(2) : p.toFixed(4));

/** What an odds ratio or a ratio is called that no double holds, such as e^800. */
export const BEYOND_DOUBLES = "> 1.8e308";
