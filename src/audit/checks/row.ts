import type { Bilingual } from "../../bilingual";
import { normalQuantile } from "../../models/numeric/normal";
import { twoSidedT } from "../../models/numeric/studentT";
import type { Interval } from "../../published/printedNumber";
import type { Check, Example, Outcome, RawFinding, Result, Verdict } from "../check";
import { type Reading, holds, levelsOf, limitsOf, ratioOf, readingsOf, statisticFromError, tailOf, type Tail } from "../evidence";
import { exampleTable } from "../exampleTable";
import type { Given } from "../given";
import { asPair, magnitudeOf, overlaps, printedInterval } from "../printedInterval";
import { estimateOf, logOf, type PrintedModel, type PrintedRow } from "../printedModel";
import { borneOutByOthers } from "../settle";
import { literal, printedCell, say, sayP } from "../words";

/** Two printed things of one row that must agree: what is printed, and what the others make of it. */
interface Relation {
  readonly name: "sign" | "z" | "t" | "wald" | "p from statistic" | "p from error" | "odds ratio" | "limits hold" | "limits centred" | "limits width";
  readonly agrees: boolean;
  readonly printed: string;
  readonly expected: Interval;
  readonly what: Bilingual;
  /** True by definition; the others hold of Wald tests and Wald intervals only, which other rows must bear out. */
  readonly byDefinition: boolean;
}

/**
 * Do the numbers of one row agree: estimate, standard error, z, t, Wald, p, confidence limits, odds ratio?
 *
 * Method    each number's rounding interval against the interval that the others leave for it: z = b/se, Wald = z²,
 *           p = 2Φ(−|z|), odds ratio = exp(b), limits around b and half their width over 1.96 = se.
 * Source    Nuijten et al. (2016); Heathers & Brown (2019).
 * Inconsistent means: the two intervals do not meet, so no numbers print so. Proof: each relation is monotone in its
 *           parts, hence the box of their rounding intervals has its ends at corners; for odds ratios interval arithmetic
 *           leaves at least as much. What holds of Wald tests and intervals only (p from b/se where no statistic is
 *           printed, limits centred and wide as 1.96 se) counts only where at least five other rows bear it out and none
 *           is against it.
 * Assumes   numbers of one row belong to one test; two-sided p (a note on one-sided tests leaves p alone); for t the p of
 *           any degrees of freedom.
 *
 * @example checkStatistic("0.409", "0.121", "5.8").verdict  // "inconsistent"
 * @example checkStatistic("0.409", "0.121", "3.4").verdict  // "consistent"
 */
export function checkStatistic(coef: string, se: string, statistic: string): { verdict: Verdict; expected: Interval } {
  const expected = ratioOf(printedInterval(coef), magnitudeOf(printedInterval(se)));
  return { verdict: overlaps(magnitudeOf(printedInterval(statistic)), expected) ? "consistent" : "inconsistent", expected };
}

/** What cannot be whatever the rest: told before any comparison. */
function impossible({ row, beside, isConstant, isThreshold }: PrintedRow, { scale }: PrintedModel): (Bilingual & { printed: string }) | undefined {
  if (row.se?.startsWith("-")) return { printed: row.se, en: "a standard error cannot be negative", zh: "标准误不能为负" };
  if (beside.p && beside.p.lower > 1) return { printed: row.p!, en: "a p-value cannot be above 1", zh: "p 值不能大于 1" };
  if (row.p?.startsWith("-") && Number(row.p) < 0) return { printed: row.p, en: "a p-value cannot be negative", zh: "p 值不能为负" };
  if (beside.wald && beside.wald.upper < 0) return { printed: row.wald!, en: "a Wald χ² cannot be negative", zh: "Wald χ² 不能为负" };
  if (beside.lower && beside.upper && beside.lower.lower > beside.upper.upper) return { printed: `${row.lower} – ${row.upper}`, en: "the lower confidence limit is above the upper", zh: "置信区间的下限大于上限" };
  if (beside.oddsRatio && beside.oddsRatio.upper < 0) return { printed: row.oddsRatio!, en: "an odds ratio cannot be negative", zh: "优势比不能为负" };
  if (scale === "oddsRatio" && !isConstant && !isThreshold && Number(row.coef) < 0) return { printed: row.coef, en: "an odds ratio cannot be negative", zh: "优势比不能为负" };
  return undefined;
}

