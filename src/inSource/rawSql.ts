import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { Dialect, SourceColumn } from "../engines/engine";
import { S } from "../engines/patternsSql";
import { quotedName } from "../engines/sqlText";

/** A column's cells as texts, a whole number without decimals whatever its type, as cells of a file are read. @throws {BadInput} lists and structures */
export function rawSql(file: string, { name, kind, type }: SourceColumn, { double }: Dialect): string {
  const column = `${S}.${quotedName(name)}`;
  if (kind === "other") throw new BadInput({ file, column: name }, said`its type is ${type}, which is neither number nor text`, "a column of numbers or text", "Take what you need out of it in --sql.");
  if (kind === "boolean") return `CASE WHEN ${column} THEN 'TRUE' WHEN NOT ${column} THEN 'FALSE' END`;
  if (kind !== "double" && kind !== "real" && kind !== "decimal") return `CAST(${column} AS VARCHAR)`;
  const number = `CAST(${column} AS ${double})`;
  return `CASE WHEN abs(${number}) < 1e15 AND ${number} = floor(${number}) THEN CAST(CAST(${column} AS BIGINT) AS VARCHAR) ELSE CAST(${column} AS VARCHAR) END`;
}
