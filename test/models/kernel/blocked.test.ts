import { describe, expect, it } from "vitest";
import { BinaryLikelihood } from "../../../src/models/binaryLikelihood";
import { CumulativeLikelihood } from "../../../src/models/cumulativeLikelihood";
import { BlockedBinary } from "../../../src/models/kernel/blockedBinary";
import { FIRST_FREE } from "../../../src/models/kernel/blockedDesign";
import { BlockedOrdered } from "../../../src/models/kernel/blockedOrdered";
import { BLOCK } from "../../../src/models/kernel/rowKernel";
import { leaseFastRows } from "../../../src/models/kernel/wasmRows";
import { linkFunction } from "../../../src/models/links/link";
import type { Observations } from "../../../src/models/observations";
import { standardise } from "../../../src/models/standardise";

const logit = linkFunction("logit");
interface Case { rows: number; k: number; levels: number; weighted: boolean; shifted: boolean; fast: boolean }
const CASES: Case[] = [
  { rows: 7, k: 1, levels: 2, weighted: false, shifted: false, fast: true }, { rows: 130, k: 3, levels: 3, weighted: true, shifted: false, fast: true },
  { rows: 300, k: 4, levels: 5, weighted: false, shifted: true, fast: true }, { rows: 300, k: 2, levels: 4, weighted: true, shifted: true, fast: false },
  { rows: 256, k: 3, levels: 3, weighted: false, shifted: false, fast: false }, { rows: 384, k: 5, levels: 4, weighted: true, shifted: false, fast: true },
];
const wave = (i: number, j: number) => Math.sin(1.7 * i * (j + 1) + j) + 0.3 * Math.cos(0.9 * i);
/** The memory that comes next holds what another fit left. */
function spoil(): void {
  const used = leaseFastRows(2 ** 18)!;
  used.kernel.cells.fill(9, FIRST_FREE);
  used.release();
}
function made({ rows, k, levels, weighted, shifted, fast }: Case, family: "binary" | "ordered") {
  const all = Array.from({ length: rows }, (_, i) => i);
  const columns = family === "binary" ? k + 1 : k;
  const X = { rows, columns, values: Float64Array.from(all.flatMap((i) => [...(family === "binary" ? [1] : []), ...Array.from({ length: k }, (_, j) => 10 * j + wave(i, j))])) };
  const count = family === "binary" ? 2 : levels;
  const seenOf = (turn: number): Observations => ({
    y: Float64Array.from(all, (i) => (i * (7 + turn) + Math.floor(i / 3)) % count), names: [],
    ...(weighted && { weights: Float64Array.from(all, (i) => 1 + ((i * (3 + turn)) % 4)) }), ...(shifted && { offset: Float64Array.from(all, (i) => 0.4 * wave(i, 9 + turn)) }),
  });
  const Z = standardise(X, family === "binary" ? 0 : undefined);
  const none = { rows, columns: 0, values: new Float64Array() };
  const plain = (seen: Observations) => (family === "binary" ? new BinaryLikelihood(Z, seen, logit) : new CumulativeLikelihood(Z, none, levels, seen, logit));
  spoil();
  const blocked = family === "binary" ? new BlockedBinary(X, 0, seenOf(0), fast) : new BlockedOrdered(X, levels, seenOf(0), fast);
  const cuts = Array.from({ length: levels - 1 }, (_, c) => -1 + 0.7 * c + 0.1 * c * c);
  const at = Float64Array.from([...(family === "binary" ? [0.2] : cuts), ...Array.from({ length: k }, (_, j) => 0.5 * Math.cos(2 * j + 1))]);
  return { X, seenOf, plain, blocked, at };
}
function evaluated(likelihood: ReturnType<typeof made>["blocked"] | BinaryLikelihood | CumulativeLikelihood, at: Float64Array) {
  const m = likelihood.size;
  const [score, information] = [new Float64Array(m).fill(5), new Float64Array(m * m).fill(5)];
  const logLik = likelihood.evaluate(at, score, information);
  return { logLik, score, lower: Array.from({ length: m }, (_, a) => [...information.subarray(a * m, a * m + a + 1)]).flat() };
}
function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, share: number): void {
  const size = Math.max(1e-3, ...Array.from(expected, Math.abs));
  expect(found.length).toBe(expected.length);
  Array.from(expected).forEach((value, i) => expect(Math.abs(found[i] - value)).toBeLessThan(share * size));
}

