import { mkdirSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BadInput } from "../../src/badInput";
import { readBytes, readText } from "../../src/io/file";
import { decodeText } from "../../src/io/text";
import { encodeGb18030 } from "../survey/encodeGb18030";
import { folder } from "../survey/rawFile";
import { bothLanguages } from "./bothLanguages";

const ZH = "编号,性别,城市\n1,男,长春\n2,女,广州\n";
const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");
const hex = (digits: string): Buffer => Buffer.from(digits.replaceAll(" ", ""), "hex");

describe("an encoding is found", () => {
  test.each([
    ["utf-8", Buffer.from(ZH)],
    ["utf-8", Buffer.from(`\ufeff${ZH}`)],
    ["utf-16le", Buffer.from(`\ufeff${ZH}`, "utf16le")],
    ["utf-16be", Buffer.from(`\ufeff${ZH}`, "utf16le").swap16()],
    ["utf-16le", Buffer.from(ZH, "utf16le")],
    ["utf-16be", Buffer.from(ZH, "utf16le").swap16()],
    ["gb18030", encodeGb18030(ZH)],
    ["gb18030", Buffer.concat([hex("84319533"), encodeGb18030(ZH)])],
  ])("%s", (encoding, bytes) => expect(decodeText(bytes, "a.csv")).toEqual({ text: ZH, encoding }));

  test("as Big5, which is also valid GB18030", () => {
    const bytes = hex("bd73b8b9 2c a9caa74f 2c abb0a5ab 0a 31 2c a86b 2c a578a55f 0a 32 2c a46b 2c b0aab6af 0a");
    expect(decodeText(bytes, "a.csv")).toEqual({ text: "編號,性別,城市\n1,男,台北\n2,女,高雄\n", encoding: "big5" });
  });

  test("with two short answers and nothing else", () => {
    expect(decodeText(encodeGb18030("g,x\n男,1\n女,2\n"), "a.csv").text).toBe("g,x\n男,1\n女,2\n");
    expect(decodeText(encodeGb18030("a\n是\n否\n"), "a.csv").text).toBe("a\n是\n否\n");
  });

  test("with traditional characters in GB18030, and its four-byte ones", () => {
    expect(decodeText(encodeGb18030("編號,性別,廣州\n1,男,長春\n"), "a.csv").encoding).toBe("gb18030");
    expect(decodeText(hex("c4e3 8139ee39"), "a.csv").text).toBe("你㐀");
    for (const words of ["愛滋病,學歷\n訪談,員工\n", "app下载,微信\n是,否\n", "傈僳族,仫佬族\n"]) expect(decodeText(encodeGb18030(words), "a.csv")).toEqual({ text: words, encoding: "gb18030" });
  });

  test("whatever the cities are (property)", () => {
    const city = fc.constantFrom(..."长春 广州 杭州 义乌 西安 兰州 徐州 哈尔滨 北京 上海 深圳 成都 乌鲁木齐 呼和浩特 石家庄 郑州 南昌 贵阳".split(" "));
    fc.assert(fc.property(fc.array(city, { minLength: 2, maxLength: 20 }), (cities) => {
      const text = ["城市,y", ...cities.map((name, i) => `${name},${i}`)].join("\n");
      expect(decodeText(encodeGb18030(text), "a.csv")).toEqual({ text, encoding: "gb18030" });
    }));
  });
});

