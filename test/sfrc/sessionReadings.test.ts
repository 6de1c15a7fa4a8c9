import { afterEach, describe, expect, test, vi } from "vitest";
import { check } from "../../src/exercises/check";
import { codeSample, codeUnder } from "../../src/sfrc/codeSample";
import { codedLast } from "../../src/study/session";
import { readSurvey } from "../../src/sfrc/ourSurvey";
import { chooseReadings, defaultReadings } from "../../src/sfrc/readings";
import { sessionReadings, useReadings } from "../../src/sfrc/sessionReadings";


afterEach(() => useReadings());
const survey = readSurvey();
const causation = (people: { readonly cumulativeCausation: number | undefined }[] | readonly { readonly cumulativeCausation: number | undefined }[]) =>
  [...new Set(people.map((person) => person.cumulativeCausation))].sort();

describe("a session's readings", () => {
  test("are the defaults until someone chooses", () => {
    expect(sessionReadings()).toEqual(defaultReadings);
    expect(codeSample(survey).readings).toEqual(defaultReadings);
  });

  test("hold where a call names none, and all that are not named are defaults again", () => {
    useReadings({ cumulativeCausation: "asPrinted" });
    const sample = codeSample(survey);
    expect(causation(sample.people)).toEqual([1, 2]);
    expect(sample.readings).toEqual({ ...defaultReadings, cumulativeCausation: "asPrinted" });
    useReadings({ gender: "male" });
    expect(codeSample(survey).readings).toEqual({ ...defaultReadings, gender: "male" });
  });

  test("yield to a reading that a call names, for that name alone", () => {
    useReadings({ cumulativeCausation: "asPrinted", gender: "male" });
    const { readings, people } = codeSample(survey, { cumulativeCausation: "dummy", ...({ gender: undefined } as object) });
    expect(causation(people)).toEqual([0, 1]);
    expect(readings.gender).toBe("male");
  });

  test("stay as they are where a choice does not exist", () => {
    useReadings({ gender: "male" });
    expect(() => useReadings({ cumulativeCausation: "printed" as "dummy" })).toThrow(/expected dummy or asPrinted or firstReference/);
    expect(sessionReadings().gender).toBe("male");
  });

  test("do not reach a sample whose readings are all named, such as an exercise's, which says so", () => {
    useReadings({ cumulativeCausation: "asPrinted" });
    expect(codeUnder(survey, chooseReadings()).readings).toEqual(defaultReadings);
    const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
    check("9a", 1);
    expect(said.mock.calls[0][0]).toContain("this session works by cumulativeCausation=asPrinted");
    said.mockRestore();
  });

  test("come with the survey that was coded last by a call of the session", () => {
    const other = { ...survey, files: ["mine.csv"] };
    codeSample(other);
    codeUnder(survey, defaultReadings);
    expect(codedLast()?.survey.files).toEqual(["mine.csv"]);
  });
});
