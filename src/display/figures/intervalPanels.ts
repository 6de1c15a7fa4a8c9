import type { Bilingual } from "../../bilingual";
import type { Figure, JsonObject } from "../figure";
import { asBilingual, asLine, inLanguage, type Words } from "../words";
import { framed } from "./frame";
import { type Interval, intervalText, wordsLine } from "./numberWords";
import { COLOURS, FAINT, INK, nth, RULE, SYMBOLS } from "./palette";
import { plotLabel, plotLine } from "./plotText";
import type { Provenance } from "../../provenance";

/** A panel: for each series, its interval in each row; undefined where it has none. */
export interface IntervalPanel {
  readonly title: Words;
  readonly series: readonly (readonly (Interval | undefined)[])[];
}

export interface IntervalPanelsInput {
  readonly id: string;
  readonly title: Bilingual;
  readonly rows: readonly Words[];
  readonly series: readonly Words[];
  readonly panels: readonly IntervalPanel[];
  /** What the axis measures. */
  readonly axis: Bilingual;
  readonly scale?: "linear" | "log";
  /** A line to read against: 0, or 1 for ratios. */
  readonly reference: number;
  /** Shaded around the reference: what still counts as agreement. */
  readonly band?: readonly [number, number];
  readonly synthetic: boolean;
  readonly madeFrom?: Provenance | undefined;
  readonly decimals?: number;
}

const LABEL_WIDTH = 210;
const PANEL_GAP = 14;
const ROW_PADDING = 14;

/**
 * Points with their intervals, a row for each name and a panel for each group, on one common axis.
 *
 * @throws {RangeError} a series whose length is not that of the rows, or a ratio that is not positive on a log axis
 */
export function intervalPanels(input: IntervalPanelsInput): Figure {
  const { id, title, rows, series, panels, axis, synthetic, madeFrom } = input;
  refuseUneven(input);
  const labels = rows.map((row) => plotLabel(row, LABEL_WIDTH));
  const bare = panels.every((panel) => panel.series.flat().every((mark) => mark?.lower === undefined)); // points alone may stand closer
  const rowHeight = Math.max((bare ? 11 : 18) * series.length + 8, ...labels.map(({ height }) => height + ROW_PADDING));
  const left = Math.max(...labels.map(({ width }) => width)) + 24;
  const panelWidth = panels.length === 1 ? 480 : Math.max(170, 720 / panels.length);
  const headings = panels.map((panel) => plotLabel(panel.title, panelWidth - 4));
  const plotWidth = panels.length * panelWidth + (panels.length - 1) * PANEL_GAP;
  const oneLine = plotLabel(asLine(axis), Infinity);
  const axisTitle = oneLine.width <= plotWidth ? oneLine : plotLabel(axis, plotWidth);
  const range = rangeOf(input);
  const share = (pixels: number) => pixels / plotWidth;
  const axes: Record<string, JsonObject> = {};
  panels.forEach((_, p) => {
    const start = share(p * (panelWidth + PANEL_GAP));
    axes[axisName("xaxis", p)] = {
      domain: [start, Math.min(1, start + share(panelWidth))], anchor: axisName("y", 0), range, type: input.scale ?? "linear", gridcolor: FAINT, zeroline: false,
      showline: true, linecolor: RULE, mirror: true, nticks: 6, tickfont: { size: 11 }, ...(input.scale === "log" && logTicks(range)),
    };
  });
  return framed({
    id, title, synthetic, madeFrom,
    lines: panels.flatMap((panel) => panelWords(panel, input)),
    data: panels.flatMap((panel, p) => panel.series.map((marks, s) => trace(marks, s, p, input))),
    layout: {
      ...axes,
      yaxis: {
        range: [-0.5, rows.length - 0.5], tickvals: rows.map((_, r) => rows.length - 1 - r), ticktext: labels.map(({ text }) => text),
        automargin: true, showgrid: false, zeroline: false, ticks: "",
      },
      shapes: [...panels.flatMap((_, p) => referenceShapes(p, input)), ...rows.slice(1).map((_, r) => rowRule(r + 0.5))],
      annotations: [
        ...headings.map(({ text }, p) => ({
          text, showarrow: false, xref: "paper", yref: "paper", x: share(p * (panelWidth + PANEL_GAP) + panelWidth / 2), xanchor: "center", y: 1, yanchor: "bottom", yshift: 3, align: "center",
        })),
        { text: axisTitle.text, showarrow: false, xref: "paper", yref: "paper", x: 0.5, xanchor: "center", y: 0, yanchor: "top", yshift: -24 },
      ],
    },
    width: Math.round(left + plotWidth + 20),
    plotHeight: rowHeight * rows.length,
    room: { left, right: 20, above: Math.max(...headings.map(({ height }) => height)) + 8, below: 34 + axisTitle.height },
    legend: series.length > 1 ? series : [],
  });
}

const axisName = (name: string, place: number): string => (place === 0 ? name : `${name}${place + 1}`);

