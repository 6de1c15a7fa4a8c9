import { crc32, deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { comparePictures } from "../../../src/notebook/compare/pictures";
import { pictureSize } from "../../../src/notebook/compare/pictureSize";

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG (RFC 2083) of these pixels, four channels each, one row. */
function png(pixels: readonly (readonly number[])[], level = 9): string {
  const header = Buffer.from([0, 0, 0, pixels.length, 0, 0, 0, 1, 8, 6, 0, 0, 0]);
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.from([0, ...pixels.flat()]), { level })), chunk("IEND", Buffer.alloc(0))]).toString("base64");
}
const GREY = [100, 100, 100, 255];
const three = png([GREY, GREY, GREY]);
const compared = (is: string, was = three, mime = "image/png") => comparePictures(mime, was, is);

describe("two pictures", () => {
  it("are the same where their bytes are, in however many lines, or their pixels to the eye", () => {
    expect(compared(`${three.slice(0, 40)}\n${three.slice(40)}\n`)).toBeUndefined();
    expect(three).not.toBe(png([GREY, GREY, GREY], 0));
    expect(compared(png([GREY, GREY, GREY], 0))).toBeUndefined();
    expect(compared(png([[102, 98, 100, 255], GREY, GREY]))).toBeUndefined();
  });

  it.each([[[[103, 100, 100, 255], GREY, GREY], 1], [[GREY, [100, 97, 100, 255], GREY], 1], [[GREY, [100, 100, 103, 255], [0, 0, 0, 255]], 2], [[[0, 0, 0, 255], [0, 0, 0, 255], [0, 0, 0, 255]], 3]])("differ in pixels of which one channel is farther off than rounding goes: %j", (pixels, other) => {
    expect(compared(png(pixels))).toEqual({ where: "image/png, pixels", was: "3×1", is: `the same size, ${other} of 3 pixels another` });
  });

  it("differ in their sizes, or in bytes that cannot be drawn", () => {
    expect(compared(png([GREY, GREY]))).toEqual({ where: "image/png, size", was: "3×1", is: "2×1" });
    const bytes = { where: "image/png, bytes", was: "3×1", is: "another picture" };
    const broken = Buffer.concat([Buffer.from(three, "base64").subarray(0, 33), Buffer.from("broken")]).toString("base64");
    expect([compared(broken), compared(three, broken)]).toEqual([bytes, bytes]);
    expect(compared("/9j/AAAA", "/9j/BBBB", "image/jpeg")).toEqual({ where: "image/jpeg, bytes", was: "a picture", is: "another picture" });
    expect(compared("AAAA", "BBBB")).toEqual({ where: "image/png, bytes", was: "no PNG", is: "another picture" });
    expect(compared("", three)).toEqual({ where: "image/png, size", was: "3×1", is: "an empty picture" });
  });

  it.each([["", "an empty picture"], [" \n", "an empty picture"], [Buffer.from(three, "base64").subarray(0, 24).toString("base64"), "3×1"], [Buffer.from(three, "base64").subarray(0, 23).toString("base64"), "no PNG"], [Buffer.alloc(30).toString("base64"), "no PNG"]])("have the size that the header says: %j is %s", (base64, size) => {
    expect(pictureSize("image/png", base64)).toBe(size);
  });
});
