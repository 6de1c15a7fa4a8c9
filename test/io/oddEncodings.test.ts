import { describe, expect, it } from "vitest";
import { BadInput } from "../../src/badInput";
import { decodeAnyText, decodeText } from "../../src/io/text";
import { encodeGb18030 } from "../survey/encodeGb18030";
import { bothLanguages } from "./bothLanguages";

const hex = (digits: string): Buffer => Buffer.from(digits.replaceAll(" ", ""), "hex");
const refused = (bytes: Uint8Array, encoding?: string): string => bothLanguages(() => decodeText(bytes, "a.csv", encoding))[0];
const text = (bytes: Uint8Array, encoding?: string): string => decodeText(bytes, "a.csv", encoding).text;

// The bytes of files as Python's codecs write them.
const ZH_GBK = hex("b3c7cad02c790a b3a4b4ba2c310a b9e3d6dd2c300a d2e5ceda2c310a");
const ZH = "城市,y\n长春,1\n广州,0\n义乌,1\n";
const TW_BIG5 = hex("bb4fa55f2c310a b0aab6af2c300a aee7b6e92c310a b773a6cb2c300a");
const RU = "город,y\nМосква,1\nКазань,0\nОмск,1\nТверь,0\n";
const RU_GBK = hex("a7d4a7e0a7e2a7e0a7d52c790aa7aea7e0a7e3a7dca7d3a7d12c310aa7aca7d1a7d9a7d1a7dfa7ee2c300aa7b0a7dea7e3a7dc2c310aa7b4a7d3a7d6a7e2a7ee2c300a");

