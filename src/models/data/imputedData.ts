import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import { numberIn, numberWritten } from "../../io/number";
import { imputeChained, type Incomplete } from "../imputation/chained";
import { isOfLevel, labelNumber, missingTest, MISSING_CODES } from "./cells";
import { sortedLevels } from "./factor";
import { modelDataOf, type ModelData, type ModelDataSpec } from "./modelData";
import { columnIndex, readTable, type Table } from "./table";
import { parseTerms } from "./terms";

/** A model's data several times over, what is missing in its columns drawn. */
export interface ImputedData {
  readonly data: readonly ModelData[];
  readonly rows: number;
  /** Rows with at least one drawn cell. */
  readonly completed: number;
  /** Column → how many cells were drawn. */
  readonly drawn: Readonly<Record<string, number>>;
}

/**
 * Reads a model's columns and draws their missing cells by chained equations, each from all other columns of the model.
 * Factors are drawn among their levels, an ordered outcome among its levels, 0/1 columns as 0 or 1, other numbers among the
 * numbers that stand in the column. Weights, offsets and labels are not drawn: they may lack nothing.
 *
 * @throws {BadInput} as `readModelData`; a column without any value
 */
export function readImputedData(file: string, spec: ModelDataSpec, options: { readonly imputations: number; readonly seed: number }): ImputedData {
  const all = readTable(file, spec);
  const columns = [...new Set([spec.outcome, ...parseTerms(spec.terms, all.columns, file).flatMap(({ parts }) => parts)])];
  const table = emptied(all, columns, spec);
  const variables = columns.map((column) => columnOf(table, column, spec));
  const filled = imputeChained(variables.map(({ incomplete }) => incomplete), options);
  const gaps = columns.map((column) => table.rows.map((row) => row[columnIndex(table, column)] === ""));
  const complete = (values: readonly Float64Array[]): Table => ({
    ...table,
    rows: table.rows.map((row, i) => {
      const cells = [...row];
      for (const [v, column] of columns.entries()) if (gaps[v][i]) cells[columnIndex(table, column)] = variables[v].write(values[v][i]);
      return cells;
    }),
  });
  return {
    data: filled.map((values) => modelDataOf(complete(values), spec)),
    rows: table.rows.length,
    completed: table.rows.filter((_, i) => gaps.some((gap) => gap[i])).length,
    drawn: Object.fromEntries(columns.map((column, v) => [column, gaps[v].filter(Boolean).length] as const).filter(([, count]) => count > 0)),
  };
}

/** The table with every missing code in these columns as an empty cell. */
function emptied(all: Table, columns: readonly string[], { missing = MISSING_CODES }: ModelDataSpec): Table {
  const isMissing = missingTest(missing, all.decimal);
  const places = columns.map((column) => columnIndex(all, column));
  return { ...all, rows: all.rows.map((row) => row.map((cell, j) => (places.includes(j) ? (isMissing(cell.trim()) ? "" : cell.trim().normalize("NFC")) : cell))) };
}

/** A column as the imputation takes it, and how a drawn value is written into a cell. */
function columnOf(table: Table, column: string, spec: ModelDataSpec): { incomplete: Incomplete; write: (value: number) => string } {
  const cells = table.rows.map((row) => row[columnIndex(table, column)]);
  const given = cells.filter((cell) => cell !== "");
  if (given.length === 0) throw new BadInput({ file: table.file, column }, "the column has no value at all", "some values to draw from", "Leave it out of the model.");
  const isOutcome = column === spec.outcome && spec.family === "ordered";
  if (isOutcome || spec.factors?.some((factor) => factor.column === column)) {
    // One number is one level however it is spelt (7 and 7.0), and is written as it stands first.
    const areNumbers = given.every((cell) => labelNumber(cell, table.decimal) !== undefined);
    const labelOf = (cell: string): string => (areNumbers ? String(labelNumber(cell, table.decimal)) : cell);
    const spelling = new Map(given.toReversed().map((cell) => [labelOf(cell), cell]));
    const named = isOutcome ? spec.levels : undefined;
    const levels = named ? [...named] : sortedLevels([...spelling.keys()]);
    const indexOf = (cell: string): number => (named ? named.findIndex((level) => isOfLevel(level, cell, table.decimal)) : levels.indexOf(labelOf(cell)));
    const values = Float64Array.from(cells, (cell) => (cell === "" ? NaN : indexOf(cell)));
    const strange = values.indexOf(-1);
    if (strange >= 0) throw new BadInput({ file: table.file, row: table.lines[strange], column }, said`"${cells[strange]}" is not among the levels`, levels.join(", "));
    return { incomplete: { name: column, kind: isOutcome ? "ordered" : levels.length === 2 ? "binary" : "nominal", categories: levels.length, values }, write: (value) => (named ? levels[value] : spelling.get(levels[value])!) };
  }
  const values = Float64Array.from(cells, (cell, i) => {
    if (cell === "") return NaN;
    const value = numberIn(cell, table.decimal);
    if (value === undefined) throw new BadInput({ file: table.file, row: table.lines[i], column }, said`"${cell}" is not a number`, "a number", said`Code it as a number, or give it as --factor ${column}.`);
    return value;
  });
  const binary = given.every((cell) => [0, 1].includes(numberIn(cell, table.decimal)!));
  return { incomplete: { name: column, kind: binary ? "binary" : "number", categories: 2, values }, write: (value) => numberWritten(value, table.decimal) };
}
