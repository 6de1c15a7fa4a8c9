import { BadInput } from "../../badInput";
import type { EffectVariable } from "../effects/averageMarginalEffects";
import type { Matrix } from "../matrix";
import { contrastRow, type Factor } from "./factor";
import { numberColumn, type Table, textColumn } from "./table";

/** A column of the file as the model takes it: numbers, or a factor. */
type Variable =
  | { readonly kind: "number"; readonly values: readonly number[] }
  | { readonly kind: "factor"; readonly values: readonly string[]; readonly factor: Factor };

/** A design made from terms such as `a`, `b`, `a:b` (products), with factors spread into their contrasts. */
export interface Design {
  /** n × k, with the constant first. */
  readonly X: Matrix;
  /** Names of the columns: `const`, `a`, `b=level`, `a:b=level`. */
  readonly columns: readonly string[];
  /** For each column the term it belongs to, as asked for. */
  readonly termOf: readonly string[];
  /** What the average effect of each variable (not column) means: terms that contain it move together. */
  readonly effectVariables: () => EffectVariable[];
  /** The same at the mean of every variable (a factor's at its levels' shares): a design of one row. */
  readonly effectVariablesAtMean: (weights?: readonly number[]) => EffectVariable[];
}

/**
 * Builds the design of `terms` from a table.
 * @throws {BadInput} at text in a column that is no factor, an unknown column, or a term that makes no sense
 */
export function buildDesign(table: Table, terms: readonly string[], factors: readonly Factor[]): Design {
  const parsed = terms.map((term) => parseTerm(term, table.file));
  refuseOrphans(parsed, terms, factors, table.file);
  const names = [...new Set(parsed.flat())];
  const variables = new Map(names.map((name) => [name, readVariable(table, name, factors)]));
  const columnNames = parsed.map((parts) => productNames(parts, variables));
  const asTheyAre: PartsOf = (name, _at, i) => valuesOf(variables.get(name)!, i);
  const all = table.rows.map((_, i) => i);
  const effects = (base: PartsOf, rows: readonly number[]): EffectVariable[] =>
    names.flatMap((name) => effectOf(name, variables.get(name)!, parsed, base, rows));
  return {
    X: designOf(parsed, asTheyAre, all),
    columns: ["const", ...columnNames.flat()],
    termOf: ["const", ...columnNames.flatMap((columns, t) => columns.map(() => terms[t]))],
    effectVariables: () => effects(asTheyAre, all),
    effectVariablesAtMean: (weights) => {
      const means = new Map(names.map((name) => [name, meanOf(variables.get(name)!, all, weights)]));
      return effects((name) => means.get(name)!, [0]);
    },
  };
}

/** The numbers that a variable, at its place within a term, contributes to the product in row i. */
type PartsOf = (name: string, place: number, i: number) => readonly number[];

const designOf = (parsed: readonly (readonly string[])[], parts: PartsOf, rows: readonly number[]): Matrix =>
  rows.map((i) => [1, ...parsed.flatMap((term) => productColumns(term, (name, place) => parts(name, place, i)))]);

/** A variable's effect: every term it is in moves. A factor has one for each level beside its reference. */
function effectOf(name: string, variable: Variable, parsed: readonly (readonly string[])[], base: PartsOf, rows: readonly number[]): EffectVariable[] {
  const setTo = (value: readonly number[]): Matrix => designOf(parsed, (other, place, i) => (other === name ? value : base(other, place, i)), rows);
  if (variable.kind === "factor") {
    const { factor } = variable;
    const from = setTo(contrastRow(factor, factor.reference));
    return factor.coded.map((level) => ({ term: `${name}=${level}`, change: { kind: "step", from, to: setTo(contrastRow(factor, level)) } }));
  }
  if (variable.values.every((value) => value === 0 || value === 1)) {
    return [{ term: name, change: { kind: "step", from: setTo([0]), to: setTo([1]) } }];
  }
  return [{ term: name, change: { kind: "slope", at: designOf(parsed, base, rows), along: derivativeOf(name, parsed, base, rows) } }];
}

