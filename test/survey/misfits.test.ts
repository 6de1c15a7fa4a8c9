import { expect, it } from "vitest";
import { BadInput } from "../../src/badInput";
import { Misfits } from "../../src/survey/misfits";
import { bothLanguages } from "../io/bothLanguages";

const refuse = (file: string, column: string, row?: number, expected?: string) => () => { throw new BadInput({ file, column, row }, "the cell is empty", expected); };

it("work that is done gives its result, a defect of ours stays one", () => {
  const misfits = new Misfits();
  expect(misfits.collect(() => 7, "age")).toBe(7);
  expect(() => misfits.collect(() => { throw new TypeError("ours"); }, "age")).toThrow(TypeError);
  expect(misfits.list).toEqual([]);
  expect(() => misfits.refuseAny()).not.toThrow();
});

it("cells of one answer are counted together, those of other files, columns and answers apart", () => {
  const misfits = new Misfits();
  expect(misfits.collect(refuse("a.csv", "age", 2), "age", "x")).toBeUndefined();
  misfits.collect(refuse("a.csv", "age", 3), "age", "x", 4);
  for (const [file, column, value] of [["b.csv", "age", "x"], ["a.csv", "sex", "x"], ["a.csv", "age", "y"]]) misfits.collect(refuse(file, column, 9), column, value);
  misfits.collect(refuse("a.csv", "city"), "city");
  expect(misfits.list.map(({ place, column, value, count }) => [place.file, place.row, column, value, count])).toEqual([["a.csv", 2, "age", "x", 5], ["b.csv", 9, "age", "x", 1], ["a.csv", 9, "sex", "x", 1], ["a.csv", 9, "age", "y", 1], ["a.csv", undefined, "city", undefined, 1]]);
  expect("value" in misfits.list[4]).toBe(false);
});

it("one is its own refusal, several are one list with the first", () => {
  const misfits = new Misfits();
  misfits.collect(refuse("a.csv", "age", 2, "a value"), "age", "x".repeat(30));
  expect(() => misfits.refuseAny()).toThrow("a.csv, row 2, column age: the cell is empty (expected a value).");
  misfits.collect(refuse("a.csv", "city"), "city");
  expect(bothLanguages(() => misfits.refuseAny())).toEqual([
    `a.csv: 2 columns and answers do not fit the codebook:\nage "${"x".repeat(24)}" ×1; city (missing)\nThe first: row 2, column age: the cell is empty (expected a value). sojourn map "a.csv" --out mapping.json lists all, with proposals. Nothing was written.`.replace("value). sojourn", "value). sojourn"),
    expect.stringMatching(/^a\.csv：[^]*age "x{24}" ×1[^]*第 2 行/),
  ]);
  misfits.collect(refuse("b.csv", "age", 5), "age", "z", 3);
  expect(bothLanguages(() => misfits.refuseAny("Ask anew."))[0]).toMatch(/^2 files: 3 columns and answers do not fit the codebook:\nage "x{24}" ×1, "z" ×3; city \(missing\)\nThe first: row 2, column age: the cell is empty \(expected a value\)\.* Ask anew\.$/);
  expect(bothLanguages(() => misfits.refuseAny())[0]).toContain('sojourn map "a.csv" "b.csv" --out mapping.json');
});

it("of many columns eight are told, and of each four answers", () => {
  const of = (columns: number, values: number) => {
    const misfits = new Misfits();
    for (let c = 1; c <= columns; c++) for (let v = 1; v <= (c === 1 ? values : 1); v++) misfits.collect(refuse("a.csv", `c${c}`), `c${c}`, `v${v}`);
    return bothLanguages(() => misfits.refuseAny())[0].split("\n")[1];
  };
  expect(of(8, 4)).toBe('c1 "v1" ×1, "v2" ×1, "v3" ×1, "v4" ×1; c2 "v1" ×1; c3 "v1" ×1; c4 "v1" ×1; c5 "v1" ×1; c6 "v1" ×1; c7 "v1" ×1; c8 "v1" ×1');
  expect(of(10, 6)).toBe('c1 "v1" ×1, "v2" ×1, "v3" ×1, "v4" ×1 and 2 more; c2 "v1" ×1; c3 "v1" ×1; c4 "v1" ×1; c5 "v1" ×1; c6 "v1" ×1; c7 "v1" ×1; c8 "v1" ×1; and 2 columns more');
});
