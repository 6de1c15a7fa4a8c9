import type { Verdict, VerdictTable } from "../site/verdictTable";
import { isSupport, printedCoefficients, type StarredCoefficient } from "../published/coefficientTable";
import type { PublishedTable } from "../published/publishedTable";
import type { StudyResult } from "../study/runStudy";
import type { Hypothesis } from "../study/study";
import type { Decision } from "../study/verdicts";

/** The verdicts of a study beside the paper's own, as the site's front page shows them. */
export function siteVerdicts({ study, verdicts }: StudyResult, published?: PublishedTable): VerdictTable {
  const printed = published ? printedCoefficients(published) : {};
  const groups = study.groups.flatMap(({ id, label }) => {
    const decided = study.hypotheses[0]?.decidedBy.find(({ group }) => group === id);
    return decided ? [{ id, label, model: decided.model }] : [];
  });
  const beside = (decision: Decision, { term, opposed }: Hypothesis) => ({ refitted: { supported: decision.supported, level: decision.level }, printed: asPrinted(printed[decision.model]?.[term], opposed) });
  return {
    groups, ...(published ? {} : { refittedOnly: true as const }),
    hypotheses: study.hypotheses.map((hypothesis) => ({
      id: hypothesis.id, claim: hypothesis.claim,
      verdicts: groups.map(({ id: group }) => {
        const verdict = verdicts.find((v) => v.hypothesis === hypothesis.id && v.group === group);
        return verdict && { ...beside(verdict, hypothesis), ...(verdict.also && { also: { model: verdict.also.model, ...beside(verdict.also, hypothesis) } }) };
      }),
    })),
  };
}

/** Positive and starred, by the same rule as what is refitted. */
const asPrinted = (found: StarredCoefficient | undefined, opposed = false): Verdict | undefined =>
  found && { supported: isSupport(opposed ? { ...found, estimate: -found.estimate } : found), level: found.stars };
