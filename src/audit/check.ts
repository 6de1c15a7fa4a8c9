import type { Bilingual } from "../bilingual";
import type { PublishedTable } from "../published/publishedTable";
import type { Given } from "./given";
import type { AuditOptions } from "./options";

/**
 * What a check can answer, over every value that the printed digits may stand for:
 * all agree · some agree, but not the printed face value · none agrees · some agree (or an assumption is missing).
 */
export type Verdict = "consistent" | "only-by-rounding" | "inconsistent" | "cannot-tell";
export const VERDICTS = ["consistent", "cannot-tell", "only-by-rounding", "inconsistent"] as const satisfies readonly Verdict[];

/** One question put to one cell (term null: to the model; model null: to the table). */
export interface CheckResult {
  readonly check: string;
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
  readonly check: string;
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
  /** How much hangs on it, 0 to 100: findings are told in this order. */
  readonly weight: number;
}

/** A check that did not run, in whole or for the models named, and the one thing that would let it. */
export interface NotRun {
  readonly check: string;
  readonly models: readonly string[];
  readonly needs: string;
  readonly needsZh: string;
}

/** A check's own part of a result; the registry adds its name. */
export type Result = Omit<CheckResult, "check">;
/** A check's own part of a finding; the registry adds its name, and its source and weight where none is given. */
export type RawFinding = Omit<Finding, "check" | "reference" | "weight"> & Partial<Pick<Finding, "reference" | "weight">>;

/** What kept a check from running: for a model, or (null) for the table. */
export interface Need extends Bilingual {
  readonly model: string | null;
}

export interface Outcome<Answer> {
  readonly results: readonly Result[];
  readonly findings: readonly RawFinding[];
  readonly needs: readonly Need[];
  /** What the check gives away beside verdicts, for the JSON. */
  readonly answer: Answer;
}

/** A small table, as JSON, with what is asked of it. */
export interface Example {
  readonly table: Pick<PublishedTable, "models"> & Partial<PublishedTable>;
  readonly options?: AuditOptions;
}

/**
 * One question that can be put to any published table. A check is one file in `checks/` that exports one of these, and a
 * line in `registry.ts`; lists, titles, counts, references and the tests of examples derive from that.
 */
export interface Check<Answer = unknown> {
  readonly name: string;
  /** What it asks, as a heading. */
  readonly title: Bilingual;
  /** Where the method comes from, as a reviewer would cite it. */
  readonly source: string;
  /** Whether it may say "inconsistent": only where it holds a proof. The others note. */
  readonly proves: boolean;
  /** How much hangs on its notes, 0 to 100. */
  readonly weight: number;
  readonly run: (given: Given) => Outcome<Answer>;
  /** A table that it has nothing to say of, and one that it has. */
  readonly passes: Example;
  readonly fails: Example;
}

/** The verdict that "do all, some, the face value agree?" amounts to. */
export function verdictOf({ all, some, face }: { all: boolean; some: boolean; face: boolean }): Verdict {
  if (!some) return "inconsistent";
  if (all) return "consistent";
  return face ? "cannot-tell" : "only-by-rounding";
}
