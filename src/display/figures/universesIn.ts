import { isObject } from "../../isObject";
import type { UniverseRecord, UniversesMeta } from "./universeTable";

/** A point of a figure that has a table. */
export interface UniversePoint {
  readonly meta: UniversesMeta;
  readonly record: UniverseRecord;
}

type Trace = Readonly<Record<string, unknown>>;

/** Whether points of a figure have tables: what its traces share then tells the decisions. */
export const carriesUniverses = (data: readonly Trace[]): boolean => data.some((trace) => isMeta(trace.meta) && Array.isArray(trace.customdata));

/** A point's universe, where what a viewer hands over is one; undefined of any other figure's point. */
export const universePoint = (meta: unknown, record: unknown): UniversePoint | undefined =>
  isMeta(meta) && isRecord(record, meta.decisions.length) ? { meta, record } : undefined;

/** Every universe of a figure that has a table, from the left. */
export function universesIn(data: readonly Trace[]): UniversePoint[] {
  const found = data.flatMap(({ meta, customdata, x }) => (Array.isArray(customdata) ? customdata.flatMap((record: unknown, i) => {
    const point = universePoint(meta, record);
    return point ? [{ point, x: Number((x as unknown[] | undefined)?.[i] ?? i) }] : [];
  }) : []));
  return found.sort((a, b) => a.x - b.x).map(({ point }) => point);
}

const isMeta = (meta: unknown): meta is UniversesMeta => isObject(meta) && isObject(meta.universes) && Array.isArray(meta.decisions);

const isRecord = (record: unknown, decisions: number): record is UniverseRecord =>
  isObject(record) && typeof record.id === "string" && ["n", "estimate", "standardError", "p"].every((name) => typeof record[name] === "number") && Array.isArray(record.options) && record.options.length === decisions;
