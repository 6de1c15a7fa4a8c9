import type { Fit } from "../fit";
import { withRoot } from "../inference";
import { withDegreesOfFreedom } from "../intervals";
import { semidefiniteRoot } from "../numeric/cholesky";
import { RefusedModel } from "../refusedModel";
import { said } from "../../faults/said";
import { multiply } from "../standardise";
import { type FittedData, influenceRows, refuseLabels } from "./influenceRows";

/** How people were drawn: labels of each row. */
export interface SurveyDesign {
  /** Within strata people were drawn apart; one stratum where absent. */
  readonly strata?: readonly string[] | undefined;
  /** Primary sampling units, numbered within strata; each row its own where absent. */
  readonly psu?: readonly string[] | undefined;
  /** For each row how many units its stratum has in the population, or (all at most 1) the share of them that was drawn. */
  readonly fpc?: readonly number[] | undefined;
}

/**
 * The fit with the covariance of a survey's design, by Taylor linearisation: within each stratum the totals of what the
 * rows of a unit say of the estimates, about their mean, times n/(n − 1) and (1 − share drawn). p and intervals (of
 * effects and predictions, too) take t with as many degrees of freedom as units less strata.
 *
 * Rows of weight 0 (those outside a subpopulation) say nothing, but their units count: leaving them out of the data
 * would make the standard errors wrong. A stratum all of whose rows have weight 0 adds nothing to the variance, and its
 * units no degrees of freedom.
 *
 * @throws {RefusedModel} at a stratum of one unit, or population sizes that cannot be
 * @example withLinearisedCovariance(fit, data, { strata, psu }).covarianceKind
 * Source: Binder (1983), International Statistical Review 51; R `survey::svyglm`, `svyolr`, test/fixtures/models/design.R;
 * degrees of freedom as Stata's `svy` (`survey::degf` leaves out units without a member of the subpopulation as well).
 */
export function withLinearisedCovariance(fit: Fit, data: FittedData, { strata, psu, fpc }: SurveyDesign): Fit {
  for (const [what, labels] of Object.entries({ stratum: strata, unit: psu, population: fpc })) refuseLabels(labels, data.X.length, what);
  const m = fit.inference.parameters.length;
  const all = new Map<string, { readonly units: Map<string, Float64Array>; readonly size?: number; counts: boolean }>();
  influenceRows(fit, data).forEach(({ pull, weight }, i) => {
    const name = strata?.[i] ?? "";
    const stratum = all.get(name) ?? { units: new Map<string, Float64Array>(), ...(fpc && { size: fpc[i] }), counts: false };
    all.set(name, stratum);
    if (fpc && fpc[i] !== stratum.size) throw new RefusedModel("bad-input", [], said`stratum ${name || "1"} has two population sizes, ${String(stratum.size)} and ${fpc[i]}`);
    const unit = psu?.[i] ?? String(i);
    const total = stratum.units.get(unit) ?? new Float64Array(m);
    stratum.units.set(unit, total);
    if (weight === 0) return;
    stratum.counts = true;
    pull.forEach((value, j) => (total[j] += weight * value));
  });
  const shares = fpc?.every((size) => size <= 1);
  const filling = new Float64Array(m * m);
  let df = 0;
  for (const [name, { units: own, size, counts }] of all) {
    if (!counts) continue;
    const n = own.size;
    if (n < 2) throw new RefusedModel("bad-input", [], strata ? said`stratum ${name} has one primary sampling unit only, so that nothing varies within it. Merge it with a neighbouring stratum` : "the sample has one primary sampling unit only, so that nothing varies within it");
    const drawn = size === undefined ? 0 : shares ? size : n / size;
    if (!(drawn >= 0 && drawn <= 1)) throw new RefusedModel("bad-input", [], said`stratum ${name || "1"} has ${n} units drawn of a population of ${String(size)}`);
    const mean = new Float64Array(m);
    for (const total of own.values()) total.forEach((value, j) => (mean[j] += value / n));
    const times = ((1 - drawn) * n) / (n - 1);
    for (const total of own.values()) {
      for (let a = 0; a < m; a++) for (let b = 0; b <= a; b++) filling[a * m + b] += times * (total[a] - mean[a]) * (total[b] - mean[b]);
    }
    df += n - 1;
  }
  return withDegreesOfFreedom(withRoot(fit, multiply(fit.inference.bread, semidefiniteRoot(filling, m), m), "linearised"), df);
}
