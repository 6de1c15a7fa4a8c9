import { describe, expect, it } from "vitest";
import { codeSample } from "../../src/sfrc/codeSample";
import { readPublished, readSurvey } from "../../src/sfrc/ourSurvey";
import { readSfrc } from "../../src/sfrc/readSfrc";
import type { Readings } from "../../src/sfrc/readings";
import { reproduce } from "../../src/sfrc/reproduction";
import { table1 } from "../../src/sfrc/table1";
import { inventedFile } from "./inventedSurvey";

const published = readPublished();
const survey = readSfrc(inventedFile());
const coded = (readings: Partial<Readings> = {}) => codeSample(survey, readings);

describe("Table 1 recomputed", () => {
  const total = (shares: unknown) => Object.values(shares as Record<string, readonly [number, number]>).reduce((sum, [count]) => sum + count, 0);
  const variables = ["city", "education", "support", "cumulativeCausation", "participationBehaviour", "participationCognition"] as const;

  it("has the shape of the printed one, and every variable adds up to the sample", () => {
    const { table1: printed } = reproduce(coded(), published);
    expect(Object.keys(printed)).toEqual(Object.keys(published.table1!));
    for (const variable of variables) {
      expect(Object.keys(printed[variable])).toEqual(Object.keys(published.table1![variable]));
      expect(total(printed[variable])).toBe(400);
    }
    expect(printed.n).toBe(400);
    expect(printed.ageMean).toMatch(/^\d\d\.\d$/);
  });

  it("counts the answers themselves: it does not change with how they are numbered", () => {
    const { education, cumulativeCausation } = table1(coded());
    expect(table1(coded({ education: "level" })).education).toEqual(education);
    expect(table1(coded({ cumulativeCausation: "asPrinted" })).cumulativeCausation).toEqual(cumulativeCausation);
    expect(table1(coded({ supportNetwork: "otherLeftOut" })).support).toEqual(table1(coded()).support);
    expect(education).not.toEqual({});
  });

  it("counts are those of the raw answers", () => {
    const count = (column: string, answer: string) => survey.respondents.filter((who) => who[column] === answer).length;
    const { city, support, cumulativeCausation } = table1(coded()) as Record<string, Record<string, readonly [number, number]>>;
    expect(city["长春"][0]).toBe(count("city", "changchun"));
    expect(support["单位/客户"][0]).toBe(count("reception", "client"));
    expect(support["其他"]).toEqual([count("reception", "other"), count("reception", "other") / 4]);
    expect(cumulativeCausation["有"][0]).toBe(count("familyChinaExperience", "yes"));
  });

  it("where ties are left undefined, those people are in neither answer", () => {
    expect(total(table1(coded({ participationBehaviour: "missing" })).participationBehaviour)).toBeLessThan(400);
  });
});

describe("the paper's exhibits made anew", () => {
  it("compares 202 printed numbers and the stars of 74 printed coefficients", () => {
    const { match, comparison } = reproduce(coded(), published);
    expect(match.numbers.of).toBe(202);
    expect(match.stars.of).toBe(74);
    const of = (exhibit: string) => comparison.numbers.filter((number) => number.exhibit === exhibit).length;
    expect(["Table 1", "Table 2", "Table 3", "text"].map(of)).toEqual([35, 100, 66, 1]);
    expect(match.numbers.met).toBe(comparison.numbers.filter(({ met }) => met).length);
  });

  it("gives Table 3's education and pseudo R² and the one p an unknown coding as the reason, the rest the stand-in", () => {
    const { numbers } = reproduce(coded(), published).comparison;
    const unknown = numbers.filter(({ reason }) => reason === "coding unknown");
    expect(unknown.every(({ model, term, field }) => (/^O/.test(model!) && (term === "education" || field === "pseudoR2")) || field === "parallelLinesP")).toBe(true);
    expect(new Set(numbers.map(({ reason }) => reason))).toEqual(new Set(["met", "stand-in", "coding unknown"]));
  });

  it("holds the one p of the text against the whole sample's test, by the reading's kind", () => {
    const p = (made: ReturnType<typeof reproduce>) => made.comparison.numbers.find(({ field }) => field === "parallelLinesP")!;
    const made = reproduce(coded(), published);
    expect(p(made)).toMatchObject({ exhibit: "text", model: "O4", refitted: made.result.parallelLines.O4.lr.p, reason: "coding unknown" });
    const absent = reproduce({ ...coded(), people: coded().people.filter(({ stay }) => stay === 1) }, published);
    expect(p(absent)).toMatchObject({ refitted: null, met: false });
  });

  it("on data that are not synthetic a difference is a mismatch", () => {
    const real = reproduce({ ...coded(), synthetic: false }, published).comparison.numbers;
    expect(real.some(({ reason }) => reason === "mismatch")).toBe(true);
    expect(real.some(({ reason }) => reason === "stand-in")).toBe(false);
  });

  it("readings say which pseudo R² is compared", () => {
    const refitted = (pseudoR2: Readings["pseudoR2"]) => reproduce(coded({ pseudoR2 }), published).comparison.numbers.find(({ model, field }) => model === "M1" && field === "pseudoR2")!.refitted;
    const { result } = reproduce(coded(), published);
    expect(refitted("nagelkerke")).toBe(result.fits.M1.pseudoR2.nagelkerke);
    expect(refitted("mcFadden")).toBe(result.fits.M1.pseudoR2.mcFadden);
  });

  it("where a sample lacks a group, its models are refused and everything else is still compared", () => {
    const south = readSfrc(inventedFile((row) => ({ ...row, city: row.city === "changchun" ? "yiwu" : row.city })));
    const { result, match } = reproduce(codeSample(south), published);
    expect(Object.keys(result.refused)).toEqual(["M1", "M2", "O1"]);
    expect(match.numbers.of).toBe(202);
  });
});

describe("on the stand-in that ships", () => {
  it("every number of Table 1, every N and every star comes out as printed", () => {
    const { comparison, result } = reproduce(codeSample(readSurvey()), published);
    expect(result.refused).toEqual({});
    expect(comparison.numbers.filter(({ exhibit, field, met }) => (exhibit === "Table 1" || field === "n") && !met)).toEqual([]);
    expect(comparison.stars.filter(({ met }) => !met)).toEqual([]);
  });
});
