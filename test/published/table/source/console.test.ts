import { describe, expect, it } from "vitest";
import { plainCharacters, tidyLabel } from "../../../../src/published/table/source/characters";
import { bareConsole, RULE_LINE, smclText } from "../../../../src/published/table/source/console";
import { isCaption, isContinuation, isProse, regionsOf, tableNumber } from "../../../../src/published/table/source/regions";

describe("one sign for each thing", () => {
  it.each([
    ["０．５∗∗", "0.5**"], ["−0.5 – 0.3", "-0.5 - 0.3"], ["a\u00a0b\u3000c", "a b c"], ["a\u200bb\ufeff", "ab"], ["0。5", "0.5"], ["0· 5", "0. 5"], ["结束。", "结束。"], ["p≤0.05", "p<0.05"], ["∆x △y", "Δx Δy"], ["x² ， ；", "x² ， ;"], ["⻓⻔", "长门"], ["⼈", "人"], ["ﬁt", "fit"], ["a\r\nb\rc", "a\nb\nc"], ["𝟎.𝟓", "0.5"], ["（）［］％", "()[]%"], ["⺀", "⺀".normalize("NFKC")],
  ])("%j is %j", (text, plain) => expect(plainCharacters(text)).toBe(plain));

  it("a minus set off by a blank belongs to its number after a gap, but may be an interval's between two", () => {
    expect(plainCharacters("Age  - 0.50")).toBe("Age   -0.50"); // and keeps its place
    expect(plainCharacters("0.10   − .50")).toBe("0.10    -.50");
    expect(plainCharacters("0.10  - 0.50")).toBe("0.10  - 0.50");
    expect(plainCharacters("a\t- 5")).toBe("a\t -5");
  });

  it("a label has no blanks of the typesetter", () => expect([" 社会 参与 ", "men / women", "Age  in\nyears:", "年龄 =", "age 年"].map(tidyLabel)).toEqual(["社会参与", "men/women", "Age in years", "年龄", "age 年"]));
});

describe("what a program printed", () => {
  it("loses the prompts that stand before most of its lines", () => {
    expect(bareConsole("## a\n## b\n##\n## c")).toBe("a\nb\n\nc");
    expect(bareConsole("#> a\n#> b\n#> c")).toBe("a\nb\nc");
    expect(bareConsole("## a\n## b\nx")).toBe("## a\n## b\nx"); // two lines may be comments
    expect(bareConsole("## a\n## b\n## c\n1\n2\n3\n4\n5\n6\n7")).toBe("a\nb\nc\n1\n2\n3\n4\n5\n6\n7"); // three of ten
    expect(bareConsole("## a\n## b\n## c\n1\n2\n3\n4\n5\n6\n7\n8")).toBe("## a\n## b\n## c\n1\n2\n3\n4\n5\n6\n7\n8");
    expect(bareConsole("## a\n## b\n## c\n1\n2\n3\n4\n5\n6\n7\n\n\n\n")).toMatch(/^a\nb\nc\n/); // empty lines do not count
    expect(bareConsole("###a\n###b\n###c")).toBe("###a\n###b\n###c");
  });

  it("loses colours, a tibble's types, and drawn lines, whose place is kept", () => {
    expect(bareConsole("\u001b[31m0.5\u001b[0m")).toBe("0.5");
    expect(bareConsole("# A tibble: 3 × 5\n  <chr> <dbl>\nx")).toBe("\n\nx");
    expect(bareConsole("-----\n=====\n- - -\n----|---\na──b")).toBe(`${RULE_LINE}\n${RULE_LINE}\n- - -\n----|---\na──b`);
    expect(bareConsole("a───b│c")).toBe("a   b|c");
  });

  it.each([
    ["{txt}Age{col 14}{c |}{res} .05", "Age          | .05"], ["{hline 5}", "-----"], ["{hline}", "-".repeat(78)], ["{space 3}x", "   x"], ["{dup 3:ab}", "ababab"], ["{ralign 6:Age}", "   Age"], ["{lalign 6:Age}|", "Age   |"], ["{center 6:Age}", "Age"], ["{bf:Age}", "Age"], ["{c +}{c TT}{char S|}{c x}", "+-$x"], ["{help logit:logit}", "logit"], ["{stata \"di 1\":run}", "run"], ["{unknown x}y", "y"], ["{.-}y", "y"], ["a{open", "a{open"], ["{hline 5000}", "-".repeat(300)], ["{space -4}x", "x"], ["ab{col 2}x", "abx"], ["{col 0}x", "x"], ["{dup 2:}x", "x"], ["a{c 'g}b", "a`b"],
  ])("SMCL %j shows as %j", (source, shown) => expect(smclText(source)).toBe(shown));
  it("SMCL line by line", () => expect(smclText("{res}a\n{col 3}b")).toBe("a\n  b"));
});

