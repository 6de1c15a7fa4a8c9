import { describe, expect, it } from "vitest";
import type { Coefficient, Fit } from "../../src/models/fit";
import type { PublishedTable } from "../../src/published/publishedTable";
import { starsOf } from "../../src/study/stars";
import { printedVerdict, verdictsOf } from "../../src/study/verdicts";
import { refittedCoefficients } from "../../src/study/results";
import { runStudy } from "../../src/study/runStudy";
import { tiny, tinyPeople } from "./tinyStudy";

const fit = (estimate: number, p: number): Fit => ({ coefficients: [{ term: "x", estimate, standardError: 0.1, p } as Coefficient] }) as unknown as Fit;
const of = (estimate: number, p: number) => verdictsOf(tiny, { Bb: fit(estimate, p) }, starsOf).find(({ group }) => group === "b")!;

describe("the verdict on a hypothesis", () => {
  it("is support where the coefficient is positive and starred, at the level of its stars", () => {
    expect(of(0.5, 0.0099)).toMatchObject({ hypothesis: "H", model: "Bb", supported: true, level: "***" });
    expect(of(0.5, 0.0999)).toMatchObject({ supported: true, level: "*" });
    expect(of(0.5, 0.1)).toMatchObject({ supported: false, level: "" });
    expect(of(-0.5, 0.001)).toMatchObject({ supported: false, level: "***", estimate: -0.5, p: 0.001 });
  });

  it("is open where the model was refused or lacks the term", () => {
    const [a, b] = verdictsOf(tiny, { Ba: { coefficients: [] } as unknown as Fit }, starsOf);
    expect(a).toMatchObject({ supported: null, estimate: null });
    expect(b).toMatchObject({ supported: null, estimate: null });
  });

  it("carries the decision of the model that stands beside", () => {
    const [a, b] = verdictsOf(tiny, { Ba: fit(0.5, 0.001), Oa: fit(0.5, 0.2), Bb: fit(1, 1) }, starsOf);
    expect(a.also).toEqual({ model: "Oa", estimate: 0.5, standardError: 0.1, p: 0.2, supported: false, level: "" });
    expect(b.also).toBeUndefined();
  });

  it("on the tiny study: x matters in group a and not in b; claims can be held against the same coefficients", () => {
    const result = runStudy(tiny, tinyPeople());
    expect(result.verdicts.map(({ group, supported }) => [group, supported])).toEqual([["a", true], ["b", false]]);
    const { Ba } = refittedCoefficients(result);
    expect(Ba.x).toEqual({ estimate: result.verdicts[0].estimate, stars: result.verdicts[0].level });
  });
});

describe("the printed verdict", () => {
  const printed = (coef: string, stars: string, scale?: "oddsRatio") => ({ models: { Ba: { rows: [{ term: "x", coef, stars }], scale } } }) as unknown as PublishedTable;

  it("is support where the number points up and is starred: an odds ratio above 1", () => {
    expect(printedVerdict("Ba", { term: "x" }, printed("0.700", "**"))).toEqual({ model: "Ba", coef: "0.700", stars: "**", supported: true });
    expect(printedVerdict("Ba", { term: "x" }, printed("0.700", "**", "oddsRatio"))).toEqual({ model: "Ba", coef: "0.700", stars: "**", supported: false });
    expect(printedVerdict("Ba", { term: "x" }, printed("1.700", "**", "oddsRatio"))?.supported).toBe(true);
    expect(printedVerdict("Ba", { term: "x" }, printed("1.700", "", "oddsRatio"))?.supported).toBe(false);
  });

  it("is the negative's where the term is coded the other way round, and none where nothing is printed", () => {
    expect(printedVerdict("Ba", { term: "x", opposed: true }, printed("-0.700", "*"))).toEqual({ model: "Ba", coef: "0.700", stars: "*", supported: true });
    expect(printedVerdict("Ba", { term: "x", opposed: true }, printed("0.700", "*", "oddsRatio"))).toEqual({ model: "Ba", coef: "1/0.700", stars: "*", supported: true });
    expect(printedVerdict("Ba", { term: "z" }, printed("1", "*"))).toBeUndefined();
    expect(printedVerdict("Oa", { term: "x" }, printed("1", "*"))).toBeUndefined();
  });
});
