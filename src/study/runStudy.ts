import { fitBinaryLogit } from "../models/binary";
import type { Family, Fit } from "../models/fit";
import { fitOrderedLogit } from "../models/ordered";
import { parallelLines as parallelLinesTests, type ParallelLines } from "../models/parallelLines";
import type { Origin } from "../provenance";
import { RefusedModel } from "../models/refusedModel";
import { said } from "../faults/said";
import { applyReadings } from "./applyReadings";
import { countedSample } from "./countedSample";
import { modelSample, type ModelSample } from "./modelSample";
import { refuseForm, refuseStudy, wrongStudy } from "./refuseStudy";
import { starsOf, PAPER_CUTOFFS, type StarCutoff } from "./stars";
import type { CodedPeople, Readings, Study } from "./study";
import { verdictsOf, type Verdict } from "./verdicts";

/** A study run on people: what was fitted on whom, what was refused, and what that says of the hypotheses. */
export interface StudyResult extends Origin {
  /** The study that was given, as the readings make it. */
  readonly study: Study;
  readonly readings: Readings;
  /** By model, as all that follows. */
  readonly samples: Readonly<Record<string, ModelSample>>;
  readonly fits: Readonly<Record<string, Fit>>;
  readonly refused: Readonly<Record<string, RefusedModel>>;
  /** Ordered models only. */
  readonly parallelLines: Readonly<Record<string, ParallelLines>>;
  readonly verdicts: readonly Verdict[];
}

export interface RunOptions {
  /** Only these models; all of them by default. */
  readonly models?: readonly string[] | undefined;
  readonly cutoffs?: readonly StarCutoff[];
}

/**
 * Fits every model of a study on its group and draws the verdicts. The models are those of the study that is given: of the
 * paper, of one's own, or of the paper's with a term more. The readings of the people act on them by `applyReadings`.
 *
 * A model that is refused (separation, …) does not end the run: it is told in `refused`, by name, and its hypotheses stay
 * undecided. People without a value in some term or in the outcome are left out of that model and counted in `samples`.
 *
 * @throws {BadInput} what the study's author got wrong: a name that stands twice or is not known, a column that nobody has
 */
export function runStudy(study: Study, coded: CodedPeople, { models, cutoffs = PAPER_CUTOFFS }: RunOptions = {}): StudyResult {
  refuseForm(study, coded);
  const { people, counts, synthetic, madeFrom, readings = {} } = coded;
  const asRead = applyReadings(study, readings);
  refuseStudy(asRead, people);
  refuseUnknownModels(asRead, models);
  const samples: Record<string, ModelSample> = {};
  const fits: Record<string, Fit> = {};
  const refused: Record<string, RefusedModel> = {};
  const parallelLines: Record<string, ParallelLines> = {};
  for (const spec of asRead.models.filter(({ id }) => models?.includes(id) ?? true)) {
    const sample = (samples[spec.id] = counts ? countedSample(asRead, spec, people, counts) : modelSample(asRead, spec, people));
    try {
      fits[spec.id] = fitSample(sample, spec.family);
      if (spec.family === "ordered") parallelLines[spec.id] = parallelLinesTests(fits[spec.id], sample.X, sample.y, sample.terms, { weights: sample.weights });
    } catch (error) {
      if (!(error instanceof RefusedModel)) throw error;
      refused[spec.id] = error;
    }
  }
  const verdicts = verdictsOf(asRead, fits, (p) => starsOf(p, cutoffs));
  return { study: asRead, readings, synthetic, madeFrom: madeFrom && { ...madeFrom, readings }, samples, fits, refused, parallelLines, verdicts };
}

/** Fits a model's sample by the estimator of its family; bad-input where nobody is left to fit it on. */
function fitSample({ people, X, y, weights, terms, levels, leftOut }: ModelSample, family: Family): Fit {
  if (people.length === 0) {
    throw new RefusedModel("bad-input", [], leftOut.people > 0
      ? said`nobody of its group has a value in every column (${Object.entries(leftOut.byColumn).map(([column, n]) => `${column}: ${n} without`).join(", ")})`
      : "nobody belongs to its group");
  }
  return family === "binomial" ? fitBinaryLogit(X, y, terms, { weights }) : fitOrderedLogit(X, y, terms, levels!, { weights });
}

function refuseUnknownModels(study: Study, wanted: readonly string[] = []): void {
  const known = study.models.map(({ id }) => id);
  const unknown = wanted.filter((model) => !known.includes(model));
  if (unknown.length > 0) wrongStudy(study, said`the study ${study.id} has no model ${unknown.join(", ")}`, known.join(", "));
}
