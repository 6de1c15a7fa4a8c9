import type { Figure } from "../display/figure";
import { coefficientPlot } from "../display/figures/coefficientPlot";
import type { Table } from "../display/table";
import { regressionTable } from "../display/tables/regressionTable";
import { averageMarginalEffects } from "../models/effects/averageMarginalEffects";
import type { PublishedTable } from "../published/publishedTable";
import type { Readings } from "../sfrc/readings";
import { sampleOf } from "../study/results";
import type { StudyResult } from "../study/runStudy";
import { readingsNote } from "./readingsNote";

/** Too small beside the others to be drawn on one axis with them: its unit is a square year. */
const OTHER_SCALE = ["age2", "const"];

const TABLE_2 = ["M1", "M2", "M3", "M4"];

/** Table 2 as the paper prints it, each number beside the refitted one. */
export const table2 = (result: StudyResult, published: PublishedTable): Table =>
  regressionTable({
    id: "table-2", result, published, models: TABLE_2, pseudoR2: pseudoR2Of(result), effects: effectsIn(result, TABLE_2), notes: readingsNote(result),
    title: { en: "Table 2: binary logits of wishing to stay", zh: "表2：居留意愿的二元 logit" },
  });

/** Table 3, its robustness check. */
export const table3 = (result: StudyResult, published: PublishedTable): Table =>
  regressionTable({
    id: "table-3", result, published, models: ["O1", "O3", "O4"], pseudoR2: pseudoR2Of(result), notes: readingsNote(result),
    title: { en: "Table 3: ordered logits of the length of stay", zh: "表3：期望居留时间的有序 logit" },
  });

const pseudoR2Of = ({ readings }: StudyResult) => readings.pseudoR2 as Readings["pseudoR2"] | undefined;

/** Every term's average marginal effect in the models that were fitted. */
const effectsIn = (result: StudyResult, models: readonly string[]) =>
  Object.fromEntries(models.filter((model) => result.fits[model]?.family === "binomial").map((model) =>
    [model, Object.fromEntries(averageMarginalEffects(result.fits[model], sampleOf(result, model).X).map((effect) => [effect.term, effect]))]));

/** The coefficients of some models side by side, printed beside refitted; age squared is left to the tables. */
export function coefficientsFigure(result: StudyResult, published: PublishedTable, models: readonly string[]): Figure {
  const { study } = result;
  const named = study.terms.map(({ name }) => name);
  const ofModels = study.models.filter(({ id }) => models.includes(id)).flatMap((model) => model.terms);
  const terms = [...new Set([...named, ...ofModels])].filter((term) => !OTHER_SCALE.includes(term));
  return coefficientPlot({
    id: `coefficients-${models.join("-")}`,
    title: { en: "Coefficients by region", zh: "各地区的系数" },
    result, published, models, terms,
  });
}
