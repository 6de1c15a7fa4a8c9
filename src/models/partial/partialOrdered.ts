import { certify } from "../certificate";
import { asCoefficient } from "../coefficients";
import { refuseCollinear } from "../collinear";
import { CumulativeLikelihood } from "../cumulativeLikelihood";
import type { Fit } from "../fit";
import { linkFunction } from "../links/link";
import { asRows, type Matrix, type Packed } from "../matrix";
import { maximise } from "../newton";
import { nullLogLik } from "../nullModel";
import { countLevels, total } from "../observations";
import { type Level, orderedData, type OrderedOptions, startFrom, thresholdNames } from "../ordered";
import { pseudoR2 } from "../pseudoR2";
import { RefusedModel } from "../refusedModel";
import { refuseSeparation } from "../separation/refuseSeparation";
import { backTransform, type Standardised, standardise, transformCovariance, transformVector } from "../standardise";

/**
 * Partial proportional odds: one slope for most terms, one at every cut point for those named.
 * P(y ≤ j) = F(θⱼ − xβ − fγⱼ); a free term's coefficients are named `term@1|2`, `term@2|3`, ….
 *
 * @param free terms whose slope may differ between cut points
 * @throws {RefusedModel} as `fitOrderedLogit`; and negative-probability, where the lines cross within the sample
 * Source: Peterson & Harrell (1990), Applied Statistics 39; R `ordinal::clm(nominal = ~ …)`,
 * test/fixtures/models/partial.R.
 */
export function fitPartialOrdered(
  X: Matrix, y: readonly Level[], terms: readonly string[], levels: readonly Level[], free: readonly string[], options: Omit<OrderedOptions, "offset"> = {},
): Fit {
  const { design, seen, slopes } = orderedData(X, y, terms, levels, options);
  const unknown = free.find((term) => !slopes.includes(term));
  if (unknown !== undefined) throw new RangeError(`there is no term ${unknown} to set free (there are ${slopes.join(", ")})`);
  const Z = standardise(design, undefined);
  refuseCollinear(Z, slopes);
  const isFree = (j: number): boolean => free.includes(slopes[j]);
  const columns = { common: [...slopes.keys()].filter((j) => !isFree(j)), free: [...slopes.keys()].filter(isFree) };
  const likelihood = new CumulativeLikelihood(select(Z, columns.common), select(Z, columns.free), levels.length, seen, linkFunction(options.link ?? "logit"));
  if (design.rows <= likelihood.size) throw new RefusedModel("bad-input", [], `${design.rows} rows cannot estimate ${likelihood.size} parameters`);
  const own = parameterTable(likelihood, columns, slopes, levels);
  const maximum = maximise(likelihood, startFrom(likelihood), () => {
    refuseSeparation({
      cone: likelihood.cone(), seen, levels, terms: own.map(({ term }) => term),
      valueOf: (term, i) => design.values[i * design.columns + slopes.indexOf(term)],
    });
    return true;
  });
  if (!maximum) throw new RefusedModel("not-converged", slopes, "the likelihood's maximum was not reached (do the lines cross?)");
  refuseCrossing(likelihood, maximum.parameters, free, seen.names);

  const { back, names } = toOriginal(Z, own);
  const m = likelihood.size;
  const estimates = transformVector(back, maximum.parameters);
  const covariance = transformCovariance(back, maximum.covariance, m);
  const se = (j: number): number => Math.sqrt(covariance[j * m + j]);
  const k = m - likelihood.cuts;
  const n = total(seen);
  const { logLik, iterations } = maximum;
  const logLikNull = nullLogLik(countLevels(seen, levels.length));
  return {
    family: "ordered", link: likelihood.link.name, n, events: null, converged: true, iterations, logLik, logLikNull,
    aic: 2 * m - 2 * logLik, bic: m * Math.log(n) - 2 * logLik, pseudoR2: pseudoR2(logLik, logLikNull, n),
    coefficients: names.slice(0, k).map((term, j) => asCoefficient(term, estimates[j], se(j))),
    thresholds: thresholdNames(levels).map((between, j) => ({ between, estimate: estimates[k + j], standardError: se(k + j) })),
    covariance: { terms: names, values: asRows(covariance, m) }, covarianceKind: "observed", penalised: false, levels,
    certificate: certify(maximum, transformVector(back, maximum.nextStep), names, estimates), warnings: [],
  };
}

interface Parameter {
  /** The term; null for a cut point. */
  readonly term: string | null;
  readonly column: number;
  readonly name: string;
  /** Indices of the cut points that take up its centre. */
  readonly constants: readonly number[];
}

/** The likelihood's parameters in its order: at each cut point θ and the free slopes, then the common slopes. */
function parameterTable({ cuts, block }: CumulativeLikelihood, columns: { common: number[]; free: number[] }, slopes: readonly string[], levels: readonly Level[]): Parameter[] {
  const cutNames = thresholdNames(levels);
  const all = cutNames.map((_, cut) => cut * block);
  const atCuts = Array.from({ length: cuts }, (_, cut): Parameter[] => [
    { term: null, column: -1, name: cutNames[cut], constants: [] },
    ...columns.free.map((column) => ({ term: slopes[column], column, name: `${slopes[column]}@${cutNames[cut]}`, constants: [cut * block] })),
  ]);
  return [...atCuts.flat(), ...columns.common.map((column) => ({ term: slopes[column], column, name: slopes[column], constants: all }))];
}

/** Back to the columns as given, in the order common slopes, free slopes, thresholds. */
function toOriginal(Z: Standardised, own: readonly Parameter[]): { back: Float64Array; names: string[] } {
  const m = own.length;
  const back = backTransform(Z, own.map(({ column, constants }) => ({ column, sign: -1, constants })));
  const rank = ({ term, name }: Parameter): number => (term === null ? 2 : name.includes("@") ? 1 : 0);
  const order = [...own.keys()].sort((a, b) => rank(own[a]) - rank(own[b]) || own[a].column - own[b].column || a - b);
  const ordered = new Float64Array(m * m);
  order.forEach((from, to) => ordered.set(back.subarray(from * m, (from + 1) * m), to * m));
  return { back: ordered, names: order.map((p) => own[p].name) };
}

function select({ rows, columns, values }: Packed, chosen: readonly number[]): Packed {
  const picked = new Float64Array(rows * chosen.length);
  for (let i = 0; i < rows; i++) chosen.forEach((column, j) => (picked[i * chosen.length + j] = values[i * columns + column]));
  return { rows, columns: chosen.length, values: picked };
}

function refuseCrossing(likelihood: CumulativeLikelihood, parameters: Float64Array, free: readonly string[], names: readonly number[]): void {
  const rows = names.filter((_, i) => {
    for (let cut = 1; cut < likelihood.cuts; cut++) {
      if (likelihood.predictor(i, cut, parameters) < likelihood.predictor(i, cut - 1, parameters)) return true;
    }
    return false;
  });
  if (rows.length > 0) {
    throw new RefusedModel("negative-probability", free, `with free slopes for ${free.join(", ")} the cut points' lines cross: ${rows.length} of ${names.length} rows get a negative probability`, rows);
  }
}
