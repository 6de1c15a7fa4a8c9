import { describe, expect, it } from "vitest";
import { BadInput } from "../../../src/badInput";
import { decode } from "../../../src/published/table/decode";
import { readTables } from "../../../src/published/table/readTables";

const bytes = (...values: (string | number)[]) => Uint8Array.from(values.flatMap((one) => (typeof one === "number" ? [one] : [...Buffer.from(one, "utf8")])));

describe("the text of a table's file", () => {
  it("is certain in UTF-8, with its mark or without, and in an encoding that is named", () => {
    expect(decode(bytes("naïve 0.5"), "a.txt")).toEqual({ text: "naïve 0.5", guessed: false });
    expect(decode(bytes(0xef, 0xbb, 0xbf, "年龄"), "a.txt")).toEqual({ text: "年龄", guessed: false });
    expect(decode(bytes("na", 0xef, "ve 0.5"), "a.txt", "windows-1252")).toEqual({ text: "naïve 0.5", guessed: false });
    expect(decode(bytes(0xc4, 0xea, 0xc1, 0xe4), "a.txt", "gb18030")).toEqual({ text: "年龄", guessed: false });
  });

  it("is Western European as a guess where it is no UTF-8: digits and signs are as they stand", () => {
    const { text, guessed } = decode(bytes("ann", 0xe9, "es  -0.12** (0.05)"), "a.txt");
    expect([text, guessed]).toEqual(["années  -0.12** (0.05)", true]);
  });

  it("is refused where the encoding that is named is another", () => expect(() => decode(bytes("na", 0xef, "ve"), "a.txt", "utf-8")).toThrow(BadInput));

  it("of Rich Text is Western European by its own word", () => expect(decode(bytes("{\\rtf1 ", 0xe9, "}"), "a.rtf")).toEqual({ text: "{\\rtf1 é}", guessed: false }));
});

describe("accents of an unknown encoding", () => {
  it("are few, and stand alone between letters of ASCII; Chinese and zeros are refused", () => {
    const words = "Variable coefficient standard error ann";
    expect(decode(bytes(words, 0xe9, "e"), "a.txt").text).toBe(`${words}ée`);
    expect(decode(bytes(words, 0x8e, "e"), "a.txt").text).toBe(`${words}ée`); // an old Mac's é lies below 0xa0
    expect(decode(bytes(words, 0x8e, "e ", words, 0xe9, "e"), "a.txt").text).toContain("annŽe"); // as many of either: Windows
    expect(() => decode(bytes(words, 0xc4, 0xea, 0xc1, 0xe4), "a.txt")).toThrow(BadInput); // pairs
    expect(() => decode(bytes("anno", 0xe9, "e"), "a.txt")).toThrow(BadInput); // one of six
    expect(() => decode(bytes(words, 0xe9, "e", 0), "a.txt")).toThrow(BadInput);
    // Alone is what has ASCII on either side, or nothing; four in five are, and one byte in twenty at most is no ASCII.
    expect(decode(bytes(words, 0xe9), "a.txt").text).toBe(`${words}é`);
    const accents = (pairs: number, alone: number, others: number) => bytes(...Array<number[]>(pairs).fill([0xe9, 0xe9, 0x61]).flat(), ...Array<number[]>(alone).fill([0xe9, 0x61]).flat(), "a".repeat(others));
    expect(decode(accents(1, 8, 300), "a.txt").text.startsWith("ééaéa")).toBe(true); // eight of ten
    expect(() => decode(accents(1, 7, 300), "a.txt")).toThrow(BadInput); // seven of nine
    expect(decode(accents(0, 1, 18), "a.txt").text).toBe(`éa${"a".repeat(18)}`); // one of twenty
    expect(() => decode(accents(0, 1, 17), "a.txt")).toThrow(BadInput);
    // 0xa0 is no letter of Windows' lower half: of the Mac only what lies below.
    expect(decode(bytes(words, 0x9f, "a"), "a.txt").text).toBe(`${words}üa`);
    expect(decode(bytes(words, 0xa0, "a"), "a.txt").text).toBe(`${words}\u00a0a`);
    expect(decode(bytes(0xe9, words), "a.txt").text).toBe(`é${words}`);
  });

  it("make the names that hold them doubtful, no others", async () => {
    const [table] = await readTables(bytes("Variable (1)\nAnn", 0xe9, "e 0.5 (0.1)\nSex 0.6 (0.2)\nConstant 1.5 (0.2)\nN 187"), { name: "a.txt" });
    expect(table.unsure.map(({ code, term, field }) => [code, term, field])).toEqual([["guessedLetters", "Année", "label"]]);
  });
});

it("marks of direction and blanks of no width around a number do not hide it, and a name that lost letters is in doubt", async () => {
  const text = "\tM1\nAge\t\u200e0.050*\u200f\n\t\u202a(0.020)\u202c\nS\uFFFDxe\t\u2066-0.300\u2069\n\t(0.100)\nN\t187\n";
  const [table] = await readTables(new TextEncoder().encode(text), { name: "t.txt" });
  expect(table.models.m1.rows.map(({ coef, se }) => [coef, se])).toEqual([["0.050", "0.020"], ["-0.300", "0.100"]]);
  expect(table.unsure.filter(({ code }) => code === "lostLetters").map(({ field }) => field)).toEqual(["label"]);
  const [twice] = await readTables(text.replace("S\uFFFDxe", "S锟斤拷xe"));
  expect(twice.unsure.filter(({ code }) => code === "lostLetters").map(({ field }) => field)).toEqual(["label"]);
});