describe.each(["binary", "ordered"] as const)("a %s likelihood in blocks", (family) => {
  it.each(CASES)("is the plain one: $rows rows, $k columns, levels $levels, weights $weighted, offset $shifted, fast $fast", (given) => {
    const { seenOf, plain, blocked, at } = made(given, family);
    for (const turn of [0, 1]) {
      if (turn === 1) blocked.observe(seenOf(1)); // other answers of the same rows
      const slow = plain(seenOf(turn));
      const [found, expected] = [evaluated(blocked, at), evaluated(slow, at)];
      expect(found.logLik).toBeCloseTo(expected.logLik, 8);
      expectClose(found.score, expected.score, 1e-11);
      expectClose(found.lower, expected.lower, 1e-11);
      expect([blocked.size, blocked.unit]).toEqual([slow.size, expect.closeTo(slow.unit, 12)]);
      // Steps from those that all rows stand to those that most do not.
      const proofs = (likelihood: typeof blocked | typeof slow) => Array.from({ length: 30 }, (_, time) => likelihood.provesOverlap(at.map((_v, j) => (0.05 + 0.04 * time) * Math.sin(2.7 * time + 1.3 * j))));
      expect(proofs(blocked)).toEqual(proofs(slow));
      if (!given.weighted && !given.shifted) {
        const [one, two] = [new Float64Array(given.rows), new Float64Array(given.rows)];
        blocked.pullsAlong(at.map((value, j) => value - 0.2 * j), one);
        slow.pullsAlong(at.map((value, j) => value - 0.2 * j), two);
        expectClose(one, two, 1e-11);
      }
      const [score, rough] = [new Float64Array(at.length), new Float64Array(at.length ** 2)];
      expect(blocked.slopesAt(at, score, rough)).toBe(true);
      expectClose(score, expected.score, 1e-11);
      expectClose(Array.from(at, (_, a) => [...rough.subarray(a * at.length, a * at.length + a + 1)]).flat(), expected.lower, 1e-5);
      expect(proofs(blocked)).toEqual(proofs(slow)); // by the slopes alone
      score.fill(0);
      blocked.slopesAt(at, score);
      expectClose(score, expected.score, 1e-11);
    }
    blocked.release();
  });

  it("looks at every second block alone, also for a proof", () => {
    const { seenOf, plain, blocked, at } = made({ rows: 300, k: 3, levels: 3, weighted: false, shifted: false, fast: true }, family);
    const seen = seenOf(0);
    blocked.lookAt(2);
    const slow = plain({ ...seen, weights: Float64Array.from(seen.y, (_, i) => Number(Math.floor(i / BLOCK) % 2 === 0)) });
    const [found, expected] = [evaluated(blocked, at), evaluated(slow, at)];
    expect(found.logLik).toBeCloseTo(expected.logLik, 8);
    expectClose(found.score, expected.score, 1e-11);
    expectClose(found.lower, expected.lower, 1e-11);

    const kept = (likelihood: typeof blocked, of: (i: number) => boolean, step: Float64Array) => { likelihood.lookAt(1); likelihood.reweigh({ ...seen, weights: Float64Array.from(seen.y, (_, i) => Number(of(i))) }); evaluated(likelihood, at); return likelihood.provesOverlap(step); };
    const answers = new Set<string>();
    for (let time = 0; time < 60; time++) {
      const step = at.map((_v, j) => (0.3 + 0.02 * time) * Math.sin(2.7 * time + 1.3 * j));
      blocked.lookAt(1);
      blocked.observe(seen);
      blocked.lookAt(2);
      evaluated(blocked, at);
      const some = blocked.provesOverlap(step);
      expect(some).toBe(kept(blocked, (i) => Math.floor(i / BLOCK) % 2 === 0, step));
      answers.add(String(some));
    }
    expect(answers.size).toBe(2);
    blocked.release();
  });
});

describe("a binary likelihood in blocks", () => {
  const { X, seenOf, plain } = made({ rows: 300, k: 2, levels: 2, weighted: false, shifted: false, fast: true }, "binary");
  const seen = seenOf(0);

  it("proves by the length of a step alone where every row bends more than sixteen of its squares, rows being equal", () => {
    // At the constant 17 alone each row has second derivative p(1 − p), 4.1e-8; rows of the other outcome cannot stand a step of −1.
    const likelihood = new BlockedBinary(X, 0, seen);
    evaluated(likelihood, Float64Array.of(17, 0, 0));
    const h = Math.exp(-17) / (1 + Math.exp(-17)) ** 2;
    const step = Float64Array.of(1, 0, 0); // rows with the event keep nothing: their slope is as small as their bend
    const edge = Math.sqrt(h / 16);
    expect([0.99, 1.01].map((share) => likelihood.provesOverlap(step, share * edge))).toEqual([true, false]);
    expect(likelihood.provesOverlap(step)).toBe(false);
    evaluated(likelihood, Float64Array.of(0.1, 0, 0));
    const far = Float64Array.of(40, 0, 0);
    expect([0.99e-4, 1.01e-4].map((length) => likelihood.provesOverlap(far, length))).toEqual([true, false]);
    likelihood.reweigh({ ...seen, weights: new Float64Array(300).fill(1) });
    evaluated(likelihood, Float64Array.of(0.1, 0, 0));
    expect(likelihood.provesOverlap(far, 0.99e-4)).toBe(false); // where they are weighed, they are looked at
    likelihood.release();
  });

  it("remembers each row's slope at a place, for the score there by other weights", () => {
    spoil();
    const likelihood = new BlockedBinary(X, 0, seen, true, true);
    const at = Float64Array.of(0.3, -0.4, 0.2);
    likelihood.slopesAt(at, new Float64Array(3));
    likelihood.remember();
    for (const turn of [0, 1]) {
      const weights = Float64Array.from(seen.y, (_, i) => (i * (3 + 2 * turn)) % 5);
      likelihood.reweigh({ ...seen, weights });
      const score = new Float64Array(3);
      likelihood.slopesAt(Float64Array.of(1, 1, 1), new Float64Array(3)); // somewhere else
      likelihood.rememberedScore(score);
      expectClose(score, evaluated(plain({ ...seen, weights }), at).score, 1e-11);
    }
    likelihood.release();
  });

  it("an ordered one has none where cut points are out of order or meet", () => {
    const likelihood = new BlockedOrdered({ rows: 300, columns: 2, values: X.values.filter((_, i) => i % 3 > 0) }, 4, { y: seen.y.map((_, i) => i % 4), names: [] });
    const at = (cuts: number[]) => [evaluated(likelihood, Float64Array.from([...cuts, 0.1, 0.2])).logLik, likelihood.slopesAt(Float64Array.from([...cuts, 0.1, 0.2]), new Float64Array(5))];
    expect([at([0, 0, 1]), at([0, 1, 0.5]), at([1, 0, 2])]).toEqual([[-Infinity, false], [-Infinity, false], [-Infinity, false]]);
    expect(at([-1, 0, 1])[1]).toBe(true);
    likelihood.release();
  });
});
