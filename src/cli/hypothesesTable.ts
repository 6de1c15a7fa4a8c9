import type { Bilingual } from "../bilingual";
import type { Table } from "../display/table";
import type { PublishedTable } from "../published/publishedTable";
import type { StudyResult } from "../study/runStudy";
import type { Study } from "../study/study";
import { printedVerdict } from "../study/verdicts";

/** Hypothesis × group: ✓ where supported, with its stars, printed beside refitted. */
export function hypothesesTable({ study, verdicts, synthetic }: StudyResult, published: PublishedTable | undefined): Table {
  const { groups, terms, hypotheses } = study;
  return {
    kind: "table", id: "hypotheses", synthetic,
    title: { en: "Hypotheses: ✓ supported, – not", zh: "研究假设：✓ 支持，– 不支持" },
    stub: { en: "hypothesis", zh: "假设" },
    columnGroups: groups.map(({ label }) => ({ label, columns: [...(published ? [{ header: { en: "print", zh: "原文" } }] : []), { header: { en: "refit", zh: "重新估计" } }] })),
    rowGroups: [{
      rows: hypotheses.map((hypothesis) => {
        const { id, term, decidedBy } = hypothesis;
        const label = terms.find(({ name }) => name === term)?.label;
        return {
          header: label ? { en: `${id} ${label.en}`, zh: `${id} ${label.zh}` } : `${id} ${term}`,
          cells: groups.flatMap(({ id: group }) => {
            const model = decidedBy.find((decision) => decision.group === group)?.model ?? "";
            const verdict = verdicts.find((v) => v.hypothesis === id && v.group === group);
            const printed = published && printedVerdict(model, hypothesis, published);
            return [...(published ? [{ text: verdictWord(printed?.supported, printed?.stars) }] : []), { text: verdictWord(verdict?.supported, verdict?.level) }];
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

const verdictWord = (supported: boolean | null | undefined, stars = ""): string | Bilingual =>
  supported === undefined || supported === null ? { en: "open", zh: "不判定" } : `${supported ? "✓" : "–"} ${stars}`.trimEnd();
