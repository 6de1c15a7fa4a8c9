import { type Bootstrapped, summarise } from "./bootstrap";
import { type ModelRows, refitter } from "./modelRows";
import { replicatesByWorkers, replicatesOf } from "./replicates";
import type { Resampling } from "./resample";

/**
 * Bootstrap of a model's estimates (coefficients, then thresholds): `bootstrap`, but each resample is fitted from the
 * estimates of all rows and nothing but the estimates is computed; and several threads can share the work.
 *
 * @param workers threads; 1, the default, computes here. The numbers are the same for any number of them.
 * @throws {RefusedModel} as the estimators, for all rows; not-converged, where fewer than half of the resamples could be fitted
 */
export async function bootstrapModel(model: ModelRows, options: Resampling, workers = 1): Promise<Bootstrapped> {
  const rows = model.y.length;
  const refit = refitter(model);
  const everything = { from: 0, to: options.replicates };
  const replicates = workers === 1 ? replicatesOf(rows, refit, options, everything) : replicatesByWorkers(model, options, workers);
  const statistic = (counts: readonly number[]): number[] => Array.from(refit(counts));
  const base = Array.from({ length: rows }, (_, i) => options.counts?.[i] ?? 1);
  return summarise(base, statistic, (await replicates).map((values) => values && Array.from(values)), options);
}