/** Every relation that the row prints enough for, under each open reading: the kindest of them counts. */
function relationsOf(given: Given, model: PrintedModel, row: PrintedRow, readings: readonly Reading[], tail: Tail): Relation[] {
  const { beside, row: text } = row;
  const statistic = beside.z ?? beside.t;
  const relations: Relation[] = [];
  const add = (name: Relation["name"], printed: Interval, shown: string, expected: readonly Interval[], what: Bilingual, byDefinition = true): void => {
    if (expected.length > 0) relations.push({ name, agrees: expected.some((one) => overlaps(printed, one)), printed: shown, expected: expected[0], what, byDefinition });
  };
  const fromError = readings.flatMap((reading) => statisticFromError(row, reading) ?? []);
  const squared = fromError.map(({ lower, upper }) => ({ lower: lower ** 2, upper: upper ** 2 }));
  if (beside.z) add("z", magnitudeOf(beside.z), text.z!, fromError, { en: "estimate / standard error", zh: "估计值/标准误" });
  if (beside.t) add("t", magnitudeOf(beside.t), text.t!, fromError, { en: "estimate / standard error", zh: "估计值/标准误" });
  if (beside.wald) {
    // Some tables head the plain statistic "Wald".
    add("wald", beside.wald, text.wald!, [...squared, ...fromError, ...(beside.z ? [squareOf(beside.z)] : [])], { en: "(estimate / standard error)²", zh: "（估计值/标准误）²" });
  }
  if (statistic && statistic.upper < 0) {
    const estimates = readings.flatMap((reading) => estimateOf(row, reading.oddsRatios ? "oddsRatio" : "logOdds") ?? []);
    if (estimates.length > 0 && estimates.every(({ lower }) => lower > 0)) {
      relations.push({ name: "sign", agrees: false, printed: text.z ?? text.t!, expected: estimates[0], what: { en: "the sign of the estimate", zh: "估计值的符号" }, byDefinition: true });
    }
  }
  if (beside.p && !given.said.has("one-sided tests") && !given.said.has("resampling") && !given.said.has("imputation")) {
    const open: Tail = beside.t && !beside.z ? { least: 1 } : tail;
    const pOf = ({ lower, upper }: Interval): Interval => ({ lower: twoSidedT(upper, open.most), upper: twoSidedT(lower, open.least) });
    const root = beside.wald && { lower: Math.sqrt(Math.max(0, beside.wald.lower)), upper: Math.sqrt(Math.max(0, beside.wald.upper)) };
    if (statistic) add("p from statistic", beside.p, text.p!, [pOf(magnitudeOf(statistic))], { en: "p of the printed statistic", zh: "由表中统计量得到的 p" });
    else if (root) add("p from statistic", beside.p, text.p!, [pOf(root), pOf(beside.wald)], { en: "p of the printed Wald statistic", zh: "由表中 Wald 统计量得到的 p" });
    else add("p from error", beside.p, text.p!, fromError.map(pOf), { en: "p of estimate / standard error", zh: "由估计值/标准误得到的 p" }, false);
  }
  if (beside.oddsRatio && model.scale === "logOdds") {
    add("odds ratio", beside.oddsRatio, text.oddsRatio!, [{ lower: Math.exp(row.coef.lower), upper: Math.exp(row.coef.upper) }], { en: "exp(estimate)", zh: "exp（估计值）" });
  }
  return [...relations, ...limitRelations(given, model, row, readings)];
}

const squareOf = (z: Interval): Interval => {
  const { lower, upper } = magnitudeOf(z);
  return { lower: lower ** 2, upper: upper ** 2 };
};

