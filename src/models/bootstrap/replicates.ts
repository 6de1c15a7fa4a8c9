import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Piscina } from "piscina";
import { projectFolder } from "../../projectFolder";
import { RefusedModel } from "../refusedModel";
import { type ModelRows, type Refit, refitter } from "./modelRows";
import { type Resampling, resamples } from "./resample";

/** The compiled file that a worker thread runs, from wherever this one is run. */
const WORKER = join(projectFolder, "dist", "models", "bootstrap", "replicatesWorker.js");

/** Replicates from … to − 1 of a bootstrap: a share of its work. */
export interface Share {
  readonly from: number;
  readonly to: number;
}

/** Estimates of each resample, in the order drawn; undefined where the model was refused. */
export type Replicates = readonly (Float64Array | undefined)[];

/** The estimates of some resamples. All are drawn, so that each is the same whoever computes it; those of the share are fitted. */
export function replicatesOf(n: number, refit: Refit, options: Resampling, { from, to }: Share): Replicates {
  const found: (Float64Array | undefined)[] = [];
  let replicate = 0;
  for (const counts of resamples(n, { ...options, replicates: to })) {
    if (replicate++ >= from) found.push(unlessRefused(() => refit(counts)));
  }
  return found;
}

let pool: { readonly threads: number; readonly piscina: Piscina } | undefined;

/** The same from several threads, each with an equal share. The threads stay for the next call; they keep no process alive. */
export async function replicatesByWorkers(model: ModelRows, options: Resampling, workers: number): Promise<Replicates> {
  const piscina = await threads(workers);
  const share = (worker: number): number => Math.round((options.replicates * worker) / workers);
  const shares = Array.from({ length: workers }, (_, worker): Share => ({ from: share(worker), to: share(worker + 1) }));
  const parts = await Promise.all(shares.map((part) => piscina.run({ model, options, share: part }) as Promise<Replicates>));
  return parts.flat();
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

export function unlessRefused<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RefusedModel) return undefined;
    throw error;
  }
}

/** What a worker thread does with its share. */
export function workOn({ model, options, share }: { model: ModelRows; options: Resampling; share: Share }): Replicates {
  const rows = model.y.length;
  return replicatesOf(rows, refitter(model), options, share);
}
