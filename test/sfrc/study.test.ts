import { describe, expect, it } from "vitest";
import { codeSample } from "../../src/sfrc/codeSample";
import { readPublished } from "../../src/sfrc/ourSurvey";
import { readSfrc } from "../../src/sfrc/readSfrc";
import type { Readings } from "../../src/sfrc/readings";
import { sfrc } from "../../src/sfrc/study";
import { applyReadings } from "../../src/study/applyReadings";
import { runStudy } from "../../src/study/runStudy";
import { inventedFile } from "./inventedSurvey";

const published = readPublished();
const survey = readSfrc(inventedFile());
const run = (readings: Partial<Readings> = {}, models?: string[]) => runStudy(sfrc, codeSample(survey, readings), { models });
const termsOf = (readings: Partial<Readings>) => run(readings, ["M4"]).fits.M4.coefficients.map(({ term }) => term);

describe("the paper as a study", () => {
  it("has the models, terms and labels that its tables print, in their order", () => {
    expect(sfrc.models.map(({ id }) => id)).toEqual(Object.keys(published.models));
    for (const { id, family, terms, group } of sfrc.models) {
      const { rows, groupEn, ...model } = published.models[id];
      expect(terms).toEqual(rows.map(({ term }) => term).filter((term) => term !== "const"));
      expect(sfrc.terms.map(({ label: { zh, en } }) => [zh, en])).toEqual(rows.filter(({ term }) => term !== "const").map(({ label, en }) => [label, en]));
      expect(family).toBe(model.family === "binary logit" ? "binomial" : "ordered");
      expect(sfrc.groups.find((g) => g.id === group)!.label).toEqual({ zh: model.group, en: groupEn });
    }
  });

  it("names its models by number, group and outcome", () => {
    expect(sfrc.models[1].title).toEqual({ zh: "模型2：长春组，移入视角", en: "Model 2: Changchun, in-migration outcome" });
    expect(sfrc.models[6].title.en).toBe("Table 3: All, length of stay (ordered)");
  });

  it("decides each hypothesis in Changchun by M1 with M2 beside, in the south by M3, for all by M4", () => {
    const { verdicts } = run();
    expect(verdicts.map(({ hypothesis }) => hypothesis)).toEqual(["H1", "H2", "H3a", "H3b", "H3c", "H4a", "H4b"].flatMap((h) => [h, h, h]));
    expect(verdicts.slice(0, 3).map(({ group, model, also }) => [group, model, also?.model])).toEqual([["changchun", "M1", "M2"], ["south", "M3", undefined], ["all", "M4", undefined]]);
    expect(sfrc.hypotheses.filter(({ signOpen }) => signOpen).map(({ id }) => id)).toEqual(["H2"]);
  });

  it("fits Changchun and the south on their own people, and both together as all", () => {
    const { samples } = run();
    expect(samples.M1.people.every(({ city }) => city === "Changchun")).toBe(true);
    expect(samples.M3.people.every(({ city }) => city !== "Changchun")).toBe(true);
    expect(samples.M1.people.length + samples.M3.people.length).toBe(samples.M4.people.length);
  });
});

