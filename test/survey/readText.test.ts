import { mkdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BadInput } from "../../src/badInput";
import { decodeText, readText } from "../../src/survey/readText";
import { encodeGb18030 } from "./encodeGb18030";
import { folder } from "./rawFile";

test("UTF-8 is read with and without a byte-order mark", () => {
  expect(decodeText(Buffer.from("编号,城市"), "a.csv")).toBe("编号,城市");
  expect(decodeText(Buffer.from("\ufeff编号,城市"), "a.csv")).toBe("编号,城市");
});

test("GB18030 is read where the bytes are not UTF-8", () => {
  expect(decodeText(encodeGb18030("编号,城市\n甲,长春\n"), "a.csv")).toBe("编号,城市\n甲,长春\n");
});

test("GB18030's own byte-order mark is dropped", () => {
  expect(decodeText(Buffer.concat([Buffer.from([0x84, 0x31, 0x95, 0x33]), encodeGb18030("编号")]), "a.csv")).toBe("编号");
});

test("GB18030's four-byte characters are read", () => {
  expect(decodeText(Buffer.from([0xc4, 0xe3, 0x81, 0x39, 0xee, 0x39]), "a.csv")).toBe("你㐀");
});

test.each([
  ["an Excel workbook", Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), /Excel workbook/],
  ["an SPSS file", Buffer.concat([Buffer.from("$FL2@(#) SPSS"), Buffer.alloc(8)]), /SPSS/],
  ["UTF-16", Buffer.from("\ufeffid,city", "utf16le"), /UTF-16/],
  ["a PNG picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /binary/],
  ["bytes that no encoding has", Buffer.from([0x61, 0xff, 0xff, 0x0a]), /neither UTF-8 nor GB18030/],
])("%s is refused for what it is", (_, bytes, message) => {
  expect(() => decodeText(bytes, "a.csv")).toThrow(BadInput);
  expect(() => decodeText(bytes, "a.csv")).toThrow(message);
});

test("a file with a zero byte anywhere is refused, however long", () => {
  fc.assert(fc.property(fc.string(), fc.string(), (before, after) => {
    expect(() => decodeText(Buffer.from(`${before}\u0000${after}`), "a.csv")).toThrow(BadInput);
  }));
});

test("a file that is not there and a folder are refused by name", () => {
  const { path } = folder();
  mkdirSync(join(path, "sub"));
  expect(() => readText(join(path, "none.csv"))).toThrow(/none\.csv: there is no such file/);
  expect(() => readText(join(path, "sub"))).toThrow(/sub: this is a folder/);
});
