import { noted } from "../../faults/noted";
import { BadInput } from "../../badInput";
import type { Bilingual } from "../../bilingual";
import { said, type Text } from "../../faults/said";
import type { CsvOptions } from "../../io/csvOptions";
import type { Family } from "../fit";
import type { Level } from "../orderedData";
import type { SurveyDesign } from "../covariance/linearised";
import type { WeightType } from "../covariance/robust";
import { cleanTable, isOfLevel, oneSpelling } from "./cells";
import { buildDesign, type Design } from "./design";
import { withCountedLevels } from "./countedLevels";
import { asFactor, type Factor, type FactorSpec, sortedLevels } from "./factor";
import { type Calculated, rowsWhere, withCalculated } from "../formula/columns";
import { readFormula } from "../formula/formula";
import { columnIndex, numberColumn, readTable, type Table, textColumn } from "./table";
import { parseTerms } from "./terms";

/** What a model takes from a file: which columns, and as what. */
export interface ModelDataSpec extends CsvOptions {
  /** Not needed beside a formula. */
  readonly outcome: string;
  readonly terms: readonly string[];
  /** Such as `y ~ a*b + log(z)`: outcome, terms, offset and factors by R's rules. */
  readonly formula?: string | undefined;
  /** Only rows for which this is true, such as `age >= 18 & city == "Xi'an"`. */
  readonly where?: string | undefined;
  readonly family: Family;
  readonly factors?: readonly FactorSpec[] | undefined;
  /** Of an ordered outcome, low to high; by number where absent. */
  readonly levels?: readonly string[] | undefined;
  readonly weights?: string | undefined;
  /** Default frequency: a row of weight 3 is three rows. Probability: one row that stands for three people. */
  readonly weightType?: WeightType | undefined;
  readonly offset?: string | undefined;
  /** Columns of labels: what the rows are clustered or grouped by. */
  readonly labels?: readonly string[] | undefined;
  /** How people were drawn: columns of strata, primary sampling units, and population sizes (or sampling fractions) of the strata. */
  readonly design?: { readonly strata?: string | undefined; readonly psu?: string | undefined; readonly fpc?: string | undefined } | undefined;
  /** Leave rows with an empty cell out, instead of refusing them. */
  readonly dropMissing?: boolean | undefined;
  /** What counts as an empty cell, in every column (default: NA, N/A, NaN, NULL, "."). */
  readonly missing?: readonly string[] | undefined;
}

export interface ModelData extends Design {
  readonly y: readonly number[] | readonly Level[];
  /** Of an ordered outcome. */
  readonly levels: readonly Level[];
  readonly weights?: readonly number[] | undefined;
  readonly weightType: WeightType;
  readonly offset?: readonly number[] | undefined;
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly design?: SurveyDesign | undefined;
  /** File lines of the rows. */
  readonly rows: readonly number[];
  /** What a reader should be told of how the file was read. */
  readonly notes: readonly (string | Bilingual)[];
  /** How many rows were left out for an empty cell. */
  readonly leftOut: number;
  /** The table the design was made of, clean, and the question put to it: by them other rows are brought into the same design. `strangers` are rows of weight 0 whose level no row that counts has, and which stand at another. */
  readonly source: { readonly table: Table; readonly outcome: string; readonly terms: readonly string[]; readonly factors: readonly Factor[]; readonly calculated: Calculated; readonly offset?: string | undefined; readonly strangers?: ReadonlySet<number> };
}

/**
 * Reads outcome, design, weights and offset from a CSV file of numbers.
 * @throws {BadInput} naming file, line and column
 */
export function readModelData(file: string, spec: ModelDataSpec): ModelData {
  return modelDataOf(readTable(file, spec), spec);
}

