import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeSample } from "../../src/sfrc/codeSample";
import { readSurvey } from "../../src/sfrc/ourSurvey";
import { readingEntries } from "../../src/sfrc/readings";
import { sfrc } from "../../src/sfrc/study";
import { runStudy } from "../../src/study/runStudy";

interface InR { readonly n: number; readonly events: number; readonly terms: string[]; readonly estimate: number[]; readonly p: number[] }

const R = (JSON.parse(readFileSync(join(__dirname, "../fixtures/secondReading.json"), "utf8")) as { readings: Record<string, Record<string, InR>> }).readings;
const survey = readSurvey();
const alone = readingEntries.filter(({ name }) => name !== "parallelLines" && name !== "pseudoR2")
  .flatMap(({ name, choices }) => choices.slice(1).map((choice) => ({ name, choice, written: `${name}=${choice}` })));

describe("the committed stand-in under one reading, coded and fitted in R by a second hand", () => {
  it("is done for every reading that changes a model", () => {
    expect(alone.map(({ written }) => written).sort()).toEqual(Object.keys(R).sort());
  });

  it.each(alone)("$written gives the coefficients and p-values of the hypotheses' variables", ({ name, choice, written }) => {
    const { fits } = runStudy(sfrc, codeSample(survey, { [name]: choice }), { models: ["M1", "M2", "M3", "M4"] });
    for (const [model, { n, events, terms, estimate, p }] of Object.entries(R[written])) {
      expect({ n: fits[model].n, events: fits[model].events }, model).toEqual({ n, events });
      terms.forEach((term, i) => {
        const coefficient = fits[model].coefficients.find((one) => one.term === term)!;
        expect(Math.abs(coefficient.estimate - estimate[i]), `${model} ${term}`).toBeLessThan(1e-8);
        expect(Math.abs(coefficient.p - p[i]), `${model} ${term}`).toBeLessThan(1e-8);
      });
    }
  });
});
