import { roundsTo } from "../published/printedNumber";
import { expectPrinted } from "./printedInterval";

/**
 * The bases of which a count is the printed percentage, and how likely it was that there is one at all: a percentage with
 * more places than the base has digits gives its base away.
 *
 * Method    all whole n for which 100·count/n rounds to the print; neighbouring n lie 100·count/n² apart, so that a
 *           percentage taken at random is met by one with about the chance unit/(100·count/n²).
 *
 * @example basesOf(187, "44.31").bases  // [422]
 * @example basesOf(187, "44.31").chance.toFixed(2)  // "0.10"
 */
export function basesOf(count: number, percentage: string): { bases: number[]; chance: number } {
  const printed = expectPrinted(percentage);
  if (!(printed.value > 0) || !(count > 0)) return { bases: [], chance: 0 };
  const n = (100 * count) / printed.value;
  const reach = Math.ceil((n * printed.unit) / printed.value) + 1;
  const bases = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.round(n) - reach + i).filter((base) => base >= count && roundsTo((100 * count) / base, printed));
  return { bases, chance: Math.min(1, printed.unit / ((100 * count) / n ** 2)) };
}
