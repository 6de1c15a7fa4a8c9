import { describe, expect, it } from "vitest";
import { pdfPages } from "../../../../src/published/table/documents/pdf";

/** A piece of text of height 10 at a place; five points a sign. */
const at = (str: string, x: number, y: number, { width = 5 * str.length, height = 10, turn = 0 } = {}) => ({ str, width, height, transform: [10, turn, 0, 10, x, y] });
/** Five of twenty signs, so that a sign is taken for 0.8 · 5 = 4 points. */
const ruler = at("abcdefghijklmnopqrst", 0, 700);

const asked: unknown[] = [];
let destroyed = 0;
const library = (...pages: readonly (readonly unknown[])[]) => ({
  getDocument: (source: unknown) => {
    asked.push(source);
    return { promise: Promise.resolve({ numPages: pages.length, getPage: (number: number) => Promise.resolve({ getTextContent: () => Promise.resolve({ items: pages[number - 1] }) }), destroy: () => Promise.resolve(void destroyed++) }) };
  },
});
const page = async (...items: readonly unknown[]) => (await pdfPages(new Uint8Array(), library([ruler, ...items]), "x.pdf"))[0].split("\n").slice(1);

describe("the pages of a PDF as text", () => {
  it("put every piece in its place, from the leftmost", async () => {
    expect(await page(at("Age", 0, 690), at("0.5", 80, 690), at("0.6", 120, 690))).toEqual([`Age${" ".repeat(17)}0.5${" ".repeat(7)}0.6`]); // 80/4 = 20, 120/4 = 30
    expect(await page(at("B", 40, 690))).toEqual([`${" ".repeat(10)}B`]);
    expect(await page(at("0.6", 120, 690), at("Age", 0, 690))).toEqual([`Age${" ".repeat(27)}0.6`]);
  });

  it("put pieces together where they touch, with a blank where the gap is a word's, else in cells", async () => {
    // Age ends at 15; gaps of 1.2 and 6.2 points are the limits at a height of 10.
    expect([await page(at("Age", 0, 690), at("d", 16.2, 690)), await page(at("Age", 0, 690), at("d", 16.3, 690)), await page(at("Age", 0, 690), at("d", 21.2, 690)), await page(at("Age", 0, 690), at("d", 21.3, 690))]).toEqual([["Aged"], ["Age d"], ["Age d"], ["Age  d"]]);
    expect(await page(at(" Age ", 0, 690, { width: 25 }), at("d", 20, 690))).toEqual([" Aged"]); // its blanks are not its own: it stands at 5
  });

  it("a raised star stands on the line of the number below it, the next line does not", async () => {
    expect(await page(at("0.5", 40, 690), at("**", 55, 694, { height: 6 }), at("(0.1)", 40, 684))).toEqual([`${" ".repeat(10)}0.5**`, `${" ".repeat(10)}(0.1)`]);
    expect(await page(at("a", 0, 690), at("b", 5, 684.5))).toEqual(["ab"]); // 5.5 of 10
    expect(await page(at("a", 0, 690), at("b", 5, 684.4))).toEqual(["a", " b"]);
  });

  it("an empty line stands where more than two lines' height is left", async () => {
    expect(await page(at("a", 0, 690), at("b", 0, 668))).toEqual(["a", "b"]);
    expect(await page(at("a", 0, 690), at("b", 0, 667.9))).toEqual(["a", "", "b"]);
  });

  it("lines are those of the tallest piece, whatever order the pieces come in", async () => {
    expect(await page(at("**", 15, 694, { height: 6 }), at("0.5", 0, 690), at("b", 25, 685))).toEqual(["0.5**b"]); // 5 of 10 below the number, 9 below the stars
    expect(await page(at("a", 0, 690), at("b", 5, 686), at("c", 10, 682))).toEqual(["ab", "   c"]); // 8 below the first
    expect(await page(at("c", 0, 660), at("a", 0, 690), at("b", 0, 675))).toEqual(["a", "b", "c"]);
    expect(await page(at("a", 0, 690), at("b", 5, 690), at("c", 0, 667.7))).toEqual(["ab", "", "c"]); // 22.3 below both
    expect(await page(at("Age", 0, 600, { height: 100 }), at("d", 27, 600, { height: 100 }), at("e", 94, 600, { height: 100 }), at("f", 161.1, 600, { height: 100 }))).toEqual([`Aged e${" ".repeat(34)}f`]); // gaps of just 12 and 62, and one of 62.1
  });

  it("a sign is as wide as those of the narrowest piece of two or more, 0.8 of it, at least a point; else four points", async () => {
    expect(await page(at("i", 0, 690, { width: 1 }), at("B", 43, 680))).toEqual(["i", `${" ".repeat(11)}B`]); // 43/4 = 10.75
    expect(await page(at("ii", 0, 690, { width: 4 }), at("B", 40, 680))).toEqual(["ii", `${" ".repeat(25)}B`]); // 40/1.6
    expect(await page(at("ii", 0, 690, { width: 2 }), at("B", 40, 680))).toEqual(["ii", `${" ".repeat(40)}B`]);
    expect(await pdfPages(new Uint8Array(), library([at("A", 50, 700), at("B", 90, 690)]), "x.pdf")).toEqual([`A\n${" ".repeat(10)}B`]);
    expect(await page(at(" Age ", 0, 690, { width: 25 }), at("d", 25, 690))).toEqual([" Age d"]); // it ends at 20
    expect(await page({ str: "a", transform: [10, 0, 0, 10, 0, 690] }, at("b", 1.5, 690))).toEqual(["a b"]); // without a width it ends where it begins
    expect(await page({ str: "a", width: 5, transform: [10, 0, 0, 0, 0, 690] }, at("b", 5, 684.4, { height: 1 }))).toEqual(["a", "", " b"]); // 5.6 of ten
  });

  it("text that is turned by a right angle is left out, too", async () => expect(await page(at("a", 0, 690), { ...at("up", 0, 680), transform: [0, 10, -10, 0, 0, 680] }, { ...at("tiny", 0, 680), transform: [0, 0.15, 0, 0.1, 0, 680] })).toEqual(["a"]));

  it("text that is turned, empty or without a place is left out", async () => {
    expect(await page(at("a", 0, 690), at("up", 0, 680, { turn: 10 }), at("slant", 0, 670, { turn: 1.1 }), at("straight", 0, 680, { turn: 1 }), at("  ", 0, 660), { str: "x" }, { type: "mark" })).toEqual(["a", "straight"]);
  });

  it("the height of a piece that tells none is that of its font, else ten", async () => {
    expect(await page({ str: "a", width: 5, transform: [10, 0, 0, 20, 0, 670] }, at("b", 5, 660))).toEqual(["ab"]); // 10 of 20 below
    expect(await page({ str: "a", width: 5, transform: [10, 0, 0, 0, 0, 690] }, at("b", 5, 684.6, { height: 1 }))).toEqual(["ab"]);
    expect(await page({ str: "a", transform: [10, 0, 0, 10, 0, 690] }, at("b", 0.5, 690))).toEqual(["ab"]);
  });

  it("are all of them, or the one asked for; the document is closed", async () => {
    const two = library([at("one", 0, 0)], [at("two", 0, 0)]);
    const before = destroyed;
    expect([await pdfPages(new Uint8Array(), two, "x.pdf"), await pdfPages(new Uint8Array(), two, "x.pdf", 2)]).toEqual([["one", "two"], ["two"]]);
    await expect(pdfPages(new Uint8Array(), two, "x.pdf", 3)).rejects.toThrow("x.pdf: there is no page 3 (expected 1 to 2)");
    expect(destroyed).toBe(before + 3);
    expect(await pdfPages(new Uint8Array(), library([], [at("two", 0, 0)]), "x.pdf")).toEqual(["", "two"]);
  });

  it("that are pictures, locked or damaged are refused with what to do; no code in them is run", async () => {
    await expect(pdfPages(new Uint8Array(), library([]), "x.pdf")).rejects.toThrow("its pages are pictures");
    await expect(pdfPages(new Uint8Array(), library([], [at("a", 0, 0)]), "x.pdf", 1)).rejects.toThrow("page 1 is a picture");
    const failing = (why: string) => ({ getDocument: () => ({ promise: Promise.reject(new Error(why)) }) });
    await expect(pdfPages(new Uint8Array(), failing("No password given"), "x.pdf")).rejects.toThrow(/asks for a password.*Save it without one/);
    await expect(pdfPages(new Uint8Array(), failing("bad XRef"), "x.pdf")).rejects.toThrow(/cannot be read.*Copy the table out/);
    expect(asked.at(-1)).toMatchObject({ verbosity: 0, isEvalSupported: false, useSystemFonts: false });
    await pdfPages(new Uint8Array(), { ...library([at("a", 0, 0)]), cMapUrl: "maps/" }, "x.pdf");
    expect(asked.at(-1)).toMatchObject({ cMapUrl: "maps/", cMapPacked: true });
  });
});
