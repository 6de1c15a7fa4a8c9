import { describe, expect, it } from "vitest";
import { buildDesign, isBinary } from "../../../src/models/data/design";
import { asFactor, parseFactor } from "../../../src/models/data/factor";
import type { Table } from "../../../src/models/data/table";

const table: Table = {
  file: "f.csv", columns: ["x", "z", "b", "g", "h"], lines: [2, 3, 4, 5, 6, 7],
  rows: [["2", "0.1", "0", "p", "s"], ["3", "0.5", "1", "q", "t"], ["5", "0.3", "1", "r", "s"], ["7", "-2", "0", "p", "t"], ["1", "3", "1", "q", "s"], ["2", "1", "0", "r", "t"]],
};
const column = (name: string): string[] => table.rows.map((row) => row[table.columns.indexOf(name)]);
const numbers = (name: string): number[] => column(name).map(Number);
const factors = (...texts: string[]) => texts.map((text) => asFactor(parseFactor(text), column(parseFactor(text).column), "f.csv"));

describe("a design", () => {
  it("multiplies factors and numbers, the first varying fastest as in R", () => {
    const { X, columns, termOf } = buildDesign(table, ["g", "h", "x", "g:h:x"], factors("g", "h=sum"), () => false); // no row counts, and no column goes
    expect(columns).toEqual(["const", "g=q", "g=r", "h=s", "x", "g=p:h=s:x", "g=q:h=s:x", "g=r:h=s:x", "g=p:h=t:x", "g=q:h=t:x", "g=r:h=t:x"]);
    expect(termOf).toEqual(["const", "g", "g", "h", "x", ...Array<string>(6).fill("g:h:x")]);
    expect(X[0]).toEqual([1, 0, 0, 1, 2, 2, 0, 0, 0, 0, 0]);
    expect(X[1]).toEqual([1, 1, 0, -1, 3, 0, 0, 0, 0, 3, 0]);
    expect(X[5]).toEqual([1, 0, 1, -1, 2, 0, 0, 0, 0, 0, 2]);
  });

  // 0.1·2 and the like are the exact products rounded to the last of 53 bits.
  it("bounds the rounding of products of numbers: nothing where all is whole, else half a unit in the last place of the largest", () => {
    expect(buildDesign(table, ["x", "z", "x:x", "x:z", "x:b"], []).rounding).toEqual([0, 0, 0, 0, 1.5 * 2 ** -53, 0]);
    expect(buildDesign(table, ["g", "g:z:z"], factors("g")).rounding).toEqual([0, 0, 0, ...Array<number>(3).fill(0.25 * 2 ** -53)]);
    expect(buildDesign(table, ["g", "g:z"], factors("g")).rounding).toEqual([0, 0, 0, 0, 0, 0]);
    // 2 · 0.5 is 1, which is whole; its factors are not.
    expect(buildDesign({ file: "f.csv", columns: ["x", "z"], lines: [2, 3], rows: [["2", "0.5"], ["1", "0.25"]] }, ["x:z", "z:z"], []).rounding).toEqual([0, 2 ** -53, 0.25 * 2 ** -53]);
    const large: Table = { file: "f.csv", columns: ["x"], lines: [2, 3], rows: [[String(2 ** 27)], ["3"]] };
    expect(buildDesign(large, ["x", "x:x"], []).rounding).toEqual([0, 0, 2]);
  });

  it("moves every column of a variable together: steps of 0/1 columns and factors, slopes by the product rule", () => {
    const { X, effectVariables } = buildDesign(table, ["x", "b", "g", "x:b", "x:x", "g:x"], factors("g:q"));
    // const x b g=p g=r x:b x:x g=p:x g=r:x
    const effects = effectVariables();
    expect(effects.map(({ term, change }) => [term, change.kind])).toEqual([["x", "slope"], ["b", "step"], ["g=p", "step"], ["g=r", "step"]]);
    const seen = (cells: (i: number, use: (c: number, value: number) => void) => void, i: number): [number, number][] => {
      const all: [number, number][] = [];
      cells(i, (c, value) => all.push([c, value]));
      return all;
    };
    const [x, b, p] = effects.map(({ change }) => change);
    if (x.kind !== "slope" || b.kind !== "step" || p.kind !== "step") throw new Error("other kinds");
    expect(x.at).toBe(X);
    expect([X[1], X[2]]).toEqual([[1, 3, 1, 0, 0, 3, 9, 0, 0], [1, 5, 1, 0, 1, 5, 25, 0, 5]]);
    expect(effects[0]).toMatchObject({ values: numbers("x") });
    expect(seen(x.along, 2)).toEqual([[1, 1], [5, 1], [6, 5], [6, 5], [8, 1]]); // x = 5, b = 1, g = r
    expect([b.columns, seen(b.from, 1), seen(b.to, 1)]).toEqual([[2, 5], [[2, 0], [5, 0]], [[2, 1], [5, 3]]]);
    expect([p.columns, seen(p.from, 3), seen(p.to, 3)]).toEqual([[3, 4, 7, 8], [], [[3, 1], [7, 7]]]);
  });

  it("has at the mean one row, factors at their shares, weighted where weights are", () => {
    const { effectVariablesAtMean } = buildDesign(table, ["x", "g", "h", "g:h"], factors("g", "h=sum"));
    const at = (weights?: number[]): number[] => [...effectVariablesAtMean(weights)[0].change.at[0]];
    const close = (values: number[], expected: number[]) => values.forEach((value, j) => expect(value).toBeCloseTo(expected[j], 14));
    close(at(), [1, 20 / 6, 1 / 3, 1 / 3, 0, 0, 0]);
    // Weights 1 0 1 1 0 0: x 2, 5, 7; g p, r, p; h s, s, t.
    close(at([1, 0, 1, 1, 0, 0]), [1, 14 / 3, 0, 1 / 3, 1 / 3, 0, 1 / 9]);
    const [x] = effectVariablesAtMean();
    expect([x.term, x.change.kind]).toEqual(["x", "slope"]);
    if ("values" in x) close([...x.values!], [20 / 6]);
  });

  it("takes columns of 0 and 1 for steps unless other rows say otherwise", () => {
    expect([isBinary([0, 1, 1]), isBinary([0, 2]), isBinary([])]).toEqual([true, false, true]);
    const kinds = (binary?: (name: string) => boolean) => buildDesign(table, ["x", "b"], [], undefined, binary).effectVariables().map(({ change }) => change.kind);
    expect(kinds()).toEqual(["slope", "step"]);
    expect(kinds((name) => name === "x")).toEqual(["step", "slope"]);
  });

  it("leaves out columns of a factor's interaction that no row can tell apart, and no others", () => {
    const sparse: Table = { ...table, rows: table.rows.map((row, i) => (i === 5 ? ["2", "1", "0", "r", "s"] : row)) }; // nobody is r and t
    const made = buildDesign(sparse, ["g", "h", "g:h"], factors("g", "h"));
    expect(made.columns).toEqual(["const", "g=q", "g=r", "h=t", "g=q:h=t"]);
    expect(made.dropped).toEqual([{ term: "g=r:h=t", why: "no row has g=r and h=t" }]);
    expect(made.effectVariables().map(({ term, change }) => [term, change.kind === "step" ? change.columns : []])).toEqual([["g=q", [1, 2, 4]], ["g=r", [1, 2, 4]], ["h=t", [3, 4]]]);
    expect(buildDesign(sparse, ["g", "g:x"], factors("g")).dropped).toEqual([]);
    // All of q have b = 1 and none of p: with r's two cells there are four, as many as columns without the interaction.
    const why = "in these rows it is a combination of the other columns, as where a cell of the interaction is empty";
    expect(buildDesign(table, ["b", "g", "g:b"], factors("g")).dropped).toEqual([{ term: "g=q:b", why }, { term: "g=r:b", why }]);
    // Two columns of numbers that depend on each other are left to the fit to refuse.
    expect(buildDesign(table, ["x", "x:b", "b:x:b"], []).dropped).toEqual([]);
  });
});
