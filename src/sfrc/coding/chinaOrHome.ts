import { softmax } from "./softmax";

/** What the two sides of a comparison add up to, before the softmax. */
export interface TwoCounts {
  readonly china: number;
  readonly home: number;
}

/** Who has it where the two probabilities are equal. */
export type TieReading = "home" | "china" | "missing";

/**
 * The larger of the two probabilities that softmax makes of a count for China and a count for home.
 *
 * Gives     1 China, 0 home; at a tie 0, 1 or undefined, by the reading
 * Paper     §3(2), the same step in participation cognition and in participation behaviour
 *
 * Since softmax keeps the order of its counts, the larger count wins; it is computed all the same, as the paper says.
 */
export function chinaOrHome(chinaCount: number, homeCount: number, tie: TieReading): 0 | 1 | undefined {
  const [china, home] = softmax([chinaCount, homeCount]);
  if (china > home) return 1;
  if (china < home) return 0;
  return { home: 0, china: 1, missing: undefined }[tie] as 0 | 1 | undefined;
}
