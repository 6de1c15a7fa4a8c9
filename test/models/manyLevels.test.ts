import { expect, it } from "vitest";
import { buildDesign } from "../../src/models/data/design";
import { asFactor } from "../../src/models/data/factor";
import { fitBinaryLogit } from "../../src/models/binary";
import { averageEffects } from "../../src/models/effects/averageMarginalEffects";
import { expectClose } from "./fixtures";

it("effects of a factor with 120 levels hold no design for each, and are the differences by hand", () => {
  const [n, levels] = [3000, 120];
  const g = Array.from({ length: n }, (_, i) => `g${String(i % levels).padStart(3, "0")}`);
  const x = Array.from({ length: n }, (_, i) => Math.sin(i * 0.7));
  const y = x.map((value, i) => Number(value + 0.02 * (i % levels) + 3 * Math.sin(i * 12.9898) > 1));
  const table = { file: "t.csv", columns: ["x", "g"], lines: g.map((_, i) => i + 2), rows: g.map((label, i) => [String(x[i]), label]) };
  const design = buildDesign(table, ["x", "g"], [asFactor({ column: "g", contrast: "treatment" }, g, "t.csv")]);
  const fit = fitBinaryLogit(design.X, y, design.columns);
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
  const variables = design.effectVariables();
  const effects = averageEffects(fit, variables);
  // A matrix a level would be 120 × 3,000 × 121 numbers, 350 MB; what is there is one design.
  expect(process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed - before).toBeLessThan(100 * 2 ** 20);
  expect(variables.every(({ change }) => change.at === design.X)).toBe(true);
  expect(effects).toHaveLength(levels);
  const [constant, slope] = fit.coefficients.map((row) => row.estimate);
  const P = (eta: number): number => 1 / (1 + Math.exp(-eta));
  for (const level of [7, 60, 119]) {
    const own = fit.coefficients.find(({ term }) => term === `g=g${String(level).padStart(3, "0")}`)!.estimate;
    const byHand = x.reduce((sum, value) => sum + P(constant + slope * value + own) - P(constant + slope * value), 0) / n;
    expectClose(effects[level].estimate, byHand, 1e-9);
  }
});
