import { describe, expect, it } from "vitest";
import type { Fit } from "../../src/models/fit";
import { holm } from "../../src/models/hypotheses/holm";
import { coefficientDifferences } from "../../src/study/differences";
import { dataFile } from "../../src/projectFolder";
import { readPublished } from "../../src/published/readPublished";

const fit = (...coefficients: (readonly [string, number, number])[]): Fit =>
  ({ coefficients: coefficients.map(([term, estimate, standardError]) => ({ term, estimate, standardError })) }) as unknown as Fit;

describe("differences between groups", () => {
  it("of the printed Models 1 and 3 are those found by hand", () => {
    const { models } = readPublished(dataFile("published.json"));
    const printed = (id: string) => fit(...models[id].rows.map(({ term, coef, se }) => [term, Number(coef), Number(se)] as const));
    const differences = Object.fromEntries(coefficientDifferences(printed("M1"), printed("M3")).map((d) => [d.term, d]));
    expect(differences.education.z).toBeCloseTo(-2.44, 2);
    expect(differences.education.p).toBeCloseTo(0.015, 3);
    expect(differences.participationBehaviour.p).toBeCloseTo(0.0497, 3);
    expect(differences.supportUnit.p).toBeCloseTo(0.099, 3);
    expect(Object.values(differences)).toHaveLength(11);
    expect(Math.min(...Object.values(differences).map(({ pHolm }) => pHolm))).toBeGreaterThan(0.05);
  });

  it("compare the terms that both models have, unless told which", () => {
    const differences = coefficientDifferences(fit(["x", 1, 0.3], ["u", 1, 1]), fit(["x", 0.5, 0.4], ["v", 1, 1]));
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatchObject({ term: "x", a: 1, b: 0.5, difference: 0.5, standardError: 0.5, z: 1 });
    expect(differences[0].p).toBeCloseTo(0.31731, 5);
    expect(() => coefficientDifferences(fit(["x", 1, 1]), fit(["v", 1, 1]), ["x"])).toThrow(/no term "x" \(expected v\)/);
  });

  it("Holm's correction steps down from the smallest p and never falls (R: p.adjust)", () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([0.6, 0.9])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});
