import type { Bilingual } from "../../bilingual";
import type { Interval } from "../../published/printedNumber";
import type { Family } from "../../published/publishedTable";
import type { Check, Example, Need, Outcome, RawFinding, Result, Verdict } from "../check";
import { exampleTable } from "../exampleTable";
import { type Floor, floorsOf, informationNeeded, leastRarer, rowsOfContrast } from "../floors";
import type { Given } from "../given";
import { asPair, printedIntervalAboveZero, type Rounding } from "../printedInterval";
import type { PrintedModel } from "../printedModel";
import { literal, printedCell, say } from "../words";

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
  family: Family,
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

interface Judgement {
  readonly result: Result;
  readonly finding?: RawFinding;
}

/** Every counted dummy of every logit, then parts against the counts of their whole. */
function run(given: Given): Outcome<null> {
  const judgements: Judgement[] = [];
  const needs: Need[] = [];
  for (const model of given.models.values()) {
    const categories = Object.entries(given.table.categories?.[model.id] ?? {});
    if (!given.isInLogOdds(model)) {
      needs.push({ model: model.id, ...NO_LOGIT });
      continue;
    }
    if (categories.length === 0) needs.push({ model: model.id, ...NO_COUNTS });
    for (const [term, contrast] of categories) {
      const row = model.row(term);
      if (row?.se === undefined) continue;
      judgements.push(given.modelBased ? ownCounts(model, term, contrast, given.rounding) : notModelBased(model.id, term));
    }
  }
  return {
    results: judgements.map(({ result }) => result),
    findings: [...judgements.flatMap(({ finding }) => finding ?? []), ...(given.modelBased ? sharedCounts(given) : [])],
    needs, answer: null,
  };
}

const NO_LOGIT: Bilingual = { en: "a logit in log-odds: the floor is a logit's", zh: "以对数优势报告的 logit 模型（该下限只适用于此）" };
const NO_COUNTS: Bilingual = { en: "how many rows each category has (categories)", zh: "各类别的频数（categories）" };

const notModelBased = (model: string, term: string): Judgement => ({ result: {
  model, term, verdict: "cannot-tell", interval: null,
  why: "Robust, clustered or weighted standard errors have no such floor.", whyZh: "稳健、聚类或加权标准误没有这样的下限。",
} });

