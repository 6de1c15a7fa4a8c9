import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../projectFolder";

/** Beside each other in assets/fonts/, both written by scripts/subset-font.mjs. */
const inFonts = (name: string): string => join(projectFolder, "assets", "fonts", name);

/** The one font that stills are drawn with. */
export const fontFile = (): string => inFonts("NotoSansSC-subset.ttf");
export const FONT_FAMILY = "Noto Sans SC";

interface Coverage {
  readonly unitsPerEm: number;
  /** [first, last, advance]: neighbouring characters of one width, ascending. */
  readonly runs: readonly (readonly [number, number, number])[];
}

let coverage: Coverage | undefined;

/** Read at the first figure, not at import. */
const loaded = (): Coverage => (coverage ??= JSON.parse(readFileSync(inFonts("NotoSansSC-subset.json"), "utf8")) as Coverage);

/** How wide the font draws a character, in ems; undefined where the font cannot draw it. */
export function advanceOf(codePoint: number): number | undefined {
  const { runs, unitsPerEm } = loaded();
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last, advance] = runs[middle];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return advance / unitsPerEm;
  }
  return undefined;
}
