import type { Fit } from "../models/fit";
import type { ParallelLines } from "../models/parallelLines";
import { RefusedModel } from "../models/refusedModel";
import { fitSample, parallelLinesOf } from "./fitSample";
import { modelSample, type ModelSample } from "./modelSample";
import { starsOf, PAPER_CUTOFFS, type StarCutoff } from "./stars";
import type { CodedPeople, Readings, Study } from "./study";
import { verdictsOf, type Verdict } from "./verdicts";

/** A study run on people: what was fitted on whom, what was refused, and what that says of the hypotheses. */
export interface StudyResult {
  /** As the readings make it. */
  readonly study: Study;
  readonly readings: Readings;
  readonly synthetic: boolean;
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
  readonly models?: readonly string[];
  readonly cutoffs?: readonly StarCutoff[];
}

/**
 * Fits every model of a study on its group and draws the verdicts.
 *
 * A model that is refused (separation, …) does not end the run: it is told in `refused`, by name, and its hypotheses stay
 * undecided. People without a value in some term or in the outcome are left out of that model and counted in `samples`.
 */
export function runStudy(study: Study, coded: CodedPeople, { models, cutoffs = PAPER_CUTOFFS }: RunOptions = {}): StudyResult {
  const { people, synthetic, readings = {} } = coded;
  const asRead = study.under?.(readings) ?? study;
  refuseUnknownModels(asRead, models);
  const samples: Record<string, ModelSample> = {};
  const fits: Record<string, Fit> = {};
  const refused: Record<string, RefusedModel> = {};
  const parallelLines: Record<string, ParallelLines> = {};
  for (const spec of asRead.models.filter(({ id }) => models?.includes(id) ?? true)) {
    const sample = (samples[spec.id] = modelSample(asRead, spec, people));
    try {
      fits[spec.id] = fitSample(sample, spec.family);
      if (spec.family === "ordered") parallelLines[spec.id] = parallelLinesOf(sample, fits[spec.id]);
    } catch (error) {
      if (!(error instanceof RefusedModel)) throw error;
      refused[spec.id] = error;
    }
  }
  const verdicts = verdictsOf(asRead, fits, (p) => starsOf(p, cutoffs));
  return { study: asRead, readings, synthetic, samples, fits, refused, parallelLines, verdicts };
}

/**
 * The fit of one model.
 *
 * @throws {RefusedModel} the refusal it met
 */
export function fitOf({ study, fits, refused }: StudyResult, model: string): Fit {
  if (fits[model]) return fits[model];
  throw refused[model] ?? new Error(`model ${model} was not run (the study has ${study.models.map(({ id }) => id).join(", ")})`);
}

function refuseUnknownModels({ id, models }: Study, wanted: readonly string[] = []): void {
  const unknown = wanted.filter((model) => !models.some((spec) => spec.id === model));
  if (unknown.length > 0) throw new Error(`the study ${id} has no model ${unknown.join(", ")}`);
}
