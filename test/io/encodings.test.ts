import { expect, it } from "vitest";
import { decodeAs, encodingNamed } from "../../src/io/encodings";

it.each([
  ["UTF-8", "utf-8"], ["utf_8", "utf-8"], ["UTF 16", "utf-16le"], ["utf-16be", "utf-16be"], ["Unicode", "utf-16le"], ["GBK", "gb18030"], ["gb2312", "gb18030"], ["ANSI-936", "gb18030"], ["cp936", "gb18030"], ["Big5-HKSCS", "big5"], ["cp950", "big5"],
  ["ISO-8859-1", "windows-1252"], ["Latin-1", "windows-1252"], ["CP1252", "windows-1252"], ["Shift_JIS", "shift_jis"], ["SJIS", "shift_jis"], ["cp932", "shift_jis"], ["EUC-JP", "euc-jp"], ["euc-kr", "euc-kr"], ["cp949", "euc-kr"],
  ["klingon", undefined], ["", undefined], ["constructor", undefined], ["utf", undefined],
])("%j is %s", (name, encoding) => expect(encodingNamed(name)).toBe(encoding));

// Windows-1252 by Unicode's own table (Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT): five bytes stand for nothing.
it("Windows-1252 is read by its own letters, the others being Unicode's, however long the text", () => {
  const text = (...bytes: number[]) => decodeAs(Uint8Array.from(bytes), "windows-1252");
  expect(text(0x7f, 0x80, 0x82, 0x8c, 0x8e, 0x91, 0x9c, 0x9e, 0x9f, 0xa0, 0xff)).toBe("\x7f€‚ŒŽ‘œžŸ\u00a0ÿ");
  for (const none of [0x81, 0x8d, 0x8f, 0x90, 0x9d]) expect(text(65, none)).toBeUndefined();
  expect(text()).toBe("");
  const long = Uint8Array.from({ length: 20_000 }, (_, i) => 32 + (i % 95));
  expect(decodeAs(long, "windows-1252")).toBe(Buffer.from(long).toString("latin1"));
});

it("a mark at the beginning is dropped, one mark and only there; what is no text of the encoding is none", () => {
  expect(decodeAs(Buffer.from("\ufeff\ufeffa\ufeff"), "utf-8")).toBe("a\ufeff");
  expect(decodeAs(Buffer.from("a\ufeffb"), "utf-8")).toBe("a\ufeffb");
  expect(decodeAs(Uint8Array.of(0xe5, 0xa5), "utf-8")).toBeUndefined();
  expect(decodeAs(Uint8Array.of(0xc5, 0xae), "gb18030")).toBe("女");
});
