import { checkFigure, type Figure } from "../figure";
import { plotlySvg } from "./plotlyWindow";
import { stylesToAttributes } from "./stylesToAttributes";
import { refuseUnknownGlyphs } from "./unknownGlyph";

/**
 * A figure as a self-contained SVG, drawn by the real Plotly without a browser; the same bytes for the same figure,
 * in every process and on every machine. For pages of our own and for print: notebooks get the PNG (figurePng.ts).
 *
 * @throws {UnknownGlyph} where a label has a character that the stills' font lacks
 * @throws {Error} naming the figure, where Plotly fails
 */
export async function figureSvg(figure: Figure): Promise<string> {
  checkFigure(figure);
  let svg: string;
  try {
    svg = await plotlySvg(figure, seedOf(figure));
  } catch (error) {
    // The message alone: the stack of an error inside Plotly quotes its whole source line.
    throw new Error(`figure ${figure.id} could not be drawn: ${error instanceof Error ? error.message : String(error)}`);
  }
  refuseUnknownGlyphs(textsIn(svg), figure.id);
  return stylesToAttributes(svg);
}

/** Of the figure's own text, so that two figures on one page do not share the ids of their clip paths (FNV-1a, 32 bits). */
function seedOf({ id, data, layout }: Figure): number {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify({ id, data, layout })) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&apos;": "'", "&nbsp;": "\u00a0" };

/** What stands between the tags of `<text>` elements. */
const textsIn = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)].map(([, inner]) =>
    inner.replace(/<[^>]*>/g, "").replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity)
      .replace(/&#(x?)([\da-f]+);/gi, (_, hex: string, digits: string) => String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10))));
