import { SYNTHETIC_LINE } from "../display/synthetic";
import { plainLabel, titleText, type PlotlyFigure, type PlotlyTrace } from "./plotlyFigure";
import type { Words } from "./words";

interface Axis {
  readonly title?: unknown;
  readonly domain?: readonly [number, number];
  readonly tickvals?: readonly unknown[];
  readonly ticktext?: readonly unknown[];
}

interface Annotation {
  readonly text?: string;
  readonly x?: unknown;
  readonly y?: unknown;
  readonly xref?: string;
  readonly yref?: string;
  readonly showarrow?: boolean;
}

/** What a trace's place in the figure says: the panel it stands in, what its axes measure, how their ticks are written. */
export interface TraceAxes {
  readonly panel: string;
  readonly x: string;
  readonly y: string;
  readonly writeX: (value: unknown) => unknown;
  readonly writeY: (value: unknown) => unknown;
}

/**
 * Reads a trace's axes. Titles that are drawn as annotations count too: one below the plot names the x axis; one above a
 * panel names the panel (as in every figure with panels that Plotly makes), and above a plot without panels the y axis.
 */
export function traceAxes(trace: PlotlyTrace, figure: PlotlyFigure, words: Words): TraceAxes {
  const [xAxis, yAxis] = [axisOf(figure, trace.xaxis ?? "x"), axisOf(figure, trace.yaxis ?? "y")];
  const notes = annotations(figure).filter(({ xref, yref }) => xref === "paper" && yref === "paper");
  const above = plainLabel(notes.find((note) => isAbove(note) && stands(note, xAxis))?.text);
  const below = notes.filter(isBelow).map(({ text }) => plainLabel(text)).join(" ");
  const hasPanels = figure.data.some(({ xaxis }) => (xaxis ?? "x") !== (figure.data[0].xaxis ?? "x"));
  const x = titleText(xAxis.title) || below || (xAxis.ticktext ? words.item : "x");
  const y = titleText(yAxis.title) || (!hasPanels && above) || (yAxis.ticktext ? words.item : "y");
  return {
    panel: hasPanels ? above : "",
    x: x === y ? `${x} (x)` : x,
    y: x === y ? `${y} (y)` : y,
    writeX: tickWriter(xAxis),
    writeY: tickWriter(yAxis),
  };
}

const axisOf = (figure: PlotlyFigure, name: string): Axis => (figure.layout?.[name.replace(/^([xy])/, "$1axis")] as Axis | undefined) ?? {};

const annotations = (figure: PlotlyFigure): Annotation[] =>
  ((figure.layout?.annotations ?? []) as Annotation[]).filter((note) =>
    note.showarrow === false && note.text !== SYNTHETIC_LINE);

/** The texts that stand among the marks, in the figure's own order: what a diagram says in its boxes. */
export const boxes = (figure: PlotlyFigure): string[] =>
  annotations(figure).filter(({ xref }) => xref !== "paper").map(({ text }) => plainLabel(text)).filter(Boolean);

const isAbove = ({ y }: Annotation): boolean => typeof y === "number" && y >= 1;
const isBelow = ({ y }: Annotation): boolean => typeof y === "number" && y <= 0;
const stands = ({ x }: Annotation, { domain: [from, to] = [0, 1] }: Axis): boolean => typeof x === "number" && x >= from && x <= to;

/** Where an axis writes words at its ticks, a value is called by its own tick; where ticks are places for names, whole numbers, by the one it stands beside. */
function tickWriter({ tickvals, ticktext }: Axis): (value: unknown) => unknown {
  if (!tickvals || !ticktext || ticktext.every((text, i) => plainLabel(text) === String(tickvals[i]))) return (value) => value;
  const arePlaces = tickvals.every(Number.isInteger);
  return (value) => {
    const near = tickvals.findIndex((tick) => tick === value || (arePlaces && typeof value === "number" && Math.abs(Number(tick) - value) < 0.5));
    return near < 0 ? value : plainLabel(ticktext[near]);
  };
}
