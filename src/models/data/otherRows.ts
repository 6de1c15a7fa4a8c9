import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import { type Decimal, numberIn, numberWritten } from "../../io/number";
import { withCalculated } from "../formula/columns";
import { namesIn } from "../formula/parse";
import type { Matrix } from "../matrix";
import type { Cells } from "../effects/averageChange";
import type { EffectVariable } from "../effects/effect";
import { buildDesign, isBinary } from "./design";
import { sortedLevels } from "./factor";
import type { ModelData } from "./modelData";
import { columnIndex, numberColumn, type Table } from "./table";
import { parseTerms } from "./terms";

/** Rows that were not fitted, in the design of a model that was. */
export interface OtherRows {
  readonly X: Matrix;
  readonly offset?: readonly number[] | undefined;
  readonly table: Table;
  /** What the effect of each variable means in these rows, as `ModelData.effectVariables` for those fitted. */
  readonly effectVariables: () => EffectVariable[];
}

/** The columns of the file that a model's terms and offset are made of. */
export function columnsBehind({ source }: ModelData): string[] {
  const parts = parseTerms(source.terms, source.table.columns, source.table.file).flatMap((term) => term.parts);
  return [...new Set([...parts, ...(source.offset === undefined ? [] : [source.offset])].flatMap((name) => {
    const node = source.calculated.get(name);
    return node ? namesIn(node).filter((inner) => inner !== "TRUE" && inner !== "FALSE") : [name];
  }))];
}

/**
 * Brings rows of another table into the design of a model.
 *
 * @example predictInside(fit, inDesignOf(data, readTable("new.csv")).X)
 * @throws {BadInput} where a column is missing, a cell is empty or no number, or a factor has a level that was not fitted
 */
export function inDesignOf(data: ModelData, given: Table): OtherRows {
  const { terms, factors, calculated, offset } = data.source;
  const behind = columnsBehind(data);
  for (const column of behind) columnIndex(given, column);
  const clean = { ...given, rows: given.rows.map((row) => row.map((cell) => cell.trim().normalize("NFC"))) };
  const table = withCalculated(known(clean, data), calculated);
  const fitted = (column: string): boolean => isBinary(numberColumn(data.source.table, column));
  const design = buildDesign(table, terms, factors, () => false, fitted); // no row counts: no column is left out as empty
  const kept = data.columns.map((name) => design.columns.indexOf(name));
  const X = design.X.map((row) => kept.map((c) => row[c]));
  return {
    X, offset: offset === undefined ? undefined : numberColumn(table, offset), table,
    effectVariables: () => design.effectVariables().map((variable) => onColumns(variable, X, kept)),
  };
}

/** An effect's change in a design of some of its columns only. */
function onColumns({ change, ...variable }: EffectVariable, at: Matrix, kept: readonly number[]): EffectVariable {
  const place = (column: number): number => kept.indexOf(column);
  const only = (cells: Cells): Cells => (i, use) => cells(i, (column, value) => { if (kept.includes(column)) use(place(column), value); });
  return {
    ...variable,
    change: change.kind === "slope" ? { kind: "slope", at, along: only(change.along) }
      : { kind: "step", at, columns: change.columns.filter((column) => kept.includes(column)).map(place), from: only(change.from), to: only(change.to) },
  };
}

/** The fitted level that a cell writes: by its spelling, else by its number. */
const levelOf = (levels: readonly string[], cell: string, decimal?: Decimal): string | undefined =>
  levels.includes(cell) ? cell : levels.find((one) => numberIn(one) !== undefined && numberIn(one) === numberIn(cell, decimal));

/** The table with factors' cells spelt as the fitted levels are. */
function known(table: Table, { source: { factors } }: ModelData): Table {
  const rows = table.rows.map((row) => row.slice());
  for (const { column, levels } of factors) {
    const j = columnIndex(table, column);
    rows.forEach((row, i) => {
      const level = levelOf(levels, row[j], table.decimal);
      if (level === undefined) throw new BadInput({ file: table.file, row: table.lines[i], column }, row[j] === "" ? "the cell is empty" : said`"${row[j]}" is a level that the model was not fitted with`, levels.join(", "));
      row[j] = level;
    });
  }
  return { ...table, rows };
}

/**
 * The fitted rows with some columns set to given values.
 *
 * @example predictInside(fit, withSet(data, { age: "30" }).X)
 * @param values by column; texts as a file would write them
 * @throws {BadInput} at a column the model does not use, or a value that is no number where numbers are
 */
export function withSet(data: ModelData, values: Readonly<Record<string, string>>): OtherRows {
  return inDesignOf(data, setTo(data.source.table, data, values));
}

function setTo({ ...table }: Table, data: ModelData, values: Readonly<Record<string, string>>): Table {
  const { calculated, factors } = data.source;
  const behind = columnsBehind(data);
  const places = Object.entries(values).map(([column, value]) => {
    if (!behind.includes(column)) throw new BadInput({ file: "--at", column }, "the model has no such column", behind.join(", "));
    const factor = factors.find((one) => one.column === column);
    if (!factor && numberIn(value) === undefined) throw new BadInput({ file: "--at", column }, said`"${value}" is not a number`, "a number");
    // A number has the file's decimal sign; a label keeps its points.
    const cell = table.decimal === "," && !factor?.levels.includes(value) ? value.replace(".", ",") : value;
    if (factor && levelOf(factor.levels, cell, table.decimal) === undefined) throw new BadInput({ file: "--at", column }, said`"${value}" is a level that the model was not fitted with`, factor.levels.join(", "));
    return { j: columnIndex(table, column), cell };
  });
  const bare = table.columns.length - calculated.size; // calculated columns stand last, and are calculated again
  return {
    ...table, columns: table.columns.slice(0, bare),
    rows: table.rows.map((row) => {
      const other = row.slice(0, bare);
      for (const { j, cell } of places) other[j] = cell;
      return other;
    }),
  };
}

/**
 * One row that is typical of those fitted: every number at its mean, every factor at the level most rows have (the first
 * of those equally common), a calculation at what it makes of the means; then some columns set to given values.
 *
 * @example predictInside(fit, typicalRow(data, { age: "30" }).X)
 * @throws {BadInput} as `withSet`
 */
export function typicalRow(data: ModelData, values: Readonly<Record<string, string>>): OtherRows {
  const { table, factors } = data.source;
  const weights = data.weights;
  const typical = Object.fromEntries(columnsBehind(data).map((column) => {
    const factor = factors.find((one) => one.column === column);
    if (!factor) {
      const numbers = numberColumn(table, column);
      const total = weights?.reduce((a, b) => a + b, 0) ?? numbers.length;
      return [column, numberWritten(numbers[0] + numbers.reduce((sum, value, i) => sum + (weights?.[i] ?? 1) * (value - numbers[0]), 0) / total)];
    }
    const j = columnIndex(table, column);
    const counts = new Map<string, number>();
    table.rows.forEach((row, i) => counts.set(row[j], (counts.get(row[j]) ?? 0) + (weights?.[i] ?? 1)));
    return [column, sortedLevels([...counts.keys()]).reduce((best, level) => (counts.get(level)! > counts.get(best)! ? level : best))];
  }));
  const all = setTo(table, data, { ...typical, ...values });
  return inDesignOf(data, { ...all, rows: all.rows.slice(0, 1), lines: all.lines.slice(0, 1) });
}
