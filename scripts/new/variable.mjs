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
    `data/codebook.json: the column ${name} with its question and answers in zh and en ("optional": true where extracts may lack it)`,
    `src/sfrc/coding/${name}.ts: the docstring and the rule; an open choice is a reading (src/sfrc/readingList.ts)`,
    `src/sfrc/codeSample.ts: "${name}" in CODED_NUMBERS, and ${name}: code${capital(name)}(who) in codePerson`,
    `src/sfrc/variables.ts: { name: "${name}", gives: ["${name}"], reads: ["${name}"], file: "${name}.ts", readings: [] }`,
    "the stand-in, where it is to answer: src/standIn, then npx --no-install sojourn synthesize --seed (that of data/sfrc-synthetic.json) --out data/sfrc-synthetic.csv",
    `test/sfrc/coding/${name}.test.ts: every answer and every reading; the lists of columns in test/cli/code.test.ts and test/sfrc/codeSample.test.ts`,
    "npm test -- test/sfrc test/cli/code.test.ts, then npx --no-install sojourn reproduce",
  ],
});
