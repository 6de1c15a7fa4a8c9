import type { Interval } from "../published/printedNumber";

/**
 * What a check can answer, over every value that the printed digits may stand for:
 * all agree · some agree, but not the printed face value · none agrees · some agree (or an assumption is missing).
 */
export type Verdict = "consistent" | "only-by-rounding" | "inconsistent" | "cannot-tell";

export const CHECKS = [
  "stars", "counts", "pseudoR2", "pooling", "groupDifferences", "attainableSE", "level", "power", "claims", "measurement",
] as const;
export type CheckName = (typeof CHECKS)[number];

/** The only checks that may say "inconsistent": each holds a proof. The others note. */
export const PROVING: readonly CheckName[] = ["stars", "counts", "pseudoR2", "pooling", "attainableSE"];

/** One question put to one cell (term null: to the model; model null: to the table). */
export interface CheckResult {
  readonly check: CheckName;
  readonly model: string | null;
  readonly term: string | null;
  readonly verdict: Verdict;
  /** What the printed digits allow, in the unit that `why` names; null where nothing could be computed. */
  readonly interval: readonly [number, number] | null;
  readonly why: string;
  readonly whyZh: string;
}

/** What a reviewer should read. */
export interface Finding {
  readonly check: CheckName;
  readonly severity: "inconsistent" | "note";
  readonly model: string | null;
  readonly term: string | null;
  /** The printed numbers that the finding rests on, as printed. */
  readonly printed: Readonly<Record<string, string>>;
  /** The reasoning, in about two sentences. */
  readonly message: string;
  readonly messageZh: string;
  /** Where the method comes from. */
  readonly reference: string;
  /** One line that reproduces the finding, in terms of the functions this package exports. */
  readonly code: string;
}

/** What every check hands back, whatever else it computes. */
export interface Audited {
  readonly checks: readonly CheckResult[];
  readonly findings: readonly Finding[];
}

/** The verdict that "do all, some, the face value agree?" amounts to. */
export function verdictOf({ all, some, face }: { all: boolean; some: boolean; face: boolean }): Verdict {
  if (!some) return "inconsistent";
  if (all) return "consistent";
  return face ? "cannot-tell" : "only-by-rounding";
}

export const asPair = ({ lower, upper }: Interval): [number, number] => [lower, upper];