function limitRelations(given: Given, model: PrintedModel, row: PrintedRow, readings: readonly Reading[]): Relation[] {
  const { lower, upper, oddsRatio } = row.beside;
  if (!lower || !upper) return [];
  const shown = `${row.row.lower} – ${row.row.upper}`;
  const held = [row.coef, ...(oddsRatio ? [oddsRatio] : [])].some((value) => holds(lower, value, upper));
  // Limits of a ratio that stand beside log-odds without the ratio are of another scale than the estimate.
  const ofRatio = model.scale === "logOdds" && !oddsRatio && lower.lower > 0 && holds(lower, { lower: Math.exp(row.coef.lower), upper: Math.exp(row.coef.upper) }, upper);
  const relations: Relation[] = [{
    name: "limits hold", agrees: held || ofRatio, printed: shown, expected: row.coef, byDefinition: true,
    what: { en: "an interval that holds the estimate", zh: "包含估计值的区间" },
  }];
  if (!held || ofRatio || given.said.has("resampling")) return relations;
  const centred: boolean[] = [];
  const wide: boolean[] = [];
  let [middleShown, widthShown]: Interval[] = [row.coef, row.coef];
  for (const reading of readings) {
    const limits = limitsOf(row, reading);
    const b = oddsRatio && model.scale === "logOdds" && limits && limits.lower.upper !== lower.upper ? logOf(oddsRatio) : estimateOf(row, reading.oddsRatios ? "oddsRatio" : "logOdds");
    if (!limits || !b || !Number.isFinite(limits.lower.lower)) continue;
    middleShown = { lower: (limits.lower.lower + limits.upper.lower) / 2, upper: (limits.lower.upper + limits.upper.upper) / 2 };
    centred.push(overlaps(b, middleShown) || overlaps(row.coef, middleShown));
    const z = statisticFromError(row, reading);
    if (!z) continue;
    const half = { lower: Math.max(0, limits.upper.lower - limits.lower.upper) / 2, upper: (limits.upper.upper - limits.lower.lower) / 2 };
    for (const level of levelsOf(given, model)) {
      const q = normalQuantile((1 + level) / 2);
      widthShown = { lower: half.lower / q, upper: half.upper / q };
      const size = magnitudeOf(b);
      // b/z is the standard error on the scale of the limits, whichever way it was printed.
      wide.push(size.lower === 0 || overlaps(ratioOf(b, { lower: Math.max(widthShown.lower, Number.MIN_VALUE), upper: widthShown.upper }), z));
    }
  }
  if (centred.length > 0) relations.push({ name: "limits centred", agrees: centred.some(Boolean), printed: shown, expected: middleShown, byDefinition: false, what: { en: "the middle of the limits, against the estimate", zh: "区间中点（与估计值相比）" } });
  if (wide.length > 0) relations.push({ name: "limits width", agrees: wide.some(Boolean), printed: shown, expected: widthShown, byDefinition: false, what: { en: "the standard error that the limits imply", zh: "由区间宽度得到的标准误" } });
  return relations;
}

function run(given: Given): Outcome<null> {
  const rows = [...given.models.values()].flatMap((model) => {
    const readings = readingsOf(given, model);
    const tail = tailOf(given, model);
    return model.rows.map((row) => ({ model, row, relations: relationsOf(given, model, row, readings, tail), cannot: impossible(row, model) }));
  });
  const agreement = memoised((name: Relation["name"], scale: PrintedModel["scale"]) =>
    rows.map(({ model, relations }) => (model.scale === scale ? relations.find((one) => one.name === name)?.agrees : undefined)));
  const results: Result[] = [];
  const findings: RawFinding[] = [];
  rows.forEach(({ model, row, relations, cannot }, i) => {
    const at = { model: model.id, term: row.row.term };
    const code = codeFor(row);
    if (cannot) {
      const sure = !given.doubts(model.id, row.row.term);
      results.push({ ...at, verdict: sure ? "inconsistent" : "cannot-tell", interval: null, why: `${cannot.printed}: ${cannot.en}.`, whyZh: `${cannot.printed}：${cannot.zh}。` });
      findings.push({ ...at, severity: sure ? "inconsistent" : "note", printed: printedOf(row), code, message: `${model.name}, ${row.name.en}: printed ${printedCell(row.row)}; ${cannot.en}. A sign or digit is misprinted.`, messageZh: `${model.name}，${row.name.zh}：表中为 ${printedCell(row.row)}；${cannot.zh}。符号或数字印错。` });
      return;
    }
    for (const relation of relations) {
      const sure = !relation.agrees && !given.doubts(model.id, row.row.term) && !given.supposes("brackets", model.id) && !given.supposes("scale", model.id) && (relation.byDefinition || borneOutByOthers(agreement(relation.name, model.scale), i));
      const verdict: Verdict = relation.agrees ? "consistent" : sure ? "inconsistent" : "cannot-tell";
      results.push({ ...at, verdict, interval: asPair(relation.expected), ...whyOf(relation) });
      if (!relation.agrees) findings.push({ ...at, severity: sure ? "inconsistent" : "note", printed: printedOf(row), code, ...messageOf(model, row, relation, sure) });
    }
  });
  const some = rows.some(({ relations, cannot }) => relations.length > 0 || cannot);
  return { results, findings, answer: null, needs: some || rows.length === 0 ? [] : [{ model: null, en: "a second number for the same estimate: z, t, Wald, p, confidence limits or odds ratio beside the standard error", zh: "同一估计值的另一个数字：标准误之外的 z、t、Wald、p、置信区间或优势比" }] };
}

