import type { AuditReport } from "../audit";
import { CHECKS, type CheckName, type Verdict } from "../vocabulary";

/** How often each check gave each verdict; checks that had nothing to look at are left out. */
export function tally({ checks }: AuditReport): { check: CheckName; verdicts: Record<Verdict, number> }[] {
  return CHECKS.flatMap((check) => {
    const results = checks.filter((one) => one.check === check);
    const count = (verdict: Verdict) => results.filter((one) => one.verdict === verdict).length;
    return results.length === 0 ? [] : [{ check, verdicts: {
      consistent: count("consistent"), "cannot-tell": count("cannot-tell"), "only-by-rounding": count("only-by-rounding"), inconsistent: count("inconsistent"),
    } }];
  });
}
