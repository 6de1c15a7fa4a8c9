import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fitModelData } from "../../src/models/data/fitModelData";
import { readModelData } from "../../src/models/data/modelData";
import { averageEffects } from "../../src/models/effects/averageMarginalEffects";

// Of eight rows with x = 1 two have y = 1, of eight with x = 2 six: P = 1/4 and 3/4, b = 2 log 3.
const rows = Array.from({ length: 16 }, (_, i) => [i < 8 ? 1 : 2, i < 2 || (i >= 8 && i < 14) ? 1 : 0]);
const file = join(mkdtempSync(join(tmpdir(), "sojourn-elasticity-")), "d.csv");
writeFileSync(file, `x,y\n${rows.map((row) => row.join(",")).join("\n")}\n`);
const data = readModelData(file, { outcome: "y", terms: ["x"], family: "binomial" });
const fit = fitModelData(data, { family: "binomial" });
const b = 2 * Math.log(3);
const average = (elasticity: "eyex" | "dyex" | "eydx", options: object = {}) => averageEffects(fit, data.effectVariables(), { elasticity, ...options })[0].estimate;

it("an elasticity is averaged over rows, each of its own probability: b·x·(1 − P), b·x·P·(1 − P), b·(1 − P)", () => {
  expect(average("eyex")).toBeCloseTo((b * (3 / 4) + b * 2 * (1 / 4)) / 2, 7);
  expect(average("dyex")).toBeCloseTo((b * (3 / 16) + b * 2 * (3 / 16)) / 2, 7);
  expect(average("eydx")).toBeCloseTo((b * (3 / 4) + b * (1 / 4)) / 2, 7);
});

it("by weights where there are some, and by group", () => {
  const weights = rows.map(([x]) => (x === 1 ? 3 : 1));
  expect(average("eyex", { weights })).toBeCloseTo((3 * b * (3 / 4) + b * 2 * (1 / 4)) / 4, 7);
  expect(average("eyex", { weights: rows.map(([x]) => (x === 1 ? 0 : 2)) })).toBeCloseTo(b * 2 * (1 / 4), 7);
  const groups = averageEffects(fit, data.effectVariables(), { elasticity: "eydx", by: rows.map(([x]) => `x = ${x}`) });
  expect(groups.map(({ group, estimate }) => [group, estimate])).toEqual([["x = 1", expect.closeTo(b * (3 / 4), 7)], ["x = 2", expect.closeTo(b * (1 / 4), 7)]]);
  expect(() => average("eyex", { weights: rows.map(() => 0) })).toThrow(RangeError);
});

it("its standard error is the delta method's: of ln P at one x, that of b·(1 − P)", () => {
  // d[b(1 − P)]/dη = −bP(1 − P) and d/db = 1 − P; var η = 1/(8·P(1 − P)) at x = 2, var b twice that, cov(η, b) = var η.
  const [, at2] = averageEffects(fit, data.effectVariables(), { elasticity: "eydx", by: rows.map(([x]) => String(x)) });
  const v = 1 / (8 * (3 / 16));
  const [byEta, byB] = [-b * (3 / 16), 1 / 4];
  expect(at2.standardError).toBeCloseTo(Math.sqrt(byEta ** 2 * v + 2 * byEta * byB * v + byB ** 2 * 2 * v), 7);
});
