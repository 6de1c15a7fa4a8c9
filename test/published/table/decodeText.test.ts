import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/published/table/decodeText";

describe("the text of a file", () => {
  it.each([
    ["UTF-8", Buffer.from("变量 −1")], ["UTF-8 with its mark", Buffer.from("\ufeff变量 −1")],
    ["UTF-16, little end first", Buffer.from("\ufeff变量 −1", "utf16le")], ["UTF-16, big end first", Buffer.from("\ufeff变量 −1", "utf16le").swap16()],
    ["GB18030", Buffer.from([0xb1, 0xe4, 0xc1, 0xbf, 0x20, 0xa1, 0xaa, 0x31])],
  ])("is read from %s", (_, bytes) => expect(decodeText(bytes, "t.txt").replace("—", "−")).toBe("变量 −1"));

  it.each([
    ["a PDF", Buffer.from("%PDF-1.7 …"), /^t\.x: is a PDF .*copy the table out of it/], ["a Word file", Buffer.from("PK\u0003\u0004…"), /^t\.x: is a Word, Excel or ZIP file/],
    ["bytes of neither", Buffer.from([0x80, 0xff, 0xff, 0x00]), /^t\.x: is no text/],
  ])("is refused of %s, with what to do", (_, bytes, sentence) => expect(() => decodeText(bytes, "t.x")).toThrow(sentence));
});
