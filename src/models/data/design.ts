import type { Cells } from "../effects/averageChange";
import type { EffectVariable } from "../effects/effect";
import { weightedMean } from "../effects/effectsAtMean";
import type { Matrix } from "../matrix";
import { type DroppedColumn, emptyColumns } from "./emptyCells";
import { type Code, codesOf, type Factor, levelNames } from "./factor";
import { numberColumn, type Table, textColumn } from "./table";
import { codedInFull, parseTerms, refuseFactors, type Term } from "./terms";

/** A column of the file as the model takes it: numbers, or a factor (its levels by index). */
type Variable =
  | { readonly kind: "number"; readonly values: readonly number[]; readonly binary: boolean }
  | { readonly kind: "factor"; readonly values: readonly number[]; readonly factor: Factor };

/** A design made from terms such as `a`, `b`, `a:b` (products), with factors spread into their contrasts. */
export interface Design {
  /** n × k, with the constant first. */
  readonly X: Matrix;
  /** Names of the columns: `const`, `a`, `b=level`, `a:b=level`. */
  readonly columns: readonly string[];
  /** For each column the term it belongs to, as asked for. */
  readonly termOf: readonly string[];
  /** For each column the largest rounding error of its products of numbers; 0 where they are exact. */
  readonly rounding: readonly number[];
  /** Columns of an interaction that these rows cannot tell apart from others, such as one for an empty cell. */
  readonly dropped: readonly DroppedColumn[];
  /** What the average effect of each variable (not column) means: terms that contain it move together. */
  readonly effectVariables: () => EffectVariable[];
  /** The same at the mean of every variable (a factor's at its levels' shares): a design of one row. */
  readonly effectVariablesAtMean: (weights?: readonly number[]) => EffectVariable[];
}

/** A term's place in the design: its first column, and for each part what it is multiplied from. */
interface Placed {
  readonly term: Term;
  readonly first: number;
  readonly parts: readonly { readonly name: string; readonly width: number; readonly full: boolean }[];
}

/** The numbers that a variable contributes to a product in row i, those that are 0 left out. */
type PartOf = (name: string, full: boolean, i: number) => Code;

/**
 * Builds the design of `terms` from a table.
 * @param counted rows of weight 0 say nothing of which cells are empty
 * @param binary which columns of numbers hold 0 and 1 only, where other rows than the table's own decide that
 * @throws {BadInput} at text in a column that is no factor, an unknown column, or a term that makes no sense
 */
export function buildDesign(table: Table, asked: readonly string[], factors: readonly Factor[], counted: (i: number) => boolean = () => true, binary?: (column: string) => boolean): Design {
  const terms = parseTerms(asked, table.columns, table.file);
  refuseFactors(terms, factors);
  const names = [...new Set(terms.flatMap(({ parts }) => parts))];
  const variables = new Map(names.map((name) => [name, readVariable(table, name, factors, binary)]));
  const { placed, columns, termOf } = place(terms, variables);
  const asTheyAre: PartOf = (name, full, i) => codeOf(variables.get(name)!, full, variables.get(name)!.values[i]);
  const whole = wholeDesign(table.rows.length, placed, columns.length, variables, asTheyAre);
  const crossed = new Set(placed.filter(({ parts }) => parts.length > 1 && parts.some(({ name }) => variables.get(name)!.kind === "factor")).map(({ term }) => term.name));
  const dropped = emptyColumns(whole.filter((_, i) => counted(i)), columns, termOf.map((term) => crossed.has(term)));
  const kept = columns.flatMap((name, c) => (dropped.some(({ term }) => term === name) ? [] : [c]));
  const placeOf = Int32Array.from(columns, (_, c) => kept.indexOf(c));
  const only = (row: number[]): number[] => (dropped.length === 0 ? row : kept.map((c) => row[c]));
  const X = whole.map(only);
  const effects = (base: PartOf, at: Matrix): EffectVariable[] => names.flatMap((name) => effectOf(name, variables.get(name)!, placed, base, at, placeOf));
  return {
    X, columns: kept.map((c) => columns[c]), termOf: kept.map((c) => termOf[c]), dropped,
    rounding: roundingOf(placed, columns.length, variables).filter((_, c) => placeOf[c] >= 0),
    effectVariables: () => effects(asTheyAre, X),
    effectVariablesAtMean: (weights) => {
      const mean: PartOf = (name, full) => meanOf(variables.get(name)!, full, weights);
      return effects(mean, [only(rowOf(placed, columns.length, mean, 0))]);
    },
  };
}

function place(terms: readonly Term[], variables: ReadonlyMap<string, Variable>): { placed: Placed[]; columns: string[]; termOf: string[] } {
  const columns = ["const"];
  const termOf = ["const"];
  const placed = terms.map((term): Placed => {
    const first = columns.length;
    let names = [""];
    const parts = term.parts.map((name) => {
      const variable = variables.get(name)!;
      const full = variable.kind === "factor" && codedInFull(term, name, terms);
      const own = variable.kind === "number" ? [name] : levelNames(variable.factor, full).map((level) => `${name}=${level}`);
      names = own.flatMap((part) => names.map((before) => (before === "" ? part : `${before}:${part}`)));
      return { name, width: own.length, full };
    });
    columns.push(...names);
    termOf.push(...names.map(() => term.name));
    return { term, first, parts };
  });
  return { placed, columns, termOf };
}

function rowOf(placed: readonly Placed[], columns: number, part: PartOf, i: number): number[] {
  const row = new Array<number>(columns).fill(0);
  row[0] = 1;
  for (const term of placed) products(term, (at) => part(term.parts[at].name, term.parts[at].full, i), (column, value) => (row[column] = value));
  return row;
}

