// @ts-check
const capital = (/** @type {string} */ name) => name[0].toUpperCase() + name.slice(1);

/** A coded variable: one function of one respondent, and a test that asks for every answer. @param {string} name */
export const variable = (name) => ({
  files: {
    [`src/sfrc/coding/${name}.ts`]: `import type { Respondent } from "../../survey/respondent";
import { yesOrNo } from "./yesOrNo";

/**
 * ${capital(name)}: which question does it answer?
 *
 * Reads     ${name}: "yes" | "no"
 * Gives     1 …, 0 …; undefined stays undefined
 * Open      what the paper, §3(2), leaves open, or nothing
 * Readings  none
 * @throws {BadInput} any other answer, with its row and the answers allowed
 */
export function code${capital(name)}(who: Respondent): 0 | 1 | undefined {
  const answer = yesOrNo(who, "${name}");
  if (answer === undefined) return undefined;
  throw new Error("${name} is not coded yet");
}
`,
    [`test/sfrc/coding/${name}.test.ts`]: `import { expect, test } from "vitest";
import { dataFile } from "../../../src/projectFolder";
import { CODED_NUMBERS } from "../../../src/sfrc/codeSample";
import { code${capital(name)} } from "../../../src/sfrc/coding/${name}";
import { variables } from "../../../src/sfrc/variables";
import { readCodebook } from "../../../src/survey/codebook";
import { respondent } from "../../survey/rawFile";

/** What each answer becomes. Fill in every answer of the codebook. */
const CODES: readonly (readonly [answer: string | undefined, code: number | undefined])[] = [
  ["yes", NaN],
  ["no", NaN],
  [undefined, undefined],
];

test.each(CODES)("%s is coded %s", (answer, code) => {
  expect(code).not.toBeNaN();
  expect(code${capital(name)}(respondent({ ${name}: answer }))).toBe(code);
});

test("any other answer is refused, with its row", () => {
  expect(() => code${capital(name)}(respondent({ ${name}: "perhaps" }, 7))).toThrow(/row 7, column ${name}: "perhaps"/);
});

test("its question stands in the codebook, its column in the coded file, and where it comes from in the list of variables", () => {
  const column = readCodebook(dataFile("codebook.json")).columns.find((one) => one.name === "${name}");
  expect(column?.question.en).toMatch(/\\w/);
  expect(column?.question.zh).toMatch(/[一-鿿]/);
  expect(CODED_NUMBERS).toContain("${name}");
  expect(variables.find((one) => one.name === "${name}")).toMatchObject({ gives: ["${name}"], file: "${name}.ts" });
});
`,
  },
  next: [
    `data/codebook.json: at its end the column ${name} with its question and answers in zh and en ("optional": true where extracts, or the stand-in, may lack it; "key": true only where those who do not answer leave the sample)`,
    `src/sfrc/coding/${name}.ts: the docstring and the rule (a neighbour such as education.ts where it is not yes or no); an open choice is a reading (src/sfrc/readingList.ts)`,
    `src/sfrc/codeSample.ts: import { code${capital(name)} }, "${name}" at the end of CODED_NUMBERS, and ${name}: code${capital(name)}(who) in codePerson`,
    `src/sfrc/variables.ts: at the end { name: "${name}", gives: ["${name}"], reads: ["${name}"], file: "${name}.ts", readings: [] }`,
    `test/survey/rawFile.ts: an answer to ${name} in ELIGIBLE, the person who answered everything`,
    `test/sfrc/coding/${name}.test.ts: every answer and every reading; its place in each header and row of the coded file in test/cli/code.test.ts and test/sfrc/codeSample.test.ts; its place in the columns, and among those that may be absent where it is optional, in test/survey/codebook.test.ts`,
    "npm run build && npx --no-install sojourn run notebooks/*.ipynb notebooks/zh/*.ipynb: every result carries the codebook that it was made by, and notebook 2 shows it",
    "only where the stand-in is to answer (its whole file is drawn anew, and with it every number shown of it): src/standIn/answers, npx --no-install sojourn synthesize --seed (that of data/sfrc-synthetic.json) --out data/sfrc-synthetic.csv, and the notebooks once more",
    "npm test -- test/sfrc test/survey test/standIn test/notebooks test/cli, then npx --no-install sojourn reproduce",
  ],
});
