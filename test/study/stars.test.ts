import { describe, expect, it } from "vitest";
import { BadInput } from "../../src/badInput";
import { PAPER_CUTOFFS, starCutoffs, starNote, starsOf } from "../../src/study/stars";

describe("stars", () => {
  it("come from the unrounded p: .0496 has its second star although it prints as .050", () => {
    expect(starsOf(0.0496)).toBe("**");
    expect(starsOf(0.05)).toBe("*");
  });

  it("are three below .01, two below .05, one below .1 and none from there on", () => {
    expect([0.0099, 0.01, 0.0499, 0.0999, 0.1, 1].map((p) => starsOf(p))).toEqual(["***", "**", "**", "*", "", ""]);
  });

  it("and their note come from one list: another list moves both", () => {
    const strict = starCutoffs({ "*": "0.05", "**": "0.01", "***": "0.001" });
    expect(starsOf(0.03, strict)).toBe("*");
    expect(starsOf(0.03, PAPER_CUTOFFS)).toBe("**");
    expect(starNote(strict).en).toBe("*** p < 0.001, ** p < 0.01, * p < 0.05 (two-sided, from the unrounded p)");
    expect(starNote().zh).toBe("*** p < 0.01，** p < 0.05，* p < 0.1（双侧，按未四舍五入的 p）");
  });

  it("are the paper's where a published table names no thresholds", () => {
    expect(starCutoffs(undefined)).toBe(PAPER_CUTOFFS);
  });

  it("are refused for a p that is none", () => {
    expect(() => starsOf(Number.NaN)).toThrow(RangeError);
    expect(() => starsOf(1.2)).toThrow(/p = 1.2/);
  });

  it("refuse a list in which more stars stand for a larger p, or a mark that is no star", () => {
    expect(() => starCutoffs({ "**": "0.1", "*": "0.05" }, "mine.json")).toThrow(BadInput);
    expect(() => starCutoffs({ "†": "0.1" })).toThrow(/"†" marks a threshold/);
    expect(() => starCutoffs({ "*": "5" })).toThrow(/between 0 and 1/);
  });
});

describe("a list of stars at its limits", () => {
  it("may begin and end anywhere between 0 and 1, and says what is wrong with one that does not", () => {
    expect(starCutoffs({ "*": "0.999", "**": "1e-9" }).map(({ stars, below }) => [stars, below])).toEqual([["**", 1e-9], ["*", 0.999]]);
    for (const none of ["0", "1", "-0.1", "x", ""]) expect(() => starCutoffs({ "*": none }, "mine.json")).toThrow(`mine.json, column cutoffs: "${none}" is the threshold of * (expected a number between 0 and 1).`);
    expect(() => starCutoffs({ "*": "0.05", "**": "0.05" }, "mine.json")).toThrow("mine.json, column cutoffs: * stands for 0.05, ** for 0.05 (expected more stars for a smaller p).");
    expect(() => starCutoffs({ "*": "0.1", "***": "0.01", "**": "0.001" })).toThrow("cutoffs, column cutoffs: ** stands for 0.001, *** for 0.01");
  });

  it("gives p of 0 its most and of 1 none; an empty list gives no star, and says so in both languages", () => {
    expect([starsOf(0), starsOf(1), starsOf(0, [])]).toEqual(["***", "", ""]);
    expect(starNote([])).toEqual({ en: "no stars", zh: "不标星号" });
    for (const none of [-1e-9, 1 + 1e-9]) expect(() => starsOf(none)).toThrow(RangeError);
  });
});
