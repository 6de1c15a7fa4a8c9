import { describe, expect, it } from "vitest";
import { fitBinary, fitBinaryLogit } from "../../src/models/binary";
import { averageMarginalEffects } from "../../src/models/effects/averageMarginalEffects";
import { contrastEffects, contrastGroups } from "../../src/models/effects/contrast";
import type { Effect } from "../../src/models/effects/effect";
import { predictProbabilities } from "../../src/models/effects/predictions";
import { fitOrdered, fitOrderedLogit } from "../../src/models/ordered";
import { expectEffects, type REffect } from "./expectEffects";
import { expectClose, fixture } from "./fixtures";

const r = fixture<{
  terms: string[]; X: number[][]; y: number[]; y4: number[]; weights: number[];
  logit: REffect[]; weighted: REffect[]; probit: REffect[]; cloglog: REffect[]; ordered: REffect[]; orderedProbit: REffect[]; interaction: REffect[];
}>("effects");
const LEVELS = [1, 2, 3, 4];

describe("average marginal effects of a binary fit", () => {
  it.each<"logit" | "probit" | "cloglog">(["logit", "probit", "cloglog"])("are R's under the %s link, discrete for 0/1 columns, and so are their standard errors", (link) => {
    const R = { logit: r.logit, probit: r.probit, cloglog: r.cloglog }[link];
    expectEffects(averageMarginalEffects(fitBinary(r.X, r.y, r.terms, { link }), r.X), R, link === "logit" ? 1e-8 : 1e-6);
  });

  it("weigh the rows where weights are given", () => {
    const { weights } = r;
    expectEffects(averageMarginalEffects(fitBinaryLogit(r.X, r.y, r.terms, { weights }), r.X, { weights }), r.weighted);
  });

  it("are averaged within groups where asked, whose weighted mean is the whole", () => {
    const fit = fitBinaryLogit(r.X, r.y, r.terms);
    const by = r.X.map((_, i) => (i % 3 === 0 ? "a" : "b"));
    const grouped = averageMarginalEffects(fit, r.X, { by, only: ["age"] });
    const [whole] = averageMarginalEffects(fit, r.X, { only: ["age"] });
    expect(grouped.map((effect) => effect.group)).toEqual(["a", "b"]);
    const share = by.filter((label) => label === "a").length / by.length;
    expectClose(share * grouped[0].estimate + (1 - share) * grouped[1].estimate, whole.estimate, 1e-12);
  });
});

describe("average marginal effects of an ordered fit", () => {
  const X = r.X.map((row) => row.slice(1));
  const fit = fitOrderedLogit(r.X, r.y4, r.terms, LEVELS);

  it("are R's for every level, and so are their standard errors", () => {
    expectEffects(averageMarginalEffects(fit, X), r.ordered);
    expectEffects(averageMarginalEffects(fitOrdered(r.X, r.y4, r.terms, LEVELS, { link: "probit" }), X), r.orderedProbit);
  });

  it("sum to 0 over the levels, gradients too", () => {
    const effects = averageMarginalEffects(fit, r.X);
    for (const term of r.terms.slice(1)) {
      const own = effects.filter((effect) => effect.term === term);
      expect(Math.abs(own.reduce((sum, effect) => sum + effect.estimate, 0))).toBeLessThan(1e-15);
      own[0].gradient.forEach((_, j) => expect(Math.abs(own.reduce((sum, effect) => sum + effect.gradient[j], 0))).toBeLessThan(1e-12));
    }
  });
});

describe("contrasts of effects", () => {
  const fit = fitBinaryLogit(r.X, r.y, r.terms);
  const by = r.X.map((_, i) => (i % 3 === 0 ? "a" : "b"));
  const [a, b] = averageMarginalEffects(fit, r.X, { by, only: ["smoke"] });

  it("know that two effects of one fit share its parameters", () => {
    expect(contrastEffects(fit, a, a, "a − a").standardError).toBe(0);
    // Gradients are by the standardised parameters: carried back, they meet the covariance of the estimates.
    const { back } = fit.inference;
    const m = fit.covariance.terms.length;
    const given = ({ gradient }: Effect): number[] => {
      const left = [...gradient];
      const own = new Array<number>(m).fill(0);
      for (let j = 1; j < m; j++) own[j] = (left[j] - left[0] * back[j]) / back[j * m + j];
      own[0] = left[0];
      return own;
    };
    const variance = (x: Effect, y: Effect): number =>
      given(x).reduce((sum, g, i) => sum + g * fit.covariance.values[i].reduce((inner, v, j) => inner + v * given(y)[j], 0), 0);
    const { estimate, standardError } = contrastEffects(fit, a, b, "a − b");
    expectClose(estimate, a.estimate - b.estimate, 1e-12);
    expectClose(standardError ** 2, variance(a, a) + variance(b, b) - 2 * variance(a, b), 1e-8);
  });

  it("are made for each pair of groups", () => {
    expect(contrastGroups(fit, [a, b]).map((row) => row.contrast)).toEqual(["b − a"]);
  });
});

describe("predicted probabilities", () => {
  it("sum to 1 over the levels, with the error of a Wald interval on the probability", () => {
    const fit = fitOrderedLogit(r.X, r.y4, r.terms, LEVELS);
    const found = predictProbabilities(fit, [r.X[0]]);
    expect(found.map((row) => row.level)).toEqual(LEVELS);
    expectClose(found.reduce((sum, row) => sum + row.estimate, 0), 1, 1e-14);
    const eta = r.terms.slice(1).reduce((sum, _, j) => sum + r.X[0][j + 1] * fit.coefficients[j].estimate, 0);
    expectClose(found[0].estimate, 1 / (1 + Math.exp(eta - fit.thresholds![0].estimate)), 1e-12);
    found.forEach((row) => expectClose(row.upper - row.lower, 2 * 1.959963984540054 * row.standardError, 1e-12));
  });

  it("averaged over the sample are the share of events, for a logit with a constant", () => {
    const fit = fitBinaryLogit(r.X, r.y, r.terms);
    expectClose(predictProbabilities(fit, r.X)[0].estimate, r.y.reduce((x, y) => x + y, 0) / r.y.length, 1e-10);
  });
});
