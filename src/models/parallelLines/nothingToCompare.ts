import { noted } from "../../faults/noted";
import type { Level } from "../ordered";

/** Why no test of parallel lines can be made of a model, where it has no two lines. */
export function nothingToCompare(slopes: readonly string[], levels: readonly Level[]): string | undefined {
  if (levels.length <= 2) return noted`two levels have one cut point: there is nothing to compare`;
  return slopes.length === 0 ? noted`the model has no slopes: there is nothing to compare` : undefined;
}
