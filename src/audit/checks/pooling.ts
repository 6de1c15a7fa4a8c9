import type { Bilingual } from "../../bilingual";
import { chiSquareTail } from "../../models/numeric/chiSquare";
import type { Interval } from "../../published/printedNumber";
import { CRIES } from "../calibration";
import { type Check, type Example, type Need, type Outcome, type RawFinding, type Result, type Verdict, verdictOf } from "../check";
import { logLikOfEvents } from "../eventCounts";
import { exampleModel } from "../exampleTable";
import type { Given } from "../given";
import { distanceFromMean } from "../inverseVarianceMean";
import { asPair, overlaps, printedInterval, type Rounding, SLACK, sumOf } from "../printedInterval";
import type { PrintedModel, PrintedRow } from "../printedModel";
import { literal, pIs, printedCell, say, sayP } from "../words";

export interface PoolingTest {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly lr: number;
  readonly df: number;
  readonly p: number;
  readonly lrInterval: readonly [number, number];
  readonly pInterval: readonly [number, number];
  /** What of `lr` is the crude difference in level, on one degree of freedom a part but one; null where events are unknown. */
  readonly level: number | null;
  /** The rest, which is no test of slopes: `df` holds the constants, and a regional constant would take up the level. */
  readonly rest: number | null;
}

/**
 * The log-likelihood of a whole against those of its parts.
 *
 * Method    fitted apart, the parts can only fit better: LR = 2(Σ parts − whole) ≥ 0, and under equal coefficients it is
 *           χ² with Σ k(parts) − k(whole) degrees of freedom.
 * Source    Chow (1960), in its likelihood-ratio form.
 * Inconsistent means: LR < 0 over all values that rounding leaves. Proof: the whole's estimate is one of the parameter
 *           values open to each part, so each part's maximum is at least the whole's log-likelihood on its rows, and the
 *           rows add up.
 * Assumes   parts share out the whole's rows, the same outcome, terms and family, unweighted maximum likelihood. A term
 *           of the whole that a part lacks breaks the nesting (unless it is constant there): then it cannot tell.
 *
 * @example poolingTest("-458.477", ["-106.527", "-337.297"], 11).lr.toFixed(3)  // "29.306"
 * @example poolingTest("-458.477", ["-106.527", "-337.297"], 11).verdict  // "consistent"
 * @example poolingTest("-443.477", ["-106.527", "-337.297"], 11).verdict  // "inconsistent"
 */
export function poolingTest(whole: string, parts: readonly string[], df: number, rounding: Rounding = "any"): { verdict: Verdict; lr: number; p: number; lrInterval: Interval; pInterval: Interval } {
  const w = printedInterval(whole, rounding);
  const sum = sumOf(parts.map((part) => printedInterval(part, rounding)));
  const lr = 2 * (parts.reduce((total, part) => total + Number(part), 0) - Number(whole));
  const lrInterval = { lower: 2 * (sum.lower - w.upper), upper: 2 * (sum.upper - w.lower) };
  return {
    verdict: verdictOf({ some: lrInterval.upper >= -SLACK, all: lrInterval.lower >= -1e-9, face: lr >= -1e-9 }),
    lr,
    p: chiSquareTail(lr, df),
    lrInterval,
    pInterval: { lower: chiSquareTail(lrInterval.upper, df), upper: chiSquareTail(lrInterval.lower, df) },
  };
}

/**
 * Splits a pooling test: LR = the crude difference in level + (Σ LR of the parts − LR of the whole), an identity of the
 * log-likelihoods, since each model's own LR is against its constant alone. Neither piece tests the slopes: that needs the
 * rows, refitted with a constant for each group.
 *
 * @param whole, parts  events and n of each
 * @example poolingSplit(29.306, { events: 532, n: 777 }, [{ events: 111, n: 187 }, { events: 421, n: 590 }]).level.toFixed(3)  // "9.200"
 * @example poolingSplit(29.306, { events: 532, n: 777 }, [{ events: 111, n: 187 }, { events: 421, n: 590 }]).rest.toFixed(3)  // "20.106"
 */
export function poolingSplit(lr: number, whole: { events: number; n: number }, parts: readonly { events: number; n: number }[]): { level: number; rest: number } {
  const level = 2 * (parts.reduce((sum, { events, n }) => sum + logLikOfEvents(events, n), 0) - logLikOfEvents(whole.events, whole.n));
  return { level, rest: lr - level };
}

