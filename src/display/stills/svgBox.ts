import { pathPoints, type Point } from "./svgPath";
import { type Box, numberOf, type SvgElement, textBox, unionOf } from "./svgText";
import { largest, smallest } from "../../extremes";

/** [a, b, c, d, e, f] as in SVG's `matrix(…)`. */
type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const INVISIBLE = new Set(["defs", "clipPath", "title", "desc", "style"]);

/** The box of an element in its own coordinates (its own `transform` not applied), as `getBBox` gives it. */
export function boxOf(element: SvgElement): Box | undefined {
  if (INVISIBLE.has(element.tagName)) return undefined;
  switch (element.tagName) {
    case "text": return textBox(element);
    case "rect": case "image": return rectangle(element);
    case "circle": return circle(element);
    case "path": return pathBox(element);
    case "line": return corners([[numberOf(element, "x1") ?? 0, numberOf(element, "y1") ?? 0], [numberOf(element, "x2") ?? 0, numberOf(element, "y2") ?? 0]]);
    default: {
      const boxes = Array.from(element.children).flatMap((child) => outerBoxOf(child) ?? []);
      return boxes.length > 0 ? unionOf(boxes) : undefined;
    }
  }
}

/** The box of an element as its parent sees it: its own `transform` applied. */
function outerBoxOf(element: SvgElement): Box | undefined {
  const box = boxOf(element);
  return box && transformed(box, matrixOf(element));
}

/** The box of an element on the page: all transforms up to the root applied, as `getBoundingClientRect` gives it. */
export function pageBoxOf(element: SvgElement): Box | undefined {
  let box = boxOf(element);
  for (let at: SvgElement | null = element; box && at && typeof at.getAttribute === "function"; at = at.parentNode as SvgElement | null) {
    box = transformed(box, matrixOf(at));
  }
  return box;
}

function rectangle(element: SvgElement): Box {
  const left = numberOf(element, "x") ?? 0;
  const top = numberOf(element, "y") ?? 0;
  return { left, top, right: left + (numberOf(element, "width") ?? 0), bottom: top + (numberOf(element, "height") ?? 0) };
}

function circle(element: SvgElement): Box {
  const [x, y, r] = [numberOf(element, "cx") ?? 0, numberOf(element, "cy") ?? 0, numberOf(element, "r") ?? 0];
  return { left: x - r, right: x + r, top: y - r, bottom: y + r };
}

function pathBox(element: SvgElement): Box | undefined {
  const points = pathPoints(element.getAttribute("d") ?? "");
  return points.length > 0 ? corners(points) : undefined;
}

const corners = (points: readonly Point[]): Box => ({
  left: smallest(points.map(([x]) => x)),
  right: largest(points.map(([x]) => x)),
  top: smallest(points.map(([, y]) => y)),
  bottom: largest(points.map(([, y]) => y)),
});

function transformed(box: Box, [a, b, c, d, e, f]: Matrix): Box {
  const all = [[box.left, box.top], [box.right, box.top], [box.left, box.bottom], [box.right, box.bottom]];
  return corners(all.map(([x, y]): Point => [a * x + c * y + e, b * x + d * y + f]));
}

/** `translate(x,y) rotate(deg[,x,y]) scale(s) matrix(…)`, in the order written. */
function matrixOf(element: SvgElement): Matrix {
  let matrix = IDENTITY;
  for (const [, name, list] of (element.getAttribute("transform") ?? "").matchAll(/(\w+)\(([^)]*)\)/g)) {
    matrix = times(matrix, step(name, list.split(/[\s,]+/).filter(Boolean).map(Number)));
  }
  return matrix;
}

function step(name: string, [p = 0, q, r, ...more]: readonly number[]): Matrix {
  switch (name) {
    case "translate": return [1, 0, 0, 1, p, q ?? 0];
    case "scale": return [p, 0, 0, q ?? p, 0, 0];
    case "matrix": return [p, q, r, more[0], more[1], more[2]];
    case "rotate": {
      const angle = (p * Math.PI) / 180;
      const turn: Matrix = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
      return times(times([1, 0, 0, 1, q ?? 0, r ?? 0], turn), [1, 0, 0, 1, -(q ?? 0), -(r ?? 0)]);
    }
    default: return IDENTITY;
  }
}

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f,
];
