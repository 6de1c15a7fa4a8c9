import type { Language } from "../bilingual";
import { kernelOf } from "../display/kernel";
import { inWords } from "../faults/inWords";
import { folderChoice } from "../folderChoice";
import { codeUnder } from "../sfrc/codeSample";
import { readSurvey } from "../sfrc/ourSurvey";
import { packageVersion, type Provenance } from "../provenance";
import { chooseReadings, type Readings } from "../sfrc/readings";
import { sessionReadings, useReadings } from "../sfrc/sessionReadings";
import { sfrc } from "../sfrc/study";
import { applyReadings } from "../study/applyReadings";
import { codeStudy, readStudy, readStudyData } from "../study/folder/readStudy";
import { runStudy } from "../study/runStudy";
import { codedLast, surveysInForce, type Coded } from "../study/session";
import type { Group, Study } from "../study/study";
import type { Verdict } from "../study/verdicts";
import { fingerprint } from "../survey/fingerprint";
import type { Survey } from "../survey/respondent";

/** The output in which a kernel answers the panel of `lab/`. */
export const PANEL_MIME = "application/vnd.sojourn.panel+json";

/** What the running kernel finds: the hypotheses of the study it works on, on its data, under the readings it works by. */
export interface PanelState {
  readonly readings: Readings;
  /** The study coded last; the paper before any. */
  readonly study: Pick<Study, "id" | "title" | "hypotheses"> & { readonly groups: readonly (Pick<Group, "id" | "label"> & { readonly model: string })[] };
  /** Files of the survey that a cell coded last, or of the one a notebook begins with. */
  readonly files: readonly string[];
  readonly synthetic: boolean;
  /** What an output that is made now would be made from: of each questionnaire the survey coded last, every reading, this package. */
  readonly inForce: Provenance;
  readonly verdicts: readonly Verdict[];
}

/** Instead of a state: why there is none. */
export interface PanelTrouble {
  readonly readings: Readings;
  readonly error: string;
}

/**
 * Tells the panel what holds, as an output of the request that asked. Never throws: a request that fails would make tslab drop the
 * cells that wait behind it.
 */
export function tellPanel(change: Partial<Readings> | undefined, language: Language): void {
  writerOfQuestion()({ data: { [PANEL_MIME]: stateOrTrouble(change, language), "text/plain": "Sojourn: verdicts for the panel" }, metadata: {}, transient: {} }, false);
}

/** Puts readings into force, where some are given, and says what then holds; in the reader's language why nothing can be said. */
export function stateOrTrouble(change: Partial<Readings> | undefined, language: Language): PanelState | PanelTrouble {
  try {
    if (change) useReadings(change);
    return panelState();
  } catch (error) {
    return { readings: sessionReadings(), error: inWords(language)(error) };
  }
}

/** The verdicts on what was coded last, under the session's readings. */
export function panelState({ study: given, survey, code }: Coded = codedForPanel()): PanelState {
  const readings = sessionReadings();
  const study = given.readings ? applyReadings(given, readings) : given;
  const deciding = [...new Set(study.hypotheses.flatMap(({ decidedBy }) => decidedBy.flatMap(({ model, also }) => [model, ...(also === undefined ? [] : [also])])))];
  const { verdicts } = runStudy(given, code(readings), { models: deciding });
  return {
    readings, verdicts,
    study: { id: study.id, title: study.title, hypotheses: study.hypotheses, groups: groupsDecided(study) },
    files: survey.files, synthetic: survey.synthetic,
    inForce: { data: [...new Set([...surveysInForce(), survey].map(fingerprint))], readings, version: packageVersion() },
  };
}

/** The groups in which something is decided, with the model that decides the first hypothesis there. */
export const groupsDecided = ({ groups, hypotheses }: Pick<Study, "groups" | "hypotheses">): PanelState["study"]["groups"] => groups.flatMap(({ id, label }) => {
  const model = hypotheses[0]?.decidedBy.find(({ group }) => group === id)?.model;
  return model === undefined ? [] : [{ id, label, model }];
});

/** What was coded last; before anything was, what a notebook begins with. */
export const codedForPanel = (): Coded => codedLast() ?? beginning();

let first: Coded | undefined;
function beginning(): Coded {
  return (first ??= folderChoice()?.study === undefined ? codedFrom(readSurvey()) : codedOwn());
}

/** The study that the notebook's folder chooses, on its data. */
function codedOwn(): Coded {
  const own = readStudy();
  const survey = readStudyData(own);
  return { study: own.study, survey, code: () => codeStudy(own, survey) };
}

/** The paper's study on a survey. */
export const codedFrom = (survey: Survey): Coded => ({ study: sfrc, survey, code: (readings) => codeUnder(survey, chooseReadings(readings)) });

type Writer = (output: { data: Readonly<Record<string, unknown>>; metadata: object; transient: object }, update: boolean) => void;

const QUESTION = Symbol.for("sojourn.question");

/** Where the kernel runs with `quietQuestions.cjs`, a question has a writer of its own and leaves the cell's alone. */
export function writerOfQuestion(): Writer {
  const own = (globalThis as Record<symbol, Writer | undefined>)[QUESTION];
  if (own) return own;
  const kernel = kernelOf();
  if (kernel.kind === "bundles") return ({ data, metadata }) => void kernel.write({ data, metadata: { ...metadata } });
  return ({ data }) => console.log(JSON.stringify(Object.values(data)[0]));
}
