import type { Claims } from "../published/claims";
import type { Rounding } from "./printedInterval";

/** A choice that the paper leaves open, as `sojourn code --readings --json` lists them. */
export interface OpenReading {
  readonly name: string;
  readonly choices: readonly string[];
  readonly default: string;
  readonly paperSection: string;
  readonly en: string;
  readonly zh: string;
}

export interface AuditOptions {
  /** How the table was rounded; "any" (nearest or truncated) where nobody knows. */
  readonly rounding?: Rounding;
  /** Independent groups to compare, besides the parts of each pooled model: pairs of model ids. */
  readonly pairs?: readonly (readonly [string, string])[];
  readonly claims?: Claims;
  readonly readings?: readonly OpenReading[];
  /** True effects (log-odds, by term) under which power and exaggeration are computed; half the printed one where absent. */
  readonly trueEffects?: Readonly<Record<string, number>>;
}
