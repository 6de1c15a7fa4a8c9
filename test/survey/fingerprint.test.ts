import { describe, expect, it } from "vitest";
import { codeSample } from "../../src/sfrc/codeSample";
import { readSfrc } from "../../src/sfrc/readSfrc";
import { sfrc } from "../../src/sfrc/study";
import { runStudy } from "../../src/study/runStudy";
import { codebookPrint } from "../../src/survey/codebookPrint";
import { fingerprint } from "../../src/survey/fingerprint";
import { readWvs } from "../../src/wvs/wvs";
import { inventedFile } from "../sfrc/inventedSurvey";

const survey = readSfrc(inventedFile());

describe("the fingerprint of a survey", () => {
  it("is that of its answers, whatever the file is called", () => {
    expect(fingerprint(readSfrc(inventedFile()))).toBe(fingerprint(survey));
  });

  it("changes with one answer of one row, with the order of the rows, and with a row less", () => {
    let row = 0;
    const one = readSfrc(inventedFile((who) => (row++ === 7 ? { ...who, age: String(Number(who.age) + 1) } : who)));
    const others = [one, { ...survey, respondents: [...survey.respondents].reverse() }, { ...survey, respondents: survey.respondents.slice(1) }];
    expect(new Set([survey, ...others].map(fingerprint)).size).toBe(4);
  });

  it("begins with its questionnaire's", () => {
    expect(fingerprint(survey).startsWith(`${codebookPrint(survey.codebook)}-400-`)).toBe(true);
    expect(codebookPrint(readWvs().codebook)).not.toBe(codebookPrint(survey.codebook));
  });
});

describe("where a result comes from", () => {
  it("a sample carries the readings of sample and coding, a run those of modelling too", () => {
    const coded = codeSample(survey, { gender: "male", pseudoR2: "mcFadden" });
    expect(coded.madeFrom).toMatchObject({ data: [fingerprint(survey)], readings: { gender: "male" } });
    expect(coded.madeFrom!.readings).not.toHaveProperty("pseudoR2");
    expect(runStudy(sfrc, coded, { models: ["M1"] }).madeFrom!.readings).toMatchObject({ gender: "male", pseudoR2: "mcFadden" });
  });
});
