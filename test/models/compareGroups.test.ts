import { describe, expect, it } from "vitest";
import { compareGroups } from "../../src/models/hypotheses/compareGroups";
import { holm } from "../../src/models/hypotheses/holm";
import { expectAllClose, expectClose, fixture } from "./fixtures";

const r = fixture<{
  X: number[][]; g: number[]; y: number[]; y4: number[]; difference: number[]; standardError: number[]; chow: number; effects: number[];
  orderedChow: number; orderedInteractions: number[]; orderedInteractionErrors: number[];
}>("groups");
const TERMS = ["const", "age", "lwt", "smoke"];
const group = (g: number, y: number[]) => {
  const rows = [...r.g.keys()].filter((i) => r.g[i] === g);
  return { name: g === 0 ? "others" : "white", X: rows.map((i) => r.X[i]), y: rows.map((i) => y[i]) };
};

describe("two groups of a binary logit", () => {
  const found = compareGroups(group(0, r.y), group(1, r.y), TERMS);

  it("differ in their coefficients as R's, by z tests and by interactions alike", () => {
    for (const list of [found.coefficients, found.interactions]) {
      expect(list.map((row) => row.term)).toEqual(TERMS);
      expectAllClose(list.map((row) => row.difference), r.difference, 1e-7, r.standardError);
      expectAllClose(list.map((row) => row.standardError), r.standardError, 1e-7);
      expectAllClose(list.map((row) => row.pHolm), holm(list.map((row) => row.p)), 1e-12);
    }
  });

  it("have R's Chow-type likelihood ratio, with a parameter for each coefficient", () => {
    expect(found.chow.df).toBe(4);
    expectClose(found.chow.statistic!, r.chow, 1e-8);
  });

  it("differ in their average marginal effects as R's", () => {
    expect(found.effects.map((row) => row.term)).toEqual(TERMS.slice(1));
    expectAllClose(found.effects.map((row) => row.difference), r.effects, 1e-8);
    found.effects.forEach(({ standardError, z, difference }) => expectClose(z, difference / standardError, 1e-12));
  });
});

describe("two groups of an ordered logit", () => {
  const found = compareGroups(group(0, r.y4), group(1, r.y4), TERMS, "ordered", [1, 2, 3, 4]);

  it("have R's likelihood ratio, slopes and thresholds counted", () => {
    expect(found.chow.df).toBe(6);
    expectClose(found.chow.statistic!, r.orderedChow, 1e-8);
  });

  it("have R's interactions in one model with common thresholds", () => {
    expectAllClose(found.interactions.map((row) => -row.difference), r.orderedInteractions, 1e-7, r.orderedInteractionErrors);
    expectAllClose(found.interactions.map((row) => row.standardError), r.orderedInteractionErrors, 1e-7);
  });

  it("have effects for every level", () => {
    expect(found.effects.slice(0, 4).map((row) => row.level)).toEqual([1, 2, 3, 4]);
  });
});