/** The same from a table that has been read. @throws {BadInput} */
export function modelDataOf(given: Table, asked: ModelDataSpec): ModelData {
  const { file } = given;
  const { table: chosen, notes: filtered, outside } = whereAsked(given, asked);
  const { table: all, spec, calculated } = byFormula(chosen, asked);
  const terms = parseTerms(spec.terms, all.columns, file);
  const inTerms = terms.flatMap(({ parts }) => parts);
  if (inTerms.includes(spec.outcome)) throw new BadInput({ file, column: spec.outcome }, "the outcome is among the terms too", "terms other than the outcome");
  const used = [...new Set([spec.outcome, ...inTerms, spec.weights, spec.offset, ...(spec.labels ?? []), ...Object.values(spec.design ?? {})])].filter((column) => column !== undefined);
  const { table: clean, leftOut, byCode, notes } = cleanTable(all, used, { drop: spec.dropMissing, codes: spec.missing });
  if (clean.rows.length === 0) throw new BadInput({ file }, all.rows.length === 0 ? "there are no rows" : "every row has an empty cell", "at least one row");
  const labelled = [...new Set([...(spec.factors ?? []).map(({ column }) => column), ...(spec.labels ?? [])])];
  const { table: spelt, notes: merged } = withOneSpelling(clean, labelled);
  const weightType = spec.design ? "probability" : spec.weightType ?? "frequency";
  const weights = withoutOutside(timesCounts(spec.weights === undefined ? undefined : weightColumn(spelt, spec.weights, weightType), spelt), spelt, outside);
  const levelled = [...(spec.factors ?? []).map(({ column }) => column), ...(spec.family === "ordered" ? [spec.outcome] : [])];
  const { table, strangers, notes: strange } = withCountedLevels(spelt, levelled, (i) => weights?.[i] !== 0);
  const factors = (spec.factors ?? []).map((factor) => asFactor(factor, textColumn(table, factor.column), file));
  const { y, levels } = spec.family === "binomial" ? { y: binaryOutcome(table, spec.outcome), levels: [] } : orderedOutcome(table, spec);
  const codes = [...byCode].filter(([code]) => code !== "").map(([code, rows]) => `${code} × ${rows}`);
  return {
    ...buildDesign(table, spec.terms, factors, weights && ((i) => weights[i] > 0)), y, levels, weights, weightType,
    ...(spec.design && { design: designOf(spelt, spec.design) }),
    offset: spec.offset === undefined ? undefined : numberColumn(table, spec.offset, "Code it as a number."),
    labels: Object.fromEntries((spec.labels ?? []).map((column) => [column, textColumn(spelt, column)])),
    rows: table.lines, leftOut, source: { table, outcome: spec.outcome, terms: spec.terms, factors, calculated, offset: spec.offset, strangers },
    notes: [
      ...(given.notes ?? []), ...filtered,
      ...(spec.dropMissing ? [leftOutNote(leftOut, codes, table.counts?.reduce((a, b) => a + b, 0) ?? table.rows.length)] : []),
      ...notes, ...merged, ...strange,
    ],
  };
}

const leftOutNote = (leftOut: number, codes: readonly string[], used: number): string => codes.length > 0
  ? noted`${leftOut} rows with an empty cell were left out (as missing counts ${codes.join(", ")}), ${used} are used`
  : noted`${leftOut} rows with an empty cell were left out, ${used} are used`;

/** The rows that `where` keeps. @throws {BadInput} where it keeps none */
function whereAsked(table: Table, { where, missing, design }: ModelDataSpec): { table: Table; notes: string[]; outside?: ReadonlySet<number> } {
  if (where === undefined) return { table, notes: [] };
  const { keep, empty } = rowsWhere(table, where, missing);
  const kept = [...table.rows.keys()].filter((i) => keep[i]);
  if (kept.length === 0) throw new BadInput({ file: "--where" }, said`no row of ${table.file} has ${where}`, "a filter that keeps rows");
  return {
    // Of a survey's design all rows stay, those outside with weight 0: their units were drawn too.
    ...(design ? { table, outside: new Set(table.lines.filter((_, i) => !keep[i])) } : { table: { ...table, rows: kept.map((i) => table.rows[i]), lines: kept.map((i) => table.lines[i]), ...(table.counts && { counts: kept.map((i) => table.counts![i]) }) } }),
    notes: [empty > 0 ? noted`${kept.length} of ${table.rows.length} rows have ${where}; for ${empty} it is unknown, and they are left out` : noted`${kept.length} of ${table.rows.length} rows have ${where}`],
  };
}

/** Weights of the rows that each row stands for. */
const timesCounts = (weights: readonly number[] | undefined, { counts }: Table): readonly number[] | undefined => counts?.map((count, i) => count * (weights?.[i] ?? 1)) ?? weights;

