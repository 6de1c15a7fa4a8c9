import type { Verdict, VerdictTable } from "../notebook/site/verdictTable";
import { printedCoefficients, type StarredCoefficient } from "../published/coefficientTable";
import type { PublishedTable } from "../published/publishedTable";
import type { StudyResult } from "../study/runStudy";
import type { Decision } from "../study/verdicts";

/** The verdicts of a study beside the paper's own, as the site's front page shows them. */
export function siteVerdicts({ study, verdicts }: StudyResult, published: PublishedTable): VerdictTable {
  const printed = printedCoefficients(published);
  const groups = study.groups.flatMap(({ id, label }) => {
    const decided = study.hypotheses[0]?.decidedBy.find(({ group }) => group === id);
    return decided ? [{ id, label, model: decided.model }] : [];
  });
  const beside = (decision: Decision, term: string) => ({ refitted: { supported: decision.supported, level: decision.level }, printed: asPrinted(printed[decision.model]?.[term]) });
  return {
    groups,
    hypotheses: study.hypotheses.map(({ id, claim, term }) => ({
      id, claim,
      verdicts: groups.map(({ id: group }) => {
        const verdict = verdicts.find((v) => v.hypothesis === id && v.group === group);
        return verdict && { ...beside(verdict, term), ...(verdict.also && { also: { model: verdict.also.model, ...beside(verdict.also, term) } }) };
      }),
    })),
  };
}

/** Positive and starred, by the same rule as what is refitted. */
const asPrinted = (found: StarredCoefficient | undefined): Verdict | undefined =>
  found && { supported: found.estimate > 0 && found.stars !== "", level: found.stars };