describe("what is not certain is refused with what it may be", () => {
  test.each([
    ["Latin-1 before a letter, which GB18030 swallows", latin1("Diplôme,x\n1,2\n"), /windows-1252 \("Diplôme"\).*--encoding windows-1252/],
    ["two spellings of a city that would become one", latin1("v\nOrléans\nOrlèans\n"), /windows-1252/],
    ["German", latin1("größe;männlich\n1;2\n"), /windows-1252/],
    ["Korean, whose bytes are all common GB2312", hex("bcbabab02cb3aac0cc0ab3b2c0da2c32300abfa9c0da2c33300a"), /euc-kr \("성별"\)/],
    ["Japanese in EUC", hex("c0adcaccA4ce 2c A4cfa4a4 0a A4a4a4a4a4a8 0a"), /euc-jp/],
    ["Japanese in Shift_JIS", hex("90ab95ca 2c 82cd82a2 0a 82a282a282a6 0a"), /shift_jis/],
    ["one character that is a letter in UTF-8 and 女 in GB18030", encodeGb18030("女,x\n1,2\n"), /may be UTF-8 \("Ů,x.*\) or GB18030 \("女/],
    ["names of a DOS page, which GB18030 swallows", Buffer.concat([latin1("v\n"), hex("47656e8a7665 0a 5a8172696368 0a 4da06c616761 0a")]), /not found here: read as gb18030, they are "Gen妚e"/],
    ["Polish of a DOS page, one word of which is a common character of Big5", Buffer.concat([latin1("v\n"), hex("6da9be637a797a6e61 0a")]), /may be big5 \("m忠czyzna"\) or windows-1252/],
    ["bytes that no encoding has", hex("6181ff8d0a"), /neither UTF-8 nor GB18030 nor Big5/],
  ])("%s", (_, bytes, message) => {
    expect(() => decodeText(bytes, "a.csv")).toThrow(BadInput);
    expect(() => decodeText(bytes, "a.csv")).toThrow(message);
  });

  test("a row of UTF-8 among GB18030 is said with both rows", () => {
    const head = encodeGb18030("id,c\n1,长春\n");
    expect(() => decodeText(Buffer.concat([head, Buffer.from("2,广州\n")]), "a.csv")).toThrow(/a\.csv, row 2: it mixes encodings: row 3 holds UTF-8 \("广州"\)/);
    expect(() => decodeText(Buffer.concat([Buffer.from("id,c\n中SYN-1,x\n"), encodeGb18030("2,长春\n")]), "a.csv")).toThrow(/row 3: it mixes encodings: row 2 holds UTF-8 \("中"\)/);
  });

  test("a file cut within a character is said to be cut", () => {
    expect(() => decodeText(Buffer.from("id,c\n1,长春\n2,广州").subarray(0, -1), "a.csv")).toThrow(/row 3: the file ends in the middle of a character/);
    const iconv = (text: string, code: Record<string, string>) => Buffer.from([...text].map((c) => code[c] ?? Buffer.from(c).toString("hex")).join(""), "hex");
    const gb = iconv("id,城市\n1,长春\n2,广州\n3,杭州\n4,㐀州", { 城: "b3c7", 市: "cad0", 长: "b3a4", 春: "b4ba", 广: "b9e3", 州: "d6dd", 杭: "baba", "㐀": "8139ee39" });
    for (const n of [1, 3, 4, 5]) expect(() => decodeText(gb.subarray(0, -n), "a.csv"), String(n)).toThrow(/row 5: the file ends in the middle of a character \(expected a whole gb18030 file/);
    const big5 = iconv("id,城市\n1,長春\n2,廣州\n3,杭州", { 城: "abb0", 市: "a5ab", 長: "aaf8", 春: "acb1", 廣: "bcfd", 州: "a67b", 杭: "aa43" });
    expect(() => decodeText(big5.subarray(0, -1), "a.csv")).toThrow(/row 4: the file ends in the middle of a character \(expected a whole big5 file/);
    expect(() => decodeText(Buffer.from("name\nCafé\nRené", "latin1"), "a.csv")).toThrow(/windows-1252/); // it ends in such a letter, and is whole
  });

  test("no text with U+FFFD ever comes out of bytes that had none (property)", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      try {
        expect(decodeText(bytes, "a").text.includes("\ufffd")).toBe(Buffer.from(bytes).includes(Buffer.from("\ufffd")));
      } catch (error) {
        expect(error).toBeInstanceOf(BadInput);
      }
    }), { numRuns: 2_000 });
  });
});

