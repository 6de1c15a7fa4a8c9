import { describe, expect, it } from "vitest";
import { asFactor, codesOf, levelNames, parseFactor, sortedLevels } from "../../../src/models/data/factor";
import { refusalOf } from "../refusalOf";

describe("a factor as it is asked for", () => {
  it.each([
    ["g", { column: "g", contrast: "treatment" }],
    ["g:b", { column: "g", contrast: "treatment", reference: "b" }],
    ["g=sum", { column: "g", contrast: "sum" }],
    [" g = treatment : b:c ", { column: "g", contrast: "treatment", reference: "b:c" }],
    ['"a:b=c"=sum:"x"', { column: "a:b=c", contrast: "sum", reference: "x" }],
  ])("%s", (text, spec) => {
    expect(parseFactor(text)).toEqual(spec);
  });

  it.each(["", "g=helmert", "g=sum=treatment", "=sum"])("is refused as %j", (text) => {
    expect(refusalOf(() => parseFactor(text))).toBe(`--factor: "${text}" is not understood (expected COLUMN, COLUMN:REFERENCE, COLUMN=treatment[:REFERENCE] or COLUMN=sum[:REFERENCE]).`);
  });
});

describe("levels", () => {
  it("are in numerical order where all are numbers, else by character", () => {
    expect(sortedLevels(["10", "9", "2.5", "10", "-1"])).toEqual(["-1", "2.5", "9", "10"]);
    expect(sortedLevels(["10", "9", "b", "a"])).toEqual(["10", "9", "a", "b"]);
    expect(sortedLevels(["10", "", "9"])).toEqual(["", "10", "9"]);
  });

  it("have for reference the first, the last of sum contrasts, or the one named, by its spelling before its number", () => {
    const referenceOf = (text: string, cells = ["3", "1", "2"]): string[] => {
      const { reference, coded } = asFactor(parseFactor(text), cells, "f.csv");
      return [reference, ...coded];
    };
    expect(referenceOf("g")).toEqual(["1", "2", "3"]);
    expect(referenceOf("g=sum")).toEqual(["3", "1", "2"]);
    expect(referenceOf("g:2")).toEqual(["2", "1", "3"]);
    expect(referenceOf("g:2.0")).toEqual(["2", "1", "3"]);
    expect(referenceOf("g:2.0", ["2", "2.0", "2.00"])).toEqual(["2.0", "2", "2.00"]);
    expect(referenceOf("g:2.00", ["2.0", "2", "1"])).toEqual(["2.0", "1", "2"]);
    expect(referenceOf("g:e\u0301", ["a", "é"])).toEqual(["é", "a"]);
  });

  it("are two or more, the reference among them", () => {
    expect(refusalOf(() => asFactor(parseFactor("g:z"), ["b", "a"], "f.csv"))).toBe('f.csv, column g: the reference "z" does not occur (expected a, b).');
    expect(refusalOf(() => asFactor(parseFactor("g"), ["b", "b"], "f.csv"))).toBe('f.csv, column g: the factor has one level only, "b" (expected two or more). Drop it from the terms.');
  });

  it("have a row of the contrast matrix each, and in full a column", () => {
    const [treatment, sum] = ["g:b", "g=sum:b"].map((text) => asFactor(parseFactor(text), ["a", "b", "c"], "f.csv"));
    expect(codesOf(treatment, false)).toEqual([[[0, 1]], [], [[1, 1]]]);
    expect(codesOf(sum, false)).toEqual([[[0, 1]], [[0, -1], [1, -1]], [[1, 1]]]);
    for (const factor of [treatment, sum]) expect(codesOf(factor, true)).toEqual([[[0, 1]], [[1, 1]], [[2, 1]]]);
    expect([levelNames(sum, false), levelNames(sum, true)]).toEqual([["a", "c"], ["a", "b", "c"]]);
  });
});
