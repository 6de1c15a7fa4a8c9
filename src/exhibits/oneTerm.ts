import type { Figure } from "../display/figure";
import { coefficientPlot } from "../display/figures/coefficientPlot";
import type { Table } from "../display/table";
import { termTable } from "../display/tables/termTable";
import { asBilingual, joinWords } from "../display/words";
import { labelOf } from "../display/tables/regressionTable";
import type { PublishedTable } from "../published/publishedTable";
import { effectsOf } from "../study/effects";
import type { StudyResult } from "../study/runStudy";
import { readingsNote } from "./readingsNote";

/** The models of the paper's main table, which have one effect on one probability each; one that was refused stands there as not fitted. */
const binaryModels = ({ study, fits, refused }: StudyResult): string[] =>
  study.models.filter(({ id, family }) => family === "binomial" && (fits[id] ?? refused[id])).map(({ id }) => id);

/** One variable in the four models: printed, refitted, odds ratio and average marginal effect. */
export const oneTermTable = (result: StudyResult, published: PublishedTable, term: string): Table =>
  termTable({ id: `term-${term}`, term, result, models: binaryModels(result), published, effects: effectsOf(result, term), notes: readingsNote(result) });

/** Some variables in the four models, printed beside refitted, with 95% intervals. */
export function termsFigure(result: StudyResult, published: PublishedTable, ...terms: readonly string[]): Figure {
  const labels = terms.map((term) => asBilingual(labelOf(term, result, published)));
  return coefficientPlot({
    id: `terms-${terms.join("-")}`,
    title: joinWords([{ en: labels.map(({ en }) => en).join(", "), zh: labels.map(({ zh }) => zh).join("、") }, { en: "by model", zh: "各模型比较" }], " "),
    result, models: binaryModels(result), published, terms,
  });
}