/** Every row. Columns of numbers are taken as they are: most terms are such, and rows may be millions. */
function wholeDesign(n: number, placed: readonly Placed[], columns: number, variables: ReadonlyMap<string, Variable>, part: PartOf): number[][] {
  const numbers = placed.flatMap(({ first, parts: [own, ...more] }) => {
    const variable = variables.get(own.name)!;
    return more.length === 0 && variable.kind === "number" ? [{ first, values: variable.values }] : [];
  });
  const others = placed.filter(({ first }) => !numbers.some((one) => one.first === first));
  return Array.from({ length: n }, (_, i) => {
    const row = rowOf(others, columns, part, i);
    for (const { first, values } of numbers) row[first] = values[i];
    return row;
  });
}

/** All products of one number from each part of the term, the first varying fastest (R's order). */
function products({ first, parts }: Placed, codeAt: (place: number) => Code, use: (column: number, value: number) => void): void {
  const step = (place: number, column: number, width: number, value: number): void => {
    if (place === parts.length) return use(column, value);
    for (const [index, factor] of codeAt(place)) step(place + 1, column + index * width, width * parts[place].width, value * factor);
  };
  step(0, first, 1, 1);
}

/** By column, the largest error of a product of numbers: an upper bound, half a unit in the last place, where it is not exact. */
function roundingOf(placed: readonly Placed[], columns: number, variables: ReadonlyMap<string, Variable>): number[] {
  const largest = new Array<number>(columns).fill(0);
  for (const { first, parts } of placed) {
    const numbers = parts.map(({ name }) => variables.get(name)!).filter((variable) => variable.kind === "number");
    if (numbers.length < 2) continue;
    const width = parts.reduce((product, part) => product * part.width, 1);
    numbers[0].values.forEach((_, i) => {
      const product = numbers.reduce((so, { values }) => so * values[i], 1);
      const exact = Number.isSafeInteger(product) && numbers.every(({ values }) => Number.isInteger(values[i]));
      if (!exact) for (let c = 0; c < width; c++) largest[first + c] = Math.max(largest[first + c], Math.abs(product) * 2 ** -53);
    });
  }
  return largest;
}

/** A variable's effect: every term it is in moves. A factor has one for each level beside its reference. */
function effectOf(name: string, variable: Variable, placed: readonly Placed[], base: PartOf, at: Matrix, placeOf: Int32Array): EffectVariable[] {
  const own = placed.filter(({ parts }) => parts.some((part) => part.name === name));
  const columns = own.flatMap(({ first, parts }) => Array.from({ length: parts.reduce((width, part) => width * part.width, 1) }, (_, c) => placeOf[first + c])).filter((column) => column >= 0);
  const cells = (codeAt: (term: Placed, place: number, i: number) => Code): Cells => (i, use) => {
    for (const term of own) products(term, (at) => codeAt(term, at, i), (column, value) => { if (placeOf[column] >= 0) use(placeOf[column], value); });
  };
  const setTo = (value: number): Cells => cells(({ parts }, at, i) => (parts[at].name === name ? codeOf(variable, parts[at].full, value) : base(parts[at].name, parts[at].full, i)));
  if (variable.kind === "factor") {
    const { levels, coded, reference } = variable.factor;
    const from = setTo(levels.indexOf(reference));
    return coded.map((level) => ({ term: `${name}=${level}`, change: { kind: "step", at, columns, from, to: setTo(levels.indexOf(level)) } }));
  }
  if (variable.binary) return [{ term: name, change: { kind: "step", at, columns, from: setTo(0), to: setTo(1) } }];
  // By the product rule, the sum over its places in a term, that place replaced by 1.
  const along: Cells = (i, use) => {
    for (const term of own) {
      term.parts.forEach((part, place) => {
        if (part.name !== name) return;
        products(term, (at) => (at === place ? ONE : base(term.parts[at].name, term.parts[at].full, i)), (column, value) => { if (placeOf[column] >= 0) use(placeOf[column], value); });
      });
    }
  };
  const values = at.length === variable.values.length ? variable.values : [base(name, false, 0)[0][1]];
  return [{ term: name, change: { kind: "slope", at, along }, values }];
}

/** Whether a column of numbers holds 0 and 1 only: its effect is a step. */
export const isBinary = (values: readonly number[]): boolean => values.every((value) => value === 0 || value === 1);

const ONE: Code = [[0, 1]];

const codeOf = (variable: Variable, full: boolean, value: number): Code => (variable.kind === "number" ? [[0, value]] : codesOf(variable.factor, full)[value]);

function meanOf(variable: Variable, full: boolean, weights?: readonly number[]): Code {
  if (variable.kind === "number") return [[0, weightedMean(variable.values, weights)]];
  const codes = codesOf(variable.factor, full);
  const shares = variable.factor.levels.map((_, level) => weightedMean(variable.values.map((value) => Number(value === level)), weights));
  const mean = levelNames(variable.factor, full).map(() => 0);
  codes.forEach((code, level) => code.forEach(([index, value]) => (mean[index] += value * shares[level])));
  return mean.map((value, index) => [index, value]);
}

function readVariable(table: Table, name: string, factors: readonly Factor[], binary?: (column: string) => boolean): Variable {
  const factor = factors.find(({ column }) => column === name);
  if (!factor) {
    const values = numberColumn(table, name);
    return { kind: "number", values, binary: binary?.(name) ?? isBinary(values) };
  }
  const index = new Map(factor.levels.map((level, j) => [level, j]));
  return { kind: "factor", values: textColumn(table, name).map((level) => index.get(level)!), factor };
}
