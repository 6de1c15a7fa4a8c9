import { BadInput } from "../badInput";
import { noteInBoth } from "../faults/noted";
import type { Table } from "../display/table";
import { labelOf } from "../display/tables/regressionTable";
import { joinWords } from "../display/words";
import { plainTable } from "../display/tables/plainTable";
import { said } from "../faults/said";
import { brantTest } from "../models/parallelLines/brant";
import { fitOf, sampleOf } from "../study/results";
import type { StudyResult } from "../study/runStudy";
import { originOf } from "../provenance";

/** Which variable breaks parallel lines in an ordered model: Brant's test of each, the largest first. */
export function parallelLinesByTermTable(result: StudyResult, model: string): Table {
  const fit = fitOf(result, model);
  if (fit.family !== "ordered") throw new BadInput({ file: `study ${result.study.id}` }, said`model ${model} is binary: it has one cut, and no lines to be parallel`, "an ordered model");
  const { X, y, terms } = sampleOf(result, model);
  const tests = [...brantTest(fit, X, y, terms).terms].sort((a, b) => (b.statistic ?? 0) - (a.statistic ?? 0));
  return plainTable({
    id: `parallel-lines-${model}`, ...originOf(result),
    title: joinWords([{ en: "Which variable breaks parallel lines?", zh: "哪个变量违反平行线假定？" }, result.study.models.find(({ id }) => id === model)?.title ?? model], " "),
    stub: { en: "variable", zh: "变量" },
    columns: [{ en: "Brant's χ²", zh: "Brant χ²" }, "df", "p"],
    rows: tests.map(({ term, statistic, df, p, note }) => [
      labelOf(term, result),
      statistic === null ? (note === undefined ? "" : noteInBoth(note)) : { number: statistic, format: { decimals: 2 } },
      { number: df, format: { decimals: 0 } },
      p === null ? "" : { number: p, format: { decimals: 3, floor: true } },
    ]),
  });
}
