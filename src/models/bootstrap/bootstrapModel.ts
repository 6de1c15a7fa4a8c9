import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Piscina } from "piscina";
import { projectFolder } from "../../projectFolder";
import { fitBinary } from "../binary";
import type { Fit } from "../fit";
import { fitOrdered } from "../ordered";
import { transformVector } from "../standardise";
import { type Bootstrapped, bootstrap, samples, summarise, unlessRefused } from "./bootstrap";
import { type ModelRows, type Refit, refitter } from "./refit";
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
