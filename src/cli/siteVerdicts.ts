import type { VerdictTable } from "../site/verdictTable";
import type { PublishedTable } from "../published/publishedTable";
import type { StudyResult } from "../study/runStudy";
import type { Hypothesis } from "../study/study";
import { type Decision, printedVerdict } from "../study/verdicts";

/** The verdicts of a study beside the paper's own, as the site's front page shows them. */
export function siteVerdicts({ study, verdicts }: StudyResult, published?: PublishedTable): VerdictTable {
  const groups = study.groups.flatMap(({ id, label }) => {
    const decided = study.hypotheses[0]?.decidedBy.find(({ group }) => group === id);
    return decided ? [{ id, label, model: decided.model }] : [];
  });
  const beside = ({ model, supported, level }: Decision, hypothesis: Hypothesis) => {
    const printed = published && printedVerdict(model, hypothesis, published);
    return { refitted: { supported, level }, printed: printed && { supported: printed.supported, level: printed.stars } };
  };
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
