import { kernelOf } from "../display/kernel";
import { codeUnder } from "../sfrc/codeSample";
import { readSurvey } from "../sfrc/ourSurvey";
import type { Readings } from "../sfrc/readings";
import { sessionReadings, surveyCodedLast, useReadings } from "../sfrc/sessionReadings";
import { sfrc } from "../sfrc/study";
import type { RefusalKind } from "../models/refusedModel";
import { runStudy } from "../study/runStudy";
import type { Verdict } from "../study/verdicts";
import type { Survey } from "../survey/respondent";

/** The output in which a kernel answers the panel of `lab/`. */
export const PANEL_MIME = "application/vnd.sojourn.panel+json";

/** What the running kernel finds: the seven hypotheses on its data, under the readings it works by. */
export interface PanelState {
  readonly readings: Readings;
  /** Files of the survey that a cell coded last, or of the one a notebook begins with. */
  readonly files: readonly string[];
  readonly synthetic: boolean;
  readonly verdicts: readonly Verdict[];
  readonly refused: readonly { readonly model: string; readonly kind: RefusalKind; readonly message: string }[];
}

/** Instead of a state: why there is none. */
export interface PanelTrouble {
  readonly readings: Readings;
  readonly error: string;
}

/** The models that decide hypotheses; Table 3's only check them. */
const MODELS = ["M1", "M2", "M3", "M4"];

/**
 * Puts readings into force, where some are given, and tells the panel what then holds, as an output of the request that asked.
 * Never throws: a request that fails would make tslab drop the cells that wait behind it.
 */
export function tellPanel(change?: Partial<Readings>): void {
  let answer: PanelState | PanelTrouble;
  try {
    if (change) useReadings(change);
    answer = panelState();
  } catch (error) {
    answer = { readings: sessionReadings(), error: error instanceof Error ? error.message : String(error) };
  }
  writerOfQuestion()({ data: { [PANEL_MIME]: answer, "text/plain": "Sojourn: verdicts for the panel" }, metadata: {}, transient: {} }, false);
}

/** The verdicts on the survey coded last, under the session's readings. */
export function panelState(survey: Survey = surveyCodedLast() ?? firstSurvey()): PanelState {
  const readings = sessionReadings();
  const { verdicts, refused } = runStudy(sfrc, codeUnder(survey, readings), { models: MODELS });
  return {
    readings, verdicts,
    files: survey.files, synthetic: survey.synthetic,
    refused: Object.entries(refused).map(([model, { kind, message }]) => ({ model, kind, message })),
  };
}

let first: Survey | undefined;
const firstSurvey = (): Survey => (first ??= readSurvey());

type Writer = (output: { data: Readonly<Record<string, unknown>>; metadata: object; transient: object }, update: boolean) => void;

const QUESTION = Symbol.for("sojourn.question");

/** Where the kernel runs with `quietQuestions.cjs`, a question has a writer of its own and leaves the cell's alone. */
function writerOfQuestion(): Writer {
  const own = (globalThis as Record<symbol, Writer | undefined>)[QUESTION];
  if (own) return own;
  const kernel = kernelOf();
  if (kernel.kind === "bundles") return ({ data, metadata }) => kernel.write({ data, metadata: { ...metadata } });
  return ({ data }) => console.log(JSON.stringify(data[PANEL_MIME]));
}
