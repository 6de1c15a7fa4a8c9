import fc from "fast-check";
import { expect, it } from "vitest";
import { Random } from "../../src/standIn/random";

it("draws the same 32 bits on any machine (those of sfc32 written down in Python)", () => {
  const random = new Random(2025);
  expect([random.bits(), random.bits(), random.bits()]).toEqual([3095354391, 4250573865, 139522363]);
});

it("gives unrelated draws in another stream of a seed, and for seeds that differ only above 32 bits", () => {
  const first = (seed: number, stream?: number): number => new Random(seed, stream).bits();
  expect(new Set([first(1), first(1, 1), first(2), first(2 ** 32 + 1)]).size).toBe(4);
});

it("draws each whole number below n equally often", () => {
  const random = new Random(4);
  const counts = Array<number>(7).fill(0);
  for (let i = 0; i < 70_000; i++) counts[random.below(7)]++;
  const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  expect(chiSquare).toBeLessThan(22.5); // its 99.9% point on 6 degrees of freedom
});

it("lets happen what is certain, never what cannot be, and so many of so many", () => {
  const random = new Random(6);
  const share = (chance: number, outOf?: number) => Array.from({ length: 20_000 }, () => random.happens(chance, outOf)).filter(Boolean).length;
  expect([share(0), share(0, 3), share(100), share(3, 3)]).toEqual([0, 0, 20_000, 20_000]);
  expect(Math.abs(share(1, 3) - 20_000 / 3)).toBeLessThan(270); // 4 standard deviations
  expect(Math.abs(share(25) - 5_000)).toBeLessThan(250);
});

it("picks in proportion to the weights, and never what weighs nothing", () => {
  const random = new Random(5);
  const counts = { often: 0, seldom: 0, never: 0 };
  for (let i = 0; i < 40_000; i++) counts[random.pick({ often: 3, never: 0, seldom: 1 })]++;
  expect(counts.never).toBe(0);
  expect(Math.abs(counts.often - 30_000)).toBeLessThan(400); // 4.6 standard deviations
});

it("shuffles without losing or doubling anything", () => {
  fc.assert(fc.property(fc.array(fc.integer()), fc.maxSafeNat(), (items, seed) => {
    const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
    expect(sorted(new Random(seed).shuffle([...items]))).toEqual(sorted(items));
  }));
});
