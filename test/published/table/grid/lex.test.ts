import { describe, expect, it } from "vitest";
import { parseCell, isValue, looksEstimated } from "../../../../src/published/table/grid/cell";
import { type Dash, lex } from "../../../../src/published/table/grid/lex";

/** Each token as kind, numbers and marks. */
const tokens = (line: string, dash?: Dash) => lex(line, dash).map(({ kind, text, numbers, marks }) => (kind === "word" || kind === "filler" ? `${kind} ${text}` : `${kind} ${numbers.join(" ")}${marks && ` ${marks}`}`));
const only = (line: string, dash?: Dash) => {
  const found = lex(line, dash);
  expect(found).toHaveLength(1);
  return found[0];
};

describe("a line cut into tokens", () => {
  it.each([
    ["0.535", ["number 0.535"]], ["-.348**", ["number -.348 **"]], ["- 0.348", ["filler -", "number 0.348"]], ["1,234,567", ["number 1234567"]], ["12,34", ["word 12,34"]], ["+0.5", ["number 0.5"]],
    ["0. 257", ["number 0.257"]], [". 257", ["number .257"]], ["3.", ["number 3."]], ["45.5 %", ["number 45.5"]], ["0.5†", ["number 0.5 †"]], ["0.5^a", ["number 0.5 a"]], ["0.5^a,^b", ["number 0.5 ab"]], ["0.5 * *", ["number 0.5 **"]],
    ["1.5e-3", ["number 0.0015"]], ["1.5e+3", ["number 1500"]], ["-1.25E1", ["number -12.5"]], ["15e-2", ["number 0.15"]], ["2e3", ["number 2000"]], [".5e1", ["number 5"]], ["1e-401", ["number 1"]], ["1e400", [`number 1${"0".repeat(400)}`]],
    ["<2e-16 ***", ["number 0.0000000000000002 ***"]], ["0.05 .", ["number 0.05 ."]], ["0.05 +", ["number 0.05 +"]],
    ["Age 0.5", ["word Age", "number 0.5"]], ["M1", ["word M1"]], ["0.5x", ["word 0.5x"]], ["x", ["filler x"]], ["xs", ["word xs"]], ["Yes No", ["filler Yes", "filler No"]], ["ref.", ["filler ref."]], ["(omitted)", ["filler (omitted)"]], ["…", ["filler …"]], ["** Age", ["word **", "word Age"]],
  ])("%j is %j", (line, expected) => expect(tokens(line)).toEqual(expected));

  it.each([
    ["(0.222)", ["bracket 0.222"]], ["[0.9, 1.2]", ["bracket 0.9 1.2"]], ["{1.96}", ["bracket 1.96"]], ["( 0.2 )**", ["bracket 0.2 **"]], ["(0.2**)", ["bracket 0.2 **"]], ["(0.9 to 1.2)", ["bracket 0.9 1.2"]], ["(-0.9 - -0.2)", ["bracket -0.9 -0.2"]], ["(-0.9;0.2)", ["bracket -0.9 0.2"]], ["(0.9-1.2)", ["bracket 0.9 1.2"]],
    ["0.9-1.2", ["range 0.9 1.2"]], ["0.9 - 1.2", ["range 0.9 1.2"]], ["0.9 to 1.2*", ["range 0.9 1.2 *"]], ["0.9, 1.2", ["range 0.9 1.2"]], ["0.9~1.2", ["range 0.9 1.2"]], ["0.9 -1.2", ["number 0.9", "number -1.2"]], ["0.53 (0.2) *", ["number 0.53", "bracket 0.2 *"]],
  ])("brackets and intervals: %j is %j", (line, expected) => expect(tokens(line)).toEqual(expected));

  it("a dash between blanks is a minus, an empty cell or 'to', as it is said", () => {
    expect(tokens("0.7 - 0.9", "minus")).toEqual(["number 0.7", "number -0.9"]);
    expect(tokens("0.7 - 0.9", "blank")).toEqual(["number 0.7", "filler -", "number 0.9"]);
    expect(tokens("0.7 - 0.9", "range")).toEqual(["range 0.7 0.9"]);
    expect(tokens("0.7-0.9", "minus")).toEqual(["range 0.7 0.9"]);
  });

  it("a bracket keeps its shape, what it says of itself, and a bound", () => {
    expect(only("(p = 0.120)")).toMatchObject({ kind: "bracket", open: "(", said: "p", numbers: ["0.120"] });
    expect(only("(S.E. 0.120)")).toMatchObject({ said: "se", open: "(" });
    expect(only("[95% CI: 0.9, 1.2]")).toMatchObject({ said: "ci", open: "[", numbers: ["0.9", "1.2"] });
    expect(only("(< 0.001)")).toMatchObject({ bound: "<", numbers: ["0.001"] });
    expect(only("(0.120)")).not.toHaveProperty("said");
    expect(only("(0.120)")).not.toHaveProperty("bound");
  });

  it("'t = -1.557' in the open is a bracket that says what it is; a letter inside a word, or a whole number, is not", () => {
    expect(only("t = -1.557**")).toMatchObject({ kind: "bracket", open: "", said: "t", numbers: ["-1.557"], marks: "**" });
    expect(only("p < 0.001")).toMatchObject({ kind: "bracket", said: "p", bound: "<", numbers: ["0.001"] });
    expect(only("S.E.=0.12")).toMatchObject({ said: "se", numbers: ["0.12"] });
    expect(tokens("t = 2")).toEqual(["word t", "word =", "number 2"]);
    expect(tokens("xt = 1.5")).toEqual(["word xt", "word =", "number 1.5"]);
    expect(lex("a t = 1.5").map(({ kind }) => kind)).toEqual(["word", "bracket"]);
  });

  it("a bound stays with its number", () => {
    expect(only("< .001")).toMatchObject({ bound: "<", numbers: [".001"] });
    expect(only(">= 0.5")).toMatchObject({ bound: ">=" });
    expect(only("0.5")).not.toHaveProperty("bound");
  });

  it("every token knows its place, stars that stand apart with the number before them", () => {
    expect(lex("Age  0.5 **").map(({ text, from, to }) => [text, from, to])).toEqual([["Age", 0, 3], ["0.5 **", 5, 11]]);
    expect(lex("yes (0.2)").map(({ text, from, to }) => [text, from, to])).toEqual([["yes", 0, 3], ["(0.2)", 4, 9]]);
    expect(lex("0.5 0.01 ***").map(({ marks }) => marks)).toEqual(["", "***"]);
  });
});