describe("an encoding that is named", () => {
  test("is taken, under its common names too", () => {
    expect(decodeText(latin1("Diplôme"), "a.csv", "latin1")).toEqual({ text: "Diplôme", encoding: "windows-1252" });
    expect(decodeText(hex("93 9480 92"), "a.csv", "CP1252").text).toBe("“”€’");
    expect(decodeText(encodeGb18030("女"), "a.csv", "GBK")).toEqual({ text: "女", encoding: "gb18030" });
  });

  test.each([
    ["no name of any", Buffer.from("a"), "klingon", /--encoding: "klingon" is not known .*gb18030/],
    ["one that the mark contradicts", Buffer.from("\ufeffa"), "gbk", /mark says utf-8/],
    ["one that the bytes are not", Buffer.from(encodeGb18030("长春")), "utf8", /no utf-8 text/],
  ])("is refused where it is %s", (_, bytes, encoding, message) => {
    expect(() => decodeText(bytes, "a.csv", encoding)).toThrow(message);
  });
});

describe("what is no text is refused for what it is", () => {
  test.each([
    ["an Excel workbook", Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), /Excel workbook/],
    ["an SPSS file", Buffer.concat([Buffer.from("$FL2@(#) SPSS"), Buffer.alloc(8)]), /SPSS/],
    ["a PDF", Buffer.from("%PDF-1.7 …"), /this is a PDF/],
    ["a PNG picture", hex("89504e470d0a1a0a0000000d"), /picture/],
  ])("%s", (_, bytes, message) => expect(() => decodeText(bytes, "a.csv")).toThrow(message));

  test("a zero byte anywhere, however long the text (property)", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (before, after) => {
      expect(() => decodeText(Buffer.from(`${before}\u0000${after}`), "a.csv")).toThrow(BadInput);
    }));
  });

  test("a control character, with its row", () => {
    expect(() => decodeText(Buffer.from("a,b\r\n1,\u001b[31m2\r\n"), "a.csv")).toThrow(/a\.csv, row 2: the control character U\+001B/);
    expect(() => decodeText(Buffer.from("a\n\u009b2J\n"), "a.csv")).toThrow(/row 2: the control character U\+009B/);
  });

  test("but the end mark of old DOS programs is dropped", () => {
    expect(decodeText(Buffer.from("a,b\n1,2\n\u001a"), "a.csv").text).toBe("a,b\n1,2\n");
  });
});

test("a file that is not there, a folder and a pipe are refused by name", () => {
  const { path } = folder();
  mkdirSync(join(path, "sub"));
  execFileSync("mkfifo", [join(path, "pipe")]);
  expect(() => readText(join(path, "none.csv"))).toThrow(/none\.csv: there is no such file/);
  expect(() => readText(join(path, "sub"))).toThrow(/sub: this is a folder/);
  expect(() => readText(join(path, "pipe"))).toThrow(/pipe: this is a pipe/);
  expect(() => readBytes("/dev/null")).toThrow(/this is a device/);
  writeFileSync(join(path, "file.csv"), "a\n");
  expect(readText(join(path, "file.csv"))).toEqual({ text: "a\n", encoding: "utf-8" });
});

