import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import { seededRandom } from "../../models/numeric/random";
import type { Figure } from "../figure";
import { boxOf, pageBoxOf } from "./svgBox";
import { pathLength, pointAlong } from "./svgPath";
import type { Box, SvgElement } from "./svgText";

/** A window without a screen, with Plotly in it: kept for the next figure, since Plotly takes longer to begin than to draw. */
let opened: Promise<DrawingWindow> | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * A figure as Plotly's SVG text. Figures are drawn one after the other: two at once would draw from the same random numbers.
 *
 * @param seed  of the window's Math.random: Plotly names its clip paths at random, and they must be the same at every run
 */
export function plotlySvg(figure: Figure, seed: number): Promise<string> {
  const drawn = last.then(() => draw(figure, seed));
  last = drawn.catch(() => undefined);
  return drawn;
}

async function draw({ data, layout }: Figure, seed: number): Promise<string> {
  const window = await (opened ??= openWindow());
  window.Math.random = seededRandom(seed);
  try {
    // Parsed by the window's own JSON: Plotly knows a plain object by its window's Object.
    const own: unknown = window.JSON.parse(JSON.stringify({ data, layout }));
    return await window.Plotly.toImage(own, { format: "svg", width: layout.width, height: layout.height, imageDataOnly: true });
  } catch (error) {
    opened = undefined; // half a figure may be left in it
    window.close();
    throw error;
  }
}

/**
 * jsdom lays nothing out, so the window is taught to measure: Plotly's margins and label positions hang on the boxes of its texts,
 * which come from the widths of our own font.
 */
async function openWindow(): Promise<DrawingWindow> {
  const { JSDOM, VirtualConsole } = await import("jsdom");
  // A silent console: an uncaught error would print Plotly's one line of 1.5 MB.
  const dom = new JSDOM("<!doctype html><html><body></body></html>", { runScripts: "outside-only", pretendToBeVisual: true, virtualConsole: new VirtualConsole() });
  const window = dom.window as unknown as DrawingWindow;
  teachMeasures(window);
  window.URL.createObjectURL = () => "blob:none"; // asked for, never used
  new Script(readFileSync(require.resolve("plotly.js-cartesian-dist-min"), "utf8"), { filename: "plotly.js" }).runInContext(dom.getInternalVMContext());
  return window;
}

interface DrawingWindow {
  Math: Math;
  JSON: JSON;
  URL: { createObjectURL: unknown };
  SVGElement: { prototype: object };
  Plotly: { toImage(figure: unknown, options: object): Promise<string> };
  close(): void;
}

function teachMeasures(window: DrawingWindow): void {
  const nothing: Box = { left: 0, top: 0, right: 0, bottom: 0 };
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: SvgElement) { return rectangleOf(boxOf(this) ?? nothing); },
    getBoundingClientRect(this: SvgElement) { return rectangleOf(pageBoxOf(this) ?? nothing); },
    getTotalLength(this: SvgElement) { return pathLength(this.getAttribute("d") ?? ""); },
    getPointAtLength(this: SvgElement, length: number) { return pointAlong(this.getAttribute("d") ?? "", length); },
  });
}

const rectangleOf = ({ left, top, right, bottom }: Box) => ({ x: left, y: top, left, top, right, bottom, width: right - left, height: bottom - top });
