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

/** Draws what it is told. */
class Told extends Random {
  readonly asked: number[] = [];
  constructor(private readonly told: number[], private readonly how: "bits" | "below") { super(1); }
  override bits(): number { return this.how === "bits" && this.told !== undefined ? this.told.shift()! : 0; }
  override below(n: number): number {
    if (this.how === "bits") return super.below(n);
    this.asked.push(n);
    return this.told.shift()!;
  }
}

it("leaves out the incomplete last block of 2^32, and draws from nothing never", () => {
  const last = 2 ** 32 - 1; // of three there are 2^32 − 1 in whole blocks, of ten 2^32 − 6
  expect([new Told([last, 5], "bits").below(3), new Told([last - 1, 5], "bits").below(3), new Told([last - 6, 5], "bits").below(10), new Told([last - 5, 5], "bits").below(10), new Told([last], "bits").below(2 ** 32), new Told([last], "bits").below(1)]).toEqual([2, 2, 9, 5, last, 0]);
  for (const n of [0, -1, NaN]) expect(() => new Random(1).below(n)).toThrow(new RangeError(`there is nothing to draw from below ${n}`));
  expect(() => new Random(1).pick({})).toThrow("there is nothing to draw from below 0");
});

it("picks the key in whose part of the sum the draw falls", () => {
  const picked = Array.from({ length: 6 }, (_, draw) => { const random = new Told([draw], "below"); return [random.pick({ a: 2, none: 0, b: 1, c: 3 }), ...random.asked]; });
  expect(picked).toEqual([["a", 6], ["a", 6], ["b", 6], ["c", 6], ["c", 6], ["c", 6]]);
});

it("shuffles from the end, each item with one of those not yet placed", () => {
  const random = new Told([1, 1, 0], "below");
  // a b c d: d changes with b, then c with itself's place 1, then the first two.
  expect([random.shuffle(["a", "b", "c", "d"]), random.asked]).toEqual([["c", "a", "d", "b"], [4, 3, 2]]);
});
