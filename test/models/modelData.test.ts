import { utils, write } from "@e965/xlsx";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BadInput } from "../../src/badInput";
import { averageEffects } from "../../src/models/effects/averageMarginalEffects";
import { parseFactor } from "../../src/models/data/factor";
import { fitModelData } from "../../src/models/data/fitModelData";
import { type ModelDataSpec, readModelData } from "../../src/models/data/modelData";
import { expectClose, fixture } from "./fixtures";
import { expectEffects, type REffect } from "./expectEffects";

const folder = mkdtempSync(join(tmpdir(), "sojourn-models-"));
let files = 0;
const csv = (...lines: string[]): string => {
  const file = join(folder, `${files++}.csv`);
  writeFileSync(file, lines.join("\n") + "\n");
  return file;
};
const read = (file: string, spec: Partial<ModelDataSpec> = {}) => readModelData(file, { outcome: "y", terms: ["x"], family: "binomial", ...spec });

function place(work: () => unknown): { row?: number | undefined; column?: string | undefined; message: string } {
  try {
    work();
  } catch (error) {
    if (error instanceof BadInput) return { ...error.place, message: error.message };
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("a file of numbers", () => {
  it("gives the same factor in GB18030 as in UTF-8", () => {
    const [gb, utf] = ["gb3.csv", "utf3.csv"].map((name) => read(join(__dirname, "../fixtures/io", name), { terms: ["x", "g"], factors: [parseFactor("g")] }));
    expect(gb.columns).toEqual(["const", "x", "g=广州", "g=长春"]);
    const called = (one: typeof gb) => ({ ...one, effectVariables: 0, effectVariablesAtMean: 0, source: { ...one.source, table: { ...one.source.table, file: "" } } });
    expect(called(gb)).toEqual(called(utf));
  });

  it("takes decimal commas in the texts of a workbook too, beside its numbers", () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([["y", "x"], [1, "2,5"], [0, -0.001], [1, "0.25"], [0, 3]]), "s");
    const file = join(folder, "comma.xlsx");
    writeFileSync(file, new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer));
    expect(place(() => read(file))).toMatchObject({ row: 2, column: "x", message: expect.stringContaining("--decimal ,") as string });
    expect(read(file, { decimal: "," }).X).toEqual([[1, 2.5], [1, -0.001], [1, 0.25], [1, 3]]);
  });

  it("takes decimal commas where they are asked for, and says so where they are not", () => {
    const file = csv("y;x", "1;2,5", "0;-1e-3", "1;0,25");
    expect(read(file, { decimal: "," }).X).toEqual([[1, 2.5], [1, -0.001], [1, 0.25]]);
    expect(place(() => read(file))).toMatchObject({ row: 2, column: "x", message: expect.stringMatching(/"2,5" is not a number .*--decimal ,\./) });
    expect(place(() => read(csv("y;x", "1;1.234"), { decimal: "," }))).toMatchObject({ row: 2, message: expect.stringMatching(/"1\.234" is not a number/) });
  });

  it("knows a row after a quoted line break by its line in the file, however lines end", () => {
    for (const name of ["multi.csv", "multicrlf.csv"]) expect(place(() => read(join(__dirname, "../fixtures/io", name))).row).toBe(4);
  });

  it("is read with the constant first, rows known by their file line", () => {
    const data = read(csv("y,x,z", "1,2.5,a", "", "0,-1e-3,b"));
    expect(data.columns).toEqual(["const", "x"]);
    expect(data.X).toEqual([[1, 2.5], [1, -0.001]]);
    expect(data.rows).toEqual([2, 4]);
  });

  it("may begin with a byte-order mark, quote its cells and end its lines as Windows does", () => {
    expect(read(csv("\uFEFFy,x\r", '"1","2"\r', "0,3\r")).X).toEqual([[1, 2], [1, 3]]);
  });

  it("says where a cell is text, is empty, or is a number only in part", () => {
    expect(place(() => read(csv("y,x", "1,2", "0,red")))).toMatchObject({ row: 3, column: "x" });
    expect(place(() => read(csv("y,x", "1,2", "0,"))).message).toContain("--missing drop");
    expect(place(() => read(csv("y,x", "1,2 kg", "0,1")))).toMatchObject({ row: 2, column: "x" });
    expect(place(() => read(csv("y,x", "1,0x10", "0,1")))).toMatchObject({ row: 2, column: "x" });
    expect(place(() => read(csv("y,x", "1,NaN", "0,1")))).toMatchObject({ row: 2, column: "x" });
    expect(place(() => read(csv("y,x", "1,1e999", "0,1")))).toMatchObject({ row: 2, column: "x" });
  });

  it("says where an outcome is neither 0 nor 1, which columns there are, and which line is ragged", () => {
    expect(place(() => read(csv("y,x", "1,2", "2,3")))).toMatchObject({ row: 3, column: "y" });
    expect(place(() => read(csv("y,xx", "1,2"))).message).toContain("y, xx");
    expect(place(() => read(csv("y,x", "1,2", "0,1,5"))).row).toBe(3);
    expect(place(() => read(csv("y,x,x", "1,2,3"))).message).toContain("named twice");
    expect(place(() => read(csv("y,x", "1,2"), { terms: ["x", "y"] })).message).toContain("among the terms too");
    expect(place(() => read(csv("y,x"))).message).toContain("no rows");
  });

  it("leaves rows with an empty cell out where that is asked, but only for columns it uses", () => {
    const data = read(csv("y,x,unused", "1,2,", "0,,1", ",3,1", "0,4,"), { dropMissing: true });
    expect(data.rows).toEqual([2, 5]);
    expect(data.leftOut).toBe(2);
  });

  it("takes ordered levels by number, or as told", () => {
    expect(read(csv("y,x", "10,1", "9,2", "2,1"), { family: "ordered" }).levels).toEqual([2, 9, 10]);
    const told = read(csv("y,x", "low,1", "high,2"), { family: "ordered", levels: ["low", "mid", "high"] });
    expect([told.y, told.levels]).toEqual([["low", "high"], ["low", "mid", "high"]]);
    expect(place(() => read(csv("y,x", "low,1", "tall,2"), { family: "ordered", levels: ["low", "high"] }))).toMatchObject({ row: 3, column: "y" });
    expect(place(() => read(csv("y,x", "low,1"), { family: "ordered" })).message).toContain("--levels");
  });
});

