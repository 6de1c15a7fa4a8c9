import { textWidth } from "./textWidth";
import { largest, smallest } from "../../extremes";

/** A rectangle in the coordinates of the element it belongs to, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Only what Plotly writes and asks for; jsdom's own elements satisfy it. */
export interface SvgElement {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly children: ArrayLike<SvgElement>;
  readonly childNodes: ArrayLike<{ readonly nodeType: number; readonly textContent: string | null }>;
  readonly parentNode: unknown;
  readonly style?: { getPropertyValue(name: string): string };
  getAttribute(name: string): string | null;
}

/** Of the font, in ems: how far a line reaches above and below its baseline (Noto Sans SC, without its generous line gap). */
const ASCENT = 0.9;
const DESCENT = 0.25;
const TEXT_NODE = 3;
const PLOTLY_FONT_SIZE = 12;

/** The box of a `<text>`, line by line: Plotly writes a line as a `<tspan class="line">` and moves it down by `dy` in ems. */
export function textBox(text: SvgElement): Box | undefined {
  const lines = Array.from(text.children).filter((child) => (child.getAttribute("class") ?? "").includes("line"));
  const boxes = (lines.length > 0 ? lines : [text]).flatMap((line) => lineBox(line, text));
  return boxes.length > 0 ? unionOf(boxes) : undefined;
}

function lineBox(line: SvgElement, text: SvgElement): Box[] {
  const width = widthOf(line);
  if (width === 0) return [];
  const size = fontSizeOf(line);
  const x = numberOf(line, "x") ?? numberOf(text, "x") ?? 0;
  const baseline = (numberOf(text, "y") ?? 0) + (line === text ? shiftOf(text, size) : shiftOf(text, size) + shiftOf(line, size));
  const left = x - width * anchorShare(text);
  return [{ left, right: left + width, top: baseline - ASCENT * size, bottom: baseline + DESCENT * size }];
}

/** Pieces of one line may differ in size (super- and subscripts), so each is measured by itself. */
function widthOf(element: SvgElement): number {
  const size = fontSizeOf(element);
  const own = Array.from(element.childNodes).filter((node) => node.nodeType === TEXT_NODE);
  const ownWidth = own.reduce((sum, node) => sum + textWidth((node.textContent ?? "").replace(/\u200b/g, ""), size), 0);
  return Array.from(element.children).reduce((sum, child) => sum + widthOf(child), ownWidth);
}

function anchorShare(text: SvgElement): number {
  const anchor = inherited(text, "text-anchor");
  return anchor === "middle" ? 0.5 : anchor === "end" ? 1 : 0;
}

/** `dy` is given in ems (`1.3em`) or in pixels. */
function shiftOf(element: SvgElement, fontSize: number): number {
  const dy = element.getAttribute("dy");
  if (!dy) return 0;
  return Number.parseFloat(dy) * (dy.endsWith("em") ? fontSize : 1);
}

function fontSizeOf(element: SvgElement): number {
  const own = property(element, "font-size");
  if (own === undefined) return isElement(element.parentNode) ? fontSizeOf(element.parentNode) : PLOTLY_FONT_SIZE;
  const number = Number.parseFloat(own);
  if (own.endsWith("%")) return (number / 100) * (isElement(element.parentNode) ? fontSizeOf(element.parentNode) : PLOTLY_FONT_SIZE);
  return number;
}

function inherited(element: SvgElement, name: string): string | undefined {
  const own = property(element, name);
  if (own !== undefined) return own;
  return isElement(element.parentNode) ? inherited(element.parentNode, name) : undefined;
}

/** A presentation property, from the style or else from the attribute of that name. */
function property(element: SvgElement, name: string): string | undefined {
  return element.style?.getPropertyValue(name) || element.getAttribute(name) || undefined;
}

export function numberOf(element: SvgElement, attribute: string): number | undefined {
  const number = Number.parseFloat(element.getAttribute(attribute) ?? "");
  return Number.isNaN(number) ? undefined : number;
}

const isElement = (node: unknown): node is SvgElement =>
  typeof node === "object" && node !== null && typeof (node as SvgElement).getAttribute === "function";

export function unionOf(boxes: readonly Box[]): Box {
  return {
    left: smallest(boxes.map((box) => box.left)),
    top: smallest(boxes.map((box) => box.top)),
    right: largest(boxes.map((box) => box.right)),
    bottom: largest(boxes.map((box) => box.bottom)),
  };
}
