import { describe, expect, it } from "vitest";
import { fitBinary, fitBinaryLogit } from "../../src/models/binary";
import { averageMarginalEffects } from "../../src/models/effects/averageMarginalEffects";
import type { Link } from "../../src/models/fit";
import { fitOrdered, fitOrderedLogit } from "../../src/models/ordered";
import { expectEffects, type REffect } from "./expectEffects";
import { expectClose, fixture } from "./fixtures";

const r = fixture<{
  terms: string[]; X: number[][]; y: number[]; y4: number[]; weights: number[];
  logit: REffect[]; weighted: REffect[]; probit: REffect[]; cloglog: REffect[]; ordered: REffect[]; orderedProbit: REffect[]; interaction: REffect[];
}>("effects");
const LEVELS = [1, 2, 3, 4];

describe("average marginal effects of a binary fit", () => {
  it.each<Link>(["logit", "probit", "cloglog"])("are R's under the %s link, discrete for 0/1 columns, and so are their standard errors", (link) => {
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
