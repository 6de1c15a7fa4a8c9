import { BadInput } from "../../badInput";
import type { Engine } from "../engine";

/** The one row of numbers that a query gives; NaN for NULL. */
export async function readRow(engine: Engine, sql: string): Promise<number[]> {
  let row: number[] | undefined;
  for await (const batch of engine.query(sql)) row ??= batch.map(([cell]) => (cell === null ? NaN : Number(cell)));
  if (row !== undefined) return row;
  throw new BadInput({ file: engine.name }, "the query gave no row");
}
