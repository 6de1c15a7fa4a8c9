import { describe, expect, it } from "vitest";
import { withExpectedInformation } from "../../src/models/covariance/expected";
import { withLinearisedCovariance } from "../../src/models/covariance/linearised";
import { withClusteredCovariance, withRobustCovariance } from "../../src/models/covariance/robust";
import { ordinalHosmerLemeshow } from "../../src/models/diagnostics/ordinalHosmerLemeshow";
import { brantTest, parallelLines } from "../../src/models/parallelLines";
import { profileIntervals } from "../../src/models/profile/profileIntervals";
import { fitOrderedLogit } from "../../src/models/ordered";
import { parallelLinesByLikelihoodRatio } from "../../src/models/parallelLines";
import { fitPartialOrdered } from "../../src/models/partial/partialOrdered";
import { RefusedModel } from "../../src/models/refusedModel";
import { surrogateResiduals } from "../../src/models/diagnostics/surrogate";
import { expectAllClose, expectClose, fixture } from "./fixtures";

interface Case { name: string; terms: string[]; free: string[]; X: number[][]; y: number[]; weights: number[]; estimate: number[]; standardError: number[]; logLik: number }
const { cases } = fixture<{ cases: Case[] }>("partial");
const levelsOf = (c: Case): number[] => [...new Set(c.y)].sort((a, b) => a - b);

describe.each(cases)("partial proportional odds of $name", (c) => {
  const fit = fitPartialOrdered(c.X, c.y, c.terms, levelsOf(c), c.free);

  it("has clm's estimates and standard errors", () => {
    const rows = [...fit.coefficients, ...fit.thresholds!];
    expectAllClose(rows.map((row) => row.estimate), c.estimate, 1e-8, c.standardError, "estimate");
    expectAllClose(rows.map((row) => row.standardError), c.standardError, 1e-7, 0, "SE");
    expectClose(fit.logLik, c.logLik, 1e-12);
  });

  it("names a free term's slope by its cut point", () => {
    const cut = `${levelsOf(c)[0]}|${levelsOf(c)[1]}`;
    expect(fit.coefficients.map((row) => row.term)).toContain(`${c.free[0]}@${cut}`);
  });
});

it("numbers that are worked out from one slope a column are refused", () => {
  const X = Array.from({ length: 120 }, (_, i) => [1, Math.sin(i * 2.3), i % 2]);
  const y = X.map(([, x, d], i) => 1 + Number(x + 3 * Math.sin(i * 12.9898) > -1) + Number(x + d + 3 * Math.sin(i * 12.9898) > 1.5));
  const terms = ["const", "x", "d"];
  const fit = fitPartialOrdered(X, y, terms, [1, 2, 3], ["d"]);
  const data = { X, y };
  for (const asked of [
    () => withRobustCovariance(fit, data, "HC0"), () => withClusteredCovariance(fit, data, y.map((_, i) => String(i % 9))),
    () => withLinearisedCovariance(fit, data, {}), () => withExpectedInformation(fit, data), () => ordinalHosmerLemeshow(fit, data),
    () => surrogateResiduals(fit, data, 1), () => profileIntervals(fit, data), () => parallelLines(fit, X, y, terms), () => brantTest(fit, X, y, terms),
  ]) expect(asked).toThrow("slopes that differ between cut points");
});

describe("partial proportional odds", () => {
  const [, , both] = cases;

  it("with every term free has the likelihood of the parallel-lines test's general model", () => {
    const whole = fitOrderedLogit(both.X, both.y, both.terms, levelsOf(both));
    const general = fitPartialOrdered(both.X, both.y, both.terms, levelsOf(both), both.terms);
    expectClose(parallelLinesByLikelihoodRatio(whole, both.X, both.y, both.terms).statistic!, 2 * (general.logLik - whole.logLik), 1e-9);
  });

  it("with no term free is the ordered logit", () => {
    const whole = fitOrderedLogit(both.X, both.y, both.terms, levelsOf(both));
    expectAllClose(fitPartialOrdered(both.X, both.y, both.terms, levelsOf(both), []).coefficients.map((row) => row.estimate),
      whole.coefficients.map((row) => row.estimate), 1e-9);
  });

  it("is refused where its lines cross within the sample, naming the free terms and the rows", () => {
    // P(y ≤ 1) hardly depends on x, P(y ≤ 2) falls with it: far out, the one line passes the other.
    const X = Array.from({ length: 150 }, (_, i) => [i === 0 ? 12 : Math.sin(i * 1.3) * 2]);
    const y = X.map(([x], i) => {
      const u = (i * 0.6180339887498949) % 1;
      if (i === 0) return 3;
      return u < 0.3 ? 1 : (u - 0.3) / 0.7 < 1 / (1 + Math.exp(1.2 * x)) ? 2 : 3;
    });
    let error: unknown;
    try {
      fitPartialOrdered(X, y, ["x"], [1, 2, 3], ["x"]);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(RefusedModel);
    expect(error).toMatchObject({ kind: "negative-probability", terms: ["x"], rows: [1] });
  });

  it("knows only terms there are", () => {
    expect(() => fitPartialOrdered(both.X, both.y, both.terms, levelsOf(both), ["smok"])).toThrow(/no term smok/);
  });
});

describe("surrogate residuals", () => {
  const [c] = cases;
  const fit = fitOrderedLogit(c.X, c.y, c.terms, levelsOf(c));

  it("lie between the cut points of the level seen, the same for the same seed", () => {
    const residuals = surrogateResiduals(fit, c, 4);
    expect(residuals).toEqual(surrogateResiduals(fit, c, 4));
    const cuts = [-Infinity, ...fit.thresholds!.map((row) => row.estimate), Infinity];
    residuals.forEach((residual, i) => {
      const eta = c.X[i].reduce((sum, x, j) => sum + x * fit.coefficients[j].estimate, 0);
      expect(residual + eta).toBeGreaterThan(cuts[c.y[i] - 1]);
      expect(residual + eta).toBeLessThanOrEqual(cuts[c.y[i]]);
    });
  });

  it("are logistic where the model is right: mean 0, variance π²/3", () => {
    const X = Array.from({ length: 4000 }, (_, i) => [Math.sin(i * 1.1)]);
    const latent = X.map(([x], i) => { const u = ((i * 0.6180339887498949) % 1) * 0.9998 + 1e-4; return 1.2 * x + Math.log(u / (1 - u)); });
    const y = latent.map((value) => (value < -1 ? 1 : value < 1 ? 2 : 3));
    const residuals = surrogateResiduals(fitOrderedLogit(X, y, ["x"], [1, 2, 3]), { X, y }, 2);
    const mean = residuals.reduce((a, b) => a + b, 0) / residuals.length;
    const variance = residuals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / residuals.length;
    expect(Math.abs(mean)).toBeLessThan(0.06);
    expect(Math.abs(variance / (Math.PI ** 2 / 3) - 1)).toBeLessThan(0.08);
  });
});
