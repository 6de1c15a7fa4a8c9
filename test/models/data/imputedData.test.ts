import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseFactor } from "../../../src/models/data/factor";
import { readImputedData } from "../../../src/models/data/imputedData";
import type { ModelDataSpec } from "../../../src/models/data/modelData";
import { imputeChained } from "../../../src/models/imputation/chained";
import { refusalOf } from "../refusalOf";

const file = join(mkdtempSync(join(tmpdir(), "sojourn-imputed-")), "d.csv");
/** 24 rows: y 0 or 1, x of seven numbers, b 0 or 1, g of three letters, level 1 to 3, w without gaps, u unused. */
const cellsOf = (i: number): Record<string, string> => ({
  y: String(Number((i * 5) % 7 > 2)), x: String(0.5 + ((i * 3) % 7)), b: String(i % 2), g: "pqr"[(i * 2 + (i > 11 ? 1 : 0)) % 3], level: String(1 + ((i * 4) % 9) % 3), w: String(1 + (i % 3)), u: i === 0 ? "" : "k",
});
const COLUMNS = ["u", "y", "x", "b", "g", "level", "w"];
const written = (change: (cells: Record<string, string>, i: number) => Record<string, string>, separator = ","): void =>
  writeFileSync(file, [COLUMNS, ...Array.from({ length: 24 }, (_, i) => { const cells = change(cellsOf(i), i); return COLUMNS.map((column) => cells[column]); })].map((row) => row.join(separator)).join("\n") + "\n");
const read = (spec: Partial<ModelDataSpec> = {}) => readImputedData(file, { outcome: "y", terms: ["x", "b", "g"], family: "binomial", factors: [parseFactor("g")], ...spec }, { imputations: 2, seed: 4 });

const GAPS: Record<number, Record<string, string>> = { 2: { x: "" }, 5: { b: " NA " }, 9: { g: ".", x: "n/a" }, 12: { y: "" }, 20: { g: "" } };

