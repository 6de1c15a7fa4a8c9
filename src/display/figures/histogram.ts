import type { Bilingual } from "../../bilingual";
import type { Figure } from "../figure";
import { framed } from "./frame";
import { decimalsWithin } from "./numberWords";
import { COLOURS, FAINT, RULE } from "./palette";
import { plotLine, TEXT_SIZE } from "./plotText";
import type { Provenance } from "../../provenance";
import { largest, smallest } from "../../extremes";

export interface HistogramInput {
  readonly id: string;
  readonly title: Bilingual;
  readonly values: readonly number[];
  /** Each bar holds values from its left end, included, to the next one's. */
  readonly binWidth: number;
  readonly x: Bilingual;
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
}

export interface Bin {
  readonly from: number;
  readonly count: number;
}

/**
 * How many values lie in each stretch of a scale. Binned here: Plotly's histogram traces are missing from its small bundles,
 * which draw a line instead.
 *
 * @throws {RangeError} no values, one that is not finite, or a width that is not positive
 */
export function binned(values: readonly number[], width: number): Bin[] {
  if (!(width > 0) || values.length === 0 || !values.every(Number.isFinite)) throw new RangeError(`cannot bin ${values.length} values by ${width} (expected finite values and a positive width)`);
  // Half of 1e-9 of a bin forgives what decimal fractions lose in binary: 3.6 / 0.2 is 17.999….
  const place = (value: number) => Math.floor(value / width + 1e-9);
  const counts = new Map<number, number>();
  for (const value of values) counts.set(place(value), (counts.get(place(value)) ?? 0) + 1);
  const places = [...counts.keys()];
  const first = smallest(places);
  return Array.from({ length: largest(places) - first + 1 }, (_, i) => ({ from: ended((first + i) * width, width), count: counts.get(first + i) ?? 0 }));
}

/** An end of a bin without what binary fractions add: to 1e-9 of a bin's width, however narrow that is. */
const ended = (value: number, width: number): number => Number(value.toFixed(Math.min(100, Math.max(0, 9 - Math.floor(Math.log10(width))))));

/** The smallest of 1, 2 and 5 times a power of ten that covers a range with no more than so many stretches: a width that can be read. */
export function readableWidth(range: number, most: number): number {
  if (!(range > 0) || !(most >= 1)) throw new RangeError(`a range of ${range} cannot be divided into ${most} (expected a positive range, 1 stretch or more)`);
  const power = Math.floor(Math.log10(range / most));
  // Written, not multiplied: 2 · 10^-1 would be 0.2 and a little.
  return [1, 2, 5, 10].map((digit) => Number(`${digit}e${power}`)).find((width) => width * most >= range * (1 - 1e-12))!;
}

/** A histogram as bars, with the mean as a dashed line. */
export function histogram({ id, title, values, binWidth, x, synthetic, madeFrom }: HistogramInput): Figure {
  const bins = binned(values, binWidth);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = mean.toFixed(decimalsWithin(binWidth));
  const [least, most] = [smallest(values), largest(values)];
  const last = bins.at(-1)!.from + binWidth;
  const meanWords: Bilingual = { en: `mean ${middle}`, zh: `均值 ${middle}` };
  return framed({
    id, title, synthetic, madeFrom,
    lines: [
      { en: `${x.en}: n = ${values.length}, mean ${middle}, from ${least} to ${most}`, zh: `${x.zh}：n = ${values.length}，均值 ${middle}，从 ${least} 到 ${most}` },
      { en: `counts by ${binWidth}: ${countsText(bins)}`, zh: `以 ${binWidth} 为组距的频数：${countsText(bins)}` },
    ],
    data: [{
      type: "bar", x: bins.map(({ from }) => from + binWidth / 2), y: bins.map(({ count }) => count), width: bins.map(() => binWidth),
      marker: { color: COLOURS[6], line: { color: COLOURS[0], width: 1 } },
      hoverinfo: "text", hovertext: bins.map(({ from, count }) => `${from}–${ended(from + binWidth, binWidth)}: ${count}`),
    }],
    layout: {
      xaxis: { title: { text: plotLine(x), standoff: 8, font: { size: TEXT_SIZE } }, range: [bins[0].from - binWidth / 2, last + binWidth / 2], showgrid: false, zeroline: false, showline: true, linecolor: RULE },
      yaxis: { rangemode: "tozero", gridcolor: FAINT, zeroline: false, automargin: true },
      shapes: [{ type: "line", x0: mean, x1: mean, y0: 0, y1: 1, yref: "paper", line: { color: RULE, width: 1.5, dash: "dash" } }],
      annotations: [{ text: plotLine(meanWords), x: mean, xref: "x", y: 1, yref: "paper", yanchor: "bottom", showarrow: false, font: { size: 11 } }],
    },
    width: 720,
    plotHeight: 280,
    yTitle: { en: "respondents", zh: "人数" },
    room: { left: 56, right: 24, above: 20, below: 56 },
  });
}

const countsText = (bins: readonly Bin[]): string => bins.map(({ from, count }) => `${from}: ${count}`).join(", ");