/** Every pooled entry: the test where log-likelihoods are printed, and each coefficient against those of its parts. */
function run(given: Given): Outcome<PoolingTest[]> {
  const results: Result[] = [];
  const findings: RawFinding[] = [];
  const needs: Need[] = [];
  const answer: PoolingTest[] = [];
  for (const { whole, parts } of given.pools) {
    const reason = notNested(whole, parts);
    if (reason) {
      results.push({ model: whole.id, term: null, verdict: "cannot-tell", interval: null, why: reason.why.en, whyZh: reason.why.zh });
      needs.push({ model: whole.id, ...reason.need });
    } else {
      const test = auditWhole(given, whole, parts);
      results.push(test.result);
      findings.push(...test.findings);
      answer.push(test.test);
    }
    const shared = whole.rows.map((row) => ({ row, others: parts.flatMap((part) => part.row(row.row.term) ?? []) }))
      .filter(({ others }) => others.length === parts.length && parts.every(({ scale }) => scale === whole.scale));
    const outlier = whole.scale === "oddsRatio" ? undefined : standingOut(shared);
    for (const { row, others } of shared) {
      const { result, finding } = amongParts(whole, row, parts, others, row === outlier);
      results.push(result);
      if (finding) findings.push(finding);
    }
  }
  if (given.pools.length === 0) needs.push({ model: null, en: "which model pools which others (pooled)", zh: "哪个模型由哪些组合并而成（pooled）" });
  return { results, findings, needs, answer };
}

/** Why no test can be made and what would let it, or undefined where it can. */
function notNested(whole: PrintedModel, parts: readonly PrintedModel[]): { why: Bilingual; need: Bilingual } | undefined {
  const models = [whole, ...parts];
  if (models.some(({ published: { logLik } }) => logLik === undefined)) {
    return { why: { en: "Needs the log-likelihoods of the whole and all parts.", zh: "需要全样本与各组的对数似然值。" }, need: { en: "the log-likelihoods of the whole and all parts", zh: "全样本与各组的对数似然值" } };
  }
  if (models.some(({ family }) => family !== whole.family)) {
    return { why: { en: "The models are of different families.", zh: "各模型类型不同。" }, need: { en: "whole and parts of one family", zh: "全样本与各组为同一类模型" } };
  }
  if (parts.reduce((sum, { n }) => sum + (n ?? NaN), 0) !== whole.n) {
    return { why: { en: "The parts' rows do not add up to the whole's.", zh: "各组样本量之和不等于全样本。" }, need: { en: "parts whose n add up to the whole's", zh: "样本量之和等于全样本的各组" } };
  }
  const extra = whole.rows.filter(({ row: { term } }) => parts.some((part) => !part.row(term)));
  if (extra.length === 0) return undefined;
  const list = (language: "en" | "zh") => extra.map(({ name }) => name[language]).join(language === "zh" ? "、" : ", ");
  return {
    why: { en: `The whole has terms that a part lacks (${list("en")}): it may not be nested.`, zh: `全样本模型含有某组没有的项（${list("zh")}），未必嵌套。` },
    need: { en: "the same terms in whole and parts", zh: "全样本与各组包含相同的项" },
  };
}

