import type { Figure } from "../figure";
import { figureSvg } from "./figureSvg";
import { FONT_FAMILY, fontFile } from "./font";
import { indexedPng } from "./indexedPng";

/** Drawn at twice its size, so that it stays sharp on a fine screen; `width` and `height` say how large to show it. */
const SCALE = 2;

export interface Png {
  readonly bytes: Buffer;
  /** As shown, in CSS pixels; the picture itself has twice as many each way. */
  readonly width: number;
  readonly height: number;
}

/**
 * A figure as a PNG, for whoever draws no Plotly: code hosts, untrusted notebooks, print.
 *
 * @throws what {@link figureSvg} throws
 */
export async function figurePng(figure: Figure): Promise<Png> {
  const svg = await figureSvg(figure);
  const { Resvg } = await import("@resvg/resvg-js"); // native, so only loaded where a picture is drawn
  const drawing = new Resvg(svg, {
    fitTo: { mode: "zoom", value: SCALE },
    background: "white",
    // Only our own font: with the system's, the picture would differ by machine, and lose all Chinese where it has none.
    font: { loadSystemFonts: false, fontFiles: [fontFile()], defaultFontFamily: FONT_FAMILY, sansSerifFamily: FONT_FAMILY },
  });
  const { pixels, width, height } = drawing.render();
  return { bytes: indexedPng(pixels, width, height), width: figure.layout.width, height: figure.layout.height };
}
