import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { sfrcCodebook } from "../../src/sfrc/readSfrc";
import { columnOf, rankOf } from "../../src/survey/codebook";
import type { Respondent } from "../../src/survey/respondent";
import { committed, correlation, countBy, mean, ofSeed } from "./standIn";

const codebook = sfrcCodebook();
const ITEMS = ["chatWithChinese", "befriendChinese", "marryChinese", "childMarryChinese"];
const yes = (who: Respondent, columns: readonly string[]): number => columns.filter((column) => who[column] === "yes").length;

describe.each([committed(), ofSeed(3)])("the stand-in ($name)", ({ text, survey, sample }) => {
  const raw = parse(text, { columns: true }) as Record<string, string>[];
  /** An optional question may be left out (synthesize.test.ts says which). */
  const asked = codebook.columns.filter(({ name }) => name in raw[0]);
  const inSample = new Set(sample.respondents.map(({ id }) => id));
  const rawSample = raw.filter(({ id }) => inSample.has(id));

  it("says on every row that it is synthetic, and shuffles the sample among the others", () => {
    expect(survey.synthetic).toBe(true);
    expect(raw.every(({ id, source }) => id.startsWith("SYN-") && source === "synthetic")).toBe(true);
    const places = raw.flatMap(({ id }, place) => (inSample.has(id) ? [place] : []));
    expect(Math.abs(mean(places) - raw.length / 2)).toBeLessThan(raw.length / 20);
  });

  it("has seven cities, three waves, and every answer of every question", () => {
    for (const { name, answers = [] } of asked) {
      const given = new Set(raw.map((row) => row[name]));
      expect(answers.filter(({ code }) => !given.has(code)).map(({ code }) => code), name).toEqual([]);
    }
  });

  it("has every way not to answer in every column that may go unanswered", () => {
    for (const { name, type, missing } of asked.filter((column) => column.type !== "id" && column.type !== "label")) {
      const given = new Set(raw.map((row) => row[name]));
      expect(["", ...missing].filter((code) => !given.has(code)), `${name} (${type})`).toEqual([]);
    }
  });

  it("repeats nobody but for the id", () => {
    expect(new Set(raw.map(({ id: _, ...answers }) => Object.values(answers).join())).size).toBe(raw.length);
  });

  it("has ages of a plausible spread, none of them too common", () => {
    const ages = rawSample.map(({ age }) => Number(age));
    const sd = Math.sqrt(ages.reduce((sum, age) => sum + (age - mean(ages)) ** 2, 0) / (ages.length - 1));
    expect(ages.every((age) => Number.isInteger(age) && age >= 18)).toBe(true);
    expect(sd).toBeGreaterThan(8);
    expect(sd).toBeLessThan(13);
    expect(Math.max(...Object.values(countBy(ages, String)))).toBeLessThanOrEqual(0.07 * 777);
  });

  it("has contact items that go together, but are not the same, with all five levels in each", () => {
    const rank = (who: Record<string, string>, item: string): number | undefined => rankOf(columnOf(codebook, item), who[item]);
    for (const [i, item] of ITEMS.entries()) {
      expect(new Set(rawSample.map((who) => rank(who, item)).filter((r) => r !== undefined)).size, item).toBe(5);
      for (const other of ITEMS.slice(i + 1)) {
        const both = rawSample.filter((who) => rank(who, item) !== undefined && rank(who, other) !== undefined);
        const r = correlation(both.map((who) => rank(who, item)!), both.map((who) => rank(who, other)!));
        expect(both.length, `${item}, ${other}`).toBeGreaterThan(150);
        expect(r, `${item}, ${other}`).toBeGreaterThan(0.3);
        expect(r, `${item}, ${other}`).toBeLessThan(0.8);
      }
    }
  });

  it("leaves questions that do not apply only to marriage, and never to both", () => {
    const columns = new Set(rawSample.flatMap((who) => Object.keys(who).filter((column) => who[column] === "notApplicable")));
    expect([...columns].sort()).toEqual(["childMarryChinese", "marryChinese"]);
    expect(rawSample.filter((who) => who.marryChinese === "notApplicable" && who.childMarryChinese === "notApplicable")).toEqual([]);
  });

  it("has ties of participation and of comparison, 0 : 0 among them", () => {
    const china = ["joinedChinaAssociation", "joinedChinaVolunteering"], home = ["votedAtHome", "joinedHomeAssociation"];
    const nowhere = sample.respondents.filter((who) => yes(who, [...china, ...home]) === 0).length;
    const ties = sample.respondents.filter((who) => yes(who, china) === yes(who, home)).length;
    expect(nowhere).toBeGreaterThan(100);
    expect(ties).toBeGreaterThan(nowhere);
    const compare = ["compareOpportunity", "compareFamilyTies", "compareMorals"];
    const best = (who: Respondent, place: string): number => compare.filter((column) => who[column] === place).length;
    expect(sample.respondents.filter((who) => best(who, "china") === best(who, "home")).length).toBeGreaterThan(50);
  });

  it("has nobody with a degree at an age, or work with schooling, that cannot be", () => {
    const impossible = raw.filter(({ age, education, occupation, workCategory, residenceStatus, votedAtHome }) => {
      const years = age === "" || Number.isNaN(Number(age)) ? undefined : Number(age);
      const degree = ["college", "master", "doctorate"].includes(education);
      return (years !== undefined && ((degree && years < 22) || (education === "master" && years < 24) || (education === "doctorate" && years < 27)
          || (years < 18 && (votedAtHome === "yes" || !["student", "unemployed", "refused", "dontKnow", ""].includes(workCategory)))
          || (residenceStatus === "permanent" && years < 30)))
        || (["engineer", "technicalDirector", "doctor", "researcher", "languageTeacher", "universityTeacher"].includes(occupation) && ["primary", "juniorSecondary", "seniorSecondary"].includes(education))
        || (workCategory === "student" && !["student", "refused", "dontKnow", ""].includes(occupation));
    });
    expect(impossible.map(({ id }) => id)).toEqual([]);
  });
});
