import type { Bilingual } from "../../bilingual";
import { LABEL } from "../labels";
import type { Figure, JsonObject } from "../figure";
import { asBilingual, inLanguage, type Words } from "../words";
import { framed } from "./frame";
import { type Interval, percentText, wordsLine } from "./numberWords";
import { COLOURS, FAINT, INK, nth, PATTERNS, RULE } from "./palette";
import { plotLabel, plotLine } from "./plotText";
import type { Provenance } from "../../provenance";

export interface ProbabilityBarsInput {
  readonly id: string;
  readonly title: Bilingual;
  /** Along the axis: groups, say. */
  readonly categories: readonly Words[];
  /** Bars beside each other in each category: without and with, say; undefined where there is none. */
  readonly series: readonly { readonly name: Words; readonly bars: readonly (Interval | undefined)[] }[];
  readonly y?: Bilingual;
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
}

const WIDTH = 720;
const LEFT = 60;

/**
 * Predicted probabilities (or shares) as bars with their intervals, each with its number above it.
 *
 * @throws {RangeError} a series whose length is not that of the categories, or a value outside 0–1
 */
export function probabilityBars({ id, title, categories, series, y = LABEL.probability, synthetic, madeFrom }: ProbabilityBarsInput): Figure {
  refuseBadBars(id, categories, series);
  const labels = categories.map((category) => plotLabel(category, (WIDTH - LEFT) / categories.length - 10));
  const barWidth = 0.8 / series.length;
  const centre = (category: number, place: number) => category + (place - (series.length - 1) / 2) * barWidth;
  return framed({
    id, title, synthetic, madeFrom,
    lines: [y, ...categories.map((category, c) => wordsLine(category, series.flatMap(({ name, bars }): Bilingual[] => {
      const bar = bars[c];
      const { en, zh } = asBilingual(name);
      return bar ? [{ en: `${en} ${percentText(bar)}`, zh: `${zh} ${percentText(bar)}` }] : [];
    })))],
    data: series.flatMap(({ name, bars }, place) => {
      const drawn = bars.flatMap((bar, c) => (bar ? [{ bar, x: centre(c, place) }] : []));
      return [barTrace(name, drawn, place, barWidth), numbersAbove(drawn)];
    }),
    layout: {
      barmode: "overlay", // each bar's place is given
      xaxis: { range: [-0.5, categories.length - 0.5], tickvals: categories.map((_, c) => c), ticktext: labels.map(({ text }) => text), tickangle: 0, showgrid: false, zeroline: false, showline: true, linecolor: RULE },
      yaxis: { range: [0, 1.08], tickvals: [0, 0.2, 0.4, 0.6, 0.8, 1], tickformat: ".0%", gridcolor: FAINT, zeroline: false, automargin: true },
    },
    width: WIDTH,
    plotHeight: 340,
    yTitle: y,
    room: { left: LEFT, right: 24, above: 8, below: 16 + Math.max(...labels.map(({ height }) => height)) },
    legend: series.length > 1 ? series.map(({ name }) => name) : [],
  });
}

type Drawn = readonly { readonly bar: Interval; readonly x: number }[];

function barTrace(name: Words, drawn: Drawn, place: number, width: number): JsonObject {
  const reach = (end: "lower" | "upper") => drawn.map(({ bar }) => Math.abs((bar[end] ?? bar.estimate) - bar.estimate));
  const colour = nth(COLOURS, place);
  return {
    type: "bar", name: plotLine(name), x: drawn.map(({ x }) => x), y: drawn.map(({ bar }) => bar.estimate), width: drawn.map(() => 0.92 * width),
    marker: { color: colour, line: { color: colour, width: 1.5 }, pattern: { shape: nth(PATTERNS, place), fgcolor: colour, bgcolor: "#ffffff", fillmode: "replace", size: 7, solidity: 0.35 } },
    error_y: { type: "data", symmetric: false, array: reach("upper"), arrayminus: reach("lower"), color: INK, thickness: 1.3, width: 4 },
    hoverinfo: "text", hovertext: drawn.map(({ bar }) => `${plotLine(name)}: ${percentText(bar, 1)}`),
  };
}

const numbersAbove = (drawn: Drawn): JsonObject => ({
  type: "scatter", mode: "text", x: drawn.map(({ x }) => x), y: drawn.map(({ bar }) => bar.upper ?? bar.estimate),
  text: drawn.map(({ bar }) => percentText({ estimate: bar.estimate })), textposition: "top center", textfont: { size: 12, color: INK },
  hoverinfo: "skip", showlegend: false, cliponaxis: false,
});

function refuseBadBars(id: string, categories: readonly Words[], series: ProbabilityBarsInput["series"]): void {
  for (const { name, bars } of series) {
    const where = `figure ${id}, ${inLanguage(name, "en")}`;
    if (bars.length !== categories.length) throw new RangeError(`${where}: ${bars.length} bars (expected ${categories.length}, one for each category)`);
    for (const bar of bars) {
      const wrong = bar && [bar.estimate, bar.lower, bar.upper].find((number) => number !== undefined && !(number >= 0 && number <= 1));
      if (wrong !== undefined) throw new RangeError(`${where}: ${wrong} (expected a probability, 0 to 1)`);
    }
  }
}
