import { exampleModel } from "../../src/audit/exampleTable";
import type { PublishedModel, PublishedRow } from "../../src/published/publishedTable";

/** Log-likelihood of the constant alone. */
export const none = (events: number, n: number): number => events * Math.log(events / n) + (n - events) * Math.log(1 - events / n);
const row = (term: string): PublishedRow => ({ term, coef: "0.5", se: "0.2", stars: "" });
const printed = (n: number, logLik: number, r2: number, change: Partial<PublishedModel>) => exampleModel([row("x"), row("const")], { n, logLik: logLik.toFixed(4), pseudoR2: r2.toFixed(4), ...change });

/** A binary model of so many events, with McFadden's R² or Cox and Snell's, so printed that no other count and definition gives it. */
export const mcFadden = (n: number, events: number, r2: number, change: Partial<PublishedModel> = {}): PublishedModel => printed(n, (1 - r2) * none(events, n), r2, change);
export const coxSnell = (n: number, events: number, r2: number, change: Partial<PublishedModel> = {}): PublishedModel => printed(n, none(events, n) - (n / 2) * Math.log(1 - r2), r2, change);
