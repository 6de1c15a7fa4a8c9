import { noted } from "../../faults/noted";
import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import { describeBinary } from "../../models/binary";
import { withClusteredMeat, withMeat } from "../../models/covariance/robust";
import type { FitModelOptions } from "../../models/data/fitModelData";
import type { ModelDataSpec } from "../../models/data/modelData";
import type { Fit } from "../../models/fit";
import { withLevel } from "../../models/intervals";
import { factorise, rootOfInverse, smallestPivotShare, solveFactored } from "../../models/numeric/cholesky";
import { RefusedModel } from "../../models/refusedModel";
import { type AskedColumn, columnsAsked } from "../columnsAsked";
import type { Engine } from "../engine";
import { readRow } from "./answers";
import { numberSql, stepColumns } from "./stepColumns";
import { clusterSql, meatSql, stepSql, type Standing, type StepQuestion } from "./stepSql";
import { refuseSeparatedBySteps } from "./separatedBySteps";
import { readLabels } from "./readLabels";
import { countMissing, readScaling } from "./stepScaling";

/** A fit by steps in SQL, and what a reader should be told of it. */
export interface StepFit {
  readonly fit: Fit;
  readonly notes: readonly string[];
}

const MOST_STEPS = 40;
/** As `maximise`: length of the next step, in standard errors, at which the ascent ends. */
const [CLOSE_ENOUGH, AS_CLOSE_AS_ROUNDING_ALLOWS] = [1e-10, 1e-8];
/** Below this share of a column's own, sums over many rows tell it from no combination of the others. */
const DEPENDENT = 1e-9;
const STEPS_TO_CONVERGE = 12;

/**
 * A binary logit of rows of any number and values: Newton's method, each step one aggregate query (log-likelihood, score,
 * information), on columns that are standardised in SQL. What comes back is a row of sums.
 *
 * @throws {BadInput} what is not offered by steps, by name; cells that are no numbers, or missing
 * @throws {RefusedModel} constant-outcome, collinear, separation (certified by a query) or not-converged
 */
export async function fitBySteps(engine: Engine, spec: ModelDataSpec, options: FitModelOptions): Promise<StepFit> {
  refuseOthers(spec, options);
  const asked = columnsAsked(engine.name, engine.columns, spec);
  const columnOf = (name: string): AskedColumn => asked.find((column) => column.name === name)!;
  const sqlOf = (name: string | undefined): string | undefined => (name === undefined ? undefined : numberSql(engine, columnOf(name)));
  const { factors, cluster, complete, notes } = await readLabels(engine, asked, spec, clusterOf(options));
  const leftOut = await countMissing(engine, complete, factors.size > 0 || cluster !== undefined, spec);
  const question: StepQuestion = { columns: stepColumns(engine, asked, spec, factors), y: sqlOf(spec.outcome)!, weight: sqlOf(spec.weights), offset: sqlOf(spec.offset), cluster };
  refuseTooWide(engine, question.columns.length + 1);
  const { centre, scale, rows, others, events } = await readScaling(engine, question, spec);
  const names = ["const", ...question.columns.map(({ name }) => name)];
  const m = names.length;

  let parameters = new Float64Array(m);
  if (spec.offset === undefined) parameters[0] = Math.log(events / others);
  let lastLength = Infinity;
  for (let iterations = 0; iterations < MOST_STEPS; iterations++) {
    const [logLik, ...sums] = await readRow(engine, stepSql(question, engine, { centre, scale, parameters }));
    const score = Float64Array.from(sums.slice(0, m));
    const information = squareOf(sums.slice(m), m);
    if (iterations === 0) refuseDependent(information, names);
    if (![logLik, ...sums].every(Number.isFinite) || !factorise(information, m)) break;
    const share = smallestPivotShare(information, m);
    const step = solveFactored(information, m, score.slice());
    const length = Math.sqrt(Math.abs(score.reduce((sum, value, j) => sum + value * step[j], 0)));
    if (length <= CLOSE_ENOUGH || (length <= AS_CLOSE_AS_ROUNDING_ALLOWS && length > lastLength / 4)) {
      const [moved, ...meat] = await readRow(engine, meatSql(question, engine, { centre, scale, parameters }, step));
      if (!(moved < 1)) break;
      const seen = { y: Float64Array.of(0, 1), weights: Float64Array.of(others, events), names: [1, 2] };
      const maximum = { parameters, logLik, score, iterations, nextStep: step, share, root: rootOfInverse(information, m) };
      const fit = describeBinary({ scaling: { centre, scale }, seen, constant: 0 }, "logit", maximum, names);
      const kind = options.standardErrors;
      const estimated = kind === "HC0" || kind === "HC1" || kind === "robust" ? withMeat(fit, squareOf(meat, m), kind, others + events)
        : question.cluster === undefined ? fit : await clustered(fit, engine, question, { centre, scale, parameters });
      return { fit: options.level === undefined ? estimated : withLevel(estimated, options.level), notes: [...notesOf(rows, leftOut, iterations, spec), ...notes] };
    }
    if (iterations >= STEPS_TO_CONVERGE) await refuseSeparatedBySteps(engine, question, step, scale, others + events);
    lastLength = length;
    parameters = parameters.map((value, j) => value + step[j]);
  }
  throw new RefusedModel("not-converged", names.slice(1), said`no maximum within ${MOST_STEPS} Newton steps, and no direction was found that separates the outcomes`);
}

