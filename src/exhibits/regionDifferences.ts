import { groupDifference } from "../audit/differences";
import type { Bilingual } from "../bilingual";
import type { NumberCell, Row, Table } from "../display/table";
import { labelOf } from "../display/tables/regressionTable";
import { PROVENANCE } from "../display/vocabulary";
import { refuseUnknown } from "../faults/nearest";
import type { PublishedTable } from "../published/publishedTable";
import { withHolm } from "../models/hypotheses/difference";
import { coefficientDifferences, type CoefficientDifference } from "../study/differences";
import { refuseOtherScale } from "../study/refuseOtherScale";
import { fitOf, refuseShared } from "../study/results";
import type { StudyResult } from "../study/runStudy";
import { originOf } from "../provenance";
import { twoOutcomesNote } from "./outcomeWords";

const [CHANGCHUN, SOUTH] = ["M1", "M3"];
const Z = { decimals: 2, signed: true } as const;
const P = { decimals: 3, floor: true } as const;
const DIFFERENCE = { decimals: 3, signed: true } as const;

/**
 * Changchun against the south, term by term: do the coefficients differ? From print and refitted.
 *
 * Holm's correction is over all terms of the models, whichever are shown, since all of them could have been compared.
 *
 * @param terms  which to show; all by default
 */
export function regionDifferencesTable(result: StudyResult, published: PublishedTable, ...terms: readonly string[]): Table {
  const [changchun, south] = [fitOf(result, CHANGCHUN), fitOf(result, SOUTH)];
  refuseShared(result, CHANGCHUN, SOUTH);
  refuseUnknown("regionDifferencesTable", terms, changchun.coefficients.map(({ term }) => term));
  refuseUnknown("regionDifferencesTable, published", [CHANGCHUN, SOUTH], Object.keys(published.models));
  const [a, b] = groupsOf(result);
  const refitted = coefficientDifferences(changchun, south);
  const printed = printedDifferences(published, CHANGCHUN, SOUTH);
  const shown = refitted.filter(({ term }) => terms.length === 0 || terms.includes(term));
  const columns = [{ en: "difference", zh: "差" }, "z", "p", { en: "p, Holm", zh: "p（Holm）" }].map((header) => ({ header }));
  return {
    kind: "table", id: ["region-differences", ...terms].join("-"), ...originOf(result),
    title: { en: `${a.en} less ${b.en === "south" ? "the south" : b.en}: do coefficients differ?`, zh: `${a.zh}减${b.zh}：系数有差异吗？` },
    stub: { en: "variable", zh: "变量" },
    columnGroups: [{ label: { en: "printed", zh: "原文报告" }, columns }, { label: { en: "refitted", zh: "重新估计" }, columns }],
    rowGroups: [{
      rows: shown.map((difference): Row => ({
        header: labelOf(difference.term, result, published),
        cells: [...cells(printed.find(({ term }) => term === difference.term)), ...cells(difference)],
      })),
    }],
    notes: [
      { en: `z = (${a.en} − ${b.en}) / √(SE² + SE²), models ${CHANGCHUN} and ${SOUTH}; Holm over all ${refitted.length} terms.`, zh: `z =（${a.zh}−${b.zh}）/ √(SE²+SE²)，模型1与模型3；Holm 校正涵盖全部 ${refitted.length} 项。` },
      { en: "Logits of two groups are also apart where what the models leave unexplained differs (Allison 1999).", zh: "若两组未解释的变异不同，logit 系数也会不同（Allison 1999）。" },
      ...twoOutcomesNote(result, CHANGCHUN, SOUTH),
      { en: `Printed columns: ${PROVENANCE.fromPrint.en}.`, zh: `原文各列：${PROVENANCE.fromPrint.zh}。` },
    ],
  };
}

/** The two groups as a sentence names them: the paper's, or others that an edited study compares. */
function groupsOf({ study }: StudyResult): Bilingual[] {
  const [a, b] = [CHANGCHUN, SOUTH].map((model) => study.groups.find(({ id }) => id === study.models.find((one) => one.id === model)?.group));
  return a?.id === "changchun" && b?.id === "south" ? [{ en: "Changchun", zh: "长春" }, { en: "south", zh: "南方" }] : [a!.label, b!.label];
}

/** The same from printed numbers alone, by the audit's test of each. @throws {BadInput} printed models that are not in log-odds with standard errors */
export function printedDifferences(published: PublishedTable, a: string, b: string): CoefficientDifference[] {
  for (const model of [a, b]) refuseOtherScale(model, published.models[model]);
  const rowsB = published.models[b].rows;
  return withHolm(published.models[a].rows.flatMap((row) => {
    const other = rowsB.find(({ term }) => term === row.term);
    if (row.se === undefined || other?.se === undefined) return [];
    const { difference, z, p } = groupDifference({ coef: row.coef, se: row.se }, { coef: other.coef, se: other.se });
    return [{ term: row.term, a: Number(row.coef), b: Number(other.coef), difference, standardError: Math.hypot(Number(row.se), Number(other.se)), z, p }];
  }));
}

const cells = (difference: CoefficientDifference | undefined): (NumberCell | { text: string })[] =>
  difference === undefined ? ["", "", "", ""].map((text) => ({ text })) : [
    { number: difference.difference, format: Math.abs(difference.difference) < 0.001 ? { ...DIFFERENCE, decimals: 4 } : DIFFERENCE },
    { number: difference.z, format: Z },
    { number: difference.p, format: P },
    { number: difference.pHolm, format: P },
  ];