describe("data with drawn cells", () => {
  it("have what stands in the file, and in each gap a value that stands in its column", () => {
    written((cells, i) => ({ ...cells, ...GAPS[i] }));
    const { data, rows, completed, drawn } = read();
    expect([data.length, rows, completed, drawn]).toEqual([2, 24, 5, { y: 1, x: 2, b: 1, g: 2 }]);
    for (const { X, y, columns, rows: lines, leftOut, source } of data) {
      expect([columns, leftOut, lines]).toEqual([["const", "x", "b", "g=q", "g=r"], 0, Array.from({ length: 24 }, (_, i) => i + 2)]);
      X.forEach((row, i) => {
        const { x, b, g, y: outcome } = cellsOf(i);
        const gaps = Object.keys(GAPS[i] ?? {});
        if (!gaps.includes("x")) expect(row[1]).toBe(Number(x));
        else expect([0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5]).toContain(row[1]);
        if (!gaps.includes("b")) expect(row[2]).toBe(Number(b));
        else expect([0, 1]).toContain(row[2]);
        if (!gaps.includes("g")) expect(row.slice(3)).toEqual([Number(g === "q"), Number(g === "r")]);
        else expect(["p", "q", "r"]).toContain(source.table.rows[i][4]);
        if (!gaps.includes("y")) expect(y[i]).toBe(Number(outcome));
        else expect([0, 1]).toContain(y[i]);
      });
    }
    expect(read().data.map(({ X }) => X)).toEqual(data.map(({ X }) => X));
  });

  it("are drawn as what their column is: 0 or 1, a factor's level, an ordered outcome's, or a number", () => {
    written((cells, i) => ({ ...cells, ...GAPS[i], level: [1, 6, 13].includes(i) ? "" : cells.level, u: i === 17 ? "" : i % 3 === 0 ? "yes" : "no" }));
    const values = (of: (cells: Record<string, string>) => number, gaps: readonly number[]) => Float64Array.from({ length: 24 }, (_, i) => (gaps.includes(i) ? NaN : of(cellsOf(i))));
    const x = { name: "x", kind: "number", categories: 2, values: values((cells) => Number(cells.x), [2, 9]) } as const;
    const b = { name: "b", kind: "binary", categories: 2, values: values((cells) => Number(cells.b), [5]) } as const;
    const g = { name: "g", kind: "nominal", categories: 3, values: values((cells) => "pqr".indexOf(cells.g), [9, 20]) } as const;
    const level = { name: "level", kind: "ordered", categories: 3, values: values((cells) => Number(cells.level) - 1, [1, 6, 13]) } as const;
    const u = { name: "u", kind: "binary", categories: 2, values: Float64Array.from({ length: 24 }, (_, i) => (i === 17 ? NaN : Number(i % 3 === 0))) } as const;
    const filled = imputeChained([level, x, b, g, u], { imputations: 2, seed: 4 });
    for (const levels of [undefined, ["1", "2", "3"]]) {
      const { data } = read({ outcome: "level", family: "ordered", levels, terms: ["x", "b", "g", "u"], factors: [parseFactor("g"), parseFactor("u")] });
      data.forEach(({ X, y }, m) => X.forEach(([, own, one, q, r, yes], i) => {
        expect([Number(y[i]), own, one, q, r, yes]).toEqual([1 + filled[m][0][i], filled[m][1][i], filled[m][2][i], Number(filled[m][3][i] === 1), Number(filled[m][3][i] === 2), filled[m][4][i]]);
      }));
    }
    // A binary outcome of numbers is a column of 0 and 1 like any.
    const y = { name: "y", kind: "binary", categories: 2, values: values((cells) => Number(cells.y), [12]) } as const;
    const binary = imputeChained([y, x, b, g], { imputations: 2, seed: 4 });
    read().data.forEach((one, m) => { expect(Array.from(one.y)).toEqual(Array.from(binary[m][0])); expect(one.X.map(([, own]) => own)).toEqual(Array.from(binary[m][1])); });
  });

  it("draw an ordered outcome among its levels, by name or by number however it is spelt", () => {
    written((cells, i) => ({ ...cells, level: i === 3 ? "" : i === 8 ? `${cells.level}.0` : cells.level }));
    const ordered = { outcome: "level", terms: ["x"], family: "ordered", factors: [] } as const;
    for (const spec of [{ ...ordered }, { ...ordered, levels: ["1", "2", "3"] }]) {
      const { data, drawn } = read(spec);
      expect(drawn).toEqual({ level: 1 });
      data.forEach(({ y }) => y.forEach((value, i) => { if (i === 3) expect(["1", "2", "3"]).toContain(String(value)); else expect(Number(value)).toBe(Number(cellsOf(i).level)); }));
    }
    expect(refusalOf(() => read({ ...ordered, levels: ["1", "3"] }))).toBe(`${file}, row ${2 + Array.from({ length: 24 }, (_, i) => cellsOf(i).level).findIndex((level, i) => level === "2" && i !== 3)}, column level: "2" is not among the levels (expected 1, 3).`);
  });

  it("draw one level for a number that is spelt in two ways, and put numbers in their order whatever the decimal sign", () => {
    // Levels 2,5 and 10,5 (also 10,50): as texts the larger would come first.
    written((cells, i) => ({ ...cells, level: i === 3 ? "" : i === 8 ? "10,50" : ["2,5", "10,5", "2,5", "3"][i % 4], g: i === 6 ? "" : i === 7 ? "7,0" : ["7", "8"][i % 2] }), ";");
    const { data, drawn } = read({ outcome: "level", family: "ordered", terms: ["g"], factors: [parseFactor("g")], decimal: "," });
    expect(drawn).toEqual({ level: 1, g: 1 });
    for (const { y, levels, columns } of data) {
      expect([levels, columns]).toEqual([[2.5, 3, 10.5], ["const", "g=8"]]);
      y.forEach((value, i) => { if (i === 3) expect([2.5, 3, 10.5]).toContain(value); else expect(value).toBe(i === 8 ? 10.5 : [2.5, 10.5, 2.5, 3][i % 4]); });
    }
  });

  it("write drawn numbers with the file's decimal sign, and take only the codes that are named", () => {
    written((cells, i) => ({ ...cells, x: i === 7 ? "99" : cells.x.replace(".", ",") }), ";");
    const { data, drawn } = read({ decimal: ",", missing: ["99"], terms: ["x"], factors: [] });
    expect(drawn).toEqual({ x: 1 });
    for (const { X } of data) { expect(X[0][1]).toBe(0.5); expect([0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5]).toContain(X[7][1]); }
  });

  it("are refused where a column has no value, or text among its numbers", () => {
    written((cells) => ({ ...cells, b: "" }));
    expect(refusalOf(() => read())).toBe(`${file}, column b: the column has no value at all (expected some values to draw from). Leave it out of the model.`);
    written((cells, i) => ({ ...cells, x: i === 4 ? "much" : i === 6 ? "" : cells.x }));
    expect(refusalOf(() => read())).toBe(`${file}, row 6, column x: "much" is not a number (expected a number). Code it as a number, or give it as --factor x.`);
    written((cells, i) => ({ ...cells, w: i === 4 ? "" : cells.w }));
    expect(refusalOf(() => read({ weights: "w" }))).toMatch(/row 6, column w: the cell is empty/); // weights are not drawn
  });
});
