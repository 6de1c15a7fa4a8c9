import { type CodedNumber, codePerson } from "../sfrc/codeSample";
import { contactItems } from "../sfrc/coding/contactWillingness";
import type { Readings } from "../sfrc/readings";
import { keyQuestions, lacksAll, rulesOf } from "../sfrc/sample";
import { sfrc } from "../sfrc/study";
import { variableOf, variables } from "../sfrc/variables";
import { type Codebook, columnOf } from "../survey/codebook";
import type { Respondent } from "../survey/respondent";
import { type Answers, type AnswerTree, answerTree } from "./answerTree";

/** Age is its own number in SQL, age² its square, and contact willingness needs the whole sample's range. */
const OTHERWISE: readonly CodedNumber[] = ["age", "age2", "contactWillingness"];

const modelled = new Set(sfrc.models.flatMap(({ outcome, terms }) => [outcome, ...terms]));

/** The numbers of the paper's models that are looked up by answers, in the order of the coded file; a variable that no model has is not asked for. */
export const TABULATED: readonly CodedNumber[] = variables.flatMap(({ gives }) => gives).filter((name) => modelled.has(name) && !OTHERWISE.includes(name));

/** Which answers each rule of `src/sfrc/coding` reads. */
export const READS: Readonly<Record<string, readonly string[]>> =
  { city: ["city"], group: ["city"], ...Object.fromEntries(TABULATED.map((name) => [name, variableOf(name).reads])) };

/** The three items of contact, of which the third is one question about oneself or one's children. */
export const CONTACT_ITEMS = ["contact1", "contact2", "contact3"] as const;
const CONTACT_READS = [["chatWithChinese"], ["befriendChinese"], ["marryChinese", "childMarryChinese"]];
/** Answers to the other items, so that one can be asked of by itself. */
const ANSWERED: Answers = { chatWithChinese: "neutral", befriendChinese: "neutral", marryChinese: "neutral", childMarryChinese: "neutral" };

/** Answers as the coding rules take a person. */
export const asRespondent = (answers: Answers): Respondent => ({ place: { file: "" }, id: "", ...answers }) as unknown as Respondent;

/** Every coded column as a tree, made from the very rules that code a file. */
export function codingTrees(codebook: Codebook, readings: Readings): Map<string, AnswerTree> {
  const columns = (names: readonly string[]) => names.map((name) => columnOf(codebook, name));
  const coded = Object.entries(READS).map(([name, reads]) => {
    const own = name as CodedNumber | "city" | "group";
    return [name, answerTree(columns(reads), (answers) => codePerson(asRespondent(answers), undefined, readings)[own])] as const;
  });
  const items = CONTACT_ITEMS.map((name, item) =>
    [name, answerTree(columns(CONTACT_READS[item]), (answers) => contactItems(asRespondent({ ...ANSWERED, ...answers }), readings.contactDirection, readings.marriage)?.[item])] as const);
  return new Map<string, AnswerTree>([...coded, ...items]);
}

/** What takes somebody out of the sample, each true where it does. */
export function dropTrees(codebook: Codebook, readings: Readings): AnswerTree[] {
  const columns = (names: readonly string[]) => names.map((name) => columnOf(codebook, name));
  const steps = rulesOf(codebook, readings).filter(({ reason }) => reason !== "missingKeyVariable");
  return [
    ...steps.map(({ reads, drops }) => answerTree(columns(reads), (answers) => drops(asRespondent(answers)))),
    ...keyQuestions(codebook, readings.nonResponse).map((names) => answerTree(columns(names), (answers) => lacksAll(asRespondent(answers), names))),
  ];
}