/** Sums that one query may ask for: an engine plans twenty thousand in seconds, and the next hundred columns in hours. */
const MOST_SUMS = 20_000;

/** @throws {BadInput} more columns, with the constant, than one query has room for the sums of */
function refuseTooWide({ name, dialect }: Engine, columns: number): void {
  const room = Math.min(dialect.widest ?? MOST_SUMS, MOST_SUMS);
  const sumsOf = (m: number): number => 1 + m + (m * (m + 1)) / 2;
  let most = 1;
  while (sumsOf(most + 1) <= room) most++;
  if (columns > most) throw new BadInput({ file: name }, said`the design has ${columns} columns, and fits by steps in SQL have room for ${most}`, "fewer columns", "Group the levels of factors in --sql.");
}

/** The column of `--se cluster:COLUMN`. */
const clusterOf = ({ standardErrors }: FitModelOptions): string | undefined => (typeof standardErrors === "object" && "cluster" in standardErrors ? standardErrors.cluster : undefined);

async function clustered(fit: Fit, engine: Engine, question: StepQuestion, at: Standing): Promise<Fit> {
  const [clusters, ...meat] = await readRow(engine, clusterSql(question, engine, at));
  return withClusteredMeat(fit, squareOf(meat, at.parameters.length), clusters);
}

const notesOf = (rows: number, leftOut: number, steps: number, { dropMissing }: ModelDataSpec): string[] => [
  noted`${rows} rows of too many patterns to be counted: fitted by ${steps} Newton steps in SQL, one query each`,
  ...(dropMissing ? [noted`${leftOut} rows with an empty cell were left out, ${rows} are used`] : []),
];

/** A symmetric matrix from its lower triangle, row by row. */
function squareOf(triangle: readonly number[], m: number): Float64Array {
  const square = new Float64Array(m * m);
  let at = 0;
  for (let i = 0; i < m; i++) for (let j = 0; j <= i; j++) square[i * m + j] = square[j * m + i] = triangle[at++];
  return square;
}

/** @throws {RefusedModel} collinear, naming the first column of which those before it leave nothing */
function refuseDependent(information: Float64Array, names: readonly string[]): void {
  const m = names.length;
  for (let k = 1; k <= m; k++) {
    const leading = Float64Array.from({ length: k * k }, (_, at) => information[Math.floor(at / k) * m + (at % k)]);
    if (factorise(leading, k) && smallestPivotShare(leading, k) >= DEPENDENT) continue;
    throw new RefusedModel("collinear", [names[k - 1]], said`${names[k - 1]} is a combination of the columns before it, as far as sums over the rows can tell. Drop it.`);
  }
}

/** @throws {BadInput} what only patterns or files are asked */
function refuseOthers({ formula, missing, labels = [], family }: ModelDataSpec, options: FitModelOptions): void {
  const { link = "logit", standardErrors = "classical", firth, nonparallel, interval } = options;
  const cluster = clusterOf(options);
  const offered = ["classical", "HC0", "HC1", "robust"].includes(standardErrors as string) || cluster !== undefined;
  const found = Object.entries({
    "--family ordered": family !== "binomial", [`--link ${link}`]: link !== "logit", "--se": !offered || labels.some((label) => label !== cluster), "--firth": firth === true,
    "--nonparallel": nonparallel !== undefined, "--interval profile": interval === "profile", "--formula": formula !== undefined, "--na": missing !== undefined,
  }).find(([, asked]) => asked)?.[0];
  if (found === undefined) return;
  throw new BadInput({ file: found }, "the columns have too many patterns to be counted, and fits by steps in SQL do not offer it", "binary logits with classical, HC0, HC1, robust or cluster:COLUMN standard errors", "Round or group the columns of many values in --sql, and equal rows are counted together.");
}
