import { BadInput } from "../../badInput";
import type { Family } from "../fit";
import type { Level } from "../ordered";
import { buildDesign, type Design } from "./design";
import { asFactor, type FactorSpec, sortedLevels } from "./factor";
import { completeRows, numberColumn, readTable, type Table, textColumn } from "./table";

/** What a model takes from a file: which columns, and as what. */
export interface ModelDataSpec {
  readonly outcome: string;
  readonly terms: readonly string[];
  readonly family: Family;
  readonly factors?: readonly FactorSpec[];
  /** Of an ordered outcome, low to high; by number where absent. */
  readonly levels?: readonly string[];
  readonly weights?: string;
  readonly offset?: string;
  /** Columns of labels: what the rows are clustered or grouped by. */
  readonly labels?: readonly string[];
  /** Leave rows with an empty cell out, instead of refusing them. */
  readonly dropMissing?: boolean;
}

export interface ModelData extends Design {
  readonly y: readonly number[] | readonly Level[];
  /** Of an ordered outcome. */
  readonly levels: readonly Level[];
  readonly weights?: readonly number[];
  readonly offset?: readonly number[];
  readonly labels: Readonly<Record<string, readonly string[]>>;
  /** File lines of the rows. */
  readonly rows: readonly number[];
  /** How many rows were left out for an empty cell. */
  readonly dropped: number;
}

/**
 * Reads outcome, design, weights and offset from a CSV file of numbers.
 * @throws {BadInput} naming file, line and column
 */
export function readModelData(file: string, spec: ModelDataSpec): ModelData {
  const all = readTable(file);
  const used = columnsUsed(spec);
  if (spec.terms.flatMap((term) => term.split(":")).includes(spec.outcome)) {
    throw new BadInput({ file, column: spec.outcome }, "the outcome is among the terms too", "terms other than the outcome");
  }
  const table = spec.dropMissing ? completeRows(all, used) : all;
  if (table.rows.length === 0) throw new BadInput({ file }, all.rows.length === 0 ? "there are no rows" : "every row has an empty cell", "at least one row");
  const factors = (spec.factors ?? []).map((factor) => asFactor(factor, textColumn(table, factor.column), file));
  const { y, levels } = spec.family === "binomial" ? { y: binaryOutcome(table, spec.outcome), levels: [] } : orderedOutcome(table, spec);
  return {
    ...buildDesign(table, spec.terms, factors), y, levels,
    weights: spec.weights === undefined ? undefined : weightColumn(table, spec.weights),
    offset: spec.offset === undefined ? undefined : numberColumn(table, spec.offset, "Code it as a number."),
    labels: Object.fromEntries((spec.labels ?? []).map((column) => [column, textColumn(table, column)])),
    rows: table.lines, dropped: all.rows.length - table.rows.length,
  };
}

const columnsUsed = ({ outcome, terms, weights, offset, labels }: ModelDataSpec): string[] =>
  [...new Set([outcome, ...terms.flatMap((term) => term.split(":")), weights, offset, ...(labels ?? [])])].filter((column) => column !== undefined);

function binaryOutcome(table: Table, outcome: string): number[] {
  const y = numberColumn(table, outcome, "Code the outcome as 0 and 1.");
  const wrong = y.findIndex((value) => value !== 0 && value !== 1);
  if (wrong < 0) return y;
  throw new BadInput({ file: table.file, row: table.lines[wrong], column: outcome }, `the outcome is ${y[wrong]}`, "0 or 1", "For an outcome of several levels, use --family ordered.");
}

function orderedOutcome(table: Table, { outcome, levels }: ModelDataSpec): { y: Level[]; levels: Level[] } {
  if (!levels) {
    const y = numberColumn(table, outcome, "Give its levels, low to high, with --levels.");
    return { y, levels: sortedLevels(y.map(String)).map(Number) };
  }
  const cells = textColumn(table, outcome);
  // "1" and "1.0" are one level where the levels are numbers.
  const same = (a: string, b: string): boolean => a === b || (a !== "" && b !== "" && Number(a) === Number(b));
  const y = cells.map((cell, i) => {
    const level = levels.find((candidate) => same(candidate, cell));
    if (level !== undefined) return level;
    throw new BadInput({ file: table.file, row: table.lines[i], column: outcome }, `"${cell}" is not among the levels`, levels.join(", "));
  });
  return { y, levels: [...levels] };
}

function weightColumn(table: Table, column: string): number[] {
  const weights = numberColumn(table, column, "Code it as a number.");
  const wrong = weights.findIndex((weight) => weight < 0);
  if (wrong < 0) return weights;
  throw new BadInput({ file: table.file, row: table.lines[wrong], column }, `the weight is ${weights[wrong]}`, "0 or more");
}
