import type { Engine } from "../engine";
import { S } from "../patternsSql";
import type { StepColumn } from "./stepColumns";

/** What the queries of a fit by steps are made of; every expression but the cluster a double. */
export interface StepQuestion {
  readonly columns: readonly StepColumn[];
  readonly y: string;
  readonly weight: string | undefined;
  readonly offset: string | undefined;
  /** What tells clusters apart. */
  readonly cluster?: string | undefined;
}

const names = ({ columns, weight, offset, cluster }: StepQuestion): string[] => ["y", ...(cluster === undefined ? [] : ["cl"]), ...(weight === undefined ? [] : ["w"]), ...(offset === undefined ? [] : ["o"]), ...columns.map((_, j) => `x${j + 1}`)];

/** The rows with their columns calculated: y, w, o, x1, x2 …, each NULL where something is missing. */
function calculated(question: StepQuestion, { rows }: Pick<Engine, "rows">): string {
  const { columns, y, weight, offset, cluster } = question;
  const all = [`${y} AS y`, ...(cluster === undefined ? [] : [`${cluster} AS cl`]), ...(weight === undefined ? [] : [`${weight} AS w`]), ...(offset === undefined ? [] : [`${offset} AS o`]), ...columns.map(({ sql }, j) => `${sql} AS x${j + 1}`)];
  return `SELECT ${all.join(", ")} FROM ${rows} AS ${S}`;
}

const complete = (question: StepQuestion): string => names(question).map((name) => `${name} IS NOT NULL`).join(" AND ");
const w = ({ weight }: StepQuestion): string => (weight === undefined ? "1e0" : "w");

/** How many rows there are, and how many of them lack something. */
export const missingSql = (complete: string, { rows, dialect }: Engine): string =>
  `SELECT CAST(count(*) AS ${dialect.double}) AS n, CAST(sum(CASE WHEN ${complete} THEN 0 ELSE 1 END) AS ${dialect.double}) AS missing FROM ${rows} AS ${S}`;

/**
 * Of the complete rows: their number and weight, events, outcomes that are neither 0 nor 1, weights that count no rows; of each
 * column least, most and mean, and least and most by outcome.
 */
export function rangesSql(question: StepQuestion, engine: Engine): string {
  const x = question.columns.map((_, j) => `x${j + 1}`);
  const sums = [
    "count(*)", `sum(${w(question)})`, `sum(${w(question)} * y)`, "sum(CASE WHEN y IN (0, 1) THEN 0 ELSE 1 END)", `sum(CASE WHEN ${w(question)} < 0 OR ${w(question)} <> floor(${w(question)}) THEN 1 ELSE 0 END)`,
    ...x.flatMap((name) => [`min(${name})`, `max(${name})`, `avg(${name})`, ...[0, 1].flatMap((y) => ["min", "max"].map((most) => `${most}(CASE WHEN y = ${y} AND ${w(question)} > 0 THEN ${name} END)`))]),
  ];
  return selected(sums, `(${calculated(question, engine)}) AS c WHERE ${complete(question)}`, engine);
}

/** Mean square of each column about its centre. */
export const squaresSql = (question: StepQuestion, engine: Engine, centre: Float64Array): string =>
  selected(question.columns.map((_, j) => `avg((x${j + 1} - ${number(centre[j + 1])}) * (x${j + 1} - ${number(centre[j + 1])}))`), `(${calculated(question, engine)}) AS c WHERE ${complete(question)}`, engine);

/** Where a fit stands: parameters on the standardised columns, the constant first. */
export interface Standing {
  readonly centre: Float64Array;
  readonly scale: Float64Array;
  readonly parameters: Float64Array;
}

/**
 * Log-likelihood, score and lower triangle of the information at some parameters. With e = exp(−|η|) nothing overflows, and
 * p(1 − p) keeps its digits.
 */
