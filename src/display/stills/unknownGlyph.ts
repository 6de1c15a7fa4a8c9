import { advanceOf } from "./font";

/** A still would have an empty box, or nothing, where the label has a character. */
export class UnknownGlyph extends Error {
  constructor(readonly characters: readonly string[], figure: string) {
    const named = characters.map((c) => `"${c}" (U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")})`).join(", ");
    super(`figure ${figure}: the stills' font cannot draw ${named}. Write the label otherwise, or add the character: see scripts/subset-font.mjs.`);
    this.name = "UnknownGlyph";
  }
}

/**
 * @throws {UnknownGlyph} naming every character of the texts that the font lacks: better no picture than one that lost a label
 */
export function refuseUnknownGlyphs(texts: readonly string[], figure: string): void {
  const unknown = new Set<string>();
  for (const text of texts) {
    for (const character of text) {
      if (!/\s/u.test(character) && advanceOf(character.codePointAt(0)!) === undefined) unknown.add(character);
    }
  }
  if (unknown.size > 0) throw new UnknownGlyph([...unknown], figure);
}
