import type { AskedColumn } from "./columnsAsked";
import type { Engine } from "./engine";
import { quotedName } from "./sqlText";

/** By this name queries call the rows asked for. */
export const S = "s";

/** A column's value as a model takes it. */
export function valueSql({ name, kind, as }: AskedColumn, { double }: Engine["dialect"]): string {
  const column = `${S}.${quotedName(name)}`;
  if (kind === "boolean") return as === "number" ? `CASE WHEN ${column} THEN 1 WHEN NOT ${column} THEN 0 END` : `CASE WHEN ${column} THEN 'TRUE' WHEN NOT ${column} THEN 'FALSE' END`;
  if (kind === "real") return `CAST(${column} AS ${double})`; // 0.1 of four bytes is another number than 0.1 of eight: the widening is exact
  if (kind === "date") return `CAST(${column} AS VARCHAR)`;
  return column;
}

/** What the value is by then. */
const kindThen = ({ kind, as }: AskedColumn): AskedColumn["kind"] => (kind === "boolean" ? (as === "number" ? "double" : "text") : kind === "real" ? "double" : kind === "date" ? "text" : kind);

/** A value as it is given, so that no digit is lost. */
export const shownSql = (column: AskedColumn, dialect: Engine["dialect"]): string => dialect.given(valueSql(column, dialect), kindThen(column));

/** Equal rows counted together: one row for each combination of values that occurs, and how often; at most so many. */
export function patternsSql(asked: readonly AskedColumn[], { rows, dialect }: Pick<Engine, "rows" | "dialect">, most: number): string {
  const grouped = asked.map((column, j) => `${valueSql(column, dialect)} AS g${j}`);
  const shown = asked.map((column, j) => `${dialect.given(`g${j}`, kindThen(column))} AS c${j}`);
  const places = asked.map((_, j) => j + 1).join(", ");
  return `SELECT ${shown.join(", ")}, CAST(n AS ${dialect.double}) AS n FROM (SELECT ${grouped.join(", ")}, count(*) AS n FROM ${rows} AS ${S} GROUP BY ${places}) AS p LIMIT ${most}`;
}

/** How many of the first rows, and how many combinations of values they hold: what tells whether counting pays. */
export function probeSql(asked: readonly AskedColumn[], { rows, dialect }: Pick<Engine, "rows" | "dialect">, first: number): string {
  const values = asked.map((column, j) => `${valueSql(column, dialect)} AS g${j}`);
  const places = asked.map((_, j) => j + 1).join(", ");
  return `SELECT CAST(sum(n) AS ${dialect.double}) AS seen, CAST(count(*) AS ${dialect.double}) AS patterns FROM (SELECT ${asked.map((_, j) => `g${j}`).join(", ")}, count(*) AS n FROM (SELECT ${values.join(", ")} FROM ${rows} AS ${S} LIMIT ${first}) AS f GROUP BY ${places}) AS p`;
}
