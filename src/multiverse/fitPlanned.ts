import type { Bilingual } from "../bilingual";
import { fitBinary } from "../models/binary";
import { withClusteredCovariance, withRobustCovariance } from "../models/covariance/robust";
import type { Fit } from "../models/fit";
import type { Packed } from "../models/matrix";
import { fitOrdered } from "../models/ordered";
import { fitPartialOrdered } from "../models/partial/partialOrdered";
import { RefusedModel } from "../models/refusedModel";
import type { Arena } from "./arena";
import { designOf, type Estimates, type Fitted, pick, type PlannedFit } from "./plannedFit";
import { pooledFit } from "./pooledFit";

/**
 * Fits a planned model to an outcome, the observed one or one that was drawn.
 *
 * @param outcome by person, as the arena's columns
 * @returns a refusal as its reason: a universe that cannot be fitted is a row like the others
 */
export function fitPlanned(arena: Arena, plan: PlannedFit, outcome: Float64Array = arena.columns[plan.outcome]): Fitted {
  const { imputed, ...first } = plan;
  if (imputed) return pooledFit([first, ...imputed].map((one) => fitPlanned(arena, one)), plan, arena.rows[plan.rows].length);
  const rows = arena.rows[plan.rows];
  const y = pick(outcome, rows);
  const few = tooFewEvents(y, plan);
  if (few) return { refused: few };
  const X = designOf(arena, plan, rows);
  try {
    const plain = plan.nonparallel ? fitPartial(X, y, plan, plan.nonparallel)
      : plan.family === "binomial" ? fitBinary(X, y, ["const", ...plan.terms], { link: plan.link })
        : fitOrdered(X, Array.from(y), plan.terms, plan.levels!, { link: plan.link });
    return estimatesOf(withCovariance(plain, arena, plan, X, y), plan);
  } catch (error) {
    if (!(error instanceof RefusedModel)) throw error;
    return { refused: { en: error.message.replace(/^Model refused /, "").replace(/^(\([\w-]+\)):/, "$1"), zh: error.inLanguage("zh").replace(/^模型被拒绝(（.+?）)：/, "$1") } };
  }
}

function fitPartial(X: Packed, y: Float64Array, { family, terms, levels, link, covariance }: PlannedFit, free: readonly string[]): Fit {
  if (family !== "ordered") throw new RefusedModel("bad-input", free, "slopes that differ between cut points are of an ordered outcome");
  if (covariance !== "classical") throw new RefusedModel("bad-input", free, "partial proportional odds are fitted without offset or probability weights, and with classical standard errors");
  return fitPartialOrdered(rowsOf(X), Array.from(y), terms, levels!, free, { link });
}

/** Fewer people with the rarer answer than parameters: no estimate of them is worth a row in a curve. */
export function tooFewEvents(y: Float64Array, { family, terms }: PlannedFit): Bilingual | undefined {
  if (y.length === 0) return { en: "(bad-input) nobody of its group has a value in every column", zh: "（输入有误）该组中没有人在每一列都有值" };
  if (family !== "binomial") return undefined;
  let events = 0;
  for (let i = 0; i < y.length; i++) if (y[i] === 1) events++;
  const rarest = Math.min(events, y.length - events);
  const parameters = terms.length + 1;
  return rarest > 0 && rarest < parameters ? {
    en: `(too-few-events) ${rarest} people have the rarer answer, for ${parameters} parameters (expected at least one each)`,
    zh: `（事件过少）较少的一类答案只有 ${rarest} 人，而参数有 ${parameters} 个（应每个参数至少一人）`,
  } : undefined;
}

function withCovariance(fit: Fit, arena: Arena, { covariance, clusters, rows }: PlannedFit, X: Packed, y: Float64Array): Fit {
  if (covariance === "classical") return fit;
  const data = { X: rowsOf(X), y: Array.from(y) };
  if (covariance === "HC1") return withRobustCovariance(fit, data, "HC1");
  return withClusteredCovariance(fit, data, Array.from(pick(arena.columns[clusters!], arena.rows[rows]), String));
}

const rowsOf = ({ rows, columns, values }: Packed): number[][] => Array.from({ length: rows }, (_, i) => Array.from(values.subarray(i * columns, (i + 1) * columns)));

function estimatesOf({ coefficients }: Fit, { terms }: PlannedFit): Estimates {
  const slopes = terms.map((term) => coefficients.find((row) => row.term === term)); // none where its slope differs between cut points
  const each = (field: "estimate" | "standardError" | "p") => Float64Array.from(slopes, (row) => row?.[field] ?? NaN);
  return { estimate: each("estimate"), standardError: each("standardError"), p: each("p") };
}
