import { expect, test } from "vitest";
import { BadInput } from "../../src/badInput";
import { codings } from "../../src/sfrc/codings";
import { imputeSurvey } from "../../src/sfrc/imputeSurvey";
import { codeUnder } from "../../src/sfrc/codeSample";
import { standInFile } from "../../src/sfrc/ourSurvey";
import { readSfrc } from "../../src/sfrc/readSfrc";
import { defaultReadings } from "../../src/sfrc/readings";
import { sfrc } from "../../src/sfrc/study";
import { poolStudy } from "../../src/study/runImputed";
import { runStudy } from "../../src/study/runStudy";

const survey = readSfrc(standInFile());
const imputed = imputeSurvey(survey, { imputations: 2, seed: 5, cycles: 1 });

function thrownBy(deed: () => unknown): unknown {
  try {
    deed();
  } catch (error) {
    return error;
  }
  return undefined;
}

test("everybody eligible stays: 889 people, 112 of them with drawn answers", () => {
  expect([imputed.people, imputed.completed]).toEqual([889, 112]);
  for (const one of imputed.surveys) expect(codeUnder(one, defaultReadings).people.length).toBe(889);
});

test("answers that were given stay, and a pair of which one suffices is drawn only where both are missing", () => {
  const given = new Map(survey.respondents.map((who) => [who.id, who]));
  for (const { respondents } of imputed.surveys) {
    for (const who of respondents) {
      const before = given.get(who.id)!;
      for (const { name } of survey.codebook.columns) if (before[name] !== undefined) expect(who[name]).toBe(before[name]);
      if (before.childMarryChinese !== undefined) expect(who.marryChinese).toBe(before.marryChinese);
    }
  }
});

test("a question that nobody eligible has answered, one of a pair or both, and nobody eligible: refused by name, in both languages", () => {
  const without = (...names: string[]) => ({ ...survey, respondents: survey.respondents.map((who) => ({ ...who, ...Object.fromEntries(names.map((name) => [name, undefined])) })) });
  const impute = codings(without("befriendChinese"));
  const refused = thrownBy(() => impute({ readings: {}, skips: [], imputation: { imputations: 2, seed: 1, index: 0 } })) as BadInput;
  expect(refused).toBeInstanceOf(BadInput);
  expect(refused.message).toMatch(/, column befriendChinese: nobody eligible has answered this question/);
  expect(refused.inLanguage("zh")).toMatch(/，列 befriendChinese：符合条件的人都没有回答此题.*未作计算/);
  expect(() => imputeSurvey(without("marryChinese", "childMarryChinese"), { imputations: 2, seed: 1 })).toThrow(/column (marryChinese, childMarryChinese|childMarryChinese, marryChinese): nobody eligible/);
  expect(() => imputeSurvey({ ...survey, respondents: [] }, { imputations: 2, seed: 1 })).toThrow(/nobody is eligible/);
});

test("pooled models carry Rubin's numbers, and a model that one data set refuses is not pooled over the rest", () => {
  const results = imputed.surveys.map((one) => runStudy(sfrc, codeUnder(one, defaultReadings)));
  const [m1] = poolStudy(results);
  expect(m1).toMatchObject({ id: "M1", n: 236, refusedIn: 0 });
  for (const { estimate, standardError, within, between } of m1.coefficients) {
    expect(standardError ** 2).toBeCloseTo(within + 1.5 * between, 12);
    expect(Number.isFinite(estimate)).toBe(true);
  }
  const [first, second] = results;
  const { M1, ...others } = second.fits;
  expect(M1).toBeDefined();
  const broken = { ...second, fits: others, refused: { M1: new Error("separation") as never } };
  expect(poolStudy([first, broken])[0]).toMatchObject({ id: "M1", coefficients: [], refusedIn: 1, refusal: "separation" });
});
