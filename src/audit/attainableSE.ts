import type { Interval } from "../published/printedNumber";
import type { PublishedModel, PublishedTable } from "../published/publishedTable";
import { type Floor, floorsOf, informationNeeded, leastRarer, rowsOfContrast } from "./floors";
import type { AuditOptions } from "./options";
import { printedIntervalAboveZero, type Rounding } from "./printedInterval";
import { REFERENCES } from "./references";
import { asPair, type Audited, type CheckResult, type Finding, type Verdict } from "./vocabulary";
import { cell, literal, nameOf, rowOf, say } from "./words";

export interface AttainableAnswer {
  readonly verdict: Verdict;
  readonly se: Interval;
  readonly floor: Floor;
  /** Below the floor that only observed information could pass: possible, but something unusual would have to hold. */
  readonly betweenFloors: boolean;
}

/**
 * Can a dummy's standard error be as small as printed, given how many rows it contrasts?
 *
 * Method    a slope's model-based SE is at least 1/√(I·n₁n₀/(n₁ + n₀)), n₁ rows with 1 and n₀ in the reference
 *           category, I the most information that one row can carry (`floors.ts` has the proof and the values of I).
 * Source    McCullagh (1980); Whitehead (1993).
 * Inconsistent means: the largest value that the printed SE may stand for is below the floor under observed information,
 *           so no data with these counts give it. Between that and the floor under expected information an ordered
 *           logit's SE is not proved impossible: a note.
 * Assumes   model-based standard errors (robust or weighted ones have no such floor: cannot tell), a logit link, the
 *           printed category counts of the same rows, the other dummies of the same question in the model.
 *
 * @param levels  of an ordered outcome; unknown, the expected floor is that of any number of levels
 * @example checkAttainableSE("0.286", { one: 118, reference: 138 }, "binary logit").verdict  // "consistent"
 * @example checkAttainableSE("0.186", { one: 118, reference: 138 }, "binary logit").verdict  // "inconsistent"
 * @example checkAttainableSE("0.229", { one: 725, reference: 52 }, "ordered logit", 3).betweenFloors  // true
 */
export function checkAttainableSE(
  se: string,
  contrast: { one: number; reference: number },
  family: PublishedModel["family"],
  levels?: number,
  rounding: Rounding = "any",
): AttainableAnswer {
  const printed = printedIntervalAboveZero(se, rounding);
  const floor = floorsOf(rowsOfContrast(contrast), family, levels);
  const impossible = printed.upper < floor.observed;
  return {
    verdict: impossible ? "inconsistent" : printed.lower >= floor.expected ? "consistent" : "cannot-tell",
    se: printed,
    floor,
    betweenFloors: !impossible && printed.upper < floor.expected,
  };
}

/** Every counted dummy of every model, then parts against the counts of their whole. */
export function auditAttainableSE(table: PublishedTable, { rounding = "any" }: AuditOptions = {}): Audited {
  const outcomes: Outcome[] = [];
  for (const [id, model] of Object.entries(table.models)) {
    const categories = table.categories?.[id];
    if (!categories) {
      outcomes.push({ result: { check: "attainableSE", model: id, term: null, verdict: "cannot-tell", interval: null, ...NO_COUNTS } });
      continue;
    }
    for (const [term, contrast] of Object.entries(categories)) {
      if (rowOf(model, term)) outcomes.push(table.standardErrors && table.standardErrors !== "model-based" ? notModelBased(id, term) : ownCounts(id, model, term, contrast, rounding));
    }
  }
  return {
    checks: outcomes.map(({ result }) => result),
    findings: [...outcomes.flatMap(({ finding }) => finding ?? []), ...(table.standardErrors && table.standardErrors !== "model-based" ? [] : sharedCounts(table, rounding))],
  };
}

interface Outcome {
  readonly result: CheckResult;
  readonly finding?: Finding;
}

const NO_COUNTS = { why: "No category counts are given for this model.", whyZh: "未给出该模型各类别的频数。" };

const notModelBased = (model: string, term: string): Outcome => ({ result: {
  check: "attainableSE", model, term, verdict: "cannot-tell", interval: null,
  why: "Robust or weighted standard errors have no such floor.", whyZh: "稳健或加权标准误没有这样的下限。",
} });

function ownCounts(id: string, model: PublishedModel, term: string, contrast: { one: number; reference: number }, rounding: Rounding): Outcome {
  const row = rowOf(model, term)!;
  const answer = checkAttainableSE(row.se, contrast, model.family, model.levels, rounding);
  const { floor } = answer;
  const counts = `${contrast.one} : ${contrast.reference}`;
  const ordered = model.family === "ordered logit";
  const floors = ordered ? `${say(floor.expected)} under expected and ${say(floor.observed)} under observed information` : say(floor.observed);
  const floorsZh = ordered ? `期望信息下 ${say(floor.expected)}、观测信息下 ${say(floor.observed)}` : say(floor.observed);
  const result: CheckResult = {
    check: "attainableSE", model: id, term, verdict: answer.verdict, interval: asPair(answer.se),
    why: `With ${counts} rows a model-based SE is at least ${floors}; printed ${row.se}.`,
    whyZh: `在 ${counts} 的频数下，基于模型的标准误至少为 ${floorsZh}；表中为 ${row.se}。`,
  };
  const belowThree = ordered && model.levels === undefined && answer.se.upper < floor.expectedThree;
  if (answer.verdict !== "inconsistent" && !answer.betweenFloors && !belowThree) return { result };
  const name = nameOf(row);
  const tail = tailOf(answer, belowThree);
  return { result, finding: {
    check: "attainableSE", severity: answer.verdict === "inconsistent" ? "inconsistent" : "note", model: id, term,
    printed: { coef: row.coef, se: row.se, one: String(contrast.one), reference: String(contrast.reference) },
    message: `${id}, ${name.en}: the SE in ${cell(row)} is below what ${counts} rows allow (${floors}${belowThree ? `; ${say(floor.expectedThree)} with three levels` : ""}). ${tail.en}`,
    messageZh: `${id}，${name.zh}：${cell(row)} 中的标准误低于 ${counts} 的频数所容许的下限（${floorsZh}${belowThree ? `；三个等级时为 ${say(floor.expectedThree)}` : ""}）。${tail.zh}`,
    reference: REFERENCES.attainableSE,
    code: `checkAttainableSE(${[literal(row.se), literal(contrast), literal(model.family), ...(model.levels === undefined ? [] : [model.levels])].join(", ")})`,
  } };
}

