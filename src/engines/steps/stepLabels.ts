import { grouped } from "../../grouped";
import type { Decimal } from "../../io/number";
import { cleanCell, labelNumber, MISSING_CODES, missingTest, oneLabelNote, oneSpelling } from "../../models/data/cells";
import type { AskedColumn } from "../columnsAsked";
import type { Engine } from "../engine";
import { S, shownSql, valueSql } from "../patternsSql";
import { quotedText } from "../sqlText";

/** What SQL tells of a column of labels, and what a reader should be told of it. */
export interface StepLabels {
  /** The label, NULL where it is missing. */
  readonly sql: string;
  readonly notes: readonly string[];
}

/** The labels of a factor, each with the texts that stand for it. */
export interface FactorLabels extends StepLabels {
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

const BLANKS = " \t\n\v\f\r";
const isMissing = missingTest(MISSING_CODES);

/** A label as its text, as it stands there. */
export const textSql = (column: AskedColumn, dialect: Engine["dialect"]): string => `CAST(${valueSql({ ...column, as: "label" }, dialect)} AS VARCHAR)`;

/** A label as its text without the blanks around it; NULL where it counts as missing, as `cleanTable` has it of a file. */
export function labelSql(column: AskedColumn, dialect: Engine["dialect"]): string {
  const text = textSql(column, dialect);
  if (column.kind === "integer") return text;
  const trimmed = `TRIM(BOTH ${quotedText(BLANKS)} FROM ${text})`;
  return `CASE WHEN lower(${trimmed}) NOT IN (${["", ...MISSING_CODES].map((code) => quotedText(code.toLowerCase())).join(", ")}) THEN ${trimmed} END`;
}

/**
 * The labels of a factor that occur in the complete rows, by the rules for files themselves: each text that stands there is
 * read, and SQL is told which label it is.
 *
 * @param complete  what holds of a row that lacks nothing
 */
export async function factorLabels(engine: Engine, column: AskedColumn, complete: string, decimal?: Decimal): Promise<FactorLabels> {
  const found: { text: string; cell: string }[] = [];
  const text = textSql(column, engine.dialect);
  for await (const [texts, shown] of engine.query(`SELECT DISTINCT ${text} AS k, ${shownSql(column, engine.dialect)} AS l FROM ${engine.rows} AS ${S} WHERE ${complete}`)) {
    texts.forEach((own, i) => found.push({ text: String(own), cell: cleanCell(String(shown[i]), { file: engine.name, column: column.name }, isMissing) }));
  }
  const missing = found.filter(({ cell }) => isMissing(cell)).map((own) => own.text);
  const there = found.filter(({ cell }) => !isMissing(cell)).sort((a, b) => (a.text < b.text ? -1 : 1)); // an engine gives them in no order
  const { labels, notes } = oneSpelling(there.map(({ cell }) => cell), column.name, decimal);
  const texts = new Map([...grouped(labels.keys(), (i) => labels[i])].map(([label, places]) => [label, places.map((i) => there[i].text)]));
  const label = labelSql(column, engine.dialect);
  return { sql: missing.length === 0 ? label : `CASE WHEN ${text} NOT IN (${missing.map(quotedText).join(", ")}) THEN ${label} END`, notes, texts };
}

/**
 * What tells clusters apart. There may be millions of them, so they are looked through and not kept: only texts that SQL does
 * not clean as a file's cells are, and whether all are numbers, which are then compared as numbers (7 and 7.0).
 */
export async function clusterLabels(engine: Engine, column: AskedColumn, complete: string, decimal?: Decimal): Promise<StepLabels> {
  const label = labelSql(column, engine.dialect);
  if (column.kind === "boolean" || column.kind === "date") return { sql: label, notes: [] };
  if (column.kind !== "text") return { sql: `CASE WHEN ${label} IS NOT NULL THEN ${valueSql({ ...column, as: "label" }, engine.dialect)} END`, notes: [] };
  const respelt = new Map<string, string>();
  let [numbers, plain] = [true, true];
  for await (const [keys] of engine.query(`SELECT DISTINCT ${label} AS k FROM ${engine.rows} AS ${S} WHERE ${complete}`)) {
    for (const key of keys.map(String)) {
      const cell = cleanCell(key, { file: engine.name, column: column.name }, isMissing);
      if (cell !== key) respelt.set(key, cell);
      if (isMissing(cell)) continue;
      const number = labelNumber(cell, decimal);
      numbers &&= number !== undefined;
      plain &&= cell === String(number);
    }
  }
  const branches = [...respelt].map(([key, cell]) => `WHEN ${quotedText(key)} THEN ${isMissing(cell) ? "NULL" : quotedText(cell)}`);
  const sql = branches.length === 0 ? label : `CASE ${label} ${branches.join(" ")} ELSE ${label} END`;
  return numbers && !plain ? asNumbers(engine, sql, column.name, complete, decimal) : { sql, notes: [] };
}

/** Labels that are all numbers: where one is spelt in several ways, they are told apart by their values. */
async function asNumbers({ rows, dialect, query }: Engine, label: string, column: string, complete: string, decimal?: Decimal): Promise<StepLabels> {
  const cast = (text: string): string => `CAST(${decimal === "," ? `REPLACE(${text}, ',', '.')` : text} AS ${dialect.double})`;
  let [several, first, value] = [0, "", 0];
  for await (const [least, most, values] of query(`SELECT min(k) AS a, max(k) AS b, v FROM (SELECT k, ${cast("k")} AS v FROM (SELECT DISTINCT ${label} AS k FROM ${rows} AS ${S} WHERE ${complete}) AS l WHERE k IS NOT NULL) AS n GROUP BY v HAVING count(*) > 1 ORDER BY v`)) {
    if (several === 0) [first, value] = [`${String(least[0])} / ${String(most[0])}`, Number(values[0])];
    several += values.length;
  }
  if (several === 0) return { sql: label, notes: [] };
  // A row that is left out may hold a label that is no number: it must not be cast.
  return { sql: `CASE WHEN ${complete} THEN ${cast(label)} END`, notes: [oneLabelNote(column, first, value, several)] };
}
