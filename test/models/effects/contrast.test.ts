import { describe, expect, it } from "vitest";
import { fitBinaryLogit } from "../../../src/models/binary";
import { adjusted } from "../../../src/models/effects/adjust";
import { contrastEffects, contrastGroups } from "../../../src/models/effects/contrast";
import type { Effect } from "../../../src/models/effects/effect";
import { normalQuantile, twoSidedP } from "../../../src/models/numeric/normal";
import { quantileT, twoSidedT } from "../../../src/models/numeric/studentT";
import { rangeTail } from "../../../src/models/numeric/studentizedRange";
import { refusalOf } from "../refusalOf";

const fit = fitBinaryLogit([0, 1, 2, 3, 4, 5, 6, 7].map((x) => [1, x]), [0, 1, 0, 0, 1, 0, 1, 1], ["const", "x"]);
const { bread } = fit.inference;
/** √(g′BB′g), B the root of the covariance of the standardised parameters. */
const errorOf = (g: readonly number[]) => Math.hypot(g[0] * bread[0] + g[1] * bread[2], g[0] * bread[1] + g[1] * bread[3]);
const effect = (rest: Partial<Effect>): Effect => ({ term: "x", type: "dydx", estimate: 0, standardError: 1, z: 0, p: 1, lower: 0, upper: 0, gradient: [0, 0], ...rest });
const A = effect({ group: "a", estimate: 0.1, gradient: [0.2, 0.5] });
const B = effect({ group: "b", estimate: 0.25, gradient: [0.3, -0.1] });
const C = effect({ at: { g: "q", h: "1" }, estimate: -0.3, gradient: [-0.6, 0.4] });

describe("differences of effects", () => {
  it("are of estimates and of gradients, with the level they share", () => {
    const g = [0.1, -0.6];
    const found = contrastEffects(fit, { ...B, level: 3 }, A, "b − a");
    expect(found).toMatchObject({ term: "x", type: "dydx", level: 3, contrast: "b − a", estimate: expect.closeTo(0.15, 14), standardError: expect.closeTo(errorOf(g), 12), gradient: g.map((value) => expect.closeTo(value, 14) as number) });
    expect(found.z).toBeCloseTo(0.15 / errorOf(g), 10);
    expect(found.p).toBeCloseTo(twoSidedP(0.15 / errorOf(g)), 12);
    expect("level" in contrastEffects(fit, B, A, "b − a")).toBe(false);
  });

  it("are each pair, the later less the earlier, or each less the first, of one term and level", () => {
    const names = (effects: readonly Effect[], kind?: "pairwise" | "reference") => contrastGroups(fit, effects, kind).map(({ term, level, contrast, estimate }) => [term, level, contrast, Math.round(estimate * 100)]);
    expect(names([A, B, C])).toEqual([["x", undefined, "b − a", 15], ["x", undefined, "g=q, h=1 − a", -40], ["x", undefined, "g=q, h=1 − b", -55]]);
    expect(names([A, B, C], "reference")).toEqual([["x", undefined, "b − a", 15], ["x", undefined, "g=q, h=1 − a", -40]]);
    const z = (one: Effect) => ({ ...one, term: "z" });
    const levels = (one: Effect) => [{ ...one, level: 1 }, { ...one, level: 2 }];
    expect(names([...levels(A), z(A), ...levels(B), z(B)])).toEqual([["x", 1, "b − a", 15], ["x", 2, "b − a", 15], ["z", undefined, "b − a", 15]]);
    expect([names([A]), contrastGroups(fit, [A], "pairwise", "holm"), names([])]).toEqual([[], [], []]);
    expect(contrastGroups(fit, [A, { ...B, group: undefined as never, at: undefined as never }])[0].contrast).toBe(" − a");
  });

  it("are corrected within their family, with intervals of all together", () => {
    const plain = contrastGroups(fit, [A, B, C]);
    expect(plain.some((one) => "pAdjusted" in one)).toBe(false);
    const holm = contrastGroups(fit, [A, B, C], "pairwise", "holm");
    const order = plain.map(({ p }) => p).sort((a, b) => a - b);
    const smallest = plain.findIndex(({ p }) => p === order[0]);
    expect(holm[smallest].pAdjusted).toBeCloseTo(Math.min(1, 3 * order[0]), 12);
    const width = normalQuantile(1 - 0.05 / 6);
    holm.forEach(({ lower, upper, estimate, standardError }) => [[lower, -1], [upper, 1]].forEach(([end, side]) => expect(end).toBeCloseTo(estimate + side * width * standardError, 8)));
    const tukey = contrastGroups(fit, [A, B, C], "pairwise", "tukey");
    tukey.forEach(({ z, pAdjusted, estimate, standardError, lower, upper }) => {
      expect(pAdjusted).toBeCloseTo(rangeTail(Math.abs(z) * Math.SQRT2, 3), 12);
      expect((upper - estimate) / standardError).toBeCloseTo(3.314493 / Math.SQRT2, 5); // R: qtukey(.95, 3, Inf)
      expect((estimate - lower) / standardError).toBeCloseTo(3.314493 / Math.SQRT2, 5);
    });
    expect(refusalOf(() => contrastGroups(fit, [A, B, C], "reference", "tukey"))).toBe("Tukey's correction is of all pairs: 2 comparisons are not those of 3 places");
  });
});

describe("a family of comparisons", () => {
  const rows = [{ z: 2, df: Infinity }, { z: -1, df: 7 }];

  it("has its own p without correction, by the normal or by t", () => {
    const { p, widths } = adjusted(rows, "none", 0.9, 2);
    [twoSidedP(2), twoSidedT(1, 7)].forEach((value, i) => expect(p[i]).toBeCloseTo(value, 14));
    [normalQuantile(0.95), quantileT(0.1, 7)].forEach((value, i) => expect(widths[i]).toBeCloseTo(value, 8));
    const bonferroni = adjusted(rows, "holm", 0.9, 2).widths;
    [normalQuantile(0.975), quantileT(0.05, 7)].forEach((value, i) => expect(bonferroni[i]).toBeCloseTo(value, 8));
  });

  it("has Tukey's correction of all pairs by the normal alone", () => {
    const normal = (count: number) => Array.from({ length: count }, (_, i) => ({ z: i - 1, df: Infinity }));
    const pairs = (count: number, places: number) => `Tukey's correction is of all pairs: ${count} comparisons are not those of ${places} places`;
    for (const [count, places] of [[2, 3], [3, 4], [3, 2], [0, 1], [0, 0], [6, 3]]) expect(refusalOf(() => adjusted(normal(count), "tukey", 0.95, places))).toBe(pairs(count, places));
    expect(adjusted(normal(6), "tukey", 0.95, 4).p).toHaveLength(6);
    const one = adjusted([{ z: 1.7, df: Infinity }], "tukey", 0.9, 2);
    expect(one.p[0]).toBeCloseTo(twoSidedP(1.7), 12); // of two places nothing is corrected
    expect(one.widths[0]).toBeCloseTo(normalQuantile(0.95), 8);
    expect(refusalOf(() => adjusted([{ z: 1, df: Infinity }, { z: 1, df: 9 }, { z: 1, df: Infinity }], "tukey", 0.95, 3))).toMatch(/judged by the normal, and these are judged by t: take Holm's$/);
  });
});
