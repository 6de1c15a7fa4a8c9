import { describe, expect, it } from "vitest";
import { isCaption, isContinuation, isProse, regionsOf, tableNumber } from "../../../../src/published/table/source/regions";

describe("the number of a table", () => {
  it.each(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"].map((roman, i) => [roman, i + 1] as const))("Table %s is %d", (roman, number) => {
    expect([tableNumber(`TABLE ${roman}`), tableNumber(`Table ${roman.toLowerCase()}. Logit`)]).toEqual([number, number]);
  });
  it.each([..."一二三四五六七八九十"].map((sign, i) => [sign, i + 1] as const))("表%s is %d", (sign, number) => expect(tableNumber(`表${sign} 回归`)).toBe(number));
  it("is that of its digits, also in an appendix; no other line has one", () => expect(["Table 12", "Table A3", "Table A.4", "续表 2", "Tables of two", "Age 5"].map(tableNumber)).toEqual([12, 3, 4, 2, undefined, undefined]));
});

describe("a line of prose", () => {
  it("has fourteen words and a sentence's signs, or twenty-two Chinese ones, and at most two numbers", () => {
    const words = (many: number) => `${Array(many).fill("word").join(" ")}.`;
    expect([13, 14].map((many) => isProse(words(many)))).toEqual([false, true]);
    expect([isProse(words(14).slice(0, -1)), isProse(`${words(14)} 0.1 0.2`), isProse(`${words(14)} 0.1 0.2 0.3`)]).toEqual([false, true, false]);
    expect([21, 22].map((many) => isProse(`${"字".repeat(many)}。`))).toEqual([false, true]);
    expect([isProse("字".repeat(30)), isProse(`${"字".repeat(22)}，0.1 0.2 0.3`)]).toEqual([false, false]);
  });

  it("captions and what continues them are short", () => {
    expect([isCaption("Table 2. Logit"), isCaption("Table 2 (continued)"), isContinuation("Table 2 (continued)"), isContinuation("Table 2")]).toEqual([true, false, true, false]);
    expect([599, 600].map((length) => isCaption("Table 2. ".padEnd(length, "x")))).toEqual([true, false]);
    expect([199, 200].map((length) => isContinuation("continued".padEnd(length)))).toEqual([true, false]);
  });
});

describe("the tables of a text, by their captions", () => {
  const rows = ["Age 0.5", "Sex 0.6"];
  it("without any are one", () => expect(regionsOf(rows)).toEqual([{ before: [], lines: rows, after: [] }]));

  it("stand below them, with five lines above the first", () => {
    expect(regionsOf(["a", "b", "c", "d", "e", "f", "Table 1", ...rows, "Table 2", "Kin 0.7", "Table 3", "Edu 0.8"])).toEqual([
      { before: ["b", "c", "d", "e", "f", "Table 1"], lines: rows, after: [] }, { before: ["Table 2"], lines: ["Kin 0.7"], after: [] }, { before: ["Table 3"], lines: ["Edu 0.8"], after: [] },
    ]);
    expect(regionsOf([...rows, "Table 1", ...rows])).toEqual([{ before: [], lines: rows, after: [] }, { before: [...rows, "Table 1"], lines: rows, after: [] }]);
    expect(regionsOf(["Age 0.5", "Table 1", ...rows])).toEqual([{ before: ["Age 0.5", "Table 1"], lines: rows, after: [] }]);
  });

  it("or above them, where rows come before the first and none after the last", () => {
    expect(regionsOf([...rows, "Table 1", "Kin 0.7", "Table 2", "x", "Edu 0.8"])).toEqual([{ before: ["Table 1"], lines: rows, after: [] }, { before: ["Table 2"], lines: ["Kin 0.7"], after: ["x", "Edu 0.8"] }]);
    expect(regionsOf([...rows, "Table 1", "Kin 0.7", "Table 2", ...rows])).toHaveLength(3);
  });

  it("a caption after which no row came is one with the next", () => expect(regionsOf(["Table 1", "Of the town", "Table 2", ...rows])).toEqual([{ before: ["Table 1"], lines: ["Of the town", "Table 2", ...rows], after: [] }]));
});
