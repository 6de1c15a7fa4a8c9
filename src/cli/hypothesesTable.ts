import type { Bilingual } from "../bilingual";
import type { Table } from "../display/table";
import { isSupport, printedCoefficients, type StarredCoefficient } from "../published/coefficientTable";
import type { PublishedTable } from "../published/publishedTable";
import type { StudyResult } from "../study/runStudy";
import type { Study } from "../study/study";

/** Hypothesis × group: ✓ where supported, with its stars, printed beside refitted. */
export function hypothesesTable({ study, verdicts, synthetic }: StudyResult, published: PublishedTable | undefined): Table {
  const { groups, terms, hypotheses } = study;
  const printed = published && printedCoefficients(published);
  return {
    kind: "table", id: "hypotheses", synthetic,
    title: { en: "Hypotheses: ✓ supported, – not", zh: "研究假设：✓ 支持，– 不支持" },
    stub: { en: "hypothesis", zh: "假设" },
    columnGroups: groups.map(({ label }) => ({ label, columns: [...(printed ? [{ header: { en: "print", zh: "原文" } }] : []), { header: { en: "refit", zh: "重新估计" } }] })),
    rowGroups: [{
      rows: hypotheses.map(({ id, term, decidedBy, opposed }) => {
        const label = terms.find(({ name }) => name === term)?.label;
        return {
          header: label ? { en: `${id} ${label.en}`, zh: `${id} ${label.zh}` } : `${id} ${term}`,
          cells: groups.flatMap(({ id: group }) => {
            const model = decidedBy.find((decision) => decision.group === group)?.model ?? "";
            const verdict = verdicts.find((v) => v.hypothesis === id && v.group === group);
            return [...(printed ? [{ text: verdictWord(turned(printed[model]?.[term], opposed)) }] : []), { text: verdictWord(verdict && verdict.estimate !== null ? { estimate: verdict.estimate, stars: verdict.level } : undefined) }];
          }),
        };
      }),
    }],
    notes: [decidingNote(study)],
  };
}

/** Which model decides in which group, as the first hypothesis has it. */
function decidingNote({ hypotheses, groups }: Study): Bilingual {
  const deciding = (hypotheses[0]?.decidedBy ?? []).map(({ group, model }) => ({ model, label: groups.find(({ id }) => id === group)!.label }));
  return {
    en: `Supported: positive and starred. ${deciding.map(({ label, model }) => `${label.en} by ${model}`).join(", ")}.`,
    zh: `支持指系数为正且带星号。${deciding.map(({ label, model }) => `${label.zh}依据 ${model}`).join("，")}。`,
  };
}

/** What a coefficient says of the hypothesis, where the term as read is coded the other way round. */
const turned = (found: StarredCoefficient | undefined, opposed = false): StarredCoefficient | undefined =>
  found && opposed ? { ...found, estimate: -found.estimate } : found;

const verdictWord = (found: StarredCoefficient | undefined): string | Bilingual =>
  found === undefined ? { en: "open", zh: "不判定" } : `${isSupport(found) ? "✓" : "–"} ${found.stars}`.trimEnd();
