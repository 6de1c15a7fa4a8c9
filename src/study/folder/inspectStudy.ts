import { findDuplicates, inspectColumns } from "../../survey/inspectSurvey";
import type { Survey } from "../../survey/respondent";
import { selectBy } from "./coding";
import type { StudyFolder } from "./readStudy";

/**
 * Looks at the survey of a study folder before any model: answers, missing by kind, duplicates, who is lost at each step. Which
 * combinations cannot be, and which items ask alike, is known of the paper's questionnaire only (`inspectSfrc`).
 *
 * @param survey  read with `sameIds: "keep"`, so that an id that stands twice can be shown
 * @returns answers, duplicates and the sample flow, in the form that `answersFound`, `oddities` and `lostTable` show
 *
 * @example inspectStudy(readStudy("data/wvs"), readStudyData(readStudy("data/wvs"))).rows // 5381
 */
export const inspectStudy = ({ coding }: Pick<StudyFolder, "coding">, survey: Survey) => ({
  rows: survey.respondents.length,
  synthetic: survey.synthetic,
  columns: inspectColumns(survey),
  combinations: [],
  duplicates: findDuplicates(survey),
  flow: selectBy(coding, survey).flow,
  lost: [],
});
