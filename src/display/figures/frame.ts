import type { Bilingual } from "../../bilingual";
import { checkFigure, type Figure, type JsonObject, type Json } from "../figure";
import { FONT_FAMILY } from "../stills/font";
import { textWidth } from "../stills/textWidth";
import { SYNTHETIC_BANNER, SYNTHETIC_LINE } from "../synthetic";
import type { Words } from "../words";
import { INK } from "./palette";
import { plotLabel, plotLine, TEXT_SIZE } from "./plotText";
import type { Provenance } from "../../provenance";

const TITLE_SIZE = 16;
/** Plotly puts the baseline of a title's first line where one would expect its top. */
const TITLE_ASCENT = 0.8 * TITLE_SIZE;
const BANNER_SIZE = 11;
const BANNER_HEIGHT = 24;
const LEGEND_LINE = 22;
const Y_TITLE_HEIGHT = 22;
const EDGE = 16;

export interface FrameInput {
  readonly id: string;
  readonly title: Bilingual;
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
  /** Of the figure's words: what it shows, and its numbers, one line each. */
  readonly lines: readonly Bilingual[];
  readonly data: readonly JsonObject[];
  readonly layout: JsonObject & { readonly annotations?: readonly Json[] };
  /** Of the whole figure, in pixels. */
  readonly width: number;
  /** Of the plotting area alone, in pixels. */
  readonly plotHeight: number;
  /** Room beside the plotting area: left, right, above (for headings of panels), below (for ticks and axis titles). */
  readonly room: { readonly left: number; readonly right: number; readonly above: number; readonly below: number };
  /** What the vertical axis measures: written level, above the plot, where both languages have room. */
  readonly yTitle?: Words;
  /** Names that the legend, beneath everything, holds; none: no legend. */
  readonly legend?: readonly Words[];
}

/**
 * What every figure has in common: a bilingual title, the synthetic banner inside the picture, a legend beneath, a white
 * ground, one font, and the words.
 *
 * @throws {RangeError} see {@link checkFigure}
 */
export function framed({ id, title, synthetic, madeFrom, lines, data, layout, width, plotHeight, room: given, yTitle, legend = [] }: FrameInput): Figure {
  const room = { ...given, above: given.above + (yTitle ? Y_TITLE_HEIGHT : 0) };
  const heading = plotLabel(title, width - 2 * EDGE, TITLE_SIZE);
  const above = EDGE + heading.height + 6 + (synthetic ? BANNER_HEIGHT : 0) + room.above;
  const legendHeight = legendRows(legend, width) * LEGEND_LINE;
  const below = room.below + legendHeight + 8;
  const height = Math.round(above + plotHeight + below);
  const figure: Figure = {
    kind: "figure", id, title, synthetic, madeFrom, data,
    layout: {
      ...layout,
      width,
      height,
      title: { text: heading.text, x: EDGE / width, xref: "container", xanchor: "left", y: 1 - (EDGE + TITLE_ASCENT) / height, yref: "container", yanchor: "top", font: { size: TITLE_SIZE } },
      font: { family: `${FONT_FAMILY}, Arial, "Microsoft YaHei", "PingFang SC", sans-serif`, size: TEXT_SIZE, color: INK },
      margin: { l: Math.round(room.left), r: Math.round(room.right), t: Math.round(above), b: Math.round(below) },
      paper_bgcolor: "#ffffff",
      plot_bgcolor: "#ffffff",
      showlegend: legend.length > 0,
      legend: { orientation: "h", x: EDGE / width, xref: "container", xanchor: "left", y: 6 / height, yref: "container", yanchor: "bottom", font: { size: TEXT_SIZE } },
      annotations: [...(layout.annotations ?? []), ...(yTitle ? [levelTitle(yTitle, given)] : []), ...(synthetic ? [banner(room)] : [])],
    },
    words: inWords(title, lines, synthetic),
  };
  checkFigure(figure);
  return figure;
}

/** Between title and plotting area, at the left edge. */
const banner = ({ left, above }: FrameInput["room"]): JsonObject => ({
  text: SYNTHETIC_LINE, showarrow: false, font: { size: BANNER_SIZE, color: "#7a1f00" }, bgcolor: "#fff4d6", bordercolor: "#b36b00", borderpad: 2,
  xref: "paper", x: 0, xanchor: "left", xshift: Math.round(EDGE - left), yref: "paper", y: 1, yanchor: "bottom", yshift: Math.round(above + 4),
});

/** Just above the plotting area, at the left edge. */
const levelTitle = (title: Words, { left, above }: FrameInput["room"]): JsonObject => ({
  text: plotLine(title), showarrow: false, xref: "paper", x: 0, xanchor: "left", xshift: Math.round(EDGE - left), yref: "paper", y: 1, yanchor: "bottom", yshift: Math.round(above),
});

/** Symbol and gaps beside a legend's text. Plotly's own are narrower in some figures: a row too many is better than one on top of the axis. */
const ENTRY_EXTRA = 75;

/** Plotly breaks a legend that is wider than the figure into rows, all entries as wide as the widest. */
function legendRows(names: readonly Words[], width: number): number {
  if (names.length === 0) return 0;
  const entry = ENTRY_EXTRA + Math.max(...names.map((name) => textWidth(plotLine(name), TEXT_SIZE)));
  return Math.ceil(names.length / Math.max(1, Math.floor((width - 2 * EDGE) / entry)));
}

const inWords = (title: Bilingual, lines: readonly Bilingual[], synthetic: boolean): Bilingual => ({
  en: [title.en, ...(synthetic ? [SYNTHETIC_BANNER.en] : []), ...lines.map(({ en }) => en)].join("\n"),
  zh: [title.zh, ...(synthetic ? [SYNTHETIC_BANNER.zh] : []), ...lines.map(({ zh }) => zh)].join("\n"),
});
