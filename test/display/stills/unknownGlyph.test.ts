import { expect, it } from "vitest";
import { refuseUnknownGlyphs } from "../../../src/display/stills/unknownGlyph";

it("characters that the stills' font lacks are named once each, with their numbers in at least four digits", () => {
  expect(() => refuseUnknownGlyphs([], "f")).not.toThrow();
  expect(() => refuseUnknownGlyphs(["an age", "愿\t意\u2003β\u00a0²\n"], "f")).not.toThrow(); // white space of any width needs no glyph
  expect(() => refuseUnknownGlyphs(["a", "ص🙂b", "\u0001ص"], "greeting")).toThrow(expect.objectContaining({
    name: "UnknownGlyph", characters: ["ص", "🙂", "\u0001"],
    message: `figure greeting: the stills' font cannot draw "ص" (U+0635), "🙂" (U+1F642), "\u0001" (U+0001). Write the label otherwise, or add the character: see scripts/subset-font.mjs.`,
  }));
  expect(() => refuseUnknownGlyphs(["ص"], "g")).toThrow(/"ص" \(U\+0635\)\. Write/);
});