/** Weights that are 0 outside the subpopulation. */
function withoutOutside(weights: readonly number[] | undefined, { lines }: Table, outside?: ReadonlySet<number>): readonly number[] | undefined {
  return outside === undefined ? weights : lines.map((line, i) => (outside.has(line) ? 0 : weights?.[i] ?? 1));
}

function designOf(table: Table, { strata, psu, fpc }: NonNullable<ModelDataSpec["design"]>): SurveyDesign {
  return {
    strata: strata === undefined ? undefined : textColumn(table, strata), psu: psu === undefined ? undefined : textColumn(table, psu),
    fpc: fpc === undefined ? undefined : numberColumn(table, fpc, "Give the stratum's number of units in the population, or the share of them that was drawn."),
  };
}

/** The question as a formula puts it, and the table with what it calculates. */
function byFormula(table: Table, spec: ModelDataSpec): { table: Table; spec: ModelDataSpec; calculated: Calculated } {
  if (spec.formula === undefined) return { table, spec, calculated: new Map() };
  const { calculated, offset, ...understood } = readFormula(spec.formula, table, spec.factors, spec.missing);
  if (offset !== undefined && spec.offset !== undefined) throw new BadInput({ file: "--offset" }, "the formula has an offset of its own", "one of the two");
  return { table: withCalculated(table, calculated, spec.missing), spec: { ...spec, ...understood, offset: offset ?? spec.offset }, calculated };
}

/** The table with each of some columns' numbers spelt one way. */
function withOneSpelling(table: Table, columns: readonly string[]): { table: Table; notes: string[] } {
  if (columns.length === 0) return { table, notes: [] };
  const notes: string[] = [];
  const rows = table.rows.map((row) => row.slice());
  for (const column of columns) {
    const j = columnIndex(table, column);
    const spelt = oneSpelling(rows.map((row) => row[j]), column, table.decimal);
    notes.push(...spelt.notes);
    spelt.labels.forEach((label, i) => (rows[i][j] = label));
  }
  return { table: { ...table, rows }, notes };
}

function binaryOutcome(table: Table, outcome: string): number[] {
  const y = numberColumn(table, outcome, "Code the outcome as 0 and 1.");
  const wrong = y.findIndex((value) => value !== 0 && value !== 1);
  if (wrong < 0) return y;
  throw new BadInput({ file: table.file, row: table.lines[wrong], column: outcome }, said`the outcome is ${y[wrong]}`, "0 or 1", "For an outcome of several levels, use --family ordered.");
}

function orderedOutcome(table: Table, { outcome, levels }: ModelDataSpec): { y: Level[]; levels: Level[] } {
  if (!levels) {
    const y = numberColumn(table, outcome, "Give its levels, low to high, with --levels.");
    return { y, levels: sortedLevels(y.map(String)).map(Number) };
  }
  const cells = textColumn(table, outcome);
  const y = cells.map((cell, i) => {
    const level = levels.find((candidate) => isOfLevel(candidate, cell, table.decimal));
    if (level !== undefined) return level;
    throw new BadInput({ file: table.file, row: table.lines[i], column: outcome }, said`"${cell}" is not among the levels`, levels.join(", "));
  });
  return { y, levels: [...levels] };
}

function weightColumn(table: Table, column: string, type: WeightType): number[] {
  const weights = numberColumn(table, column, "Code it as a number.");
  const refuse = (i: number, found: Text, expected: string, remedy?: string): never => {
    throw new BadInput({ file: table.file, row: table.lines[i], column }, found, expected, remedy);
  };
  const negative = weights.findIndex((weight) => weight < 0);
  if (negative >= 0) refuse(negative, said`the weight is ${weights[negative]}`, "0 or more");
  const broken = type === "frequency" ? weights.findIndex((weight) => !Number.isInteger(weight)) : -1;
  if (broken >= 0) {
    refuse(broken, said`the weight is ${weights[broken]}, and frequency weights count equal rows`, "a whole number",
      "For survey weights add --weight-type probability (standard errors are then robust); for counts, give whole numbers.");
  }
  if (weights.every((weight) => weight === 0)) refuse(0, "every row has weight 0", "a weight above 0 somewhere");
  return weights;
}
