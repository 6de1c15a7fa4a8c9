import { fitBinaryLogit } from "../models/binary";
import type { Family, Fit } from "../models/fit";
import { fitOrderedLogit } from "../models/ordered";
import { parallelLines as parallelLinesTests, type ParallelLines } from "../models/parallelLines";
import type { Origin } from "../provenance";
import { RefusedModel } from "../models/refusedModel";
import { said } from "../faults/said";
import { dictionary } from "../published/dictionary";
import { JsonSpot } from "../published/jsonSpot";
import { applyReadings } from "./applyReadings";
import { countedSample } from "./countedSample";
import { frozen } from "./frozen";
import { modelSample, type ModelSample } from "./modelSample";
import { refuseForm, refuseStudy, wrongStudy } from "./refuseStudy";
import { chosenCutoffs, starsOf, PAPER_CUTOFFS, type StarCutoff } from "./stars";
import type { CodedPeople, CodedPerson, Readings, Study } from "./study";
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
  /** Below which p a coefficient is starred, in verdicts and wherever no printed table says otherwise; the paper's where absent. */
  readonly cutoffs?: readonly StarCutoff[];
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
export function runStudy(study: Study, coded: CodedPeople, options: RunOptions = {}): StudyResult {
  refuseForm(study, coded);
  const { models, cutoffs } = chosenOptions(options);
  const { counts, synthetic, madeFrom, readings = {} } = coded;
  const people = eachItself(coded.people);
  const asRead = frozen(applyReadings(frozen(study), readings));
  refuseStudy(asRead, people);
  refuseUnknownModels(asRead, models);
  const samples = dictionary<ModelSample>([]);
  const fits = dictionary<Fit>([]);
  const refused = dictionary<RefusedModel>([]);
  const parallelLines = dictionary<ParallelLines>([]);
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
  return { study: asRead, readings, synthetic, madeFrom: madeFrom && { ...madeFrom, readings }, samples, fits, refused, parallelLines, verdicts, cutoffs };
}

/** @throws {BadInput} an option that is not known, models that are no list of names */
function chosenOptions(options: RunOptions): Required<Pick<StudyResult, "cutoffs">> & { readonly models: readonly string[] | undefined } {
  const { models, cutoffs } = new JsonSpot(options, "runStudy", ["options"]).record([], ["models", "cutoffs"]);
  return {
    models: models?.list((_, i) => `model ${i + 1}`).map((model) => model.text()),
    cutoffs: cutoffs ? chosenCutoffs(cutoffs.value as readonly StarCutoff[]) : PAPER_CUTOFFS,
  };
}

/** Who stands several times in a list, as after drawing with replacement, is so many people: what is told apart by person then is. */
function eachItself(people: readonly CodedPerson[]): readonly CodedPerson[] {
  const seen = new Set<CodedPerson>();
  return people.map((person) => {
    if (seen.has(person)) return Object.assign(Object.create(Object.getPrototypeOf(person) as object) as CodedPerson, person);
    seen.add(person);
    return person;
  });
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
