import { describe, expect, it } from "vitest";
import { combinations } from "../../src/cli/atValues";
import { refuseContrasts } from "../../src/cli/contrastOptions";
import { bothLanguages } from "../io/bothLanguages";

const refused = (text: string) => bothLanguages(() => combinations(text))[0];
const UNCLEAR = "is not understood (expected a column and values, such as age=30,40).";

describe("--at", () => {
  it.each<[string | undefined, Record<string, string>[]]>([
    [undefined, [{}]], ["", [{}]], ["age=30", [{ age: "30" }]], ["age=30;", [{ age: "30" }]], ["a=1,2;b=x,y", [{ a: "1", b: "x" }, { a: "1", b: "y" }, { a: "2", b: "x" }, { a: "2", b: "y" }]], ['"a;b"="x,y",z', [{ "a;b": "x,y" }, { "a;b": "z" }]], ['"a=b"=1', [{ "a=b": "1" }]],
    ["a=1;b=2;c=3,4", [{ a: "1", b: "2", c: "3" }, { a: "1", b: "2", c: "4" }]],
  ])("%s are the places %j, the last column changing fastest", (text, places) => expect(combinations(text)).toEqual(places));

  it.each([["age", "age"], ["=30", "=30"], ["a=1=2", "a=1=2"], ["a=", "a="], ["a=1,,2", "a=1,,2"], ["a=1;b", "b"], [";", ";"], [";;", ";;"]])("%s is refused", (text, part) => expect(refused(text)).toBe(`--at: "${part}" ${UNCLEAR}`));

  it("a column that is set twice and a value that is given twice are refused by name", () => {
    expect(refused("a=1;b=2;c=3;c=4;b=5")).toBe("--at, column c: the column is set twice (expected each column once, its values separated by commas).");
    expect(refused("a=1,2;b=3,4,3;c=5,5")).toBe("--at, column b: a value is given twice (expected each value once).");
  });
});

describe("comparisons of predictions", () => {
  const refusal = (options: Parameters<typeof refuseContrasts>[0], at: string) => bothLanguages(() => refuseContrasts(options, combinations(at)))[0];

  it.each<[Parameters<typeof refuseContrasts>[0], string]>([[{}, ""], [{ contrast: "pairwise" }, "a=1,2"], [{ contrast: "pairwise", adjust: "tukey" }, "a=1,2"], [{ contrast: "reference", adjust: "holm" }, "a=1,2,3"], [{ contrast: "second" }, "a=1,2;b=1,2;c=3"], [{ contrast: "second" }, "c=3;a=1,2;b=1,2,3"]])("%j of --at %s go through", (options, at) => {
    expect(() => refuseContrasts(options, combinations(at))).not.toThrow();
  });

  it("that are none are refused", () => {
    expect(refusal({ adjust: "none" }, "a=1,2")).toBe("--adjust: there are no comparisons to correct (expected --contrast pairwise beside it).");
    expect(refusal({ contrast: "reference", adjust: "tukey" }, "a=1,2")).toBe("--adjust: Tukey's correction is of all pairs (expected --contrast pairwise, or --adjust holm).");
    expect(refusal({ contrast: "pairwise" }, "a=1;b=2")).toBe("--contrast: there is nothing to compare with one place only (expected a column with several values, such as --at age=30,40).");
    const second = (n: number) => `--contrast: second differences are over two columns with several values each, and here are ${n} (expected two columns with several values each, such as --at smoke=0,1;race=black,white).`;
    expect([refusal({ contrast: "second" }, "a=1,2,3;b=1"), refusal({ contrast: "second" }, "a=1,2;b=1,2;c=1,2")]).toEqual([second(1), second(3)]);
  });
});