function ownCounts({ id, name: called, family, published: { levels }, row: rowOf }: PrintedModel, term: string, contrast: { one: number; reference: number }, rounding: Rounding): Judgement {
  const { row, name } = rowOf(term)!;
  const answer = checkAttainableSE(row.se!, contrast, family, levels, rounding);
  const { floor } = answer;
  const counts = `${contrast.one} : ${contrast.reference}`;
  const ordered = family === "ordered logit";
  const floors = ordered ? `${say(floor.expected)} under expected and ${say(floor.observed)} under observed information` : say(floor.observed);
  const floorsZh = ordered ? `期望信息下 ${say(floor.expected)}、观测信息下 ${say(floor.observed)}` : say(floor.observed);
  const result: Result = {
    model: id, term, verdict: answer.verdict, interval: asPair(answer.se),
    why: `With ${counts} rows a model-based SE is at least ${floors}; printed ${row.se}.`,
    whyZh: `在 ${counts} 的频数下，基于模型的标准误至少为 ${floorsZh}；表中为 ${row.se}。`,
  };
  const belowThree = ordered && levels === undefined && answer.se.upper < floor.expectedThree;
  if (answer.verdict !== "inconsistent" && !answer.betweenFloors && !belowThree) return { result };
  const tail = tailOf(answer, belowThree);
  return { result, finding: {
    severity: answer.verdict === "inconsistent" ? "inconsistent" : "note", model: id, term,
    printed: { coef: row.coef, se: row.se!, one: String(contrast.one), reference: String(contrast.reference) },
    message: `${called}, ${name.en}: the SE in ${printedCell(row)} is below what ${counts} rows allow (${floors}${belowThree ? `; ${say(floor.expectedThree)} with three levels` : ""}). ${tail.en}`,
    messageZh: `${called}，${name.zh}：${printedCell(row)} 中的标准误低于 ${counts} 的频数所容许的下限（${floorsZh}${belowThree ? `；三个等级时为 ${say(floor.expectedThree)}` : ""}）。${tail.zh}`,
    code: `checkAttainableSE(${[literal(row.se), literal(contrast), literal(family), ...(levels === undefined ? [] : [levels])].join(", ")})`,
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
function sharedCounts(given: Given): RawFinding[] {
  return given.pools.flatMap(({ whole, parts }) =>
    Object.entries(given.table.categories?.[whole.id] ?? {}).flatMap(([term, contrast]) => {
      const ses = parts.flatMap((part) => part.row(term)?.row.se ?? []);
      const logits = [whole, ...parts].every((model) => given.isInLogOdds(model));
      if (!logits || ses.length < parts.length || !whole.row(term) || parts.some(({ id }) => given.table.categories?.[id]?.[term])) return [];
      return sharedCount(whole, parts, term, contrast, ses, given.rounding);
    }));
}

function sharedCount(whole: PrintedModel, parts: readonly PrintedModel[], term: string, contrast: { one: number; reference: number }, ses: readonly string[], rounding: Rounding): RawFinding[] {
  const { family, published: { levels } } = whole;
  const neededBy = (se: string, information: "expected" | "observed") => informationNeeded(printedIntervalAboveZero(se, rounding).upper, family, levels, information);
  const needed = (information: "expected" | "observed") => ses.reduce((sum, se) => sum + neededBy(se, information), 0);
  const offered = rowsOfContrast(contrast);
  const impossible = needed("observed") > offered;
  if (!impossible && needed("expected") <= offered) return [];
  const { name } = whole.row(term)!;
  const list = parts.map((part, i) => `${part.name} ${ses[i]}`).join(", ");
  const contrastWords = `${contrast.one} : ${contrast.reference}`;
  const kind = impossible ? "observed" : "expected";
  // Two answers that fill the sample: each part's own least number of the rarer answer can be told.
  const least = contrast.one + contrast.reference !== whole.n ? [] : parts.flatMap((part, i) =>
    (part.n === undefined ? [] : [`${part.name} ${leastRarer(neededBy(ses[i], kind), part.n)}`]));
  const need = say(needed(kind), 1);
  return [{
    severity: impossible ? "inconsistent" : "note", model: whole.id, term,
    printed: { one: String(contrast.one), reference: String(contrast.reference), ...Object.fromEntries(parts.map(({ id }, i) => [`se of ${id}`, ses[i]])) },
    message: `${name.en}: the parts' SEs (${list}) together need a contrast of at least ${need} rows (n₁n₀/(n₁+n₀)), but the ${contrastWords} rows of ${whole.name} hold ${say(offered, 1)}${least.length > 0 ? `; alone, rows of the rarer answer at least: ${least.join(", ")}` : ""}. `
      + (impossible ? "The term was coded otherwise than counted, or an SE is misprinted or not model-based." : "They cannot all be right under expected information unless the term was coded otherwise than counted or the SEs are not model-based."),
    messageZh: `${name.zh}：各组标准误（${list}）合计至少需要 n₁n₀/(n₁+n₀) = ${need}，而 ${whole.name} 的频数 ${contrastWords} 只有 ${say(offered, 1)}${least.length > 0 ? `；各组单独至少需要较少一类：${least.join("，")}` : ""}。`
      + (impossible ? "该变量的编码与频数不符，或某标准误印错或并非基于模型。" : "在期望信息下不可能全部成立，除非该变量的编码与频数不符，或标准误并非基于模型。"),
    code: `${literal(ses)}.reduce((sum, se) => sum + informationNeeded(Number(se), ${literal(family)}, ${String(levels)}, ${literal(kind)}), 0) - rowsOfContrast(${literal(contrast)})`,
  }];
}

const example = (se: string): Example =>
  exampleTable([{ term: "x", coef: "0.500", se, stars: "" }], { n: 256 }, { categories: { A: { x: { one: 118, reference: 138 } } } });

/** A dummy's standard error against the least that its counts allow. */
export const attainableSE: Check<null> = {
  name: "attainableSE",
  title: { en: "Attainable standard errors", zh: "标准误的下限" },
  source: "McCullagh (1980), Journal of the Royal Statistical Society B 42: 109–142; Whitehead (1993), Statistics in Medicine 12: 2257–2271",
  proves: true,
  weight: 60,
  run,
  passes: example("0.286"),
  fails: example("0.186"),
};