describe("terms", () => {
  const file = csv("y,x,g,h,w", "1,2,b,1,1", "0,3,a,0,2", "0,5,c,1,1", "1,7,a,0,1");

  it("spread a factor against its first level, or the one named", () => {
    const data = read(file, { terms: ["g", "x"], factors: [parseFactor("g")] });
    expect(data.columns).toEqual(["const", "g=b", "g=c", "x"]);
    expect(data.X.map((row) => row.slice(1, 3))).toEqual([[1, 0], [0, 0], [0, 1], [0, 0]]);
    expect(data.termOf).toEqual(["const", "g", "g", "x"]);
    expect(read(file, { terms: ["g"], factors: [parseFactor("g:c")] }).columns).toEqual(["const", "g=a", "g=b"]);
  });

  it("spread a factor so that its columns sum to 0, without the last level or the one named", () => {
    const data = read(file, { terms: ["g"], factors: [parseFactor("g=sum")] });
    expect(data.columns).toEqual(["const", "g=a", "g=b"]);
    expect(data.X[2]).toEqual([1, -1, -1]);
    expect(read(file, { terms: ["g"], factors: [parseFactor("g=sum:a")] }).columns).toEqual(["const", "g=b", "g=c"]);
  });

  it("multiply columns, factors included", () => {
    const data = read(file, { terms: ["g", "x", "h", "g:x", "x:h", "x:x"], factors: [parseFactor("g")] });
    expect(data.columns.slice(5)).toEqual(["g=b:x", "g=c:x", "x:h", "x:x"]);
    expect(data.X[0].slice(5)).toEqual([2, 0, 2, 4]);
    expect(data.X[2].slice(5)).toEqual([0, 5, 5, 25]);
  });

  it("name the factor, its columns and the empty cell of its reference where that separates", () => {
    const rows = Array.from({ length: 60 }, (_, i) => [i % 3 === 0 ? 0 : Number((i * 7) % 5 > 2), "abc"[i % 3]]);
    const data = read(csv("y,g", ...rows.map((row) => row.join(","))), { terms: ["g"], factors: [parseFactor("g")] });
    expect(() => fitModelData(data, { family: "binomial" })).toThrow(/of the 20 rows with g=b = g=c = 0 none has outcome 1/);
    try {
      fitModelData(data, { family: "binomial" });
    } catch (error) {
      expect(error).toMatchObject({ kind: "separation", terms: ["g=b", "g=c", "g"] });
    }
  });

  it("are refused where they make no sense", () => {
    expect(place(() => read(file, { terms: ["x:"] })).message).toContain("not understood");
    expect(place(() => read(file, { terms: ["x", "x"] })).message).toContain("named twice");
    expect(place(() => read(file, { terms: ["const"] })).message).toContain("by itself");
    expect(place(() => read(file, { terms: ["x", "g", "x:g", "g:x"], factors: [parseFactor("g")] })).message).toContain("named twice");
    expect(place(() => read(file, { terms: ["x", "g"], factors: [parseFactor("g:a"), parseFactor("g:b")] })).message).toContain("named twice");
    expect(place(() => read(file, { terms: ["x"], factors: [parseFactor("g")] })).message).toContain("not among the terms");
    expect(place(() => read(file, { terms: ["g"], factors: [parseFactor("g:z")] })).message).toContain("does not occur");
    expect(place(() => parseFactor("g=helmert")).message).toContain("treatment");
  });

  it("have effects that move every product a variable is in, as R's", () => {
    const r = fixture<{ X: number[][]; y: number[]; terms: string[]; interaction: REffect[] }>("effects");
    const [lwt, smoke] = [r.terms.indexOf("lwt"), r.terms.indexOf("smoke")];
    const data = read(csv("y,lwt,smoke", ...r.X.map((row, i) => `${r.y[i]},${row[lwt]},${row[smoke]}`)), { terms: ["lwt", "smoke", "lwt:smoke"] });
    expectEffects(averageEffects(fitModelData(data, { family: "binomial" }), data.effectVariables()), r.interaction);
  });

  it("have the product rule's slope where a column is squared", () => {
    const y = (i: number): number => Number((i * 37) % 11 > 4);
    const data = read(csv("y,x", ...Array.from({ length: 50 }, (_, i) => `${y(i)},${i / 10}`)), { terms: ["x", "x:x"] });
    const fit = fitModelData(data, { family: "binomial" });
    const [, b, c] = fit.coefficients.map((row) => row.estimate);
    const [effect] = averageEffects(fit, data.effectVariables());
    const direct = data.X.reduce((sum, row) => {
      const eta = row.reduce((total, value, j) => total + value * fit.coefficients[j].estimate, 0);
      return sum + ((b + 2 * c * row[1]) * Math.exp(-eta)) / (1 + Math.exp(-eta)) ** 2;
    }, 0) / 50;
    expectClose(effect.estimate, direct, 1e-12);
  });
});