function trace(marks: readonly (Interval | undefined)[], series: number, panel: number, input: IntervalPanelsInput): JsonObject {
  const place = (row: number) => input.rows.length - 1 - row + offsetOf(series, input.series.length);
  const drawn = marks.flatMap((mark, row) => (mark ? [{ mark, row }] : []));
  const reach = (end: "lower" | "upper") => drawn.map(({ mark }) => Math.abs((mark[end] ?? mark.estimate) - mark.estimate));
  const colour = nth(COLOURS, series);
  return {
    type: "scatter", mode: "markers", xaxis: axisName("x", panel), yaxis: "y",
    name: plotLine(input.series[series]), legendgroup: String(series), showlegend: panel === input.panels.findIndex((one) => one.series[series].some(Boolean)),
    x: drawn.map(({ mark }) => mark.estimate), y: drawn.map(({ row }) => place(row)),
    marker: { symbol: nth(SYMBOLS, series), size: 8, color: colour, line: { width: 1.5, color: colour } },
    error_x: { type: "data", symmetric: false, array: reach("upper"), arrayminus: reach("lower"), color: colour, thickness: 1.5, width: 0 },
    hoverinfo: "text",
    hovertext: drawn.map(({ mark, row }) => `${plotLine(input.rows[row])}<br>${plotLine(input.series[series])}: ${intervalText(mark, input.decimals)}`),
  };
}

/** Series of a row stand above each other, the first uppermost. */
const offsetOf = (series: number, of: number): number => ((of - 1) / 2 - series) * Math.min(0.3, 0.8 / of);

/** All that is drawn, and the reference, with a little air; in decimal logarithms on a log axis, as Plotly wants it. */
function rangeOf({ panels, reference, band = [reference, reference], scale }: IntervalPanelsInput): [number, number] {
  const ends = panels.flatMap((panel) => panel.series.flat()).flatMap((mark) => (mark ? [mark.estimate, mark.lower ?? mark.estimate, mark.upper ?? mark.estimate] : []));
  const place = scale === "log" ? Math.log10 : (number: number) => number;
  const [low, high] = [Math.min(reference, ...band, ...ends), Math.max(reference, ...band, ...ends)].map(place);
  const air = 0.04 * (high - low || 1);
  return [low - air, high + air];
}

/** Ratios read best at 1, 2, 5 and their tenths, tenfolds. */
function logTicks([low, high]: readonly number[]): JsonObject {
  const all = [-3, -2, -1, 0, 1, 2, 3].flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power));
  const inside = all.filter((tick) => Math.log10(tick) >= low && Math.log10(tick) <= high);
  const ticks = inside.length > 6 ? inside.filter((tick) => /^[01.]+$/.test(String(tick))) : inside;
  return { tickvals: ticks, ticktext: ticks.map(String) };
}

function referenceShapes(panel: number, { reference, band, rows }: IntervalPanelsInput): JsonObject[] {
  const place = { xref: axisName("x", panel), yref: "y", y0: -0.5, y1: rows.length - 0.5, layer: "below" };
  const shaded = band ? [{ ...place, type: "rect", x0: band[0], x1: band[1], fillcolor: "#eeeeee", line: { width: 0 } }] : [];
  return [...shaded, { ...place, type: "line", x0: reference, x1: reference, layer: "between", line: { color: INK, width: 1.2, dash: "dash" } }];
}

/** Between two rows, across all panels. */
const rowRule = (y: number): JsonObject => ({ type: "line", xref: "paper", yref: "y", x0: 0, x1: 1, y0: y, y1: y, layer: "between", line: { color: FAINT, width: 1 } });

function panelWords({ title, series }: IntervalPanel, input: IntervalPanelsInput): Bilingual[] {
  const heading = asBilingual(title).en === "" ? input.axis : wordsLine(title, [input.axis]); // a figure of one panel may leave it without a name
  return [heading, ...input.rows.flatMap((row, r) => {
    const parts = series.flatMap((marks, s): Bilingual[] => {
      const mark = marks[r];
      if (!mark) return [];
      const text = intervalText(mark, input.decimals);
      return [input.series.length === 1 ? { en: text, zh: text } : { en: `${inLanguage(input.series[s], "en")} ${text}`, zh: `${inLanguage(input.series[s], "zh")} ${text}` }];
    });
    return parts.length > 0 ? [wordsLine(row, parts)] : [];
  })];
}

function refuseUneven({ id, rows, series, panels, scale }: IntervalPanelsInput): void {
  for (const panel of panels) {
    if (panel.series.length !== series.length) throw new RangeError(`figure ${id}: a panel has ${panel.series.length} series (expected ${series.length})`);
    for (const marks of panel.series) {
      if (marks.length !== rows.length) throw new RangeError(`figure ${id}: a series has ${marks.length} marks (expected ${rows.length}, one for each row)`);
      const wrong = scale === "log" && marks.find((mark) => mark && Math.min(mark.estimate, mark.lower ?? mark.estimate) <= 0);
      if (wrong) throw new RangeError(`figure ${id}: ${wrong.estimate} cannot stand on a log axis`);
    }
  }
}