describe("readings that change the models", () => {
  it("age=withAge puts age before its square", () => {
    expect(termsOf({ age: "withAge" }).slice(0, 3)).toEqual(["const", "age", "age2"]);
    expect(applyReadings(sfrc, { age: "withAge" }).terms[0].name).toBe("age");
  });

  it("pooledOutcome=inMigration gives M3 and M4 the outcome of M2, and leaves M1 alone", () => {
    const outcomes = (readings: Partial<Readings>) => applyReadings(sfrc, readings).models.map(({ outcome }) => outcome).slice(0, 4);
    expect(outcomes({ pooledOutcome: "inMigration" })).toEqual(["stayTransnational", "stayInMigration", "stayInMigration", "stayInMigration"]);
    expect(outcomes({})).toEqual(["stayTransnational", "stayInMigration", "stayTransnational", "stayTransnational"]);
    expect(run({ pooledOutcome: "inMigration" }, ["M4"]).fits.M4.events).not.toBe(run({}, ["M4"]).fits.M4.events);
  });

  it("supportNetwork=otherLeftOut leaves those people out and makes self-arranged the reference, so H3a stays open", () => {
    const { fits, samples, verdicts } = run({ supportNetwork: "otherLeftOut" });
    expect(fits.M4.coefficients.some(({ term }) => term === "supportSelf")).toBe(false);
    expect(samples.M4.leftOut.people).toBe(95);
    expect(fits.M4.n).toBe(305);
    expect(verdicts.filter(({ supported }) => supported === null).map(({ hypothesis }) => hypothesis)).toEqual(["H3a", "H3a", "H3a"]);
  });

  it.each(["asPrinted", "firstReference"] as const)("cumulativeCausation=%s turns the sign of its coefficient, and neither the likelihood nor the verdict on having it", (cumulativeCausation) => {
    const dummy = run({}, ["M4"]).fits.M4;
    const { fits: { M4: asPrinted }, verdicts } = run({ cumulativeCausation }, ["M4"]);
    const having = verdicts.find(({ hypothesis, group }) => hypothesis === "H1" && group === "all")!;
    expect(having.estimate).toBeCloseTo(dummy.coefficients.find(({ term }) => term === "cumulativeCausation")!.estimate, 10);
    const of = (fit: typeof dummy, term: string) => fit.coefficients.find((c) => c.term === term)!;
    expect(of(asPrinted, "cumulativeCausation").estimate).toBeCloseTo(-of(dummy, "cumulativeCausation").estimate, 10);
    expect(of(asPrinted, "education").estimate).toBeCloseTo(of(dummy, "education").estimate, 10);
    expect(asPrinted.logLik).toBeCloseTo(dummy.logLik, 10);
  });
});

describe("models that someone has edited", () => {
  const age = { name: "age", label: { en: "age", zh: "年龄" } };
  const mine = { ...sfrc, id: "mine", terms: [...sfrc.terms, age], models: sfrc.models.filter(({ id }) => id === "M4").map((model) => ({ ...model, terms: [...model.terms, "age"] })) };

  it("are run as they stand, under the default readings and under others", () => {
    const plain = runStudy(mine, codeSample(survey));
    expect(plain.study.id).toBe("mine");
    expect(Object.keys(plain.fits)).toEqual(["M4"]);
    expect(plain.fits.M4.coefficients.at(-1)!.term).toBe("age");
    const under = runStudy(mine, codeSample(survey, { age: "withAge", supportNetwork: "otherLeftOut" }));
    expect(under.fits.M4.coefficients.map(({ term }) => term)).toEqual(["const", ...mine.models[0].terms.filter((term) => term !== "supportSelf")]);
  });

  it("are touched by a reading only where its rule speaks of them: an outcome of one's own stays", () => {
    const own = { ...sfrc, models: sfrc.models.map((model) => (model.id === "M3" ? { ...model, outcome: "gender" } : model)) };
    expect(applyReadings(own, { pooledOutcome: "inMigration" }).models.slice(2, 4).map(({ outcome }) => outcome)).toEqual(["gender", "stayInMigration"]);
    expect(applyReadings(own, { pooledOutcome: "inMigration" }).models[3].title.en).toBe("Model 4: All, in-migration outcome");
  });

  it("refuse a reading that the study does not know, and the same readings twice change nothing more", () => {
    expect(() => applyReadings(sfrc, { aeg: "withAge" })).toThrow(/reading aeg: the study sfrc has no reading of this name/);
    expect(() => applyReadings(sfrc, { age: "with" })).toThrow(/expected squareOnly or withAge/);
    const once = applyReadings(sfrc, { age: "withAge" });
    expect(applyReadings(once, { age: "withAge" })).toEqual(once);
  });

  it("a group, a model and a term are plain data: a study survives JSON", () => {
    expect(JSON.parse(JSON.stringify(sfrc))).toEqual(sfrc);
  });
});
