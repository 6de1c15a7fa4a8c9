import { describe, expect, it } from "vitest";
import { COMMON } from "../../src/io/commonCharacters";
import { firstNotUtf8, firstUtf8Word, mayBeGb18030, readingsOf } from "../../src/io/guessEncoding";

const hex = (digits: string): Uint8Array => Buffer.from(digits.replaceAll(" ", ""), "hex");

/** Share of a class of characters and how many it has: GB2312's and Big5's levels as their standards count them (3,755 and 3,008; 5,401 and 7,652, with seven of ETEN's). */
const P = {
  ascii: 1 / 40, strange: 1e-4 / 100_000, sign: 0.04 / 200,
  simplified: 0.57 / COMMON.simplified.size, gb1: 0.315 / 3755, gb2: 0.012 / 3008, gbTraditional: 0.04 / COMMON.traditional.size, gbBig: 0.02 / 5401, gbHan: 0.002 / 20_000, besideLetter: 1 / 50,
  traditional: 0.6 / COMMON.traditional.size, big1: 0.345 / 5401, big2: 0.012 / 7659,
  latin: 0.92 / COMMON.latin.size, latinOther: 0.05 / 95,
  kana: 0.6 / 170, jpHan: 0.25 / COMMON.traditional.size, jpOther: 0.05 / 6000, halfKana: 0.005 / 63,
  hangul: 0.75 / COMMON.hangul.size, hangulOther: 0.2 / 2230, krHan: 0.005 / 4888,
};
type Class = keyof typeof P;

describe("the readings of bytes, each with its odds against the likeliest", () => {
  it.each<[string, Partial<Record<string, readonly Class[]>>]>([
    ["b0a1", { "euc-kr": ["hangul"], gb18030: ["gb1"], big5: ["big1"], "windows-1252": ["latin", "latinOther"], "euc-jp": ["jpOther"], shift_jis: ["halfKana", "halfKana"] }],
    ["d7f9", { gb18030: ["gb1"], "windows-1252": ["latinOther", "latin"], "euc-jp": ["jpOther"], big5: ["big2"], "euc-kr": ["krHan"] }],
    ["d8a1", { "windows-1252": ["latin", "latinOther"], "euc-jp": ["jpOther"], gb18030: ["gb2"], big5: ["big2"], "euc-kr": ["krHan"], shift_jis: ["halfKana", "halfKana"] }],
    ["f7fe", { gb18030: ["gb2"], big5: ["big2"], "euc-kr": ["krHan"], "windows-1252": ["latinOther", "latinOther"] }],
    ["8140", { shift_jis: ["sign"], gb18030: ["gbHan"], "euc-jp": ["strange", "ascii"], "euc-kr": ["strange", "ascii"] }],
    ["c4d0", { gb18030: ["simplified"], "euc-kr": ["hangulOther"], big5: ["big1"], "windows-1252": ["latin", "latinOther"], "euc-jp": ["jpOther"], shift_jis: ["halfKana", "halfKana"] }],
    ["c4d061", { gb18030: ["simplified", "ascii", "besideLetter"], "euc-kr": ["hangulOther", "ascii"], big5: ["big1", "ascii", "besideLetter"], "windows-1252": ["latin", "latinOther", "ascii"], "euc-jp": ["jpOther", "ascii", "besideLetter"], shift_jis: ["halfKana", "halfKana", "ascii"] }],
    ["e982", { gb18030: ["gbBig"], shift_jis: ["jpOther"], "windows-1252": ["latin", "strange"] }],
    ["87f8", { gb18030: ["gbTraditional"], "windows-1252": ["strange", "latin"] }],
    ["a440", { big5: ["traditional"], "windows-1252": ["latinOther", "ascii"], shift_jis: ["halfKana", "ascii"] }],
    ["c67e", { big5: ["big1"], "windows-1252": ["latinOther", "ascii"], shift_jis: ["halfKana", "ascii"], gb18030: ["gbHan"] }],
    ["c940", { "windows-1252": ["latin", "ascii"], shift_jis: ["halfKana", "ascii"], big5: ["big2"], gb18030: ["gbHan"] }],
    ["f9d5", { "windows-1252": ["latin", "latinOther"], "euc-jp": ["jpOther"], big5: ["big2"], "euc-kr": ["krHan"] }],
    ["b0e9", { "euc-jp": ["jpHan"], "windows-1252": ["latin", "latin"], gb18030: ["gb1"], "euc-kr": ["hangulOther"], big5: ["big1"] }],
    ["a1a1", { gb18030: ["sign"], "euc-jp": ["sign"], "euc-kr": ["sign"], "windows-1252": ["latinOther", "latinOther"], shift_jis: ["halfKana", "halfKana"], big5: ["strange"] }],
    ["82a0", { shift_jis: ["kana"], gb18030: ["gbHan"], "windows-1252": ["strange", "strange"] }],
    ["a4a2", { "euc-jp": ["kana"], big5: ["big1"], "windows-1252": ["latinOther", "latinOther"], shift_jis: ["halfKana", "halfKana"], gb18030: ["strange"], "euc-kr": ["strange"] }],
    ["a1", { "windows-1252": ["latinOther"], shift_jis: ["halfKana"] }],
    ["df", { "windows-1252": ["latin"], shift_jis: ["halfKana"] }],
    ["ff", { "windows-1252": ["latinOther"] }],
    ["8139ee39", { gb18030: ["gbHan"] }],
  ])("%s", (bytes, classes) => {
    const log = (kinds: readonly Class[]) => kinds.reduce((sum, kind) => sum + Math.log(P[kind]), 0);
    const best = Math.max(...Object.values(classes).map((kinds) => log(kinds!)));
    const readings = readingsOf(hex(bytes));
    expect(readings.map(({ logOdds }) => logOdds)).toEqual(readings.map(({ logOdds }) => logOdds).sort((a, b) => b - a));
    expect(readings[0].logOdds).toBe(0);
    expect(Object.fromEntries(readings.map(({ encoding, logOdds }) => [encoding, Number(logOdds.toFixed(9))]))).toEqual(Object.fromEntries(Object.entries(classes).map(([encoding, kinds]) => [encoding, Number((log(kinds!) - best).toFixed(9))])));
  });

  it("a word counts once, with its letters; bytes that end no character end it; an example is cut", () => {
    const odds = (bytes: string) => Object.fromEntries(readingsOf(hex(bytes)).map(({ encoding, logOdds }) => [encoding, Number(logOdds.toFixed(9))]));
    expect(odds("c4d0 2c 31 2c c4d0 0a c4d0")).toEqual(odds("c4d0"));
    expect(odds("c4d0 2c 61 0a")).toEqual(odds("c4d0")); // a word of letters alone says nothing
    expect(odds("c4d0 41")).toEqual(odds("c4d0")); // a letter counts alike in every reading that has it
    expect(readingsOf(hex("20 2c c4d0".concat("c5ae".repeat(24))))[0]).toMatchObject({ encoding: "gb18030", example: `男${"女".repeat(19)}` });
    expect(readingsOf(hex("61 2c"))[0].example).toBe("");
    // Against an encoding that is not known, in which each byte beyond ASCII is one of 270 and each letter one of 40.
    expect(readingsOf(hex("c4d041"))[0].logKnown).toBeCloseTo(Math.log(P.simplified) + 2 * Math.log(270), 10);
    expect(readingsOf(hex("c4d041 2c c5ae"))[0].logKnown).toBeCloseTo(2 * Math.log(P.simplified) + 4 * Math.log(270), 10);
  });

  it("a word goes on over digits, letters and @, and ends at other signs", () => {
    const example = (sign: string) => readingsOf(hex(`c4d0 ${sign} c5ae`))[0].example;
    expect(["2f", "3a", "3f"].map(example)).toEqual(["男", "男", "男"]);
    expect(["30", "39", "40", "7e"].map(example)).toEqual(["男0女", "男9女", "男@女", "男~女"]);
  });

  it("the first byte beyond ASCII makes a word as the others do: the euro sign of Western files", () => {
    const western = readingsOf(hex("80")).find(({ encoding }) => encoding === "windows-1252");
    expect(western).toMatchObject({ example: "€", logKnown: expect.closeTo(Math.log(COMMON.latin.has("€") ? P.latin : P.strange) + Math.log(270), 10) as number });
  });

  it("an encoding that gives a character nobody has assigned is none", () => {
    expect(readingsOf(hex("aaa1")).map(({ encoding }) => encoding)).not.toContain("gb18030"); // for private use
  });
});