/** The design's derivative by a variable: by the product rule, the sum over its places in a term, that place replaced by 1. */
const derivativeOf = (name: string, parsed: readonly (readonly string[])[], base: PartsOf, rows: readonly number[]): Matrix =>
  rows.map((i) => [0, ...parsed.flatMap((term) => {
    const parts = term.flatMap((other, place) =>
      other === name ? [productColumns(term, (which, at) => (at === place ? [1] : base(which, at, i)))] : []);
    const width = productColumns(term, (which, at) => base(which, at, i)).length;
    return Array.from({ length: width }, (_, c) => parts.reduce((sum, part) => sum + part[c], 0));
  })]);

function meanOf(variable: Variable, rows: readonly number[], weights?: readonly number[]): number[] {
  const total = rows.reduce((sum, i) => sum + (weights?.[i] ?? 1), 0);
  return valuesOf(variable, 0).map((_, c) => rows.reduce((sum, i) => sum + (weights?.[i] ?? 1) * valuesOf(variable, i)[c], 0) / total);
}

function parseTerm(term: string, file: string): string[] {
  const parts = term.split(":").map((part) => part.trim());
  if (parts.some((part) => part === "")) throw new BadInput({ file }, `the term "${term}" is not understood`, "a column, or columns joined by a colon such as a:b");
  if (parts.includes("const")) throw new BadInput({ file }, "the term const is not asked for", "columns", "The constant is in every model by itself.");
  return parts;
}

/** An interaction of a factor without its main effect would mean something else in every program: not accepted. */
function refuseOrphans(parsed: readonly (readonly string[])[], terms: readonly string[], factors: readonly Factor[], file: string): void {
  const twice = terms.find((term, t) => terms.indexOf(term) !== t);
  if (twice !== undefined) throw new BadInput({ file, column: twice }, "the term is named twice", "each term once");
  for (const { column } of factors) {
    const used = parsed.find((parts) => parts.includes(column));
    if (!used) throw new BadInput({ file: "--factor", column }, "the factor is not among the terms", terms.join(", "));
    const alone = parsed.some((parts) => parts.length === 1 && parts[0] === column);
    if (!alone) throw new BadInput({ file: "--terms", column }, `the factor is used in ${used.join(":")} but not by itself`, `${column} among the terms too`);
    const squared = parsed.find((parts) => parts.indexOf(column) !== parts.lastIndexOf(column));
    if (squared) throw new BadInput({ file: "--terms", column }, `${squared.join(":")} multiplies a factor by itself`, "different columns");
  }
}

function readVariable(table: Table, name: string, factors: readonly Factor[]): Variable {
  const factor = factors.find(({ column }) => column === name);
  return factor ? { kind: "factor", values: textColumn(table, name), factor } : { kind: "number", values: numberColumn(table, name) };
}

const valuesOf = (variable: Variable, i: number): readonly number[] =>
  variable.kind === "number" ? [variable.values[i]] : contrastRow(variable.factor, variable.values[i]);

/** All products of one number from each variable of the term, the first varying fastest (R's order). */
const productColumns = (term: readonly string[], of: (name: string, at: number) => readonly number[]): number[] =>
  term.reduce<number[]>((products, name, at) => of(name, at).flatMap((value) => products.map((product) => product * value)), [1]);

const productNames = (term: readonly string[], variables: ReadonlyMap<string, Variable>): string[] =>
  term.reduce<string[]>((names, name) => {
    const variable = variables.get(name)!;
    const own = variable.kind === "number" ? [name] : variable.factor.coded.map((level) => `${name}=${level}`);
    return own.flatMap((part) => names.map((before) => (before === "" ? part : `${before}:${part}`)));
  }, [""]);
