import { describe, expect, it } from "vitest";
import { codeOf, inLanguage, joined, said, word } from "../../src/faults/said";

describe("a sentence kept as data", () => {
  it("is said in Chinese with its values where that has them", () => {
    const beside = said`${"data"} beside --${"from"}`; // "--{2} 与 {1} 同用"
    expect([inLanguage(beside, "en"), inLanguage(beside, "zh")]).toEqual(["data beside --from", "--from 与 data 同用"]);
    const crossing = said`with free slopes for ${"x"} the cut points' lines cross: ${3} of ${90} rows get a negative probability`;
    expect(inLanguage(crossing, "zh")).toBe("放开 x 的斜率后各切点的直线相交：3 行（共 90 行）得到负概率");
  });

  it("says parts that are sentences in the same language, and keeps braces of its own", () => {
    expect(inLanguage(said`where is ${word("a function")}`, "zh")).toContain("一个函数");
    expect(inLanguage(joined(["a", said`${1}{}`, "{}"], " | "), "en")).toBe("a | 1{} | {}");
    expect(inLanguage(joined([], ", "), "en")).toBe("");
    expect(inLanguage("{1} and {}", "en")).toBe("{1} and {}"); // values that it does not have
    expect(inLanguage(said`${"a"} {2} ${"b"} {3}`, "en")).toBe("a b b {3}");
  });

  it("of several sentences says each, where all have their Chinese", () => {
    expect(inLanguage("Correct it. Nothing was written.", "zh")).toBe("请改正。没有写入任何文件。");
    expect(inLanguage("Nothing was written. Correct it. Nothing was written.", "zh")).toBe("没有写入任何文件。请改正。没有写入任何文件。");
    for (const text of ["Correct it. Nobody has said this before.", "Nobody has said this before.", "Correct it. Nothing was written", "{} Correct it. Nothing was written."]) expect(inLanguage(text, "zh")).toBe(text);
  });
});

it.each([
  [said`${1} of ${2} rows`, "of-rows"], ["Is no JSON!", "is-no-json"], ["--a  b--", "a-b"], [said`${"x"}`, ""], ["model {2} is {1}", "model-is"], ["model2 is 3", "model2-is-3"], ["x".repeat(61), "x".repeat(60)], [`${"ab ".repeat(19)}abcd`, `${"ab-".repeat(19)}abc`],
])("the code of %j is %s", (text, code) => expect(codeOf(text)).toBe(code));