describe("the lines around a table", () => {
  it.each([["Table 2. Models", true, 2], ["表三 模型", true, 3], ["TABLE IV", true, 4], ["Table A1: x", true, 1], ["Table 2 (continued)", false, 2], ["续表", false, undefined], ["Tables are", false, undefined], ["  Table 10", true, 10], ["续表 2", false, 2], ["附表1 变量", true, 1], ["Table vii", true, 7]])("%j: a caption %s, number %s", (line, caption, number) => {
    expect([isCaption(line), tableNumber(line)]).toEqual([caption, number]);
  });
  it("a caption as long as a page is none", () => expect([isCaption(`Table 2. ${"x".repeat(590)}`), isCaption(`Table 2. ${"x".repeat(591)}`)]).toEqual([true, false]));
  it("a table that goes on says so", () => expect(["续表", "Table 2 (cont'd)", "(continued)", "Table 2 continued 3", "Table 2"].map(isContinuation)).toEqual([true, true, true, true, false]));

  it("prose is long, with the punctuation of a sentence and hardly a number", () => {
    const words = "we find that those who came with their families stay longer than others do";
    expect([isProse(`${words}, here.`), isProse(words), isProse("Age, in years."), isProse(`${words}, 0.1 and 0.2`), isProse(`${words}, 0.1 and 0.2 and 0.3`)]).toEqual([true, false, false, true, false]);
    expect(isProse("one two three four five six seven eight nine ten aa bb cc, dd")).toBe(true); // fourteen words
    expect(isProse("one two three four five six seven eight nine ten aa bb cc, d")).toBe(false);
    expect([isProse(`${"我".repeat(22)}，`), isProse(`${"我".repeat(21)}，`), isProse("我".repeat(22))]).toEqual([true, false, false]);
  });

  it("captions begin the tables of a text, what stands above the first kept", () => {
    expect(regionsOf(["a 0.5", "b"])).toEqual([{ before: [], lines: ["a 0.5", "b"], after: [] }]);
    expect(regionsOf(["1", "2", "3", "4", "5", "6", "Table 1. A", "x 0.5", "Table 2. B", "y 0.6", "z 0.7"])).toEqual([
      { before: ["2", "3", "4", "5", "6", "Table 1. A"], lines: ["x 0.5"], after: [] }, { before: ["Table 2. B"], lines: ["y 0.6", "z 0.7"], after: [] },
    ]);
    expect(regionsOf(["Table 1. A", "Table 2. B", "y 0.6", "z 0.7"])).toEqual([{ before: ["Table 1. A"], lines: ["Table 2. B", "y 0.6", "z 0.7"], after: [] }]); // no row between them
  });

  it("or end them, where rows come before the first and none after the last", () => {
    expect(regionsOf(["x 0.5", "y 0.6", "Table 1. A", "z 0.7", "w 0.8", "Table 2. B", "words"])).toEqual([
      { before: ["Table 1. A"], lines: ["x 0.5", "y 0.6"], after: [] }, { before: ["Table 2. B"], lines: ["z 0.7", "w 0.8"], after: ["words"] },
    ]);
    expect(regionsOf(["x 0.5", "y 0.6", "Table 1. A", "z 0.7", "w 0.8"])).toEqual([{ before: [], lines: ["x 0.5", "y 0.6"], after: [] }, { before: ["x 0.5", "y 0.6", "Table 1. A"], lines: ["z 0.7", "w 0.8"], after: [] }]);
    expect(regionsOf(["x 0.5", "Table 1. A", "words"])).toEqual([{ before: ["x 0.5", "Table 1. A"], lines: ["words"], after: [] }]); // one row is no table
  });
});
