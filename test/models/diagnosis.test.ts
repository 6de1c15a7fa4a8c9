import { describe, expect, it } from "vitest";
import { fitBinaryLogit } from "../../src/models/binary";
import { diagnose } from "../../src/models/diagnostics/diagnose";
import { fittedRows } from "../../src/models/diagnostics/fittedRows";
import { hosmerLemeshow } from "../../src/models/diagnostics/goodnessOfFit";
import { expectAllClose, fixture } from "./fixtures";

const r = fixture<{ terms: string[]; X: number[][]; y: number[]; leverages: number[]; cook: number[]; largestP: number }>("diagnosticsExtreme");

describe("where fitted probabilities round to 1", () => {
  const fit = fitBinaryLogit(r.X, r.y, r.terms);
  const found = diagnose(fit, { X: r.X, y: r.y }, { columns: r.terms, termOf: r.terms });

  it("every row keeps its leverage and Cook's distance, by the limit", () => {
    expect(r.largestP).toBeGreaterThan(1 - 1e-9);
    // R cuts predictors at ±30, so that its smallest leverages (below 1e-11) are not the limit.
    expectAllClose(found.influence!.map(({ leverage }) => leverage!), r.leverages, 1e-7, 1e-3);
    expectAllClose(found.influence!.map(({ cooksDistance }) => cooksDistance!), r.cook, 1e-7, 1e-4);
  });

  it("the area, the inflation and the test of calibration are still there", () => {
    expect(found.auc).toBeGreaterThan(0.99);
    expect(found.vif).toHaveLength(4);
    expect(found.hosmerLemeshow!.p).toBeGreaterThan(0);
  });

  it("a group that is certain and right adds nothing to Hosmer and Lemeshow's χ²", () => {
    const rows = Array.from({ length: 60 }, (_, i) => {
      const eta = i < 40 ? (i % 8) / 4 - 1 : 800 + i;
      return { y: i < 40 ? Number(i % 3 === 0) : 1, p: 1 / (1 + Math.exp(-eta)), q: 1 / (1 + Math.exp(eta)), eta, weight: 1 };
    });
    const { statistic, note } = hosmerLemeshow(rows);
    expect(note).toBeUndefined();
    expect(Number.isFinite(statistic)).toBe(true);
  });
});

describe("a number that is undefined", () => {
  it("is null with a reason, and hides no other", () => {
    // One event: its area has no standard error.
    const X = Array.from({ length: 40 }, (_, i) => [1, Math.sin(i * 1.3)]);
    const y = X.map((_, i) => Number(i === 12));
    const found = diagnose(fitBinaryLogit(X, y, ["const", "x"]), { X, y }, { columns: ["const", "x"], termOf: ["const", "x"] });
    expect(found.aucInterval).toBeNull();
    expect(found.reasons.aucInterval).toContain("one row of an outcome");
    expect(found.auc).not.toBeNull();
    expect(found.influence!.every(({ cooksDistance }) => cooksDistance !== null)).toBe(true);
    expect(found.reasons.brant).toContain("ordered");
  });

  it("is that of a likelihood, with probability weights", () => {
    const weights = r.y.map((_, i) => 0.5 + (i % 3));
    const fit = fitBinaryLogit(r.X, r.y, r.terms, { weights });
    const found = diagnose(fit, { X: r.X, y: r.y, weights }, { columns: r.terms, termOf: r.terms }, "probability");
    expect([found.hosmerLemeshow, found.mcFaddenAdjusted]).toEqual([null, null]);
    expect(found.reasons.hosmerLemeshow).toContain("pseudo-likelihood");
    // The area itself is a weighted share of pairs; its standard error would need the rows' number.
    expect(found.auc).not.toBeNull();
    expect(found.aucInterval).toBeNull();
    expect(found.reasons.aucInterval).toContain("probability weights");
  });
});

it("fitted rows hold P(y = 0) with digits of its own", () => {
  const fit = fitBinaryLogit(r.X, r.y, r.terms);
  for (const { p, q, eta } of fittedRows(fit, { X: r.X, y: r.y })) {
    expect(Math.abs(Math.log(q / p) + eta)).toBeLessThan(1e-9 * (1 + Math.abs(eta)));
  }
});
