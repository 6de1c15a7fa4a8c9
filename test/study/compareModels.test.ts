import { describe, expect, it } from "vitest";
import type { PublishedModel, PublishedTable } from "../../src/published/publishedTable";
import { match, reasonOf } from "../../src/study/comparison";
import { compareModels } from "../../src/study/compareModels";
import { runStudy, type StudyResult } from "../../src/study/runStudy";
import { starsOf } from "../../src/study/stars";
import { tiny, tinyPeople } from "./tinyStudy";

const result = runStudy(tiny, tinyPeople());
const table = (rows: PublishedModel["rows"], change: Partial<PublishedModel> = {}): PublishedTable => ({
  models: { Ba: { table: 2, heading: "", group: "", groupEn: "", outcome: "", family: "binary logit", n: 60, pseudoR2: "0.000", rows, ...change } },
});
/** What the tiny study would print of x in Ba. */
const x = result.fits.Ba.coefficients[1];
const right = { term: "x", coef: x.estimate.toFixed(3), se: x.standardError.toFixed(3), stars: starsOf(x.p) };
const compared = (published: PublishedTable, run: StudyResult = result) => compareModels(published, run, "nagelkerke");
const numberOf = (published: PublishedTable, field: string, run?: StudyResult) => compared(published, run).numbers.find((number) => number.field === field)!;

describe("refitted numbers against printed ones", () => {
  it.each([
    [{ scale: "oddsRatio" }, "Ba: its printed coefficients are odds ratios (expected log-odds, as they are refitted)"],
    [{ scale: "marginalEffect" }, "Ba: its printed coefficients are marginal effects"],
    [{ scale: "other" }, "Ba: its printed coefficients are on a scale of their own"],
    [{ brackets: "z" }, "Ba: z stands where standard errors are compared (expected standard errors"],
  ] as const)("are refused where print is on another scale: %j", (change, message) => {
    expect(() => compared(table([right], change))).toThrow(message);
    expect(() => compared({ models: { ...table([right]).models, other: { ...table([right], change).models.Ba } } })).not.toThrow();
    expect(() => compared(table([{ ...right, se: undefined } as never], { brackets: "ci", scale: "logOdds" }))).not.toThrow();
  });

  it("are met where they round to the printed digits, and the stars where unrounded p gives them", () => {
    const { numbers, stars } = compared(table([right]));
    expect(numbers.filter(({ term }) => term === "x").map(({ field, reason }) => [field, reason])).toEqual([["coef", "met"], ["se", "met"]]);
    expect(numbers[0]).toMatchObject({ exhibit: "Table 2", model: "Ba", refitted: x.estimate, difference: x.estimate - Number(right.coef) });
    expect(stars).toEqual([{ exhibit: "Table 2", model: "Ba", term: "x", printed: right.stars, refitted: right.stars, met: true, reason: "met" }]);
  });

  it("one unit of the last place off is not met", () => {
    const off = { ...right, coef: (Number(right.coef) + 0.001).toFixed(3) };
    expect(numberOf(table([off]), "coef")).toMatchObject({ met: false, reason: "stand-in" });
    expect(compared(table([{ ...right, stars: "" }])).stars[0]).toMatchObject({ met: false, reason: "stand-in" });
  });

  it("the foot of the table counts too: N, the pseudo R² under the definition asked for, and the log-likelihood where printed", () => {
    const { pseudoR2, logLik } = result.fits.Ba;
    const printed = table([right], { pseudoR2: pseudoR2.mcFadden.toFixed(3), logLik: logLik.toFixed(3) });
    const met = (definition: "mcFadden" | "nagelkerke") => compareModels(printed, result, definition).numbers.filter(({ term }) => term === null).map(({ field, met }) => [field, met]);
    expect(met("mcFadden")).toEqual([["n", true], ["pseudoR2", true], ["logLik", true]]);
    expect(met("nagelkerke")).toEqual([["n", true], ["pseudoR2", false], ["logLik", true]]);
    expect(compared(table([right], { pseudoR2: undefined })).numbers.some(({ field }) => field === "pseudoR2")).toBe(false);
  });

  it("a difference is a mismatch on real data, and the coding's where the study says that the source leaves it open", () => {
    const off = table([{ ...right, se: "9.999" }]);
    const open = { ...tiny, openCodings: [{ models: ["Ba"], term: "x", fields: ["se"], why: { en: "", zh: "" } }] };
    expect(numberOf(off, "se", { ...result, synthetic: false }).reason).toBe("mismatch");
    expect(numberOf(off, "se", { ...result, study: open }).reason).toBe("coding unknown");
    expect(numberOf(table([{ ...right, coef: "9.999" }]), "coef", { ...result, study: open }).reason).toBe("stand-in");
  });

  it("a number without a counterpart is not met: the model was refused, or as read lacks the term", () => {
    const refused = numberOf(table([right]), "coef", { ...result, fits: {} });
    expect(refused).toMatchObject({ refitted: null, difference: null, met: false, reason: "stand-in" });
    expect(numberOf(table([{ ...right, term: "z" }]), "coef")).toMatchObject({ refitted: null, reason: "coding unknown" });
  });

  it("are counted: how many are met, of how many", () => {
    const comparison = compared(table([right, { ...right, term: "w", coef: "9.999", se: "9.999", stars: "***" }]));
    expect(match(comparison, comparison)).toEqual({ numbers: { met: 6, of: 12 }, stars: { met: 2, of: 4 } });
  });

  it("the reason is met first, then the coding, then the data", () => {
    expect(reasonOf(true, { synthetic: true, codingOpen: true })).toBe("met");
    expect(reasonOf(false, { synthetic: true, codingOpen: true })).toBe("coding unknown");
    expect(reasonOf(false, { synthetic: false, codingOpen: true })).toBe("coding unknown");
    expect(reasonOf(false, { synthetic: true, codingOpen: false })).toBe("stand-in");
    expect(reasonOf(false, { synthetic: false, codingOpen: false })).toBe("mismatch");
  });
});
