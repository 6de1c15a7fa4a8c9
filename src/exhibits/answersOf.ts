import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { CodedSample } from "../sfrc/codeSample";
import type { CodedPeople } from "../study/study";
import type { Respondent } from "../survey/respondent";

/**
 * The answers of coded people, each person's at that person's place.
 *
 * In a cell people are filtered, added or put in another order, and their answers stay behind: what is counted of both would be
 * of two different samples.
 *
 * @param file  the exhibit that asks, as a refusal names it
 * @throws {BadInput} answers that are others' than these people's
 */
export function answersOf(coded: CodedSample, file: string): readonly Respondent[] {
  refuseCounts(coded, file);
  const { people, respondents } = coded;
  const remedy = "Choose among the answers before they are coded: codeSample({ ...survey, respondents: survey.respondents.filter(…) }).";
  if (people.length !== respondents.length) throw new BadInput({ file }, said`${people.length} coded people stand beside the answers of ${respondents.length} respondents`, "the same people in the same order", remedy);
  const other = people.findIndex(({ id }, i) => id !== respondents[i].id);
  if (other !== -1) throw new BadInput({ file }, said`coded person ${other + 1} is ${String(people[other].id)}, and respondent ${other + 1} is ${respondents[other].id}`, "the same people in the same order", remedy);
  return respondents;
}

/**
 * Refuses people who were counted together where each is counted as one.
 *
 * @throws {BadInput}
 */
export function refuseCounts(coded: CodedPeople, file: string): void {
  if (coded.counts !== undefined) throw new BadInput({ file }, "the people were counted together (counts)", "people one by one", "Give each person as often as counted, each a copy: { ...person }.");
}
