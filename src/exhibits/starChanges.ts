import type { Row, Table } from "../display/table";
import { labelOf } from "../display/tables/regressionTable";
import { PROVENANCE } from "../display/vocabulary";
import { joinWords } from "../display/words";
import { refuseUnknown } from "../faults/nearest";
import { isSupport, printedCoefficients, type StarredCoefficient } from "../published/coefficientTable";
import type { PublishedTable } from "../published/publishedTable";
import type { StudyResult } from "../study/runStudy";
import { fromPrint } from "../provenance";

/**
 * Cell by cell, as printed: each pair of models, before → after, where stars or signs change. The variables that decide a
 * hypothesis, of which the text speaks, stand apart from the controls, of which it does not.
 */
export function starChangesTable({ study }: StudyResult, published: PublishedTable, pairs: readonly (readonly [string, string])[]): Table {
  const printed = printedCoefficients(published);
  refuseUnknown("starChangesTable", pairs.flat(), Object.keys(printed));
  const deciding = study.hypotheses.map(({ term }) => term);
  // A term of one's own, or one that a reading adds, is not in print.
  const rows = study.terms.filter(({ name }) => pairs.flat().every((model) => printed[model][name])).map(({ name }) => ({ name, decides: deciding.includes(name), changes: pairs.map(([before, after]) => change(printed[before][name], printed[after][name])) }));
  const [tested, controls] = [rows.filter(({ decides }) => decides), rows.filter(({ decides }) => !decides)];
  const shown = ({ name, changes }: (typeof rows)[number]): Row => ({ header: labelOf(name, { study } as StudyResult, published), cells: changes.map(({ text }) => ({ text })) });
  const counted = (list: typeof rows) => list.flatMap(({ changes }) => changes);
  return {
    kind: "table", id: "star-changes", ...fromPrint(), provenance: PROVENANCE.fromPrint,
    title: { en: "From Table 2 to Table 3, cell by cell", zh: "从表2到表3：逐项比较" },
    stub: { en: "variable", zh: "变量" },
    columnGroups: [{ columns: pairs.map(([before, after]) => ({ header: joinWords([study.groups.find(({ id }) => id === study.models.find((model) => model.id === before)?.group)?.label ?? before, `${before} → ${after}`]) })) }],
    rowGroups: [
      { label: { en: "hypothesis variables", zh: "假设变量" }, rows: tested.map(shown) },
      { label: { en: "controls", zh: "控制变量" }, rows: controls.map(shown) },
    ],
    notes: [
      told(counted(tested), { en: "Hypothesis variables", zh: "假设变量" }),
      told(counted(rows), { en: "With the controls", zh: "连同控制变量" }),
      { en: "– no star; ± the sign turns. A star gained or lost is no difference between two estimates.", zh: "– 不显著；± 符号改变。显著性星号的有无之别，并不等于两个估计值有差异。" },
    ],
  };
}

const told = (changes: readonly Change[], of: { en: string; zh: string }) => {
  const [stars, signs, verdicts] = (["stars", "sign", "verdict"] as const).map((kind) => changes.filter((one) => one[kind]).length);
  return {
    en: `${of.en}: stars change in ${stars} of ${changes.length} cells, signs in ${signs}, “positive and starred” in ${verdicts}.`,
    zh: `${of.zh}：${changes.length} 个单元格中，${stars} 个显著性星号改变，${signs} 个符号改变，${verdicts} 个“为正且显著”的结论改变。`,
  };
};

interface Change {
  readonly stars: boolean;
  readonly sign: boolean;
  readonly verdict: boolean;
  readonly text: string;
}

function change(before: StarredCoefficient, after: StarredCoefficient): Change {
  const stars = before.stars !== after.stars;
  const sign = before.estimate * after.estimate < 0;
  const text = stars ? `${before.stars || "–"} → ${after.stars || "–"}` : before.stars || "–";
  return { stars, sign, verdict: isSupport(before) !== isSupport(after), text: sign ? `${text} ±` : text };
}
