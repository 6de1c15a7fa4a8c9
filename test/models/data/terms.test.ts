import { describe, expect, it } from "vitest";
import { isQuoted, splitUnquoted, unquoted } from "../../../src/models/data/quoted";
import { codedInFull, parseTerms, refuseFactors } from "../../../src/models/data/terms";
import { refusalOf } from "../refusalOf";

const termsOf = (...terms: string[]) => parseTerms(terms, ["a", "b", "c", "a:b", "x:y", "x"], "f.csv");

describe("quotes", () => {
  it("keep a separator within, of the kind they began with", () => {
    expect(splitUnquoted('a : "b:c" :`d":e`', ":")).toEqual(["a", '"b:c"', '`d":e`']);
    expect(splitUnquoted('"a`:b":c', ":")).toEqual(['"a`:b"', "c"]);
    expect(splitUnquoted("", ",")).toEqual([""]);
    expect(['"a"', "`a\n\"`", '"a`', "a", '"a"b', 'b"a"'].map(unquoted)).toEqual(["a", "a\n\"", '"a`', "a", '"a"b', 'b"a"']);
    expect(['"a"', "`a\nb`", '"a`', "a", 'b"a"'].map(isQuoted)).toEqual([true, true, false, false, false]);
  });
});

describe("terms", () => {
  it("are columns, products of columns, and columns of such a name", () => {
    expect(termsOf("c", "a:c", '"a:b"', "x:y", 'a:"b"', "const:a")).toEqual([
      { name: "c", parts: ["c"] }, { name: "a:c", parts: ["a", "c"] }, { name: "a:b", parts: ["a:b"] }, { name: "x:y", parts: ["x:y"] },
      { name: "a:b", parts: ["a", "b"] }, { name: "const:a", parts: ["const", "a"] },
    ]);
  });

  it("are refused to the letter", () => {
    expect(refusalOf(() => termsOf("c", "a::b"))).toBe('f.csv: the term "a::b" is not understood (expected a column, or columns joined by a colon such as a:b).');
    expect(refusalOf(() => termsOf('a:""'))).toContain('the term "a:""" is not understood');
    expect(refusalOf(() => termsOf("c", "const"))).toBe("f.csv: the term const is not asked for (expected columns). The constant is in every model by itself.");
    expect(refusalOf(() => termsOf("a:b"))).toBe('f.csv, column a:b: a:b could be the column of that name or a product of columns (expected "a:b" in quotes for the column, "a":"b" for the product).');
    expect(refusalOf(() => termsOf("a", "a:c", "b", "c:a"))).toBe("f.csv, column c:a: the term is named twice (expected each term once).");
  });

  it("hold each factor that is named, once, and not squared", () => {
    const factor = (column: string) => ({ column, contrast: "treatment" as const });
    refuseFactors(termsOf("a", "b:c"), [factor("a"), factor("c")]);
    expect(refusalOf(() => refuseFactors(termsOf("a", "b"), [factor("a"), factor("b"), factor("b")]))).toBe("--factor, column b: the factor is named twice (expected each factor once).");
    expect(refusalOf(() => refuseFactors(termsOf("a", "b:c"), [factor("a"), factor("d")]))).toBe("--factor, column d: the factor is not among the terms (expected a, b:c).");
    expect(refusalOf(() => refuseFactors(termsOf("b", "a:c:a"), [factor("b"), factor("a")]))).toBe("--terms, column a: a:c:a multiplies a factor by itself (expected different columns).");
  });

  // R: model.matrix(~ g:x) has a column for each level of g, ~ x + g:x one fewer; ~ g:h both in full, ~ g + g:h has h by contrasts.
  it("code a factor in full where the term without it is not in the model", () => {
    const full = (factor: string, term: string, ...others: string[]): boolean => {
      const terms = termsOf(term, ...others);
      return codedInFull(terms[0], factor, terms);
    };
    expect(full("a", "a")).toBe(false);
    expect(full("a", "a:c")).toBe(true);
    expect(full("a", "a:c", "c")).toBe(false);
    expect(full("a", "a:c", "b")).toBe(true);
    expect(full("a", "a:b:c", "b:c")).toBe(false);
    expect(full("a", "a:b:c", "c:b")).toBe(false);
    expect(full("a", "a:b:c", "b", "c")).toBe(true);
    expect(full("a", "a:c:c", "c")).toBe(false);
    expect(full("a", "a:b:c", "b:x")).toBe(true);
  });
});
