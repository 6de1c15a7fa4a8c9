import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Piscina } from "piscina";
import { projectFolder } from "../../projectFolder";
import { fitBinary } from "../binary";
import type { Fit } from "../fit";
import { withRoot } from "../inference";
import { semidefiniteRoot } from "../numeric/cholesky";
import { fitOrdered } from "../ordered";
import { transformVector } from "../standardise";
import { baseCounts, type Bootstrapped, bootstrap, refusedWarning, samples, summarise, unlessRefused } from "./bootstrap";
import { type ModelRows, onScaling, type Refit, refitter } from "./refit";
import { EVERYTHING, type Resampling, type Share } from "./resample";

/** The compiled file that a worker thread runs, from wherever this one is run. */
const WORKER = join(projectFolder, "dist", "models", "bootstrap", "replicatesWorker.js");

/** What is computed from a resample: the fit with its parameters, and how often each row was drawn. */
export type FromFit = (fit: Fit, counts: readonly number[]) => readonly number[];

/** The fit that a bootstrap resamples: frequency weights are its counts. */
export function fitRows({ family, link, X, y, terms, levels, offset }: ModelRows, counts?: readonly number[]): Fit {
  const options = { link, offset, weights: counts };
  return family === "binomial" ? fitBinary(X, y as readonly number[], terms, options) : fitOrdered(X, y, terms, levels ?? [], options);
}

/**
 * Bootstrap of numbers made from a fit, the model fitted anew in each resample: each begins at the estimates of all
 * rows, and nothing but the estimates is computed.
 *
 * @throws {RefusedModel} as the estimators, for all rows; not-converged, where fewer than half of the resamples could be fitted
 */
export function bootstrapOf(model: ModelRows, fromFit: FromFit, options: Resampling, fit: Fit = fitRows(model, options.counts)): Bootstrapped {
  const refit = refitter(model, fit);
  return bootstrap(model.y.length, (counts) => fromFit({ ...fit, inference: { ...fit.inference, parameters: refit(counts) } }, counts), options);
}

/**
 * Bootstrap of a model's estimates (coefficients, then thresholds); several threads can share the work.
 *
 * @param workers threads; 1, the default, computes here. The numbers are the same for any number of them.
 * @throws {RefusedModel} as `bootstrapOf`
 */
export async function bootstrapModel(model: ModelRows, options: Resampling, workers = 1): Promise<Bootstrapped> {
  const fit = fitRows(model, options.counts);
  const estimates = (parameters: Float64Array): number[] => Array.from(transformVector(fit.inference.back, parameters));
  const given = workers === 1 ? givenBy(model.y.length, refitter(model, fit), options) : await givenByWorkers(model, options, workers);
  return summarise(model.y.length, estimates(fit.inference.parameters), given.map((parameters) => parameters && estimates(parameters)), options);
}

/**
 * A fit with its covariance by the bootstrap of cases, and BCa intervals.
 *
 * @param rows  number of rows
 * @param refit the fit for given frequency weights
 */
export function bootstrapFit(rows: number, refit: (weights: readonly number[]) => Fit, options: Resampling): { fit: Fit; bootstrapped: Bootstrapped } {
  const original = refit(baseCounts(rows, options));
  const { inference, coefficients, thresholds } = original;
  const constants = [...inference.parameters.keys()].filter((j) => (thresholds ? j >= coefficients.length : coefficients[j].term === "const"));
  const parametersOn = (fit: Fit): number[] => Array.from(onScaling(fit.inference.parameters, fit.inference, inference, constants, thresholds ? -1 : 1));
  const m = inference.parameters.length;
  // Both the standardised parameters, whose covariance keeps its digits, and the estimates, whose intervals are wanted.
  const both = bootstrap(rows, (counts) => {
    const parameters = Float64Array.from(parametersOn(refit(counts)));
    return [...parameters, ...transformVector(inference.back, parameters)];
  }, options);
  const root = semidefiniteRoot(Float64Array.from(both.covariance.slice(0, m).flatMap((row) => row.slice(0, m))), m);
  const fit = withRoot(original, root, "bootstrap");
  const bootstrapped = {
    refused: both.refused, standardErrors: both.standardErrors.slice(m), intervals: both.intervals.slice(m), covariance: both.covariance.slice(m).map((row) => row.slice(m)),
  };
  return {
    bootstrapped,
    fit: {
      ...fit,
      coefficients: fit.coefficients.map((row, j) => ({ ...row, lower: bootstrapped.intervals[j][0], upper: bootstrapped.intervals[j][1] })),
      warnings: [...fit.warnings, ...refusedWarning(bootstrapped, options)],
    },
  };
}

/** Parameters of each sample, in their order; undefined where the model was refused. */
export type GivenParameters = readonly (Float64Array | undefined)[];

/** The parameters of a share of the samples. */
const givenBy = (n: number, refit: Refit, options: Resampling, share = EVERYTHING): GivenParameters =>
  Array.from(samples(n, options, share), (counts) => unlessRefused(() => refit(counts)));

let pool: { readonly threads: number; readonly piscina: Piscina } | undefined;

/** The same from several threads, which take turns. The threads stay for the next call; they keep no process alive. */
async function givenByWorkers(model: ModelRows, options: Resampling, workers: number): Promise<GivenParameters> {
  const piscina = await threads(workers);
  const shares = Array.from({ length: workers }, (_, from): Share => ({ from, of: workers }));
  const parts = await Promise.all(shares.map((share) => piscina.run({ model, options, share }) as Promise<GivenParameters>));
  return Array.from({ length: parts.reduce((sum, { length }) => sum + length, 0) }, (_, i) => parts[i % workers][Math.floor(i / workers)]);
}

/** Ends the threads. */
export async function endWorkers(): Promise<void> {
  await pool?.piscina.close();
  pool = undefined;
}

async function threads(workers: number): Promise<Piscina> {
  if (!Number.isInteger(workers) || workers < 1) throw new RangeError(`workers must be a whole number, 1 or more, not ${workers}`);
  if (pool?.threads === workers) return pool.piscina;
  await endWorkers();
  if (!existsSync(WORKER)) throw new Error("the worker threads run the built package: run `npm run build` first");
  const { Piscina } = await import("piscina");
  pool = { threads: workers, piscina: new Piscina({ filename: WORKER, minThreads: workers, maxThreads: workers, concurrentTasksPerWorker: 1 }) };
  return pool.piscina;
}

/** What a worker thread does with its share. */
export function workOn({ model, options, share }: { model: ModelRows; options: Resampling; share: Share }): GivenParameters {
  return givenBy(model.y.length, refitter(model, fitRows(model, options.counts)), options, share);
}
