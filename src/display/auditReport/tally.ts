import type { AuditReport } from "../../audit/audit";
import type { Check, Verdict } from "../../audit/check";
import { CHECKS } from "../../audit/registry";

/** How often each check gave each verdict; checks that had nothing to look at are left out (`notRun` has them). */
export function tally({ checks }: AuditReport): { check: Pick<Check, "name" | "title">; verdicts: Record<Verdict, number> }[] {
  return CHECKS.flatMap((check) => {
    const results = checks.filter((one) => one.check === check.name);
    const count = (verdict: Verdict) => results.filter((one) => one.verdict === verdict).length;
    return results.length === 0 ? [] : [{ check, verdicts: {
      consistent: count("consistent"), "cannot-tell": count("cannot-tell"), "only-by-rounding": count("only-by-rounding"), inconsistent: count("inconsistent"),
    } }];
  });
}
