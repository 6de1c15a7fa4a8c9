import { textWidth } from "../stills/textWidth";
import { asLine, texts, type Words } from "../words";
import { wrapText } from "../wrapText";

export const TEXT_SIZE = 12;
/** Of one line, as Plotly sets it. */
export const LINE_HEIGHT = 1.3;

/** Plotly reads `<`, `>` and `&` as markup; a label from data must stay a text. */
export const escapePlot = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** A label broken to a width: lines to be joined by `<br>`, and how much room they take. */
export interface PlotLabel {
  readonly text: string;
  readonly lines: number;
  readonly width: number;
  readonly height: number;
}

/** English above Chinese, each broken to the width (pixels), everything escaped. */
export function plotLabel(words: Words, width: number, size: number = TEXT_SIZE): PlotLabel {
  const measure = (text: string) => textWidth(text, size);
  const lines = texts(words, "both").flatMap(({ text }) => text.split("\n").flatMap((part) => wrapText(part, width, measure)));
  return {
    text: lines.map(escapePlot).join("<br>"),
    lines: lines.length,
    width: Math.max(...lines.map(measure)),
    height: lines.length * size * LINE_HEIGHT,
  };
}

/** One line, both languages beside each other, for legends and axis titles. */
export const plotLine = (words: Words): string => escapePlot(asLine(words));
