import { BadInput } from "../badInput";
import type { Table } from "../display/table";
import { labelOf } from "../display/tables/regressionTable";
import { plainTable } from "../display/tables/plainTable";
import { said } from "../faults/said";
import { differencesOnSamePeople } from "../study/differencesOnSamePeople";
import { fitOf, inCommon } from "../study/results";
import type { StudyResult } from "../study/runStudy";
import { originOf } from "../provenance";

const ESTIMATE = { decimals: 3, signed: true } as const;

/**
 * A binary and an ordered model of the same people: does any coefficient of the hypotheses (without any, of both models) differ? The answer that stars
 * beside stars do not give.
 */
export function tablesComparedTable(result: StudyResult, binary: string, ordered: string): Table {
  const shared = inCommon(result, binary, ordered);
  const sizes = [binary, ordered].map((model) => fitOf(result, model).n);
  if (shared === 0) throw new BadInput({ file: `study ${result.study.id}` }, said`models ${binary} and ${ordered} have nobody in common`, "two models on the same people", "coefficientDifferences compares two models on different people.");
  const terms = result.study.hypotheses.map(({ term }) => term).filter((term) => [binary, ordered].every((model) => result.fits[model]?.coefficients.some((one) => one.term === term)));
  return plainTable({
    id: `compared-${binary}-${ordered}`, ...originOf(result),
    title: { en: `${binary} less ${ordered}, on the same people`, zh: `${binary} 减 ${ordered}（同一批受访者）` },
    stub: { en: "variable", zh: "变量" },
    columns: [binary, ordered, { en: "difference", zh: "差" }, { en: "SE of the difference", zh: "差的标准误" }, "p", { en: "p, Holm", zh: "p（Holm）" }],
    rows: differencesOnSamePeople(result, binary, ordered, terms.length > 0 ? terms : undefined).map(({ term, a, b, difference, standardError, p, pHolm }) => [
      labelOf(term, result),
      { number: a, format: ESTIMATE },
      { number: b, format: ESTIMATE },
      { number: difference, format: ESTIMATE },
      { number: standardError, format: { decimals: 3 } },
      { number: p, format: { decimals: 3, floor: true } },
      { number: pHolm, format: { decimals: 3, floor: true } },
    ]),
    notes: [
      { en: "The same people stand behind both estimates: the standard error comes from stacked scores, which take their covariance in.", zh: "两个估计值出自同一批人：标准误由叠加的得分向量求得，已计入两者的协方差。" },
      ...(sizes.every((size) => size === shared) ? [] : [{ en: `${shared} people are in both; ${binary} has ${sizes[0]}, ${ordered} ${sizes[1]}.`, zh: `两者共有 ${shared} 人；${binary} 有 ${sizes[0]} 人，${ordered} 有 ${sizes[1]} 人。` }]),
      { en: "Two outcomes, two scales: a difference may also be one of scale.", zh: "两个因变量的尺度不同：差异也可能只是尺度之差。" },
    ],
  });
}
