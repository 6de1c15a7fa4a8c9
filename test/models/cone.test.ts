import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConeRows, decideCone, separatedRows } from "../../src/models/separation/cone";

type Vector = [number, number, number];
const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, j) => sum + value * b[j], 0);
const asCone = (A: readonly Vector[]): ConeRows => ({ rows: A.length, columns: 3, values: Float64Array.from(A.flat()), owner: A.map((_, i) => i) });

/** All directions that lie on two of the planes: in whole numbers, so that nothing is rounded. */
const edges = (A: readonly Vector[]): Vector[] =>
  A.flatMap((a, i) => A.slice(i + 1).map((b) => cross(a, b))).filter((d) => d.some((value) => value !== 0))
    .flatMap((d): Vector[] => [d, [-d[0], -d[1], -d[2]]]);

/** Small whole numbers: ties and degenerate corners at every step. */
const rows = fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 })), { minLength: 4, maxLength: 14 })
  .filter((A) => A.some((a) => A.some((b) => A.some((c) => dot(cross(a, b), c) !== 0))));

describe("the exact separation test, against all edges of the cone in whole numbers", () => {
  it("gives the same answer, and names every row that some direction rewards", () => fc.assert(fc.property(rows, (A) => {
    // Of full rank, so the cone is pointed: it holds a direction exactly where it holds an edge.
    const inside = edges(A).filter((d) => A.every((row) => dot(row, d) >= 0));
    const answer = decideCone(asCone(A));
    expect(answer.kind).toBe(inside.length > 0 ? "separated" : "overlap");
    const rewarded = A.map((row) => inside.some((d) => dot(row, d) > 0));
    expect(separatedRows(asCone(A)) ?? A.map(() => false)).toEqual(rewarded);
  }), { numRuns: 3000 }));

  it("is quick on many rows, separated or not", () => {
    const n = 100_000;
    const A = Array.from({ length: n }, (_, i): Vector => [1, Math.sin(i * 1.7), Math.cos(i * 2.9)]);
    const score = A.map((row) => row[1] + 0.3 * row[2] - 0.2);
    const farthest = score.indexOf(Math.max(...score.slice(0, 1000)));
    const signed = (flipped: number): Vector[] => A.map((row, i) => {
      const sign = score[i] > 0 === (i !== flipped) ? 1 : -1;
      return [sign * row[0], sign * row[1], sign * row[2]];
    });
    const started = performance.now();
    expect(decideCone(asCone(signed(-1))).kind).toBe("separated");
    expect(decideCone(asCone(signed(farthest))).kind).toBe("overlap");
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