describe("encodings that pretend to be another are refused by name", () => {
  it.each([
    ["HZ", "7e7b33474a507e7d2c790a7e7b3324343a7e7d2c310a", /it is HZ \("城市"\)/],
    ["UTF-7", "2b5638356541672c790a2b6c58396d4a512c310a2b586e396433672c300a", /it is UTF-7 \("城市"\)/],
    ["UTF-7 of a Western text", Buffer.from("Orl+AOk-ans,1\nBesan+AOc-on,0\nN+AO4-mes,1\n").toString("hex"), /it is UTF-7 \("é"\)/],
    ["UTF-32 with the lower half first", "ce570000025e00002c000000790000000a000000", /it is UTF-32 \(expected/],
    ["UTF-32 with the higher half first", "000057ce00005e020000002c000000790000000a", /it is UTF-32 \(expected/],
    ["ISO-2022-JP", "1b244245543b541b28422c790a1b2442456c357e1b28422c310a", /it is ISO-2022-JP \(expected/],
    ["ISO-2022-KR", "1b2429430e35353d430f2c790a0e3c2d3f6f0f2c310a", /it is ISO-2022-KR \(expected/],
    ["ISO-2022-CN", "1b2429410e334724 0f2c790a", /it is ISO-2022-CN \(expected/],
  ])("%s", (_, bytes, message) => {
    expect(refused(hex(bytes))).toMatch(message);
    expect(refused(hex(bytes), "gb18030")).toMatch(message); // none of them can be named
  });

  it("a text with plus signs, tildes and braces is none of them", () => {
    for (const plain of ["plan\nphone+internet\nphone\n", "to\nme+tag\nme+dog\nme+cas\n", "tel,y\n+8613812345678,1\n+8613987654321,0\n", "a,b\nx+y,1\nC++abc,2\n1+1,3\nA+AOk,4\n", "a,b\n~{1,2},1\n~{ab~},2\n"]) expect(text(Buffer.from(plain))).toBe(plain);
  });
});

it("a picture in a notebook of plain ASCII, base 64 of any length with a plus sign, is no text in UTF-7", () => {
  for (const digits of [800, 800_000]) {
    const notebook = `{"image/png": "iVBOR+${"aa".repeat(digits / 2)}"}`;
    expect(decodeAnyText(Buffer.from(notebook), "n.ipynb").text).toBe(notebook);
  }
});

it("UTF-16 whose every other sign is a tab or a line end is not UTF-32", () => {
  expect(text(Buffer.from("y\tx\n1\t0\n0\t1\n", "utf16le"))).toBe("y\tx\n1\t0\n0\t1\n");
});

describe("an encoding that is named, and plainly is not the one", () => {
  it.each<[string, Uint8Array, string, RegExp]>([
    ["UTF-8 called GB18030", Buffer.from(ZH), "gb18030", /its bytes are utf-8 \("城市"\), but gb18030 was named \("鍩庡競"\)/],
    ["UTF-8 called windows-1252", Buffer.from("v\nOrléans\n"), "latin1", /its bytes are utf-8 \("Orléans"\), but latin1 was named \("OrlÃ©ans"\)/],
    ["UTF-8 called UTF-16", Buffer.from("ab,cd\n1,2\n"), "utf-16", /its bytes are utf-8 \("ab,cd"\), but utf-16 was named/],
    ["GBK called Big5", ZH_GBK, "big5", /its bytes are gb18030 \("城市"\), but big5 was named \("傑庈"\)/],
    ["GBK called windows-1252", ZH_GBK, "cp1252", /its bytes are gb18030 \("城市"\), but cp1252 was named \("³ÇÊÐ"\)/],
    ["Big5 called GBK", TW_BIG5, "gbk", /row 1: its bytes are no gb18030 text.*Leave --encoding out/],
  ])("%s is refused with both readings", (_, bytes, encoding, message) => expect(refused(bytes, encoding)).toMatch(message));

  it("one that is right is taken, also where it would not be found", () => {
    expect(text(ZH_GBK, "gbk")).toBe(ZH);
    expect(text(hex("c4b3b7aeb32c310a b5b5bbb62c300a"), "shift_jis")).toBe("ﾄｳｷｮｳ,1\nｵｵｻｶ,0\n");
    expect(text(Buffer.from("größe,é\n", "latin1"), "latin1")).toBe("größe,é\n");
    expect(text(encodeGb18030("女\n"), "gb18030")).toBe("女\n"); // which may be UTF-8 too
  });
});

describe("what another program misread and saved is refused with what it was, and its row", () => {
  it.each([
    ["UTF-8 read as Windows-1252", "v,y\nx,1\né•¿æ˜¥,1\nå¹¿ä¸œ,0\n", /row 3: "é•¿æ˜¥" is what "长春" becomes where a program reads utf-8 in a wrong encoding/],
    ["accents", "v\nx\nOrlÃ©ans\nNÃ®mes\n", /row 3: "OrlÃ©ans" is what "Orléans" becomes/],
    ["UTF-8 read as GBK", "v,y\n闀挎槬,1\n骞垮窞,0\n涔変箤,1\n", /row 2: "闀挎槬" is what "长春" becomes where a program reads utf-8/],
    ["GBK read as Windows-1252", "³ÇÊÐ,y\n³¤´º,1\n¹ãÖÝ,0\nÒåÎÚ,1\n", /row 1: "³ÇÊÐ" is what "城市" becomes where a program reads gb18030/],
  ])("%s", (_, misread, message) => {
    expect(refused(Buffer.from(misread))).toMatch(message);
    expect(refused(Buffer.from(`\ufeff${misread}`, "utf16le"))).toMatch(message);
  });

  it("a word of a megabyte is looked through once", () => {
    const long = `v\n${"a".repeat(1e6)}é${"b".repeat(1e6)}\n`;
    expect(text(Buffer.from(long))).toBe(long);
  });

  it("rare characters, and Western signs side by side, are no misreading", () => {
    for (const plain of ["v\n¿¿\n", "v\nŠŽ\n", "v\n鍩庡\n溟濛\n骞翮\n", "v\n«marché…”»\n½ m² à 5 €\n© ®\nÃ\n", "v\n饕餮\n魑魅\n"]) expect(text(Buffer.from(plain))).toBe(plain);
  });
});

describe("GB18030 and Big5", () => {
  it("Russian and Japanese letters in them are read, and not as rare characters of the other", () => {
    expect(decodeText(RU_GBK, "a.csv")).toEqual({ text: RU, encoding: "gb18030" });
    expect(refused(Buffer.concat([RU_GBK, Buffer.from("Москва,1\n")]))).toMatch(/row 1: it mixes encodings: row 6 holds UTF-8 \("Москва"\)/);
  });

  it("a file in GB18030 whose first word reads as common Big5 is read by all its words", () => {
    for (const first of ["是", "男", "中国", "大学"]) {
      const zh = `v\n${first}\n长春\n广州\n义乌\n杭州\n`;
      expect(decodeText(encodeGb18030(zh), "a.csv")).toEqual({ text: zh, encoding: "gb18030" });
    }
  });

  it("a file of both is refused with the first row of the lesser part", () => {
    expect(refused(Buffer.concat([TW_BIG5, TW_BIG5, ZH_GBK]))).toMatch(/row 9: most of it reads as big5, but this row as gb18030 \("城市"\)/);
  });

  it("a sign of Hong Kong's supplement, which Node shows as a box, is refused with its row, found or named", () => {
    const hkscs = hex("abb0a5ab2c790a a445c0732c310a a9f4a8a42c300a b260a4f496f52c310a 9defa4482c300a"); // 城市 九龍 旺角 深水埗 嘅人
    expect(refused(hkscs)).toMatch(/row 4: the rows before read as big5, but this one holds bytes that are none of its characters/);
    expect(refused(hkscs.map((byte) => (byte === 0x0a ? 0x0d : byte)))).toMatch(/row 4: the rows before/); // lines that end as on old Macs
    expect(refused(hkscs, "big5hkscs")).toMatch(/row 4: its bytes are no big5 text/);
    expect(refused(Buffer.concat([ZH_GBK, hex("aaa12c310a")]))).toMatch(/row 5: the rows before read as gb18030/); // a sign of one's own
    expect(() => decodeText(Buffer.concat([ZH_GBK, hex("aaa12c310a")]), "a.csv", "gbk")).toThrow(BadInput);
  });
});