export function stepSql(question: StepQuestion, engine: Engine, at: Standing): string {
  const z = question.columns.map((_, j) => `z${j + 1}`);
  const sums = [
    `sum(${w(question)} * (y * eta - (GREATEST(eta, 0e0) + ln(1e0 + e))))`, `sum(${w(question)} * (y - p))`, ...z.map((name) => `sum(${w(question)} * (y - p) * ${name})`),
    ...triangle(z, `${w(question)} * v`),
  ];
  return selected(sums, probabilities(question, engine, at), engine);
}

/** Lower triangle of Σ w(y − p)²zz′, and how far the predictor of some row would move by a step. */
export function meatSql(question: StepQuestion, engine: Engine, at: Standing, step: Float64Array): string {
  const z = question.columns.map((_, j) => `z${j + 1}`);
  const move = [number(step[0]), ...z.map((name, j) => `${number(step[j + 1])} * ${name}`)].join(" + ");
  return selected([`max(abs(${move}))`, ...triangle(z, `${w(question)} * (y - p) * (y - p)`)], probabilities(question, engine, at), engine);
}

/** How many clusters there are, and the lower triangle of Σ ss′ over them, s being a cluster's Σ w(y − p)z. */
export function clusterSql(question: StepQuestion, engine: Engine, at: Standing): string {
  const pulls = ["", ...question.columns.map((_, j) => ` * z${j + 1}`)].map((z, j) => `sum(${w(question)} * (y - p)${z}) AS s${j}`);
  const weighted = question.weight === undefined ? "" : " WHERE w > 0";
  const products = pulls.flatMap((_, i) => Array.from({ length: i + 1 }, (__, j) => `sum(s${i} * s${j})`));
  return selected(["count(*)", ...products], `(SELECT ${pulls.join(", ")} FROM ${probabilities(question, engine, at)}${weighted} GROUP BY cl) AS k`, engine);
}

/** Least and most of a combination of the columns by outcome: apart, they separate. */
export function marginsSql(question: StepQuestion, engine: Engine, direction: readonly number[]): string {
  const along = direction.flatMap((value, j) => (value === 0 ? [] : [`${number(value)} * x${j + 1}`])).join(" + ");
  const of = (most: string, y: number): string => `${most}(CASE WHEN y = ${y} AND ${w(question)} > 0 THEN ${along} END)`;
  return selected([of("min", 1), of("max", 0)], `(${calculated(question, engine)}) AS c WHERE ${complete(question)}`, engine);
}

const triangle = (z: readonly string[], weight: string): string[] => ["", ...z].flatMap((a, i, all) => all.slice(0, i + 1).map((b) => `sum(${[weight, a, b].filter(Boolean).join(" * ")})`));

function probabilities(question: StepQuestion, engine: Engine, { centre, scale, parameters }: Standing): string {
  const z = question.columns.map((_, j) => `(x${j + 1} - ${number(centre[j + 1])}) / ${number(scale[j + 1])} AS z${j + 1}`);
  const kept = names(question).filter((name) => !name.startsWith("x")).join(", ");
  const eta = [number(parameters[0]), ...(question.offset === undefined ? [] : ["o"]), ...question.columns.map((_, j) => `${number(parameters[j + 1])} * z${j + 1}`)].join(" + ");
  const standardised = `SELECT ${[kept, ...z].join(", ")} FROM (${calculated(question, engine)}) AS c WHERE ${complete(question)}`;
  const predicted = `SELECT *, ${eta} AS eta FROM (${standardised}) AS d`;
  const decayed = `SELECT *, exp(-LEAST(abs(eta), 700e0)) AS e FROM (${predicted}) AS f`;
  return `(SELECT *, CASE WHEN eta >= 0 THEN 1e0 / (1e0 + e) ELSE e / (1e0 + e) END AS p, e / ((1e0 + e) * (1e0 + e)) AS v FROM (${decayed}) AS g) AS h`;
}

const selected = (sums: readonly string[], from: string, { dialect }: Engine): string => `SELECT ${sums.map((sum, j) => `CAST(${sum} AS ${dialect.double}) AS r${j}`).join(", ")} FROM ${from}`;

/** A double as SQL writes one, with every digit. */
const number = (value: number): string => `(${value.toExponential().replace("e+", "e")})`;
