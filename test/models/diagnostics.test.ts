import { describe, expect, it } from "vitest";
import { fitBinaryLogit } from "../../src/models/binary";
import { brierScore, calibrationBins, hosmerLemeshow, tjurR2 } from "../../src/models/diagnostics/goodnessOfFit";
import { eventsPerVariable, fewEventsWarning } from "../../src/models/diagnostics/eventsPerVariable";
import { fittedRows } from "../../src/models/diagnostics/fittedRows";
import { influence } from "../../src/models/diagnostics/influence";
import { areaUnderCurve, rocCurve } from "../../src/models/diagnostics/roc";
import { varianceInflation } from "../../src/models/diagnostics/varianceInflation";
import { adjustedMcFadden } from "../../src/models/pseudoR2";
import { expectAllClose, expectClose, fixture } from "./fixtures";

interface RTest { statistic: number; df: number; p: number }
interface Case {
  name: string; terms: string[]; termOf: string[]; X: number[][]; y: number[]; hosmerLemeshow: RTest; auc: number; aucLower: number; aucUpper: number;
  vif: { term: string; vif: number; df: number; perColumn: number }[]; leverage: number[]; cooksDistance: number[]; dfbeta: number[][];
  pearson: number[]; deviance: number[]; standardised: number[]; tjur: number; brier: number;
}
const r = fixture<{ cases: Case[]; weighted: { weights: number[]; X: number[][]; y: number[]; hosmerLemeshow: RTest; auc: number[] } }>("diagnostics");

describe.each(r.cases)("diagnostics of $name", (c) => {
  const fit = fitBinaryLogit(c.X, c.y, c.terms);
  const data = { X: c.X, y: c.y };
  const rows = fittedRows(fit, data);

  it("have R's leverages, Cook's distances, DFBETA and residuals", () => {
    const found = influence(fit, data);
    for (const name of ["leverage", "cooksDistance", "pearson", "deviance", "standardised"] as const) {
      expectAllClose(found.map((row) => row[name]), c[name], 1e-8, 1e-6, name);
    }
    found.forEach(({ dfbeta }, i) => expectAllClose(dfbeta, c.dfbeta[i], 1e-7, fit.coefficients.map((row) => row.standardError), `dfbeta ${i}`));
    expectClose(found.reduce((sum, { leverage }) => sum + leverage, 0), c.terms.length, 1e-10);
  });

  it("have car's VIF, generalised where a term has several columns", () => {
    const found = varianceInflation(fit, c.termOf);
    expect(found.map(({ term, df }) => [term, df])).toEqual(c.vif.map(({ term, df }) => [term, df]));
    expectAllClose(found.map(({ vif }) => vif), c.vif.map(({ vif }) => vif), 1e-8);
    expectAllClose(found.map(({ perColumn }) => perColumn), c.vif.map(({ perColumn }) => perColumn), 1e-8);
  });

  it("have pROC's area under the curve and DeLong interval, and the curve has that area", () => {
    const { auc, lower, upper } = areaUnderCurve(rows);
    expectAllClose([auc, lower, upper], [c.auc, c.aucLower, c.aucUpper], 1e-9);
    const area = rocCurve(rows).reduce((sum, point, i, all) => i === 0 ? 0
      : sum + ((point.falsePositiveRate - all[i - 1].falsePositiveRate) * (point.truePositiveRate + all[i - 1].truePositiveRate)) / 2, 0);
    expectClose(area, c.auc, 1e-12);
  });

  it("have Hosmer and Lemeshow's test, Tjur's R² and Brier's score", () => {
    const test = hosmerLemeshow(rows);
    expect(test.df).toBe(c.hosmerLemeshow.df);
    expectClose(test.statistic!, c.hosmerLemeshow.statistic, 1e-8);
    expectClose(tjurR2(rows), c.tjur, 1e-9);
    expectClose(brierScore(rows), c.brier, 1e-9);
  });
});

describe("diagnostics of weighted rows", () => {
  const { weights, X, y, ...R } = r.weighted;
  const fit = fitBinaryLogit(X, y, ["const", "age", "lwt", "smoke"], { weights });
  const rows = fittedRows(fit, { X, y, weights });

  it("count a row of weight w as w rows", () => {
    expectClose(hosmerLemeshow(rows).statistic!, R.hosmerLemeshow.statistic, 1e-8);
    const { lower, auc, upper } = areaUnderCurve(rows);
    expectAllClose([lower, auc, upper], R.auc, 1e-9);
    expect(calibrationBins(rows).reduce((sum, bin) => sum + bin.count, 0)).toBe(weights.reduce((a, b) => a + b, 0));
  });
});

describe("Hosmer and Lemeshow's test", () => {
  it("is not carried out where the fitted probabilities make one group only", () => {
    const [c] = r.cases;
    const smoke = c.X.map((row) => [1, row[c.terms.indexOf("smoke")]]);
    const test = hosmerLemeshow(fittedRows(fitBinaryLogit(smoke, c.y, ["const", "smoke"]), { X: smoke, y: c.y }));
    expect(test).toMatchObject({ statistic: null, p: null, df: 0 });
    expect(test.note).toContain("1 group only");
  });
});

describe("McFadden's adjusted R²", () => {
  it("charges a slope's worth of log-likelihood for each", () => {
    const [c] = r.cases;
    const fit = fitBinaryLogit(c.X, c.y, c.terms);
    expectClose(adjustedMcFadden(fit), fit.pseudoR2.mcFadden + (c.terms.length - 1) / fit.logLikNull, 1e-12);
  });
});

describe("events per variable", () => {
  const X = Array.from({ length: 60 }, (_, i) => [1, Math.sin(i), Math.cos(i * 1.7)]);
  const few = fitBinaryLogit(X, X.map((_, i) => Number(i % 5 === 0)), ["const", "a", "b"]);

  it("are counted over the rarer outcome, and warned of under ten", () => {
    expect(eventsPerVariable(few)).toBe(6);
    expect(fewEventsWarning(few)?.en).toContain("6.0");
    const enough = fitBinaryLogit(X, X.map((_, i) => Number(i % 5 < 2)), ["const", "a", "b"]);
    expect(eventsPerVariable(enough)).toBe(12);
    expect(fewEventsWarning(enough)).toBeUndefined();
  });
});