function auditWhole(given: Given, whole: PrintedModel, parts: readonly PrintedModel[]): { result: Result; findings: RawFinding[]; test: PoolingTest } {
  const [ofWhole, ...ofParts] = [whole, ...parts].map(({ published }) => published.logLik!);
  const df = parts.reduce((sum, { rows }) => sum + rows.length, 0) - whole.rows.length;
  const { verdict: proved, lr, p, lrInterval, pInterval } = poolingTest(ofWhole, ofParts, df, given.rounding);
  // Weighted or incomplete rows need not be nested.
  const verdict = proved === "inconsistent" && !given.rowsAreCounted ? "cannot-tell" : proved;
  const sum = `2·(Σ ${ofParts.join(", ")} − ${ofWhole})`.replaceAll("-", "−");
  const result: Result = {
    model: whole.id, term: null, verdict, interval: asPair(lrInterval),
    why: `LR = ${sum} = ${say(lr)} on ${df} df, ${pIs(p)} (LR ${say(lrInterval.lower)} to ${say(lrInterval.upper)}).`,
    whyZh: `LR = ${sum} = ${say(lr)}，自由度 ${df}，${pIs(p)}（LR 介于 ${say(lrInterval.lower)} 与 ${say(lrInterval.upper)}）。`,
  };
  const split = splitOf(given, lr, whole, parts);
  const test: PoolingTest = { whole: whole.id, parts: parts.map(({ id }) => id), lr, df, p, lrInterval: asPair(lrInterval), pInterval: asPair(pInterval), level: split?.level ?? null, rest: split?.rest ?? null };
  const at = {
    model: whole.id, term: null,
    printed: Object.fromEntries([whole, ...parts].map(({ id, published }) => [`logLik of ${id}`, published.logLik!])),
    code: `poolingTest(${literal(ofWhole)}, ${literal(ofParts)}, ${df})`,
  } as const;
  const names = (joint: string) => parts.map(({ name }) => name).join(joint);
  if (proved === "inconsistent") {
    return { result, test, findings: [{
      ...at, severity: verdict === "inconsistent" ? "inconsistent" : "note",
      message: `${whole.name}'s log-likelihood ${ofWhole} is above the sum of its parts' (LR = ${say(lr)}), which no unweighted fits to the same rows allow: fitted apart, parts can only fit better. A log-likelihood is misprinted, or the models differ in rows, outcome or terms.`,
      messageZh: `${whole.name} 的对数似然值 ${ofWhole} 高于各组之和（LR = ${say(lr)}），对同一样本的未加权拟合不可能如此：分组拟合只会更好。对数似然值印错，或各模型的样本、因变量、变量不同。`,
    }] };
  }
  if (!(pInterval.upper < 0.05)) return { result, test, findings: [] };
  const pieces = split ? {
    en: ` The test holds the constants too: ${say(split.level)} of it is the crude difference in level, and the remaining ${say(split.rest)} is an identity of log-likelihoods, not a test of slopes, which would need the rows.`,
    zh: `该检验包含常数项：其中 ${say(split.level)} 来自总体水平之差，其余 ${say(split.rest)} 只是对数似然的恒等分解，并非对斜率的检验，后者需要原始数据。`,
  } : { en: " It holds the constants too.", zh: "该检验包含常数项。" };
  return { result, test, findings: [{
    ...at, severity: "note",
    message: `${names(" and ")} do not have the same coefficients: LR = ${say(lr)} on ${df} df, ${pIs(p)} (${sayP(pInterval.lower)} to ${sayP(pInterval.upper)} by rounding). ${whole.name} averages over groups that differ somewhere; the test does not say in which term.${pieces.en}`,
    messageZh: `${names(" 与 ")} 的系数不全相同：LR = ${say(lr)}，自由度 ${df}，${pIs(p)}（舍入范围 ${sayP(pInterval.lower)} 至 ${sayP(pInterval.upper)}）。${whole.name} 是对有差异的各组取平均；该检验不能说明差异在哪一项。${pieces.zh}`,
  }] };
}

function splitOf({ pseudoR2: { events } }: Given, lr: number, whole: PrintedModel, parts: readonly PrintedModel[]): { level: number; rest: number } | undefined {
  const known = [whole, ...parts].map(({ id, n }) => (Object.hasOwn(events, id) && n !== undefined ? { events: events[id], n } : undefined));
  return known.some((one) => one === undefined) ? undefined : poolingSplit(lr, known[0]!, known.slice(1) as { events: number; n: number }[]);
}

/**
 * Is a pooled coefficient between those of its parts, and near their inverse-variance mean? Usual, since pooling weighs
 * them, but no theorem (a group's own terms and constant move too): hence notes only.
 */