function tailOf({ verdict }: AttainableAnswer, belowThree: boolean): { en: string; zh: string } {
  if (verdict === "inconsistent") {
    return { en: "The term was coded otherwise than counted, the SE is not model-based, or it is misprinted.", zh: "该变量的编码与频数不符，或标准误并非基于模型，或有印刷错误。" };
  }
  const levels = belowThree ? { en: "the outcome has more than three levels, ", zh: "因变量多于三个等级，" } : { en: "", zh: "" };
  return {
    en: `To be right, ${levels.en}the term was coded otherwise than counted, the SE is robust or weighted, or the data break parallel lines far enough to lift observed above expected information.`,
    zh: `若无误，则${levels.zh}该变量的编码与频数不符，或标准误为稳健/加权标准误，或数据明显违背平行性以致观测信息高于期望信息。`,
  };
}

/**
 * Parts whose own counts are not printed: n₁n₀/(n₁ + n₀) of the whole is at least the sum of the parts' (it is concave and
 * homogeneous), so the information that the parts' SEs need must fit into what the whole's counts offer.
 */
function sharedCounts(table: PublishedTable, rounding: Rounding): Finding[] {
  return (table.pooled ?? []).flatMap(({ whole, parts }) =>
    Object.entries(table.categories?.[whole] ?? {}).flatMap(([term, contrast]) => {
      const rows = parts.map((id) => rowOf(table.models[id], term));
      if (rows.some((row) => row === undefined) || parts.some((id) => table.categories?.[id]?.[term])) return [];
      return sharedCount(table, whole, parts, term, contrast, rows.map((row) => row!.se), rounding);
    }));
}

function sharedCount(
  table: PublishedTable, whole: string, parts: readonly string[], term: string, contrast: { one: number; reference: number }, ses: readonly string[], rounding: Rounding,
): Finding[] {
  const { family, levels } = table.models[whole];
  const needed = (information: "expected" | "observed") =>
    ses.reduce((sum, se) => sum + informationNeeded(printedIntervalAboveZero(se, rounding).upper, family, levels, information), 0);
  const offered = rowsOfContrast(contrast);
  const impossible = needed("observed") > offered;
  if (!impossible && needed("expected") <= offered) return [];
  const row = rowOf(table.models[whole], term)!;
  const name = nameOf(row);
  const list = parts.map((id, i) => `${id} ${ses[i]}`).join(", ");
  const contrastWords = `${contrast.one} : ${contrast.reference}`;
  const kind = impossible ? "observed" : "expected";
  // Two answers that fill the sample: each part's own least number of the rarer answer can be told.
  const least = contrast.one + contrast.reference !== table.models[whole].n ? [] : parts.map((id, i) =>
    `${id} ${leastRarer(informationNeeded(printedIntervalAboveZero(ses[i], rounding).upper, family, levels, kind), table.models[id].n)}`);
  const need = say(needed(kind), 1);
  return [{
    check: "attainableSE", severity: impossible ? "inconsistent" : "note", model: whole, term,
    printed: { one: String(contrast.one), reference: String(contrast.reference), ...Object.fromEntries(parts.map((id, i) => [`se of ${id}`, ses[i]])) },
    message: `${name.en}: the parts' SEs (${list}) together need a contrast of at least ${need} rows (n₁n₀/(n₁+n₀)), but the ${contrastWords} rows of ${whole} hold ${say(offered, 1)}${least.length > 0 ? `; alone, rows of the rarer answer at least: ${least.join(", ")}` : ""}. `
      + (impossible ? "The term was coded otherwise than counted, or an SE is misprinted or not model-based." : "They cannot all be right under expected information unless the term was coded otherwise than counted or the SEs are not model-based."),
    messageZh: `${name.zh}：各组标准误（${list}）合计至少需要 n₁n₀/(n₁+n₀) = ${need}，而 ${whole} 的频数 ${contrastWords} 只有 ${say(offered, 1)}${least.length > 0 ? `；各组单独至少需要较少一类：${least.join("，")}` : ""}。`
      + (impossible ? "该变量的编码与频数不符，或某标准误印错或并非基于模型。" : "在期望信息下不可能全部成立，除非该变量的编码与频数不符，或标准误并非基于模型。"),
    reference: REFERENCES.attainableSE,
    code: `${literal(ses)}.reduce((sum, se) => sum + informationNeeded(Number(se), ${literal(family)}, ${levels ?? "undefined"}, ${literal(kind)}), 0) - rowsOfContrast(${literal(contrast)})`,
  }];
}
