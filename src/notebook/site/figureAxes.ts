import { SYNTHETIC_LINE } from "../../display/synthetic";
import { plainLabel, titleText, type PlotlyFigure, type PlotlyTrace } from "./plotlyFigure";

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
 * Reads a trace's axes. Titles that are drawn as annotations count too: one above a panel names the panel (as in every
 * figure with panels that Plotly makes), one below the plot names the x axis.
 */
export function traceAxes(trace: PlotlyTrace, figure: PlotlyFigure): TraceAxes {
  const [xAxis, yAxis] = [axisOf(figure, trace.xaxis ?? "x"), axisOf(figure, trace.yaxis ?? "y")];
  const notes = annotations(figure);
  const x = titleText(xAxis.title) || notes.filter(isBelow).map(({ text }) => plainLabel(text)).join(" ") || "x";
  const y = titleText(yAxis.title) || (yAxis.ticktext ? " " : "y");
  return {
    panel: plainLabel(notes.find((note) => isAbove(note) && stands(note, xAxis))?.text),
    x: x === y ? `${x} (x)` : x,
    y: x === y ? `${y} (y)` : y,
    writeX: tickWriter(xAxis),
    writeY: tickWriter(yAxis),
  };
}

const axisOf = (figure: PlotlyFigure, name: string): Axis => (figure.layout?.[name.replace(/^([xy])/, "$1axis")] as Axis | undefined) ?? {};

const annotations = (figure: PlotlyFigure): Annotation[] =>
  ((figure.layout?.annotations ?? []) as Annotation[]).filter((note) =>
    note.showarrow === false && note.xref === "paper" && note.yref === "paper" && note.text !== SYNTHETIC_LINE);

const isAbove = ({ y }: Annotation): boolean => typeof y === "number" && y >= 1;
const isBelow = ({ y }: Annotation): boolean => typeof y === "number" && y <= 0;
const stands = ({ x }: Annotation, { domain: [from, to] = [0, 1] }: Axis): boolean => typeof x === "number" && x >= from && x <= to;

/** Where an axis writes words at its ticks, a value is called by the nearest tick (marks stand beside it, half a step at most). */
function tickWriter({ tickvals, ticktext }: Axis): (value: unknown) => unknown {
  if (!tickvals || !ticktext || !ticktext.some((text) => Number.isNaN(Number(plainLabel(text))))) return (value) => value;
  return (value) => {
    const near = tickvals.findIndex((tick) => tick === value || (typeof tick === "number" && typeof value === "number" && Math.abs(tick - value) < 0.5));
    return near < 0 ? value : plainLabel(ticktext[near]);
  };
}