function amongParts(whole: PrintedModel, pooled: PrintedRow, parts: readonly PrintedModel[], others: readonly PrintedRow[], far: boolean): { result: Result; finding?: RawFinding } {
  const hull = { lower: Math.min(...others.map(({ coef }) => coef.lower)), upper: Math.max(...others.map(({ coef }) => coef.upper)) };
  const faces = others.map(({ row }) => Number(row.coef));
  const face = Number(pooled.row.coef);
  // Between the parts whatever the digits stand for: above some part's highest, below some part's lowest value.
  const all = pooled.coef.lower >= Math.min(...others.map(({ coef }) => coef.upper)) && pooled.coef.upper <= Math.max(...others.map(({ coef }) => coef.lower));
  const some = overlaps(pooled.coef, hull);
  const between = face >= Math.min(...faces) && face <= Math.max(...faces);
  const verdict = some ? verdictOf({ some, all, face: between }) : "cannot-tell";
  const list = parts.map((part, i) => `${part.name} ${others[i].row.coef}`).join(", ");
  const away = whole.scale === "oddsRatio" ? undefined : distanceFromMean(pooled.row, others.map(({ row }) => row));
  const beside = away ? { en: ` Their inverse-variance mean is ${say(away.mean)}, ${say(Math.abs(away.distance), 2)} of its SE away.`, zh: `其逆方差加权均值为 ${say(away.mean)}，相距 ${say(Math.abs(away.distance), 2)} 个标准误。` } : { en: "", zh: "" };
  const place = between ? { en: "between", zh: "介于" } : some ? { en: "outside, but for rounding,", zh: "落在（舍入范围除外）" } : { en: "outside", zh: "落在" };
  const result: Result = {
    model: whole.id, term: pooled.row.term, verdict, interval: asPair(hull),
    why: `The pooled ${pooled.row.coef} is ${place.en} its parts (${list}).${beside.en}`,
    whyZh: `合并系数 ${pooled.row.coef} ${place.zh}各组系数（${list}）${between ? "之间" : "之外"}。${beside.zh}`,
  };
  if (some && !far) return { result };
  const at = {
    severity: "note", model: whole.id, term: pooled.row.term,
    printed: { coef: pooled.row.coef, ...Object.fromEntries(parts.map(({ id }, i) => [`coef of ${id}`, others[i].row.coef])) },
  } as const;
  if (far && away) {
    return { result, finding: {
      ...at, weight: 55,
      message: `${whole.name}, ${pooled.name.en}: the pooled ${printedCell(pooled.row)} is ${say(Math.abs(away.distance), 2)} of its SE from the inverse-variance mean ${say(away.mean)} of its parts (${list}), three times as far as any other term, and no rounding to the nearest brings them together. Not a proof: of ${CRIES.inverseVarianceMean.tables} simulated right tables ${CRIES.inverseVarianceMean.cried} had such a term. A lost sign or digit in whole or part would look so.`,
      messageZh: `${whole.name}，${pooled.name.zh}：合并系数 ${printedCell(pooled.row)} 与各组（${list}）的逆方差加权均值 ${say(away.mean)} 相距 ${say(Math.abs(away.distance), 2)} 个标准误，为其他各项的三倍以上，且任何四舍五入都不能使二者一致。这不是证明：${CRIES.inverseVarianceMean.tables} 张模拟的正确表格中有 ${CRIES.inverseVarianceMean.cried} 张出现这样的项。漏印负号或数字会造成这种情形。`,
      code: `distanceFromMean(${literal(numbersOf(pooled))}, ${literal(others.map(numbersOf))})`,
    } };
  }
  return { result, finding: {
    ...at, weight: 35,
    message: `${whole.name}, ${pooled.name.en}: the pooled ${printedCell(pooled.row)} lies outside its parts (${list}). That happens where groups differ in more than this term, but a lost sign or digit looks the same.`,
    messageZh: `${whole.name}，${pooled.name.zh}：合并系数 ${printedCell(pooled.row)} 落在各组系数（${list}）之外。各组在其他项上也有差异时会如此，但漏印符号或数字也会如此。`,
    code: `[${others.map(({ row }) => row.coef).join(", ")}].sort((a, b) => a - b)`,
  } };
}

const numbersOf = ({ row: { coef, se } }: PrintedRow) => ({ coef, se });

/** In standard errors of the pooled estimate, and in multiples of the next furthest; how often right tables go so far is counted (calibration.ts). */
const FAR = 1.8;
const BEYOND_THE_NEXT = 3;

/** The one slope that lies far from its parts' mean where no other does, and that no rounding brings back. */
function standingOut(shared: readonly { readonly row: PrintedRow; readonly others: readonly PrintedRow[] }[]): PrintedRow | undefined {
  const distances = shared.filter(({ row }) => !row.isConstant && !row.isThreshold).flatMap(({ row, others }) => {
    const away = distanceFromMean(row.row, others.map((other) => other.row));
    return away ? [{ row, apart: away.apart, distance: Math.abs(away.distance) }] : [];
  }).sort((a, b) => b.distance - a.distance);
  const [first, next] = distances;
  return next && first.apart && first.distance >= FAR && first.distance >= BEYOND_THE_NEXT * next.distance ? first.row : undefined;
}

const example = (logLik: string): Example => {
  const model = (id: string, change: object) => exampleModel([{ term: "x", coef: "0.500", se: "0.200", stars: "**" }], { heading: id, ...change });
  return { table: { models: { A: model("A", { n: 80, logLik: "-50.000" }), B: model("B", { n: 90, logLik: "-55.000" }), W: model("W", { n: 170, logLik }) }, pooled: [{ whole: "W", parts: ["A", "B"] }] } };
};

/** The whole against its parts. */
export const pooling: Check<PoolingTest[]> = {
  name: "pooling",
  title: { en: "The whole against its parts", zh: "全样本与各组" },
  source: "Chow (1960), Econometrica 28: 591–605, in its likelihood-ratio form",
  proves: true,
  weight: 45,
  run,
  passes: example("-105.500"),
  fails: example("-99.500"),
};
