import type { JsonObject } from "../figure";

/** One universe of a curve. */
export interface CurvePoint {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly starred: boolean;
  readonly paper: boolean;
  /** Places of its options among the rows of the grid. */
  readonly options: readonly number[];
  /** What is said of it where the pointer stands. Asked for only of those that are drawn. */
  readonly hover: () => string;
  /** As far from 0 as the null band reaches for its standard error. */
  readonly band?: number | undefined;
  /** What a viewer makes its table of (universeTable.ts). */
  readonly record?: (() => JsonObject) | undefined;
}

/** A column of the picture: one universe, or several neighbours. */
export interface CurveColumn {
  /** The first of its universes in the order of the curve, and how many they are. */
  readonly from: number;
  readonly count: number;
  /** Medians over its universes. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly band: number | undefined;
  /** Most of its universes are. */
  readonly starred: boolean;
  readonly shareStarred: number;
  readonly least: number;
  readonly most: number;
  /** By row of the grid: the share of its universes with the option. */
  readonly options: readonly number[];
  /** The universe in the middle of its estimates. */
  readonly middle: CurvePoint;
}

/** More universes than this share columns, so that the picture stays readable and small at any number. */
const MOST_COLUMNS = 300;

/** The column of a universe by its place among so many. */
export const columnOf = (place: number, of: number): number => Math.floor((place * Math.min(MOST_COLUMNS, of)) / of);

/** Universes in their order, neighbours in one column where there are too many for a column each. */
export function curveColumns(sorted: readonly CurvePoint[], rows: number): CurveColumn[] {
  const columns = Math.min(MOST_COLUMNS, sorted.length);
  const start = (column: number): number => Math.ceil((column * sorted.length) / columns);
  return Array.from({ length: columns }, (_, column) => {
    const from = start(column);
    const mine = sorted.slice(from, start(column + 1)).sort((a, b) => a.estimate - b.estimate);
    const counts = new Array<number>(rows).fill(0);
    for (const { options } of mine) for (const row of options) counts[row]++;
    const starred = mine.filter((point) => point.starred).length;
    return {
      from, count: mine.length, middle: mine[mine.length >> 1], shareStarred: starred / mine.length, starred: 2 * starred > mine.length,
      estimate: middle(mine, ({ estimate }) => estimate)!, lower: middle(mine, ({ lower }) => lower)!, upper: middle(mine, ({ upper }) => upper)!, band: middle(mine, ({ band }) => band),
      least: mine[0].estimate, most: mine.at(-1)!.estimate, options: counts.map((count) => count / mine.length),
    };
  });
}

function middle(points: readonly CurvePoint[], of: (point: CurvePoint) => number | undefined): number | undefined {
  const values = points.map(of);
  return values.every((value) => value !== undefined) ? (values).sort((a, b) => a - b)[values.length >> 1] : undefined;
}
