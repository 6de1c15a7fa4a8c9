import { advanceOf } from "./font";

/** A character that the font lacks is refused before it is drawn (unknownGlyph.ts); for layout it counts as a full square. */
const UNKNOWN_ADVANCE = 1;

/** How wide a line of text is drawn, in pixels. The font has no kerning, so the widths of the characters add up. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += advanceOf(character.codePointAt(0)!) ?? UNKNOWN_ADVANCE;
  return ems * fontSize;
}
