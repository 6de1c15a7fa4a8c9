import { InvalidArgumentError } from "commander";

/** Parses the level of intervals: 0.9, or 90 as Stata writes it. */
export function levelOf(text: string): number {
  const level = Number(text) > 1 ? Number(text) / 100 : Number(text);
  if (!(text.trim() !== "" && level > 0 && level < 1)) throw new InvalidArgumentError("a share such as 0.9, or 90, is expected.");
  return level;
}
