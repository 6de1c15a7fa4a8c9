import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideCone, separatedRows } from "../../../src/models/separation/cone";
import { maximiseOverCone } from "../../../src/models/separation/coneProgram";

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, j) => sum + value * b[j], 0);
const solve = (A: readonly (readonly number[])[], c: readonly number[]) => maximiseOverCone(Float64Array.from(A.flat()), A.length, c.length, Float64Array.from(c))!;
const cone = (A: readonly (readonly number[])[]) => ({ rows: A.length, columns: A[0].length, values: Float64Array.from(A.flat()), owner: A.map((_, i) => i) });

/** The best corner of {Ad ≥ 0, |dⱼ| ≤ 1} in three dimensions: each three of the planes meet in one point, or in none. */
function bestCorner(A: readonly (readonly number[])[], c: readonly number[]): number {
  const planes = [...A.map((row) => ({ row, at: 0 })), ...[0, 1, 2].flatMap((j) => [1, -1].map((at) => ({ row: [0, 1, 2].map((i) => Number(i === j)), at })))];
  let best = -Infinity;
  planes.forEach((p, i) => planes.slice(i + 1).forEach((q, k) => planes.slice(i + k + 2).forEach((r) => {
    const cross = (a: readonly number[], b: readonly number[]) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
    const det = dot(p.row, cross(q.row, r.row));
    if (Math.abs(det) < 1e-9) return;
    const [qr, rp, pq] = [cross(q.row, r.row), cross(r.row, p.row), cross(p.row, q.row)];
    const d = [0, 1, 2].map((j) => (p.at * qr[j] + q.at * rp[j] + r.at * pq[j]) / det);
    if (d.every((value) => Math.abs(value) <= 1 + 1e-9) && A.every((row) => dot(row, d) >= -1e-9)) best = Math.max(best, dot(c, d));
  })));
  return best;
}

describe("the best direction of a cone in a box", () => {
  it("is known by hand in two dimensions", () => {
    expect(solve([[1, 0]], [1, 1])).toEqual({ optimum: 2, direction: Float64Array.of(1, 1) });
    expect(solve([[1, 0]], [2, -3])).toEqual({ optimum: 5, direction: Float64Array.of(1, -1) });
    expect(solve([[-1, 1]], [1, 0])).toEqual({ optimum: 1, direction: Float64Array.of(1, 1) }); // d₁ ≤ d₂ ≤ 1
    expect(solve([[-2, 1]], [1, 0])).toEqual({ optimum: 0.5, direction: Float64Array.of(0.5, 1) });
    expect(solve([[-2, 1], [-1, -3]], [1, 0])).toMatchObject({ optimum: 0 }); // 2d₁ ≤ d₂ ≤ −d₁/3
    expect(solve([[1, -1], [-1, 1]], [1, 1])).toEqual({ optimum: 2, direction: Float64Array.of(1, 1) }); // the line d₁ = d₂
    expect(solve([], [0.5, -2])).toEqual({ optimum: 2.5, direction: Float64Array.of(1, -1) });
  });

  it("is the best of its corners", () => {
    const number = fc.integer({ min: -4, max: 4 });
    const vector = fc.tuple(number, number, number);
    fc.assert(fc.property(fc.array(vector, { minLength: 1, maxLength: 7 }), vector, (A, c) => {
      const { optimum, direction } = solve(A, c);
      expect(optimum).toBeCloseTo(bestCorner(A, c), 9);
      if (optimum > 0) {
        expect(dot(c, [...direction])).toBeCloseTo(optimum, 9);
        for (const row of A) expect(dot(row, [...direction])).toBeGreaterThan(-1e-9);
        for (const value of direction) expect(Math.abs(value)).toBeLessThan(1 + 1e-9);
      }
    }), { numRuns: 120 });
  });
});

describe("the question whether rows are separated", () => {
  it("is answered with a direction and each row's margin, its length taken as 1", () => {
    // A row of zeros says nothing; the others want d₁ and d₂ up.
    expect(decideCone(cone([[3, 4], [0, 0], [0, 5]]))).toEqual({ kind: "separated", direction: Float64Array.of(1, 1), margins: Float64Array.of(1.4, 0, 1) });
    expect(decideCone(cone([[1, 0], [-1, 0]])).kind).toBe("overlap");
    expect(decideCone(cone([[0, 0], [0, 0]])).kind).toBe("overlap");
  });

  it("is left open where a margin is too near to 0 to be told from rounding", () => {
    const nearly = (e: number) => decideCone(cone([[1, 0], [-1, e]])).kind; // d = (e, 1) has margins e and 0
    expect([1e-5, 1e-6, 1e-9, 1e-10, 1e-11, 1e-13].map(nearly)).toEqual(["separated", "separated", "undecided", "undecided", "overlap", "overlap"]);
  });

  it("is asked of some columns, the others being left alone, and of rewarded rows alone", () => {
    const A = cone([[1, 2, 1], [-1, 3, 0], [1, 1, -1]]);
    expect(decideCone(A, [0, 2]).kind).toBe("overlap"); // 1,1; −1,0; 1,−1 balance: 1·row₀ + 2·row₁ + 1·row₂ = 0
    expect(decideCone(A, [1])).toEqual({ kind: "separated", direction: Float64Array.of(0, 1, 0), margins: Float64Array.of(1, 1, 1) });
    const one = cone([[1, 0, 0], [-1, 0, 0], [0, 0, -2]]);
    expect(decideCone(one)).toEqual({ kind: "separated", direction: expect.any(Float64Array) as Float64Array, margins: Float64Array.of(0, 0, 1) });
    expect([decideCone(one, undefined, [true, true, false]).kind, decideCone(one, undefined, [false, false, true]).kind]).toEqual(["overlap", "separated"]);
    expect([decideCone(one, [2, 0]), decideCone(one, [0, 1]).kind]).toEqual([{ kind: "separated", direction: Float64Array.of(0, 0, -1), margins: Float64Array.of(0, 0, 1) }, "overlap"]);
  });

  it("names all rows that one direction can lift, by one after the other where the first does not lift all", () => {
    expect(separatedRows(cone([[1, 0], [-1, 0], [0, 1]]))).toEqual([false, false, true]);
    expect(separatedRows(cone([[1, 0], [0, 1], [1, 1]]))).toEqual([true, true, true]);
    expect(separatedRows(cone([[1, 0], [-1, 0]]))).toBeUndefined();
    expect(separatedRows(cone([[1, 0], [-1, 0], [0, 1]]), [0])).toBeUndefined();
    // Rewarding all of them, the best direction would leave out a row of little weight: (−1, 3)·d ≥ 0 and (1, −3)·d ≥ 0 hold d on a line.
    expect(separatedRows(cone([[-1, 3, 0], [1, -3, 0], [3, 1, 0], [0, 0, 1], [0, 0, 0]]))).toEqual([false, false, true, true, false]);
  });
});