describe("a cell", () => {
  it("holds a number in the open, brackets after it and further numbers", () => {
    expect(parseCell("0.53** (0.21) [0.1, 0.9]")).toEqual({ main: { text: "0.53", marks: "**" }, brackets: [{ numbers: ["0.21"], marks: "", open: "(" }, { numbers: ["0.1", "0.9"], marks: "", open: "[" }], more: [], words: "" });
    expect(parseCell("0.5 0.6")).toMatchObject({ main: { text: "0.5" }, more: [{ text: "0.6", marks: "" }] });
    expect(parseCell("0.9-1.2").brackets).toEqual([{ numbers: ["0.9", "1.2"], marks: "", open: "" }]);
    expect(parseCell("<0.001")).toMatchObject({ main: { text: "0.001", bound: "<" } });
    expect(parseCell("(p=0.01)").brackets).toEqual([{ numbers: ["0.01"], marks: "", open: "(", said: "p" }]);
  });

  it("that begins with a dash and a number is negative", () => {
    expect(parseCell("- 0.348").main).toEqual({ text: "-0.348", marks: "" });
    expect(parseCell("-.5").main?.text).toBe("-.5");
  });

  it("has its thousands apart only where every group has three digits", () => {
    expect(parseCell("12 345").main?.text).toBe("12345");
    expect(parseCell("1 234 567.5").main?.text).toBe("1234567.5");
    expect(parseCell("12 34")).toMatchObject({ main: { text: "12" }, more: [{ text: "34" }] });
  });

  it("may hold words, a filler, a percentage, or nothing", () => {
    expect(parseCell("")).toEqual({ brackets: [], more: [], words: "" });
    expect(parseCell(" \n ")).toEqual({ brackets: [], more: [], words: "" });
    expect(parseCell("Yes")).toEqual({ brackets: [], more: [], words: "", filler: "Yes" });
    expect(parseCell("Yes, all")).toMatchObject({ words: "Yes, all" });
    expect(parseCell("Yes, all")).not.toHaveProperty("filler");
    expect(parseCell("0.5 about")).toMatchObject({ main: { text: "0.5" }, words: "about" });
    expect(parseCell("0.5 ref.")).toMatchObject({ main: { text: "0.5" }, words: "ref." });
    expect(parseCell("45.5 %")).toMatchObject({ main: { text: "45.5" }, words: "%" });
    expect(parseCell("0.5").words).toBe("");
  });

  it("is a value with a number or a bracket, and looks estimated with a point, a star or a bracket that has one", () => {
    expect(["0.5", "(0.2)", "Yes", "", "12"].map((text) => isValue(parseCell(text)))).toEqual([true, true, false, false, true]);
    expect(["0.5", "(0.2)", "12", "12*", "(3)", "12†", "0.5 about", "Yes"].map((text) => looksEstimated(parseCell(text)))).toEqual([true, true, false, true, false, false, false, false]);
  });
});
