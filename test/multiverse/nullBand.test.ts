import { expect, test } from "vitest";
import { curvesOf } from "../../src/multiverse/curves";
import { nullBand } from "../../src/multiverse/nullBand";
import { judge } from "../../src/multiverse/testCurves";
import type { Outcome } from "../../src/multiverse/fitUniverses";

const universe = (id: string, z: number): Outcome => ({
  id, paper: false, options: {}, model: "M", group: "g", outcome: "y", term: "x", n: 10, sample: "s", likelihood: id, sign: 1,
  status: "fitted", estimate: z, standardError: 1, p: 0.5, stars: "",
});
const drawn = (max: number) => ({ median: 0, shareSignificant: 0, shareOfSign: 1, max });

test("the band is where the adjusted p of a universe passes 5%", () => {
  // 39 draws, their largest |z| 1 … 39: two of 40 are at least as extreme beyond 38.
  const draws = Array.from({ length: 39 }, (_, i) => drawn(((i * 7) % 39) + 1));
  const [curve] = curvesOf([universe("0", 38.5), universe("1", 37.5)]);
  expect(nullBand(curve, draws)).toEqual({ model: "M", term: "x", critical: 38 });
  expect(judge(curve, draws).adjusted).toEqual([["0", 2 / 40], ["1", 3 / 40]]);
});

test("draws that could not be fitted are beyond any band, and too few draws have none", () => {
  const [curve] = curvesOf([universe("0", 1)]);
  expect(nullBand(curve, [null, null, ...Array.from({ length: 37 }, (_, i) => drawn(i))]).critical).toBe(null);
  expect(nullBand(curve, [null, ...Array.from({ length: 38 }, (_, i) => drawn(i))]).critical).toBe(37);
  expect(nullBand(curve, Array.from({ length: 18 }, () => drawn(2))).critical).toBe(null);
  expect(nullBand(curve, Array.from({ length: 19 }, (_, i) => drawn(i))).critical).toBe(18);
});