describe("marks and zero bytes", () => {
  const refused = (bytes: Uint8Array): string => bothLanguages(() => decodeText(bytes, "a.csv"))[0];

  test("a mark says the encoding where nothing else could", () => {
    expect(decodeText(hex("fffe 167f"), "a.csv")).toEqual({ text: "编", encoding: "utf-16le" });
    expect(decodeText(hex("feff 7f16"), "a.csv")).toEqual({ text: "编", encoding: "utf-16be" });
    expect(decodeText(Buffer.concat([hex("84319533"), encodeGb18030("女,x\n1,2\n")]), "a.csv")).toEqual({ text: "女,x\n1,2\n", encoding: "gb18030" }); // which without it may be UTF-8 too
    expect(refused(hex("fffe0000 61000000"))).toBe("a.csv: it is UTF-32 (expected UTF-8, UTF-16, GB18030 or Big5). Save the file as UTF-8. Nothing was written.");
    expect(refused(hex("fffe 167f 00"))).toBe("a.csv: it begins as utf-16le, but not all of it is (expected utf-16le text). The file may be damaged or cut: save it anew.");
  });

  test("a zero byte is told with its row, be it the first", () => {
    const zero = (row: number) => `a.csv, row ${row}: a zero byte stands in it: this is a binary file, or UTF-16 without its mark (expected a text file). Save the file as UTF-8, or name its encoding with --encoding.`;
    expect(refused(Buffer.from("\0a,b\n"))).toBe(zero(1));
    expect(refused(Buffer.from("a\nb\r\nc\rd\0"))).toBe(zero(4));
    expect(refused(Buffer.from("a\r\0"))).toBe(zero(2));
  });

  test("UTF-16 without a mark is told by four zero bytes near its beginning, and a line end", () => {
    const le = (text: string): Buffer => Buffer.from(text, "utf16le");
    expect(decodeText(le("ab,\n"), "a.csv")).toEqual({ text: "ab,\n", encoding: "utf-16le" });
    expect(refused(le("ab\n"))).toMatch(/row 1: a zero byte/); // three zeros
    expect(refused(le("abcd"))).toMatch(/a zero byte/); // no line end
    expect(refused(Buffer.concat([le("ab,\n"), Buffer.of(0x61)]))).toMatch(/a zero byte/); // an odd byte
    expect(refused(le("ab,\u0001\n"))).toMatch(/a zero byte/);
    expect(refused(le("ab,\ue000\n"))).toMatch(/a zero byte/); // a sign for private use
    const far = (before: number) => Buffer.concat([Buffer.alloc(before, "编", "utf16le"), le("ab,\n")]);
    expect(decodeText(far(4088), "a.csv").encoding).toBe("utf-16le");
    expect(refused(far(4090))).toMatch(/a zero byte/);
  });

  test("a control character at the very beginning is told, each kind of line end counted once", () => {
    expect(refused(Buffer.from("\u0001a"))).toBe("a.csv, row 1: the control character U+0001 stands in it (expected text). This may be a binary file; else take the character out.");
    expect(refused(Buffer.from("a\rb\nc\r\nd\u007f"))).toMatch(/^a\.csv, row 4: the control character U\+007F/);
    expect(decodeText(Buffer.from("a\tb\u000bc\u000c\n"), "a.csv").text).toBe("a\tb\u000bc\u000c\n");
  });
});

describe("two encodings in one file", () => {
  test("the first stretch of UTF-8 is shown, twelve characters of it, with both rows", () => {
    const said = (bytes: Uint8Array): string => bothLanguages(() => decodeText(bytes, "a.csv"))[0];
    const gb = encodeGb18030("城市,长春\n");
    expect(said(Buffer.concat([gb, Buffer.from("中国人民大学社会学系研究生院")]))).toBe('a.csv, row 1: it mixes encodings: row 2 holds UTF-8 ("中国人民大学社会学系研究"), this row does not (expected one encoding throughout). Save the parts as UTF-8 before putting them together.');
    expect(said(Buffer.concat([Buffer.from("中国人民\n"), gb]))).toBe('a.csv, row 2: it mixes encodings: row 1 holds UTF-8 ("中国人民"), this row does not (expected one encoding throughout). Save the parts as UTF-8 before putting them together.');
  });
});

test("a text that is longer than a string can be is refused, not a defect", () => {
  expect(bothLanguages(() => decodeText(new Uint8Array(2 ** 29 - 23).fill(0x61, 0, 4096), "a.csv"))).toEqual([
    "a.csv: the text is larger than 512 MB (expected a file that fits in memory). Let a database read it: --from. Nothing was written.",
    "a.csv：文本超过 512 MB（应为：内存容得下的文件）。请由数据库读取：--from。没有写入任何文件。",
  ]);
});
