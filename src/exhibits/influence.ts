import type { Table } from "../display/table";
import { labelOf } from "../display/tables/regressionTable";
import { plainTable } from "../display/tables/plainTable";
import { influence } from "../models/diagnostics/influence";
import { binaryFitOf, peopleOf, sampleOf } from "../study/results";
import type { StudyResult } from "../study/runStudy";
import { originOf } from "../provenance";
import { outcomeOf, outcomeWords } from "./outcomeWords";

const MOST_ROWS = 5;

/**
 * The respondents that move a model most: Cook's distance, leverage, and the coefficient each moves furthest, in its
 * standard errors, if left out. Nobody is named: they stand by rank, unless their ids are asked for.
 */
export function influenceTable(result: StudyResult, model: string, { ids = false }: { readonly ids?: boolean } = {}): Table {
  const fit = binaryFitOf(result, model);
  const { X, y, people } = ids ? peopleOf(result, model) : sampleOf(result, model);
  const rows = influence(fit, { X, y }).map((row, place) => ({ ...row, person: people[place], outcome: y[place] }))
    .sort((a, b) => b.cooksDistance - a.cooksDistance).slice(0, MOST_ROWS);
  return plainTable({
    id: `influence-${model}`, ...originOf(result),
    title: { en: `Who moves ${model} most?`, zh: `谁对 ${model} 影响最大？` },
    stub: { en: "respondent", zh: "受访者" },
    columns: [outcomeWords(outcomeOf(result, model)).holds, { en: "Cook's distance", zh: "Cook 距离" }, { en: "leverage", zh: "杠杆值" }, { en: "coefficient moved most", zh: "变动最大的系数" }, { en: "by (in SE)", zh: "变动（以标准误计）" }],
    rows: rows.map(({ person, outcome, cooksDistance, leverage, dfbeta }, rank) => {
      const moves = dfbeta.map((move, j) => ({ term: fit.coefficients[j].term, move: move / fit.coefficients[j].standardError }));
      const furthest = moves.reduce((most, one) => (Math.abs(one.move) > Math.abs(most.move) ? one : most));
      return [
        ids ? String(person.id) : String(rank + 1),
        outcome === 1 ? { en: "yes", zh: "是" } : { en: "no", zh: "否" },
        { number: cooksDistance, format: { decimals: 3 } },
        { number: leverage, format: { decimals: 3 } },
        labelOf(furthest.term, result),
        { number: furthest.move, format: { decimals: 2, signed: true } },
      ];
    }),
    notes: [{ en: `The ${MOST_ROWS} largest Cook's distances of ${y.length}; the last column by one Newton step.`, zh: `列出 ${y.length} 人中 Cook 距离最大的 ${MOST_ROWS} 人；末列按一步牛顿法计算。` }],
  });
}
