import type { Bilingual } from "../../bilingual";
import { decimalsFor } from "../decimals";
import { asBilingual, type Words } from "../words";

/** A point with its interval (none where only a point is known). */
export interface Interval {
  readonly estimate: number;
  readonly lower?: number | undefined;
  readonly upper?: number | undefined;
}

/** `0.339 [0.112, 0.566]`, to as many places as its size asks for, or as many as are given. */
export function intervalText({ estimate, lower, upper }: Interval, decimals = decimalsFor(estimate)): string {
  const write = (number: number) => number.toFixed(decimals).replace(/^-(?=0(?:\.0*)?$)/, "");
  return lower === undefined || upper === undefined ? write(estimate) : `${write(estimate)} [${write(lower)}, ${write(upper)}]`;
}

/** `53%`, or `53% [48%, 58%]`. */
export function percentText({ estimate, lower, upper }: Interval, decimals = 0): string {
  const write = (share: number) => `${(100 * share).toFixed(decimals)}%`;
  return lower === undefined || upper === undefined ? write(estimate) : `${write(estimate)} [${write(lower)}, ${write(upper)}]`;
}

/** Decimals that tell apart what lies within a range, two at least: with two, all between 0.001 and 0.004 would be 0.00. */
export const decimalsWithin = (range: number): number => (range > 0 ? Math.min(100, Math.max(2, 2 - Math.floor(Math.log10(range)))) : 2);

/** A line of a figure's words: `name: this; that`. */
export const wordsLine = (name: Words, parts: readonly Words[]): Bilingual => ({
  en: `${asBilingual(name).en}: ${parts.map((part) => asBilingual(part).en).join("; ")}`,
  zh: `${asBilingual(name).zh}：${parts.map((part) => asBilingual(part).zh).join("；")}`,
});
