import type { JsonObject } from "../figure";
import type { CurveColumn } from "./curveColumns";
import { steps } from "./palette";

/** Of a row of the grid, in pixels. */
export const GRID_ROW = 17;
/** Of darkness: the share of a column's universes that has the option, rounded up. */
const STEPS = 4;

/** The grid beneath a curve: a row for each option, dark in the columns that have it. */
export function curveGrid(columns: readonly CurveColumn[], rows: number): JsonObject[] {
  const places = Array.from({ length: rows }, (_, row) => row);
  return [
    gridTrace("#f2f2f2", columns.length === 0 ? [] : places.map((row) => [0, columns.length - 1, row])),
    ...steps(STEPS).map(({ colour }, step) => gridTrace(colour, places.flatMap((row) =>
      runs(columns.map(({ options }) => Math.ceil(options[row] * STEPS) === step + 1)).map(([from, to]) => [from, to, row])))),
  ];
}

/** Pieces of rows of the grid, as thick lines: pictures on paper are drawn without the canvas that a heatmap needs. */
const gridTrace = (colour: string, pieces: readonly (readonly number[])[]): JsonObject => ({
  type: "scatter", mode: "lines", yaxis: "y2", showlegend: false, hoverinfo: "skip", line: { color: colour, width: GRID_ROW - 5 },
  x: pieces.flatMap(([from, to]) => [from - 0.5, to + 0.5, null]), y: pieces.flatMap(([, , row]) => [row, row, null]),
});

/** First and last places of neighbours that hold. */
function runs(holds: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  holds.forEach((one, at) => {
    if (!one) return;
    if (holds[at - 1]) found[found.length - 1][1] = at;
    else found.push([at, at]);
  });
  return found;
}