// Ů is c5 ae in UTF-8, which is 女 in GB18030; Đŏ (c490 c58f) is 膼艔… there, which are not common.
it.each<[string, string, boolean]>([
  ["a letter that reads as common Chinese", "Ů", true], ["beside digits, letters, _ and a point", "Ůa_1.,x", true], ["no letter beyond ASCII", "abc", false], ["three different letters", "ŮŮšţ", true], ["four of them", "Ůšţť", false],
  ["a letter of western Europe", "é", false], ["Greek", "Ω", false], ["Chinese", "女", false], ["one that reads as rare Chinese", "Đ", false],
])("may UTF-8 be GB18030: %s (%s) %s", (_, text, may) => expect(mayBeGb18030(Buffer.from(text), text)).toBe(may));

describe("the first stretch that reads as common Chinese in UTF-8", () => {
  const utf8 = (text: string) => Buffer.from(text);
  it.each<[string, Uint8Array, number]>([
    ["at the beginning", utf8("男"), 0], ["after others of GB18030, apart from them", Buffer.concat([hex("c4d0 2c"), utf8("长春,x")]), 3], ["with signs of its own", utf8("a男，"), 1], ["none", hex("c4d0 2c c5ae"), -1], ["nothing", hex(""), -1], ["ASCII", utf8("abc"), -1],
    ["signs alone are none", utf8("，。"), -1], ["a letter is none", utf8("éé"), -1], ["kana is none", utf8("男あ"), -1], ["one that begins within another stretch is none", Buffer.concat([hex("c4"), utf8("男")]), -1], ["of the last row", Buffer.concat([utf8("x,"), hex("e4b880 0a")]), 2],
    ["cut at its end is none", utf8("男").subarray(0, 2), -1],
  ])("%s", (_, bytes, place) => expect(firstUtf8Word(bytes)).toBe(place));
});

it.each<[string, number]>([["", 0], ["61", 1], ["e794b7", 3], ["61ff62", 1], ["ff", 0], ["61 e794", 3], ["61 e794 62", 3], ["e794b7 c4d0 61", 4], ["6162 c0", 2]])("of %s what can no longer be UTF-8 begins at %d, a cut end being none", (bytes, place) => expect(firstNotUtf8(hex(bytes))).toBe(place));
