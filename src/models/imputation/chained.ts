import { fitOrdered } from "../ordered";
import { factorise, solveFactored } from "../numeric/cholesky";
import { seededRandom } from "../numeric/random";
import { type Categorised, fitMultinomial, probabilities } from "./categorical";

/** What a variable is: its answers decide by which model it is imputed. */
export type ImputedKind = "binary" | "ordered" | "nominal" | "number";

/** A variable with gaps. */
export interface Incomplete {
  readonly name: string;
  readonly kind: ImputedKind;
  /** One value a person, NaN where it is missing; categories as 0 … K − 1, low to high where they are ordered. */
  readonly values: Float64Array;
  /** K; of no meaning for a number. */
  readonly categories: number;
}

export interface ChainedOptions {
  /** How many completed data sets. */
  readonly imputations: number;
  readonly seed: number;
  /** Rounds through all variables before a data set is taken; five by default. */
  readonly cycles?: number;
}

/** Donors among which a number is drawn. */
const DONORS = 5;

/**
 * Multiple imputation by chained equations: each variable in turn is modelled by all others, and its gaps are drawn from the model.
 * Binary and nominal variables by a (multinomial) logit, ordered ones by an ordered logit, numbers by predictive mean matching.
 * Parameters are drawn by a bootstrap of the people who answered; a few rows of little weight keep every logit finite.
 *
 * @param variables  all of one length; those without gaps only predict
 * @returns          for each imputation, for each variable, its completed values
 * @throws {RangeError} fewer than two imputations, variables of different lengths, one that nobody answered or that is constant
 *
 * Source: van Buuren & Groothuis-Oudshoorn (2011), J. Stat. Softw. 45(3); White, Daniel & Royston (2010) for the added rows.
 */
export function imputeChained(variables: readonly Incomplete[], { imputations, seed, cycles = 5 }: ChainedOptions): Float64Array[][] {
  refuseUnfit(variables, imputations, cycles);
  const order = variables.map((_, v) => v).filter((v) => gapsOf(variables[v]).length > 0).sort((a, b) => gapsOf(variables[a]).length - gapsOf(variables[b]).length);
  return Array.from({ length: imputations }, (_, m) => {
    const random = seededRandom(seed * 1_000_003 + m);
    const filled = variables.map((variable) => startAt(variable, random));
    const before = new Map<number, Float64Array>(); // coefficients of the round before, to begin at
    for (let cycle = 0; cycle < cycles; cycle++) for (const v of order) redraw(variables, filled, v, random, before);
    return filled;
  });
}

function refuseUnfit(variables: readonly Incomplete[], imputations: number, cycles: number): void {
  if (!(Number.isInteger(imputations) && imputations >= 2)) throw new RangeError(`at least two imputations are needed, not ${imputations}`);
  if (!(Number.isInteger(cycles) && cycles >= 1)) throw new RangeError(`at least one cycle is needed, not ${cycles}`);
  for (const { name, values, kind, categories } of variables) {
    if (values.length !== variables[0].values.length) throw new RangeError(`${name} has ${values.length} values, ${variables[0].name} has ${variables[0].values.length}`);
    const seen = values.filter((value) => !Number.isNaN(value));
    if (seen.length === 0) throw new RangeError(`${name} has no answer at all: there is nothing to impute it from`);
    if (kind !== "number" && !seen.every((value) => Number.isInteger(value) && value >= 0 && value < categories)) throw new RangeError(`${name}: categories are expected to be 0 … ${categories - 1}`);
  }
}

const gapsOf = ({ values }: Incomplete): number[] => [...values.keys()].filter((i) => Number.isNaN(values[i]));

/** Gaps filled by answers drawn at random, where every chain begins. */
function startAt({ values }: Incomplete, random: () => number): Float64Array {
  const answered = values.filter((value) => !Number.isNaN(value));
  return values.map((value) => (Number.isNaN(value) ? answered[Math.floor(random() * answered.length)] : value));
}

/** Draws the gaps of one variable anew, given all others. */
function redraw(variables: readonly Incomplete[], filled: Float64Array[], v: number, random: () => number, before: Map<number, Float64Array>): void {
  const target = variables[v];
  const { X, columns } = predictorsOf(variables, filled, v);
  const gaps = gapsOf(target);
  const answered = [...target.values.keys()].filter((i) => !Number.isNaN(target.values[i]));
  const drawn = answered.map(() => answered[Math.floor(random() * answered.length)]);
  const found = target.kind === "number" ? matched(target.values, X, columns, answered, drawn, gaps, random) : categorised(target, X, columns, answered, drawn, gaps, random, { get: () => before.get(v), keep: (beta) => void before.set(v, beta) });
  for (const [g, i] of gaps.entries()) filled[v][i] = found[g];
}

/** The design of all other variables: constant, numbers and steps standardised, nominal answers as 0/1. */
function predictorsOf(variables: readonly Incomplete[], filled: readonly Float64Array[], v: number): { X: Float64Array; columns: number } {
  const parts = variables.flatMap(({ kind, categories }, u) => {
    if (u === v) return [];
    if (kind !== "nominal") return [standardised(filled[u])];
    return Array.from({ length: categories - 1 }, (_, c) => standardised(filled[u].map((value) => Number(value === c + 1))));
  }).filter((column) => column !== undefined);
  const rows = filled[v].length;
  const columns = parts.length + 1;
  const X = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    X[i * columns] = 1;
    for (const [j, column] of parts.entries()) X[i * columns + j + 1] = column[i];
  }
  return { X, columns };
}

