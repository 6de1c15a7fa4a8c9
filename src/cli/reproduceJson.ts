import type { Reproduction } from "../sfrc/reproduction";
import type { StudyResult } from "../study/runStudy";
import type { Decision, Verdict } from "../study/verdicts";
import { fitJson } from "./fitJson";
import { asRecord } from "./outcome";

/** What `sojourn reproduce --json` prints. A refused model stands under its name as `{"error": …}`. */
export function reproduceJson({ result, table1, match }: Reproduction) {
  const { synthetic, readings, models, ...rest } = studyJson(result);
  return { synthetic, readings, models, table1, ...rest, match };
}

/** Of any study that was run. */
export const studyJson = (result: StudyResult) => ({
  synthetic: result.synthetic,
  readings: result.readings,
  models: Object.fromEntries(result.study.models.map(({ id }) => [id, modelJson(id, result)])),
  parallelLines: result.parallelLines,
  hypotheses: hypothesesJson(result),
});

function modelJson(id: string, { fits, refused, parallelLines, samples }: StudyResult) {
  const leftOut = samples[id].leftOut.people;
  return { ...(fits[id] ? fitJson(fits[id], {}, parallelLines[id]) : { error: asRecord(refused[id]) }), ...(leftOut > 0 && { leftOut }) };
}

/** Each hypothesis in each group, as it was decided. */
export const hypothesesJson = ({ verdicts }: StudyResult) => verdicts.map(hypothesisJson);

function hypothesisJson({ hypothesis, group, also, ...decision }: Verdict) {
  return { id: hypothesis, group, ...decisionJson(decision), ...(also && { [`also${also.model}`]: decisionJson(also) }) };
}

const decisionJson = ({ estimate, p, supported, level }: Decision) => ({ estimate, p, supported, level });
