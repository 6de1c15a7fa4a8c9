import { describe, expect, it } from "vitest";
import { emptyColumns } from "../../../src/models/data/emptyCells";

const n = 12;
const rows = Array.from({ length: n }, (_, i) => i);
const x = rows.map((i) => Math.sin(1.3 * i) + 3);
const z = rows.map((i) => Math.cos(2.1 * i));
const dropped = (columns: number[][], mayGo: boolean[]) => {
  const names = columns.map((_, c) => `c${c}`);
  return emptyColumns(rows.map((i) => columns.map((column) => column[i])), names, mayGo).map(({ term }) => term);
};
const ones = rows.map(() => 1);

describe("columns of an interaction", () => {
  it("go where nothing of their own is left, and stay where a hundred-millionth is", () => {
    // What is z's share of x + εz, beside x and a constant: ε times z's own part, by x's spread.
    for (const [share, gone] of [[1e-3, []], [1e-6, []], [1e-7, []], [1e-9, ["c3"]], [0, ["c3"]]] as const) {
      expect(dropped([ones, x, rows.map((i) => i % 2), rows.map((i) => x[i] + share * z[i])], [false, false, false, true]), String(share)).toEqual(gone);
    }
  });

  it("are looked at after all others, each beside those that were kept before it", () => {
    const sum = rows.map((i) => x[i] + z[i]);
    expect(dropped([ones, sum, x, z], [false, true, false, false])).toEqual(["c1"]);
    expect(dropped([ones, sum, x, z], [false, true, true, false])).toEqual(["c2"]);
    expect(dropped([ones, x, z, sum, rows.map((i) => x[i] - z[i]), rows.map((i) => i * i), rows.map((i) => i * i + 2 * x[i] - z[i])], [false, false, false, true, true, true, true])).toEqual(["c3", "c4", "c6"]);
  });

  it("are all kept where other columns depend on each other, which the fit refuses", () => {
    expect(dropped([ones, x, rows.map((i) => 2 * x[i]), z, z], [false, false, false, true, true])).toEqual([]);
  });

  it("that are 0 everywhere are named first, by what no row has", () => {
    const none = rows.map(() => 0);
    expect(emptyColumns(rows.map((i) => [1, x[i], x[i], none[i], z[i]]), ["const", "x", "a:x", "a=1:b=2", "c"], [false, false, true, true, false])).toEqual([
      { term: "a=1:b=2", why: "no row has a=1 and b=2" }, { term: "a:x", why: "in these rows it is a combination of the other columns, as where a cell of the interaction is empty" },
    ]);
    expect(emptyColumns([], ["const", "a:b"], [false, true])).toEqual([]);
    expect(emptyColumns([[1, 0]], ["const", "x"], [false, false])).toEqual([]);
  });
});
