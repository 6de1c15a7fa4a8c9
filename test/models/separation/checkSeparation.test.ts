import { describe, expect, it } from "vitest";
import { checkOrderedSeparation, checkSeparation } from "../../../src/models/separation/checkSeparation";
import { refusalOf } from "../refusalOf";

// d is 5 in rows 3, 6 and 8 of eight; c is of several values, and overlaps.
const c = [1, 2, 3, 4, 5, 6, 7, 8];
const d = [0, 0, 5, 0, 0, 5, 0, 5];

describe("whether data are separated, asked before a fit", () => {
  it("binary: the term, its rows and its empty cell, and Firth's fit as a way out", () => {
    const y = [0, 1, 0, 1, 0, 0, 1, 0];
    expect(checkSeparation(c.map((value, i) => [1, value, d[i]]), y, ["const", "c", "d"])).toEqual({
      answer: "separated", terms: ["d"], rows: [3, 6, 8],
      message: "Model refused (separation): of the 3 rows with d = 5 none has outcome 1, so its estimate is infinite (the data are separated in part). Merge the category, drop the term or use --firth.",
    });
    expect(checkSeparation(c.map((value, i) => [1, value, d[i]]), y.map((one) => 1 - one), ["const", "c", "d"])).toMatchObject({ message: expect.stringContaining("none has outcome 0,") as string });
    expect(checkSeparation(c.map((value) => [1, value]), y, ["const", "c"])).toEqual({ answer: "not separated" });
    expect(refusalOf(() => checkSeparation(c.map((value) => [1, value, 2 * value]), y, ["const", "c", "e"]))).toMatch(/^Model refused \(collinear\)/);
  });

  it("ordered: the levels by their names, and no Firth's fit", () => {
    const y = ["lo", "mid", "hi", "lo", "mid", "hi", "hi", "hi"];
    expect(checkOrderedSeparation(c.map((value, i) => [value % 4, d[i]]), y, ["c", "d"], ["lo", "mid", "hi"])).toEqual({
      answer: "separated", terms: ["d"], rows: [3, 6, 8],
      message: "Model refused (separation): of the 3 rows with d = 5 none has outcome lo or mid, so its estimate is infinite (the data are separated in part). Merge the category or drop the term.",
    });
    expect(checkOrderedSeparation(c.map((value) => [value % 4]), y, ["c"], ["lo", "mid", "hi"])).toEqual({ answer: "not separated" });
    expect(refusalOf(() => checkOrderedSeparation(c.map((value) => [value, 2 * value]), y, ["c", "e"], ["lo", "mid", "hi"]))).toMatch(/^Model refused \(collinear\)/);
  });

  it("what is refused for another reason is thrown on", () => {
    expect(refusalOf(() => checkSeparation(c.map((value) => [1, value]), c.map(() => 1), ["const", "c"]))).toBe("Model refused (constant-outcome): the outcome is 1 in all 8 rows: there is nothing to explain");
  });
});
