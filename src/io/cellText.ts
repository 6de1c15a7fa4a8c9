import type { VariableKind } from "./dataFile";

/** A number as its shortest text; none for one that is missing. */
export const numberText = (value: number): string => (Number.isNaN(value) ? "" : String(value));

/** A text as it is seen: without what is invisible (a zero-width blank) and width, and without blanks around it. */
export const asSeen = (text: string): string => text.normalize("NFKC").replace(/\p{Cf}/gu, "").trim();

const DAY = 86_400_000;

/** Milliseconds since 1970 as an ISO date, with the time of day where the column has one; undefined beyond what a date can be. */
export function dateText(milliseconds: number, kind: VariableKind): string | undefined {
  if (!(Math.abs(milliseconds) <= 100_000_000 * DAY)) return undefined;
  const text = new Date(milliseconds).toISOString();
  return kind === "date" ? text.slice(0, text.indexOf("T")) : text.replace("T", " ").replace(/(\.000)?Z$/, "");
}
