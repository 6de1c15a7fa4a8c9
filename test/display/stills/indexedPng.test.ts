import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { indexedPng } from "../../../src/display/stills/indexedPng";

/** Types and data of the chunks behind the signature, their checksums looked at. */
function chunksOf(png: Buffer): [string, number[]][] {
  expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const chunks: [string, number[]][] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    chunks.push([type, [...(type === "IDAT" ? inflateSync(data) : data)]]);
    at += length + 12;
  }
  return chunks;
}
const pixels = (colours: readonly (readonly number[])[]) => Uint8Array.from(colours.flatMap(([red, green, blue]) => [red, green, blue, 255]));
const [A, B, C] = [[1, 2, 3], [250, 0, 9], [0, 200, 0]];

describe("a picture of few colours", () => {
  it("has a palette, the commonest first, equal ones by value, and a byte a pixel behind a filter of none in each row", () => {
    expect(chunksOf(indexedPng(pixels([B, A, A, C, B, A]), 3, 2))).toEqual([
      ["IHDR", [0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0]],
      ["PLTE", [...A, ...B, ...C]],
      ["IDAT", [0, 1, 0, 0, 0, 2, 1, 0]],
      ["IEND", []],
    ]);
    expect(chunksOf(indexedPng(pixels([B, A, C]), 1, 3)).slice(1, 3)).toEqual([["PLTE", [...C, ...A, ...B]], ["IDAT", [0, 2, 0, 1, 0, 0]]]);
  });

  it("begins with its commonest colour, ends with black, and counts a colour's pixels wherever they are", () => {
    const black = [0, 0, 0];
    expect(chunksOf(indexedPng(pixels([A, A, B, C, B, B, A, A, black]), 9, 1)).slice(1, 3)).toEqual([["PLTE", [...A, ...B, ...black, ...C]], ["IDAT", [0, 0, 0, 1, 3, 1, 1, 0, 0, 2]]]);
  });

  it("is as wide and as high as told, beyond a byte", () => {
    const [header, , data] = chunksOf(indexedPng(pixels(Array.from({ length: 70_000 }, () => A)), 70_000, 1));
    expect(header[1].slice(0, 8)).toEqual([0, 1, 17, 112, 0, 0, 0, 1]);
    expect(data[1].length).toBe(70_001);
  });

  it("ends its chunks with the checksum that the specification gives for an empty end", () => {
    expect([...indexedPng(pixels([A]), 1, 1).subarray(-12)]).toEqual([0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130]);
  });
});

it("of more than 256 colours the rarest become the nearest of those that are kept", () => {
  const greys = Array.from({ length: 256 }, (_, i) => [i, i, i]);
  const rare = [[10, 10, 11], [0, 0, 60], [255, 254, 255], [10, 10, 11]];
  // Every grey three times, so that no other colour is as common.
  const all = [...greys, ...rare, ...greys, ...greys];
  const chunks = chunksOf(indexedPng(pixels(all), all.length, 1));
  expect(chunks[1][1]).toEqual(greys.flat());
  // 0 0 60 is farther from grey 0 (60²) than from grey 20 (20² + 20² + 40²).
  expect(chunks[2][1].slice(1 + 256, 1 + 256 + 4)).toEqual([10, 20, 255, 10]);
  // Blue 3 is as far from 2 as from 4, which is commoner.
  const blues = Array.from({ length: 257 }, (_, i) => [0, i > 253 ? 100 : 0, i > 253 ? i - 100 : i]).filter(([, green, blue]) => green > 0 || blue !== 3);
  const many = [...blues, ...blues, [0, 0, 3], [0, 0, 4], [0, 0, 2], [0, 0, 4]];
  const tie = chunksOf(indexedPng(pixels(many), many.length, 1));
  expect([tie[1][1].slice(0, 6), tie[2][1][1 + 512]]).toEqual([[0, 0, 4, 0, 0, 2], 0]);
  const exactly = [...greys.slice(0, 255), ...greys.slice(0, 255), [1, 0, 0]];
  expect(chunksOf(indexedPng(pixels(exactly), exactly.length, 1))[1][1].slice(-3)).toEqual([1, 0, 0]);
});
