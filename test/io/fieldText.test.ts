import { describe, expect, it } from "vitest";
import { fieldText, utf8OrUnknown } from "../../src/io/fieldText";
import { bothLanguages } from "./bothLanguages";

const bytes = (...parts: (string | readonly number[])[]): Uint8Array => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const nowhere = () => "a text";
const decoded = (encoding: string, ...fields: Uint8Array[]) => {
  const reader = fieldText(encoding, "a.sav");
  return [...fields.map((field) => reader.decode(field, nowhere)), reader.cut()];
};

it("ends at its first zero byte, without the blanks before it; blanks at the beginning stay", () => {
  expect(decoded("utf-8", bytes("ab"), bytes("ab  "), bytes("  a b "), bytes("ab\0cd"), bytes("ab \0"), bytes("   "), bytes("\0abc"), bytes(""))).toEqual(["ab", "ab", "  a b", "ab", "ab", "", "", "", 0]);
});

it("is read in its encoding, however long, and the same again", () => {
  const long = "长".repeat(40);
  expect(decoded("utf-8", bytes("é"), bytes(long), bytes("é"), bytes("x".repeat(64)), bytes("x".repeat(65)), bytes("\ufeffa"))).toEqual(["é", long, "é", "x".repeat(64), "x".repeat(65), "\ufeffa", 0]);
  expect(decoded("gb18030", bytes([0xc5, 0xae]), bytes([0xc5, 0xae]))).toEqual(["女", "女", 0]);
  expect(fieldText("GBK", "a.sav").encoding).toBe("GBK");
});

describe("one that fills its width may be cut within its last character", () => {
  // UTF-8: é is c3 a9, 长 is e9 95 bf, 😀 is f0 9f 98 80; a character begins with c2 to f4.
  it.each<[string, number[]]>([["é", [0xc3]], ["长", [0xe9]], ["长", [0xe9, 0x95]], ["😀", [0xf0]], ["😀", [0xf0, 0x9f]], ["😀", [0xf0, 0x9f, 0x98]], ["U+0080", [0xc2]], ["U+0800", [0xe0, 0xa0]]])("of %s, %j is left out and counted", (_, part) => {
    expect(decoded("utf-8", bytes("é", part), bytes("é", part), bytes("y".repeat(70), part))).toEqual(["é", "é", "y".repeat(70), 3]);
    expect(decoded("utf-8", bytes(part))).toEqual(["", 1]);
    expect(() => decoded("utf-8", bytes("é", part, "  "))).toThrow("a text is not utf-8"); // it had room
    expect(() => decoded("utf-8", bytes("y".repeat(70), part, "\0"))).toThrow("a text is not utf-8");
  });

  it.each<number[][]>([[[0x80]], [[0x95, 0xbf]], [[0xc1]], [[0xf5]], [[0xfc]], [[0xff]], [[0xe0, 0x80]], [[0x80, 0x80, 0x80, 0x80]], [[0xc3, 0x28]]])("%j at the end is no beginning of a character", (part) => {
    expect(() => decoded("utf-8", bytes("a", part))).toThrow("a text is not utf-8");
  });

  // GB18030's 㐀 is 81 39 ee 39; Shift_JIS' い is 82 a2, Big5's 女 a4 6b.
  it.each<[string, number[], string, number[]]>([
    ["gb18030", [0xc5, 0xae], "女", [0xc5]], ["gb18030", [0xc5, 0xae], "女", [0x81, 0x39]], ["gb18030", [0xc5, 0xae], "女", [0x81, 0x39, 0xee]], ["big5", [0xa4, 0x6b], "女", [0xa4]], ["shift_jis", [0x82, 0xa2], "い", [0x82]],
  ])("in %s, what is begun after %j is left out", (encoding, whole, text, part) => {
    expect(decoded(encoding, bytes(whole, part), bytes(whole))).toEqual([text, text, 1]);
    expect(() => decoded(encoding, bytes([part[0], 0x20], whole, part))).toThrow(`is not ${encoding}`);
  });

  it("what is wrong before the end is refused, with at most twelve bytes", () => {
    const refused = (...parts: Parameters<typeof bytes>) => bothLanguages(() => fieldText("utf-8", "a.sav").decode(bytes(...parts), () => "the label of q1"));
    expect(refused([0xff, 5, 0x61])).toEqual([
      "a.sav: the label of q1 is not utf-8: ff 05 61 (expected the encoding that the file was written in). Name it with --encoding (gb18030, big5, utf-8, windows-1252 …). Nothing was written.",
      expect.stringMatching(/^a\.sav：the label of q1 不是 utf-8：ff 05 61（应为：文件写入时所用的编码）。请用 --encoding 指明/),
    ]);
    expect(refused("a".repeat(11), [0xff])[0]).toContain(`: ${"61 ".repeat(11)}ff (expected`);
    expect(refused("a".repeat(11), [0xff], "b")[0]).toContain(`: ${"61 ".repeat(11)}ff … (expected`);
    expect(refused([0xff], "b", [0xc3])[0]).toContain(": ff 62 c3 (expected");
    expect(refused([0xc3], "  ")[0]).toContain(": c3 (expected"); // it had room
  });
});

it("an encoding that nobody knows is refused", () => {
  expect(bothLanguages(() => fieldText("klingon", "a.sav"))).toEqual([
    'a.sav: the encoding "klingon" is not known here (expected a name such as utf-8, gb18030, big5, shift_jis or windows-1252). Name it with --encoding. Nothing was written.', expect.stringMatching(/^a\.sav：未知的编码 "klingon"/),
  ]);
});

it("texts are UTF-8 where all are", () => {
  expect(utf8OrUnknown([])).toBe("utf-8");
  expect(utf8OrUnknown([bytes("a"), bytes("长  "), bytes("a\0", [0xff])])).toBe("utf-8");
  expect(utf8OrUnknown([bytes("a"), bytes([0xff]), bytes("b")])).toBeUndefined();
});
