import type { Table } from "../display/table";
import { printedCoefficients, type StarredCoefficient } from "../published/coefficientTable";
import type { PublishedTable } from "../published/publishedTable";
import type { StudyResult } from "../study/runStudy";

/** Hypothesis × group: ✓ where supported, with its stars, printed beside refitted. */
export function hypothesesTable({ study, verdicts, synthetic }: StudyResult, published: PublishedTable): Table {
  const { groups, terms, hypotheses } = study;
  const printed = printedCoefficients(published);
  return {
    kind: "table", id: "hypotheses", synthetic,
    title: { en: "Hypotheses: ✓ supported, – not", zh: "研究假设：✓ 支持，– 不支持" },
    stub: { en: "hypothesis", zh: "假设" },
    columnGroups: groups.map(({ label }) => ({ label, columns: [{ header: "刊印 print" }, { header: "重估 refit" }] })),
    rowGroups: [{
      rows: hypotheses.map(({ id, term, decidedBy }) => {
        const label = terms.find(({ name }) => name === term)?.label;
        return {
          header: label ? { en: `${id} ${label.en}`, zh: label.zh } : `${id} ${term}`,
          cells: groups.flatMap(({ id: group }) => {
            const model = decidedBy.find((decision) => decision.group === group)?.model ?? "";
            const verdict = verdicts.find((v) => v.hypothesis === id && v.group === group);
            return [{ text: verdictWord(printed[model]?.[term]) }, { text: verdictWord(verdict && verdict.estimate !== null ? { estimate: verdict.estimate, stars: verdict.level } : undefined) }];
          }),
        };
      }),
    }],
    notes: [{ en: "Supported: positive and starred. Changchun by M1, the South by M3, all by M4.", zh: "支持指系数为正且带星号。长春依据模型1，南方依据模型3，全国依据模型4。" }],
  };
}

const verdictWord = (found: StarredCoefficient | undefined): string =>
  found === undefined ? "不判定 open" : `${found.estimate > 0 && found.stars !== "" ? "✓" : "–"} ${found.stars}`.trimEnd();
