import { boxes, traceAxes, type TraceAxes } from "./figureAxes";
import { plainLabel, type PlotlyFigure, type PlotlyTrace } from "./plotlyFigure";
import type { Words } from "./words";

/** The numbers of a figure as a table: column names, and rows of text or numbers. */
export interface FigureNumbers {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

type Cell = string | number | null;
type Record_ = Readonly<Record<string, Cell>>;

/**
 * What a figure draws, as a table: a row for each mark, under the names its axes bear.
 * Intervals (error bars) become "from" and "to";
 * whatever column no trace fills is left out.
 * A figure without numbers, such as a diagram, is the list of its texts.
 * Traces without a name that cannot be hovered over (reference lines, grids) are furniture and stay out.
 */
export function figureNumbers(figure: PlotlyFigure, words: Words): FigureNumbers {
  const records = figure.data.filter(isMeant).flatMap((trace) => traceRecords(trace, traceAxes(trace, figure, words), words));
  if (records.length === 0) return { columns: [words.label], rows: boxes(figure).map((text) => [text]) };
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))]
    .filter((column) => records.some((record) => isFilled(record[column])));
  return { columns, rows: records.map((record) => columns.map((column) => record[column] ?? null)) };
}

const isFilled = (cell: Cell | undefined): boolean => cell !== undefined && cell !== null && cell !== "";

const isMeant = (trace: PlotlyTrace): boolean =>
  trace.visible !== false && !(trace.hoverinfo === "skip" && (plainLabel(trace.name) === "" || trace.showlegend === false));

function traceRecords(trace: PlotlyTrace, axis: TraceAxes, words: Words): Record_[] {
  const series = { [words.panel]: axis.panel, [words.series]: plainLabel(trace.name) };
  if (trace.type === "heatmap") return heatmapRecords(trace, axis).map((record) => ({ ...series, ...record }));
  const [x, y] = [values(trace.x), values(trace.y)];
  const labels = Array.isArray(trace.text) ? values(trace.text) : [];
  return Array.from({ length: Math.max(x.length, y.length) }, (_, i) => ({
    ...series,
    // Names before numbers: the axis with words at its ticks goes first.
    ...ordered(axis, cell(axis.writeX(x[i] ?? (x.length === 0 ? i : null))), cell(axis.writeY(y[i] ?? (y.length === 0 ? i : null)))),
    ...interval(trace, "x", x[i], i, words),
    ...interval(trace, "y", y[i], i, words),
    [words.label]: labels[i] === x[i] || labels[i] === y[i] ? null : labels[i] ?? null,
  })).filter((record: Record_) => isFilled(record[axis.x]) && isFilled(record[axis.y]));
}

const ordered = (axis: TraceAxes, x: Cell, y: Cell): Record_ =>
  typeof y === "string" && typeof x === "number" ? { [axis.y]: y, [axis.x]: x } : { [axis.x]: x, [axis.y]: y };

/** The ends of an error bar around a value; nothing where the trace has none. */
function interval(trace: PlotlyTrace, which: "x" | "y", value: Cell | undefined, i: number, words: Words): Record_ {
  const bar = trace[`error_${which}`] as { array?: unknown[]; arrayminus?: unknown[]; value?: number; type?: string; symmetric?: boolean; visible?: boolean } | undefined;
  if (!bar || bar.visible === false || typeof value !== "number") return {};
  const up = bar.type === "constant" ? bar.value : bar.array?.[i];
  const down = bar.type === "constant" || !bar.arrayminus || bar.symmetric === true ? up : bar.arrayminus[i];
  if (typeof up !== "number" || typeof down !== "number") return {};
  return { [words.from]: value - down, [words.to]: value + up };
}

function heatmapRecords(trace: PlotlyTrace, axis: TraceAxes): Record_[] {
  const x = values(trace.x);
  const y = values(trace.y);
  return ((trace.z ?? []) as unknown[][]).flatMap((row, i) => values(row).map((z, j) => ({ [axis.y]: cell(axis.writeY(y[i] ?? i)), [axis.x]: cell(axis.writeX(x[j] ?? j)), z })));
}

const values = (list: unknown): Cell[] =>
  Array.isArray(list) ? list.map(cell) : [];

const cell = (value: unknown): Cell => (typeof value === "number" ? (Number.isFinite(value) ? value : null) : value === null || value === undefined ? null : plainLabel(value));

/** A number as a reader wants it: at most six significant digits, a real minus sign. */
export const shown = (cell: Cell): string =>
  typeof cell === "number" ? String(Number(cell.toPrecision(6))).replace("-", "−") : cell ?? "–";
