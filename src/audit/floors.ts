import type { Family } from "../published/publishedTable";

/** The least standard errors that model-based inference can give a dummy. */
export interface Floor {
  /** Under expected information; for a binary logit the two are the same. */
  readonly expected: number;
  readonly observed: number;
  /** Under expected information with three ordered levels, the fewest there can be (a binary logit's own floor otherwise). */
  readonly expectedThree: number;
}

/**
 * The most information about the linear predictor that one row can carry.
 *
 * Binary logit: p(1 − p) ≤ 1/4, observed and expected alike.
 * Ordered logit, observed: with P(y = j) = F(a) − F(b) = F(a)·(1 − F(b))·(1 − e^(b−a)), and a − b fixed as the predictor
 * moves, −d² log P = F(a)(1 − F(a)) + F(b)(1 − F(b)) ≤ 1/2.
 * Ordered logit, expected: (1 − Σp³)/3, at its most with J equally likely levels, (J² − 1)/(3J²); 1/3 for any J.
 */
export function informationOfRow(family: Family, levels: number | undefined, kind: "expected" | "observed"): number {
  if (family === "other") throw new RangeError("the information bounds are those of logits");
  if (family === "binary logit") return 1 / 4;
  if (kind === "observed") return 1 / 2;
  return levels === undefined ? 1 / 3 : (levels ** 2 - 1) / (3 * levels ** 2);
}

/**
 * n₁n₀/(n₁ + n₀): the rows that a contrast of n₁ against n₀ is worth.
 *
 * Why it bounds the SE: 1/SE² is the least of v′Hv over directions v that move the term's coefficient by one. Take the
 * one that also moves the constant (or all thresholds) by −c and the other dummies of the question by +c: rows with 1
 * shift by 1 − c, reference rows by −c, all others not at all. So 1/SE² ≤ I·(n₁(1 − c)² + n₀c²), least at c = n₁/(n₁ + n₀).
 */
export const rowsOfContrast = ({ one, reference }: { one: number; reference: number }): number => (one * reference) / (one + reference);

/** The smallest standard error of a 0/1 term whose effective rows (`rowsOfContrast`) are these, by expected and by observed information. */
export function floorsOf(rows: number, family: Family, levels?: number): Floor {
  const floor = (information: number) => 1 / Math.sqrt(information * rows);
  return {
    expected: floor(informationOfRow(family, levels, "expected")),
    observed: floor(informationOfRow(family, levels, "observed")),
    expectedThree: floor(informationOfRow(family, 3, "expected")),
  };
}

/** How many rows' worth of contrast a standard error needs at least. */
export const informationNeeded = (se: number, family: Family, levels: number | undefined, kind: "expected" | "observed"): number =>
  1 / (informationOfRow(family, levels, kind) * se * se);

/** The fewest rows of the rarer of two answers that fill n rows and are worth so much contrast; Infinity where none are. */
export function leastRarer(rows: number, n: number): number {
  const least = Math.ceil((n - Math.sqrt(Math.max(0, n * n - 4 * n * rows))) / 2 - 1e-9);
  return 4 * rows > n ? Infinity : least;
}
