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
  const rowWith = (i: number, parts: PartsOf): number[] =>
    [parts.constant, ...parsed.flatMap((term) => productColumns(term, (name, at) => parts.of(name, at, i)))];
  const asTheyAre: PartsOf = { constant: 1, of: (name, _at, i) => valuesOf(variables.get(name)!, i) };
  const rows = table.rows.map((_, i) => i);
  const design = (parts: PartsOf): Matrix => rows.map((i) => rowWith(i, parts));
  const X = design(asTheyAre);
  return {
    X,
    columns: ["const", ...columnNames.flat()],
    termOf: ["const", ...columnNames.flatMap((columns, t) => columns.map(() => terms[t]))],
    effectVariables: () => names.flatMap((name) => effectOf(name, variables.get(name)!, X, parsed, design, asTheyAre, rows)),
  };
}

/** For a variable, at its place within a term, in row i: the numbers it contributes to the product. */
interface PartsOf {
  readonly constant: number;
  of(name: string, at: number, i: number): readonly number[];
}

function effectOf(
  name: string, variable: Variable, X: Matrix, parsed: readonly (readonly string[])[],
  design: (parts: PartsOf) => Matrix, asTheyAre: PartsOf, rows: readonly number[],
): EffectVariable[] {
  const setTo = (value: readonly number[]): Matrix => design({ constant: 1, of: (other, at, i) => (other === name ? value : asTheyAre.of(other, at, i)) });
  if (variable.kind === "factor") {
    const { factor } = variable;
    const from = setTo(contrastRow(factor, factor.reference));
    return factor.coded.map((level) => ({ term: `${name}=${level}`, change: { kind: "step", from, to: setTo(contrastRow(factor, level)) } }));
  }
  if (variable.values.every((value) => value === 0 || value === 1)) {
    return [{ term: name, change: { kind: "step", from: setTo([0]), to: setTo([1]) } }];
  }
  // Product rule: the sum over the places of this variable in a term, that place replaced by 1.
  const along = rows.map((i) => [0, ...parsed.flatMap((term) => {
    const zero = productColumns(term, (other) => asTheyAre.of(other, 0, i)).map(() => 0);
    return term.reduce<number[]>((sum, other, place) => {
      if (other !== name) return sum;
      const part = productColumns(term, (which, at) => (at === place ? [1] : asTheyAre.of(which, at, i)));
      return sum.map((value, c) => value + part[c]);
    }, zero);
  })]);
  return [{ term: name, change: { kind: "slope", at: X, along } }];
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
