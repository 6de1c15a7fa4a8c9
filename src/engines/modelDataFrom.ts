import { noted } from "../faults/noted";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { modelDataOf, type ModelData, type ModelDataSpec } from "../models/data/modelData";
import type { Table } from "../models/data/table";
import { type AskedColumn, columnsAsked } from "./columnsAsked";
import type { Engine } from "./engine";
import { probeSql } from "./patternsSql";
import { quotedName } from "./sqlText";
import { readRow } from "./steps/answers";
import { MOST_PATTERNS, readPatterns } from "./patterns";

/**
 * What a model asks of a source of any size: equal rows are counted together there, and a row here is a pattern of values that
 * counts as often as it occurs.
 *
 * @throws {BadInput} what is not there or cannot be used; more patterns than fit in memory
 */
export async function patternsFrom(engine: Engine, spec: ModelDataSpec): Promise<Table> {
  const asked = columnsAsked(engine.name, engine.columns, spec);
  const table = await pays(engine, asked) ? await readPatterns(engine, asked, { decimal: spec.decimal }) : undefined;
  if (table === undefined) throw new TooManyPatterns(engine.name, asked.map(({ name }) => name));
  return table;
}

/**
 * A model's data of patterns: the fit is that of the rows themselves. The source is not needed any more, and its memory is free.
 *
 * @throws {BadInput} as `readModelData`, naming the column but no row
 */
export function modelDataOfPatterns(table: Table, spec: ModelDataSpec): ModelData {
  try {
    const data = modelDataOf(table, spec);
    const rows = table.counts!.reduce((a, b) => a + b, 0);
    return { ...data, notes: [countedNote(rows, table.rows.length), ...data.notes] };
  } catch (error) {
    throw error instanceof BadInput ? error.withoutRow() : error;
  }
}

/** The rows that are looked at first, and the share of them that may be patterns. */
const [PROBED, MOST_OF_PROBED] = [1_000_000, 0.5];

/** Whether equal rows are frequent enough among the first to be counted together: of fewer rows than are looked at, always. */
async function pays(engine: Engine, asked: readonly AskedColumn[]): Promise<boolean> {
  const [seen, patterns] = await readRow(engine, probeSql(asked, engine, PROBED));
  return !(seen >= PROBED && patterns > MOST_OF_PROBED * seen);
}

/** The columns of a model have nearly as many combinations of values as there are rows. */
export class TooManyPatterns extends BadInput {
  constructor(file: string, columns: readonly string[], most = MOST_PATTERNS) {
    super({ file }, said`${columns.join(", ")} have more than ${most} different combinations of values, or nearly as many as rows`, "columns of few values each", "Round or group the columns of many values in --sql; binary logits are fitted by steps in SQL (sojourn fit).");
  }
}

const countedNote = (rows: number, patterns: number): string => noted`${rows} rows of ${patterns} patterns (equal rows counted together; the fit is that of the rows)`;

/** Whether the rows were made from the synthetic survey, as `isSynthetic` tells of a file. */
export async function isSyntheticSource(engine: Engine): Promise<boolean> {
  const text = (name: string): boolean => engine.columns.some((column) => column.name === name && column.kind === "text");
  const signs = [...(text("source") ? [`lower(TRIM(s.${quotedName("source")})) = 'synthetic'`] : []), ...(text("id") ? [`s.${quotedName("id")} LIKE 'SYN-%'`] : [])];
  if (signs.length === 0) return false;
  let found = false;
  for await (const [cells] of engine.query(`SELECT 1 AS one FROM ${engine.rows} AS s WHERE ${signs.join(" OR ")} LIMIT 1`)) found ||= cells.length > 0;
  return found;
}