/** Mean 0, standard deviation 1; undefined where all values are the same. */
function standardised(values: Float64Array): Float64Array | undefined {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return sd > 0 ? values.map((value) => (value - mean) / sd) : undefined;
}

function categorised({ kind, values, categories }: Incomplete, X: Float64Array, columns: number, answered: readonly number[], drawn: readonly number[], gaps: readonly number[], random: () => number, start: Start): number[] {
  const data = augmented(values, X, columns, answered, drawn);
  const chances = kind === "ordered" ? orderedChances(data, categories, X, columns, gaps) : nominalChances(data, categories, X, columns, gaps, start);
  return chances.map((p) => {
    let left = random();
    const k = p.findIndex((share) => (left -= share) < 0);
    return k < 0 ? categories - 1 : k;
  });
}

/**
 * The drawn rows, and for each predictor and category two rows half a standard deviation from its mean, together of the weight of
 * one person more than there are predictors: enough to keep a separated logit finite, too little to move another.
 */
function augmented(values: Float64Array, X: Float64Array, columns: number, answered: readonly number[], drawn: readonly number[]): Categorised {
  const seen = [...new Set(answered.map((i) => values[i]))];
  const p = columns - 1;
  const added = 2 * p * seen.length;
  const rows = drawn.length + added;
  const data = { rows, columns, X: new Float64Array(rows * columns), y: new Float64Array(rows), weights: new Float64Array(rows).fill(1) };
  for (const [r, i] of drawn.entries()) {
    data.X.set(X.subarray(i * columns, (i + 1) * columns), r * columns);
    data.y[r] = values[i];
  }
  let r = drawn.length;
  for (let j = 1; j <= p; j++) {
    for (const category of seen) {
      for (const side of [0.5, -0.5]) {
        data.X[r * columns] = 1;
        data.X[r * columns + j] = side; // columns are standardised: their mean is 0
        data.y[r] = category;
        data.weights[r] = (p + 1) / added;
        r += 1;
      }
    }
  }
  return data;
}

/** Where a fit begins, and where its end is kept for the next round. */
interface Start {
  readonly get: () => Float64Array | undefined;
  readonly keep: (beta: Float64Array) => void;
}

function nominalChances(data: Categorised, categories: number, X: Float64Array, columns: number, gaps: readonly number[], start: Start): number[][] {
  const beta = fitMultinomial(data, categories, start.get());
  start.keep(beta);
  const p = new Float64Array(categories);
  return gaps.map((i) => {
    probabilities(X, i * columns, columns, beta, p);
    return [...p];
  });
}

function orderedChances({ rows, columns: k, X: design, y, weights }: Categorised, categories: number, X: Float64Array, columns: number, gaps: readonly number[]): number[][] {
  const levels = [...new Set(y)].sort((a, b) => a - b);
  if (levels.length === 1) return gaps.map(() => Array.from({ length: categories }, (_, c) => Number(c === levels[0])));
  const terms = Array.from({ length: k }, (_, j) => (j === 0 ? "const" : `x${j}`));
  const fit = fitOrdered({ rows, columns: k, values: design }, [...y], terms, levels, { weights: [...weights] });
  const slopes = fit.coefficients.map(({ estimate }) => estimate);
  const cuts = fit.thresholds!.map(({ estimate }) => estimate);
  return gaps.map((i) => {
    const eta = slopes.reduce((sum, slope, j) => sum + slope * X[i * columns + j + 1], 0);
    const upTo = [...cuts.map((cut) => 1 / (1 + Math.exp(eta - cut))), 1];
    const p = Array.from({ length: categories }, () => 0);
    for (const [j, level] of levels.entries()) p[level] = upTo[j] - (j === 0 ? 0 : upTo[j - 1]);
    return p;
  });
}

/** Predictive mean matching: a gap takes the answer of somebody whose prediction is among the nearest. */
function matched(values: Float64Array, X: Float64Array, columns: number, answered: readonly number[], drawn: readonly number[], gaps: readonly number[], random: () => number): number[] {
  const beta = leastSquares(values, X, columns, drawn);
  const predict = (i: number): number => beta.reduce((sum, b, j) => sum + b * X[i * columns + j], 0);
  const donors = answered.map((i) => ({ value: values[i], at: predict(i) }));
  return gaps.map((i) => {
    const at = predict(i);
    const nearest = donors.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at)).slice(0, DONORS);
    return nearest[Math.floor(random() * nearest.length)].value;
  });
}

function leastSquares(values: Float64Array, X: Float64Array, columns: number, rows: readonly number[]): Float64Array {
  const crossed = new Float64Array(columns * columns);
  const right = new Float64Array(columns);
  for (const i of rows) {
    for (let a = 0; a < columns; a++) {
      right[a] += X[i * columns + a] * values[i];
      for (let b = 0; b <= a; b++) crossed[a * columns + b] += X[i * columns + a] * X[i * columns + b];
    }
  }
  for (let a = 0; a < columns; a++) crossed[a * columns + a] += 1e-8 * rows.length; // a column that others make up predicts nothing more
  if (!factorise(crossed, columns)) throw new RangeError("the predictors of an imputation cannot be told apart");
  return solveFactored(crossed, columns, right);
}
