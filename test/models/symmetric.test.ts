import { describe, expect, it } from "vitest";
import { eigenSymmetric, inverseRoot } from "../../src/models/numeric/symmetric";

type Matrix = readonly (readonly number[])[];
const from = (m: number, cell: (a: number, b: number) => number): number[][] => Array.from({ length: m }, (_, a) => Array.from({ length: m }, (__, b) => cell(Math.min(a, b), Math.max(a, b))));
const flat = (S: Matrix): Float64Array => Float64Array.from(S.flat());
const rows = (S: Float64Array, m: number): number[][] => Array.from({ length: m }, (_, a) => [...S.subarray(a * m, (a + 1) * m)]);
const product = (A: Matrix, B: Matrix): number[][] => A.map((row) => B[0].map((_, b) => row.reduce((sum, value, e) => sum + value * B[e][b], 0)));
const turned = (A: Matrix): number[][] => A[0].map((_, b) => A.map((row) => row[b]));
const identity = (m: number): number[][] => from(m, (a, b) => Number(a === b));
function expectMatrix(found: Matrix, expected: Matrix, within: number): void {
  const worst = Math.max(...found.flatMap((row, a) => row.map((value, b) => Math.abs(value - expected[a][b]))));
  expect(worst).toBeLessThanOrEqual(within);
}
const wave = from(40, (a, b) => Math.sin(3.7 * a + 11.3 * b) + (a === b ? a / 5 : 0));
const gram = (m: number): number[][] => { const A = Array.from({ length: m }, (_, a) => Array.from({ length: m }, (__, b) => Math.cos(1.9 * a * a + 0.7 * b))); return from(m, (a, b) => A[a].reduce((sum, value, e) => sum + value * A[b][e], a === b ? 1 : 0)); };

const CASES: Record<string, Matrix> = {
  "one by one": [[-3]], "two by two": [[2, 1], [1, 2]], "nothing": from(4, () => 0), "diagonal, with a value twice": from(4, (a, b) => (a === b ? [5, 1, 5, -2][a] : 0)),
  "the identity less a direction": from(6, (a, b) => Number(a === b) - 1 / 6), "three": [[4, 1, -0.5], [1, 3, 0.25], [-0.5, 0.25, 2]], "forty": wave,
  "graded over 24 orders": from(8, (a, b) => (a === b ? 10 ** (-3 * a) : 1e-13 * 10 ** (-3 * b))), "hardly anything beside the diagonal's neighbours": [[0, 0.5, 1e-9], [0.5, 2, 3], [1e-9, 3, 4]], "the same, below 0": [[0, -0.5, 1e-9], [-0.5, 2, 3], [1e-9, 3, 4]],
  "turned by a reflection of (−1, 1)": [[1, 0, 1], [0, 2, 0.5], [1, 0.5, 3]], "in two blocks": [[1, 2, 0, 0], [2, 1, 0, 0], [0, 0, 3, 4], [0, 0, 4, 3]],
};

describe("eigenvalues of a symmetric matrix", () => {
  it.each(Object.entries(CASES))("make it again, by vectors at right angles: %s", (_, S) => {
    const m = S.length;
    const { values, vectors } = eigenSymmetric(flat(S), m);
    const V = rows(vectors, m);
    const size = Math.max(...S.flat().map(Math.abs));
    expectMatrix(product(V, turned(V)), identity(m), 1e-13);
    expectMatrix(product(turned(V), V.map((row, e) => row.map((value) => value * values[e]))), S, 1e-13 * size);
  });

  it("are those known in closed form: 2 − 2 cos(jπ/(m + 1)) of second differences", () => {
    const m = 25;
    const { values } = eigenSymmetric(flat(from(m, (a, b) => (a === b ? 2 : b - a === 1 ? -1 : 0))), m);
    const known = Array.from({ length: m }, (_, j) => 2 - 2 * Math.cos(((j + 1) * Math.PI) / (m + 1)));
    expectMatrix([[...values].sort((a, b) => a - b)], [known], 1e-14);
  });
});

describe("the inverse root", () => {
  it.each([3, 20, 60])("squared is the inverse: %i", (m) => {
    const S = gram(m);
    const R = rows(inverseRoot(flat(S), m), m);
    expectMatrix(product(product(R, R), S), identity(m), 1e-11);
  });

  it("leaves a direction alone in which there is nothing", () => {
    const m = 6;
    const R = rows(inverseRoot(flat(CASES["the identity less a direction"]), m), m);
    expectMatrix(R, CASES["the identity less a direction"], 1e-14);
  });

  it("takes for nothing what is a millionth of a millionth of the largest, or less", () => {
    const values = [100, 1.5e-10, 0.5e-10, 4];
    const R = rows(inverseRoot(flat(from(4, (a, b) => (a === b ? values[a] : 0))), 4), 4);
    expect(R).toEqual(from(4, (a, b) => (a !== b || a === 2 ? 0 : expect.closeTo(1 / Math.sqrt(values[a]), 6) as number)));
  });
});
