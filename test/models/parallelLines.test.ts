import { describe, expect, it } from "vitest";
import { fitOrdered, fitOrderedLogit } from "../../src/models/ordered";
import { brantTest, parallelLines, parallelLinesByScore } from "../../src/models/parallelLines";
import { expectClose, fixture } from "./fixtures";

interface RTest { statistic: number; df: number; p: number }
interface Case {
  name: string; terms: string[]; X: number[][]; y: number[]; weights: number[];
  brant: { overall: RTest; terms: RTest[]; withoutCrossBlocks: number }; score: RTest;
}
const { cases } = fixture<{ cases: Case[] }>("parallelLines");
const levelsOf = (c: Case): number[] => [...new Set(c.y)].sort((a, b) => a - b);

function expectTest(test: { statistic: number | null; df: number; p: number | null }, R: RTest): void {
  expect(test.df).toBe(R.df);
  expectClose(test.statistic!, R.statistic, 1e-7);
  expectClose(test.p!, R.p, 1e-6);
}

describe.each(cases)("parallel lines of $name", (c) => {
  const options = { weights: c.weights };
  const fit = fitOrderedLogit(c.X, c.y, c.terms, levelsOf(c), options);

  it("are tested by Brant overall and term by term", () => {
    const { overall, terms } = brantTest(fit, c.X, c.y, c.terms, options);
    expectTest(overall, c.brant.overall);
    expect(terms.map((test) => test.term)).toEqual(c.terms);
    terms.forEach((test, j) => expectTest(test, c.brant.terms[j]));
  });

  it("are tested with the covariance between the logits: without it the statistic would be another", () => {
    const { overall } = brantTest(fit, c.X, c.y, c.terms, options);
    expect(Math.abs(overall.statistic! - c.brant.withoutCrossBlocks)).toBeGreaterThan(0.05 * overall.statistic!);
  });

  it("are tested by score with the expected information", () => expectTest(parallelLinesByScore(fit, c.X, c.y, c.terms, options), c.score));
});

describe("tests of parallel lines", () => {
  const [, birth] = cases;

  it("do not change when a column is rescaled", () => {
    const X = birth.X.map(([age, lwt, smoke]) => [age * 1000 + 5, lwt / 1000, smoke]);
    const tests = parallelLines(fitOrderedLogit(X, birth.y, birth.terms, [1, 2, 3, 4]), X, birth.y, birth.terms);
    expectClose(tests.brant.statistic!, birth.brant.overall.statistic, 1e-7);
    expectClose(tests.score.statistic!, birth.score.statistic, 1e-7);
  });

  it("say what they cannot do", () => {
    const y = birth.y.map((level) => Number(level > 2));
    const two = parallelLines(fitOrderedLogit(birth.X, y, birth.terms, [0, 1]), birth.X, y, birth.terms);
    for (const test of [two.lr, two.brant, two.score]) expect(test).toMatchObject({ statistic: null, df: 0, p: null });
    const probit = fitOrdered(birth.X, birth.y, birth.terms, [1, 2, 3, 4], { link: "probit" });
    expect(brantTest(probit, birth.X, birth.y, birth.terms).overall.note).toContain("logits");
  });

  it("name the term that separates at one cut point, where only the whole model can be fitted", () => {
    const X = birth.X.map(([age], i) => [age, birth.y[i] <= 2 && i % 5 === 0 ? 1 : 0]);
    const fit = fitOrderedLogit(X, birth.y, ["age", "d"], [1, 2, 3, 4]);
    const { brant, lr } = parallelLines(fit, X, birth.y, ["age", "d"]);
    expect(brant.note).toContain("separation: d");
    expect(brant.p).toBeNull();
    expect(lr.note).toContain("no finite estimates: d separates");
  });
});
