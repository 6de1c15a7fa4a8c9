import type { Figure } from "../display/figure";
import { probabilityBars } from "../display/figures/probabilityBars";
import { probabilityCurve } from "../display/figures/probabilityCurve";
import { labelOf } from "../display/tables/regressionTable";
import { asBilingual, joinWords } from "../display/words";
import { largest, smallest } from "../extremes";
import { probabilitiesAt } from "../study/probabilities";
import { binaryFitOf, coefficientOf, sampleOf } from "../study/results";
import type { StudyResult } from "../study/runStudy";
import { originOf } from "../provenance";
import { outcomeOf, outcomeWords } from "./outcomeWords";

/** One model a group, the one that decides the hypotheses there. */
const DECIDING = ["M1", "M3", "M4"];
const STEPS = 17;

/**
 * The predicted probability of wishing to stay as one variable changes and all else stays as it is in the sample:
 * bars for a 0/1 variable, a curve over the observed range for any other.
 *
 * @throws {BadInput} an ordered model, or one that was not run or lacks the term
 */
export function probabilityFigure(result: StudyResult, term: string, models: readonly string[] = DECIDING.filter((model) => result.fits[model])): Figure {
  for (const model of models) {
    binaryFitOf(result, model);
    coefficientOf(result, model, term);
  }
  const words = outcomeWords(...models.map((model) => outcomeOf(result, model)));
  const label = asBilingual(labelOf(term, result));
  const values = [...new Set(models.flatMap((model) => columnOf(result, model, term)))].sort((a, b) => a - b);
  const frame = {
    id: `probability-${term}`,
    title: joinWords([words.by, label], " "),
    y: words.probability,
    ...originOf(result),
  };
  const groupName = (model: string) => joinWords([result.study.groups.find(({ id }) => id === result.study.models.find((spec) => spec.id === model)?.group)?.label ?? model, `(${model})`]);
  if (values.length === 2) {
    return probabilityBars({
      ...frame,
      categories: models.map(groupName),
      series: values.map((value) => ({
        name: joinWords([label, `= ${value}`]),
        bars: models.map((model) => probabilitiesAt(result, model, term, [value])[0]),
      })),
    });
  }
  return probabilityCurve({ ...frame, x: label, curves: models.map((model) => curve(result, model, term, groupName(model))) });
}

function curve(result: StudyResult, model: string, term: string, name: ReturnType<typeof joinWords>) {
  const values = columnOf(result, model, term);
  const [least, most] = [smallest(values), largest(values)];
  const x = Array.from({ length: STEPS }, (_, i) => least + ((most - least) * i) / (STEPS - 1));
  const points = probabilitiesAt(result, model, term, x);
  return { name, x, estimate: points.map((p) => p.estimate), lower: points.map((p) => p.lower), upper: points.map((p) => p.upper) };
}

function columnOf(result: StudyResult, model: string, term: string): number[] {
  const { X, terms } = sampleOf(result, model);
  return X.map((row) => row[terms.indexOf(term)]);
}
