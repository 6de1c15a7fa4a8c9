export type Point = readonly [number, number];

/** How many numbers each command of an SVG path takes. */
const NUMBERS: Readonly<Record<string, number>> = { M: 2, L: 2, T: 2, H: 1, V: 1, Q: 4, S: 4, C: 6, A: 7, Z: 0 };

/**
 * The points that a path goes through, control points of curves included (so that their box is at least as large as the
 * curve's); an arc gives its end only.
 */
export function pathPoints(d: string): Point[] {
  const points: Point[] = [];
  let at: Point = [0, 0];
  let start: Point = at;
  for (const [, command, rest] of d.matchAll(/([a-df-z])([^a-df-z]*)/gi)) { // e is of a number: 1e-7
    const kind = command.toUpperCase();
    const numbers = (rest.match(/[-+]?(?:\d*\.)?\d+\.?(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    const from = (): Point => (command === kind ? [0, 0] : at); // lower case: relative to where the pen is
    if (kind === "Z") points.push((at = start));
    for (let i = 0; i < numbers.length; i += NUMBERS[kind]) {
      const [x, y] = from();
      const given = numbers.slice(i, i + NUMBERS[kind]);
      if (kind === "H") points.push((at = [x + given[0], at[1]]));
      else if (kind === "V") points.push((at = [at[0], y + given[0]]));
      else {
        const pairs = kind === "A" ? given.slice(5) : given;
        for (let j = 0; j + 1 < pairs.length; j += 2) points.push([x + pairs[j], y + pairs[j + 1]]);
        at = points.at(-1)!;
      }
      if (kind === "M" && i === 0) start = at;
    }
  }
  return points;
}

const distance = ([a, b]: Point, [c, d]: Point): number => Math.hypot(c - a, d - b);

/** The length of a path of straight strokes, in pixels, as `getTotalLength` gives it: Plotly asks it of the stems of arrows. */
export function pathLength(d: string): number {
  const points = pathPoints(d);
  return points.slice(1).reduce((sum, point, i) => sum + distance(points[i], point), 0);
}

/** The point after so many pixels of a path of straight strokes, as `getPointAtLength` gives it; beyond either end, that end. */
export function pointAlong(d: string, length: number): { x: number; y: number } {
  const points = pathPoints(d);
  let left = Math.max(0, length);
  for (let i = 1; i < points.length; i++) {
    const stroke = distance(points[i - 1], points[i]);
    if (left < stroke) return between(points[i - 1], points[i], left / stroke);
    left -= stroke;
  }
  const [x, y] = points.at(-1) ?? [0, 0];
  return { x, y };
}

const between = ([a, b]: Point, [c, d]: Point, share: number) => ({ x: a + (c - a) * share, y: b + (d - b) * share });
