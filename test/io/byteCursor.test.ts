import { expect, it } from "vitest";
import { ByteCursor } from "../../src/io/byteCursor";

const over = (bytes: readonly number[], littleEndian?: boolean) => new ByteCursor(Uint8Array.from(bytes), "a.dta", littleEndian);

type Number_ = "uint8" | "uint16" | "int32" | "uint32" | "uint64" | "double";

// Two's complement and IEEE 754: 1.5 is 0x3FF8 0000 0000 0000.
it.each<[Number_, number, number[]]>([
  ["uint8", 0xfe, [0xfe]], ["uint16", 0x1234, [0x34, 0x12]], ["int32", -2, [0xfe, 0xff, 0xff, 0xff]], ["uint32", 0xff_ff_ff_fe, [0xfe, 0xff, 0xff, 0xff]],
  ["uint64", 0x1_0000_0002, [2, 0, 0, 0, 1, 0, 0, 0]], ["uint64", 2 ** 53 - 1, [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x1f, 0]], ["double", 1.5, [0, 0, 0, 0, 0, 0, 0xf8, 0x3f]],
])("%s %d is read in both byte orders, once and once more, to the last byte and not beyond", (kind, value, bytes) => {
  for (const [little, stored] of [[true, bytes], [false, bytes.toReversed()]] as const) {
    const cursor = over([...stored, ...stored], little);
    expect([cursor[kind]("it"), cursor.at, cursor.left]).toEqual([value, bytes.length, bytes.length]);
    expect([cursor[kind]("it"), cursor.at, cursor.left]).toEqual([value, 2 * bytes.length, 0]);
    const short = over(stored.slice(1), little);
    expect(() => short[kind]("the size")).toThrow("a.dta: the file is damaged at byte 0: it ends within the size. Copy or export it once more. Nothing was written.");
    expect(short.at).toBe(0);
  }
});

it("a whole number beyond 2^53 is a sign of damage, and little-endian is what is not said", () => {
  expect(() => over([0, 0, 0, 0, 0, 0, 0x20, 0]).uint64("the size")).toThrow("a.dta: the file is damaged at byte 8: the size is 9007199254740992.");
});

it("stretches are taken and left out, to the last byte and not beyond", () => {
  const cursor = over([65, 66, 67, 68, 69]);
  expect(cursor.ascii(2, "a tag")).toBe("AB");
  cursor.skip(1, "a gap");
  expect([...cursor.take(2, "the rest")]).toEqual([68, 69]);
  expect([...cursor.take(0, "nothing")]).toEqual([]);
  for (const beyond of [1, -1, NaN]) {
    expect(() => cursor.take(beyond, "a text")).toThrow("damaged at byte 5: it ends within a text");
    expect(() => cursor.skip(beyond, "a text")).toThrow("damaged at byte 5: it ends within a text");
  }
});

it("a place is one in the file, its end being the last", () => {
  const cursor = over([1, 2, 3]);
  for (const place of [3, 0, 2]) {
    cursor.seek(place, "the data");
    expect(cursor.at).toBe(place);
  }
  for (const none of [4, -1, 1.5, NaN, Infinity]) expect(() => cursor.seek(none, "the data")).toThrow(`a.dta: the file is damaged at byte 2: the data is said to stand at byte ${none}, and the file has 3.`);
  expect(cursor.at).toBe(2);
});

it("reads a part of a buffer by its own places", () => {
  const cursor = new ByteCursor(Uint8Array.of(9, 9, 1, 2, 9).subarray(2, 4), "a");
  expect([cursor.uint16("it"), cursor.left]).toEqual([0x0201, 0]);
});
