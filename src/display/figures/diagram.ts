import type { JsonObject } from "../figure";
import { INK, RULE } from "./palette";
import { LINE_HEIGHT, type PlotLabel } from "./plotText";

/** A box with text, in pixels from the top left of the plotting area. */
export interface DiagramBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: PlotLabel;
  readonly size?: number;
  readonly fill?: string;
  readonly border?: string;
  readonly dash?: string;
}

export interface DiagramArrow {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Corners on the way. */
  readonly via?: readonly (readonly [number, number])[];
  readonly label?: string;
  readonly dashed?: boolean;
  readonly colour?: string;
  readonly width?: number;
}

const PADDING = 7;

/** How large a box must be to hold its label. */
export const boxHeight = (label: PlotLabel): number => label.height + 2 * PADDING;
export const textRoom = (boxWidth: number): number => boxWidth - 2 * PADDING;

/** Axes in which a pixel is a unit and y grows downwards, so that a diagram can be laid out like a page. */
export const pixelAxes = (width: number, height: number): JsonObject => ({
  xaxis: { range: [-1, width + 1], visible: false, fixedrange: true },
  yaxis: { range: [height + 1, -1], visible: false, fixedrange: true },
});

export const boxShape = ({ x, y, width, height, fill = "#ffffff", border = RULE, dash = "solid" }: DiagramBox): JsonObject => ({
  type: "rect", xref: "x", yref: "y", x0: x, x1: x + width, y0: y, y1: y + height, fillcolor: fill, line: { color: border, width: 1.3, dash }, layer: "below",
});

export const boxText = ({ x, y, width, height, label, size }: DiagramBox): JsonObject => ({
  text: label.text, showarrow: false, xref: "x", yref: "y", x: x + width / 2, y: y + height / 2, align: "center", borderpad: 0,
  font: { size: size ?? label.height / (label.lines * LINE_HEIGHT), color: INK },
});

/** The shaft as a line (annotations cannot be dashed) … */
export const arrowLine = ({ from, via = [], to, dashed, colour = RULE, width = 1.3 }: DiagramArrow): JsonObject => ({
  type: "scatter", mode: "lines", x: [from, ...via, to].map(([x]) => x), y: [from, ...via, to].map(([, y]) => y), line: { color: colour, width, dash: dashed ? "dash" : "solid" },
  hoverinfo: "skip", showlegend: false,
});

/** … and its head as an annotation with a stem of a few pixels. */
export function arrowHead({ from, via = [], to, colour = RULE, width = 1.3 }: DiagramArrow): JsonObject {
  const last = via.at(-1) ?? from;
  const length = Math.hypot(to[0] - last[0], to[1] - last[1]) || 1;
  const stem = [to[0] - (8 * (to[0] - last[0])) / length, to[1] - (8 * (to[1] - last[1])) / length];
  return { text: "", showarrow: true, arrowhead: 2, arrowsize: 1.1, arrowwidth: width, arrowcolor: colour, xref: "x", yref: "y", axref: "x", ayref: "y", x: to[0], y: to[1], ax: stem[0], ay: stem[1] };
}

/** Above the middle of the shaft. */
export const arrowLabel = ({ from, to, label = "" }: DiagramArrow): JsonObject[] => label === "" ? [] : [{
  text: label, showarrow: false, xref: "x", yref: "y", x: (from[0] + to[0]) / 2, y: (from[1] + to[1]) / 2, yanchor: "bottom", yshift: 1, font: { size: 13 },
}];
