import type { VariableKind } from "./dataFile";

/** A number as its shortest text, in full digits where it is no giant: 1e21 stays, 0.0000001 is written out. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return "";
  if (Object.is(value, -0)) return "0";
  return String(value);
}

const DAY = 86_400_000;

/** Milliseconds since 1970 as an ISO date, with the time of day where the column has one. */
export function dateText(milliseconds: number, kind: VariableKind): string {
  if (!(Math.abs(milliseconds) < 100_000_000 * DAY)) return ""; // beyond what a date can be: told as no value by its caller's check
  const text = new Date(milliseconds).toISOString();
  return kind === "date" ? text.slice(0, text.indexOf("T")) : text.replace("T", " ").replace(/(\.000)?Z$/, "");
}
