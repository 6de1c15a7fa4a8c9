import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { advanceOf, FONT_FAMILY, fontFile } from "../../../src/display/stills/font";

const { runs, unitsPerEm } = JSON.parse(readFileSync(fontFile().replace(/\.ttf$/, ".json"), "utf8")) as { runs: [number, number, number][]; unitsPerEm: number };

it("every run of characters has its own width, from its first to its last, and what lies between two runs has none", () => {
  expect([FONT_FAMILY, unitsPerEm, runs.length > 100]).toEqual(["Noto Sans SC", 1000, true]);
  const [starts, ends] = [new Map(runs.map(([first, , advance]) => [first, advance])), new Map(runs.map(([, last, advance]) => [last, advance]))];
  const wrong = runs.flatMap(([first, last, advance]) => [
    [first, advance / unitsPerEm], [last, advance / unitsPerEm],
    [first - 1, ends.has(first - 1) ? ends.get(first - 1)! / unitsPerEm : undefined], [last + 1, starts.has(last + 1) ? starts.get(last + 1)! / unitsPerEm : undefined],
  ] as const).filter(([codePoint, width]) => advanceOf(codePoint) !== width);
  expect(wrong).toEqual([]);
  expect([advanceOf(0), advanceOf(0x10ffff)]).toEqual([undefined, undefined]);
});