function memoised<Value>(make: (name: Relation["name"], scale: PrintedModel["scale"]) => Value): typeof make {
  const made = new Map<string, Value>();
  return (name, scale) => {
    const key = `${name}/${scale}`;
    if (!made.has(key)) made.set(key, make(name, scale));
    return made.get(key)!;
  };
}

const isP = ({ name }: Relation): boolean => name === "p from statistic" || name === "p from error";
const rangeOf = (relation: Relation): [string, string] =>
  isP(relation) ? [sayP(relation.expected.lower), sayP(relation.expected.upper)] : [say(relation.expected.lower), say(relation.expected.upper)];

function whyOf(relation: Relation): { why: string; whyZh: string } {
  const [lower, upper] = rangeOf(relation);
  return {
    why: `Printed ${relation.printed}; ${relation.what.en}: ${lower} to ${upper}.`,
    whyZh: `表中为 ${relation.printed}；${relation.what.zh}：${lower} 至 ${upper}。`,
  };
}

function messageOf(model: PrintedModel, row: PrintedRow, relation: Relation, sure: boolean): { message: string; messageZh: string } {
  const [lower, upper] = rangeOf(relation);
  const tail = sure
    ? { en: "One of them is misprinted, or they belong to different tests.", zh: "其中必有一个印错，或它们出自不同的检验。" }
    : { en: "It may be a profile interval, a likelihood-ratio p or another scale than supposed; if not, one of them is misprinted.", zh: "可能是剖面似然区间、似然比检验的 p，或尺度与推定的不同；否则必有一个印错。" };
  return {
    message: `${model.name}, ${row.name.en}: ${relation.printed} is printed, but ${relation.what.en} is ${lower} to ${upper} (${printedCell(row.row)}). ${tail.en}`,
    messageZh: `${model.name}，${row.name.zh}：表中为 ${relation.printed}，而${relation.what.zh}为 ${lower} 至 ${upper}（${printedCell(row.row)}）。${tail.zh}`,
  };
}

const printedOf = ({ row: { coef, se, z, t, wald, p, lower, upper, oddsRatio } }: PrintedRow): Record<string, string> =>
  Object.fromEntries(Object.entries({ coef, se, z, t, wald, p, lower, upper, oddsRatio }).filter((entry): entry is [string, string] => entry[1] !== undefined));

const codeFor = ({ row: { coef, se, z, t } }: PrintedRow): string =>
  se !== undefined && (z ?? t) !== undefined ? `checkStatistic(${[coef, se, (z ?? t)!].map(literal).join(", ")})` : `printedInterval(${literal(coef)})`;

const example = (z: string): Example => exampleTable([{ term: "x", coef: "0.409", se: "0.121", stars: "", z }]);

/** One row's numbers against each other. */
export const row: Check<null> = {
  name: "row",
  title: { en: "The numbers of one row", zh: "同一行各数字是否相符" },
  source: "Nuijten et al. (2016), Behavior Research Methods 48: 1205–1226 (statcheck); for rounding, Heathers & Brown (2019)",
  proves: true,
  weight: 50,
  run,
  passes: example("3.38"),
  fails: example("5.8"),
};
