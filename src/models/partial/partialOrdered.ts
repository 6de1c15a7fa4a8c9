import { certify } from "../certificate";
import { refuseCollinear } from "../collinear";
import { CumulativeLikelihood } from "../cumulativeLikelihood";
import type { Fit } from "../fit";
import { linkFunction } from "../links/link";
import { tables } from "../inference";
import type { Matrix, Packed } from "../matrix";
import { maximise } from "../newton";
import { refuseTooFewRows, TOO_CLOSE } from "../modelChecks";
import { nullLogLik, startOfGeneral } from "../nullModel";
import { total } from "../observations";
import type { OrderedOptions } from "../ordered";
import { type Level, orderedData, thresholdNames } from "../orderedData";
import { pseudoR2 } from "../pseudoR2";
import { RefusedModel } from "../refusedModel";
import { said } from "../../faults/said";
import { refuseSeparation } from "../separation/refuseSeparation";
import { backTransform, type Standardised, transformVector } from "../standardise";

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
  const { design, seen, slopes, standardised } = orderedData(X, y, terms, levels, options);
  const unknown = free.find((term) => !slopes.includes(term));
  if (unknown !== undefined) throw new RangeError(`there is no term ${unknown} to set free (there are ${slopes.join(", ")})`);
  const Z = standardised();
  refuseCollinear(Z, slopes);
  const isFree = (j: number): boolean => free.includes(slopes[j]);
  const columns = { common: [...slopes.keys()].filter((j) => !isFree(j)), free: [...slopes.keys()].filter(isFree) };
  const likelihood = new CumulativeLikelihood(select(Z, columns.common), select(Z, columns.free), levels.length, seen, linkFunction(options.link ?? "logit"));
  refuseTooFewRows(seen, likelihood.size);
  const own = parameterTable(likelihood, columns, slopes, levels);
  let undecided = false;
  const maximum = maximise(likelihood, startOfGeneral(likelihood), () => {
    undecided = "undecided" === refuseSeparation({
      cone: likelihood.cone(), seen, levels, terms: own.map(({ term }) => term),
      valueOf: (term, i) => design.values[i * design.columns + slopes.indexOf(term)],
    });
    return true;
  });
  if (!maximum) throw new RefusedModel("not-converged", slopes, "the likelihood's maximum was not reached (do the lines cross?)");
  refuseCrossing(likelihood, maximum.parameters, free, seen.names);

  const { back, order, names } = toOriginal(Z, own);
  const m = likelihood.size;
  const k = m - likelihood.cuts;
  const pick = (values: Float64Array, width: number): Float64Array => {
    const picked = new Float64Array(values.length);
    order.forEach((from, to) => picked.set(values.subarray(from * width, (from + 1) * width), to * width));
    return picked;
  };
  const root = pick(maximum.root, m);
  const inference = {
    centre: Float64Array.from(order.slice(0, k), (p) => Z.centre[own[p].column]), scale: Float64Array.from(order.slice(0, k), (p) => Z.scale[own[p].column]),
    parameters: pick(maximum.parameters, 1), root, bread: root, back,
    partial: { columns: slopes, places: thresholdNames(levels).map((_, cut) => slopePlaces(slopes.length, own, order, cut * likelihood.block)) },
  };
  const table = tables(inference, names, k);
  const estimates = [...table.coefficients, ...table.thresholds!].map((row) => row.estimate);
  const n = total(seen);
  const { logLik, iterations } = maximum;
  const logLikNull = nullLogLik(seen, levels.length, likelihood.link);
  return {
    family: "ordered", link: likelihood.link.name, n, events: null, converged: true, iterations, logLik, logLikNull,
    aic: 2 * m - 2 * logLik, bic: m * Math.log(n) - 2 * logLik, pseudoR2: pseudoR2(logLik, logLikNull, n),
    ...table, covarianceKind: "observed", penalised: false, levels,
    certificate: certify(maximum, transformVector(back, pick(maximum.nextStep, 1)), names, estimates), warnings: undecided ? [TOO_CLOSE] : [],
  };
}

interface Parameter {
  /** The term; null for a cut point. */
  readonly term: string | null;
  readonly column: number;
  readonly name: string;
  /** Common slopes come first, then free ones, then cut points. */
  readonly rank: 0 | 1 | 2;
  /** Indices of the cut points that take up its centre. */
  readonly constants: readonly number[];
}

/** The likelihood's parameters in its order: at each cut point θ and the free slopes, then the common slopes. */
function parameterTable({ cuts, block }: CumulativeLikelihood, columns: { common: number[]; free: number[] }, slopes: readonly string[], levels: readonly Level[]): Parameter[] {
  const cutNames = thresholdNames(levels);
  const all = cutNames.map((_, cut) => cut * block);
  const atCuts = Array.from({ length: cuts }, (_, cut): Parameter[] => [
    { term: null, column: -1, name: cutNames[cut], rank: 2, constants: [] },
    ...columns.free.map((column) => ({ term: slopes[column], column, name: `${slopes[column]}@${cutNames[cut]}`, rank: 1 as const, constants: [cut * block] })),
  ]);
  return [...atCuts.flat(), ...columns.common.map((column) => ({ term: slopes[column], column, name: slopes[column], rank: 0 as const, constants: all }))];
}

/** The order common slopes, free slopes, thresholds, and back to the columns as given in it. */
function toOriginal(Z: Standardised, own: readonly Parameter[]): { back: Float64Array; order: readonly number[]; names: string[] } {
  const order = [...own.keys()].sort((a, b) => own[a].rank - own[b].rank || own[a].column - own[b].column);
  const back = backTransform(Z, order.map((p) => ({ column: own[p].column, sign: -1, constants: own[p].constants.map((constant) => order.indexOf(constant)) })));
  return { back, order, names: order.map((p) => own[p].name) };
}

/** For each column of the design, where among the ordered parameters its slope at one cut point is. */
const slopePlaces = (columns: number, own: readonly Parameter[], order: readonly number[], constant: number): Int32Array =>
  Int32Array.from({ length: columns }, (_, column) => order.findIndex((p) => own[p].column === column && own[p].constants.includes(constant)));

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
    throw new RefusedModel("negative-probability", free, said`with free slopes for ${free.join(", ")} the cut points' lines cross: ${rows.length} of ${names.length} rows get a negative probability`, rows);
  }
}
