import type { Cell } from "../display/table";

/** A p: one that is smaller than its decimals show is told as such, not as 0. */
export const pCell = (p: number, decimals = 4): Cell => ({ number: p, format: { decimals, floor: true } });

/** What an odds ratio or a ratio is called that no double holds, such as e^800. */
export const BEYOND_DOUBLES = "> 1.8e308";
