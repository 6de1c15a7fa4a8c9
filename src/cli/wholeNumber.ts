import { InvalidArgumentError } from "commander";

/** Parses an option that is a whole number, 0 or more. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("a whole number is expected.");
  return Number(text);
}
