import type { Interval } from "../published/printedNumber";
import type { PublishedModel, PublishedTable } from "../published/publishedTable";
import type { AuditOptions } from "./options";
import { overlaps, printedInterval, type Rounding, SLACK, sumOf } from "./printedInterval";
import { REFERENCES } from "./references";
import { chiSquareTail } from "./tails";
import { asPair, type Audited, type CheckResult, type Finding, type Verdict } from "./vocabulary";
import { cell, literal, nameOf, pIs, rowOf, say, sayP } from "./words";

export interface PoolingTest {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly lr: number;
  readonly df: number;
  readonly p: number;
  readonly lrInterval: readonly [number, number];
  readonly pInterval: readonly [number, number];
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
    verdict: lrInterval.upper < -SLACK ? "inconsistent" : lr < -1e-9 ? "only-by-rounding" : "consistent",
    lr,
    p: chiSquareTail(lr, df),
    lrInterval,
    pInterval: { lower: chiSquareTail(lrInterval.upper, df), upper: chiSquareTail(lrInterval.lower, df) },
  };
}

/** Every pooled entry: the test where log-likelihoods are printed, and the hull of each coefficient. */
export function auditPooling(table: PublishedTable, { rounding = "any" }: AuditOptions = {}): Audited & { pooling: PoolingTest[] } {
  const checks: CheckResult[] = [];
  const findings: Finding[] = [];
  const pooling: PoolingTest[] = [];
  for (const { whole, parts } of table.pooled ?? []) {
    const reason = notNested(table, whole, parts);
    if (reason) checks.push({ check: "pooling", model: whole, term: null, verdict: "cannot-tell", interval: null, ...reason });
    else {
      const test = auditWhole(table, whole, parts, rounding);
      checks.push(test.result);
      findings.push(...test.findings);
      pooling.push(test.test);
    }
    for (const { result, finding } of hulls(table, whole, parts, rounding)) {
      checks.push(result);
      if (finding) findings.push(finding);
    }
  }
  return { checks, findings, pooling };
}

/** Why no test can be made, or undefined where it can. */
function notNested(table: PublishedTable, whole: string, parts: readonly string[]): { why: string; whyZh: string } | undefined {
  const models = [whole, ...parts].map((id) => table.models[id]);
  if (models.some(({ logLik }) => !logLik)) return { why: "Needs the log-likelihoods of the whole and all parts.", whyZh: "需要全样本与各组的对数似然值。" };
  if (models.some(({ family }) => family !== models[0].family)) return { why: "The models are of different families.", whyZh: "各模型类型不同。" };
  const sizes = parts.map((id) => table.models[id].n);
  if (sizes.reduce((sum, n) => sum + n, 0) !== models[0].n) return { why: "The parts' rows do not add up to the whole's.", whyZh: "各组样本量之和不等于全样本。" };
  const extra = models[0].rows.filter(({ term }) => parts.some((id) => !rowOf(table.models[id], term)));
  if (extra.length > 0) {
    const terms = extra.map(({ term }) => term).join(", ");
    return { why: `The whole has terms that a part lacks (${terms}): it may not be nested.`, whyZh: `全样本模型含有某组没有的项（${terms}），未必嵌套。` };
  }
  return undefined;
}

function auditWhole(table: PublishedTable, whole: string, parts: readonly string[], rounding: Rounding): { result: CheckResult; findings: Finding[]; test: PoolingTest } {
  const logLik = (id: string) => table.models[id].logLik!;
  const df = parts.reduce((sum, id) => sum + table.models[id].rows.length, 0) - table.models[whole].rows.length;
  const { verdict, lr, p, lrInterval, pInterval } = poolingTest(logLik(whole), parts.map(logLik), df, rounding);
  const sum = `2·(Σ ${parts.map(logLik).join(", ")} − ${logLik(whole)})`.replaceAll("-", "−");
  const result: CheckResult = {
    check: "pooling", model: whole, term: null, verdict, interval: asPair(lrInterval),
    why: `LR = ${sum} = ${say(lr)} on ${df} df, ${pIs(p)} (LR ${say(lrInterval.lower)} to ${say(lrInterval.upper)}).`,
    whyZh: `LR = ${sum} = ${say(lr)}，自由度 ${df}，${pIs(p)}（LR 介于 ${say(lrInterval.lower)} 与 ${say(lrInterval.upper)}）。`,
  };
  const test = { whole, parts, lr, df, p, lrInterval: asPair(lrInterval), pInterval: asPair(pInterval) };
  const at = {
    check: "pooling", model: whole, term: null, reference: REFERENCES.pooling,
    printed: Object.fromEntries([whole, ...parts].map((id) => [`logLik of ${id}`, logLik(id)])),
    code: `poolingTest(${literal(logLik(whole))}, ${literal(parts.map(logLik))}, ${df})`,
  } as const;
  if (verdict === "inconsistent") {
    return { result, test, findings: [{
      ...at, severity: "inconsistent",
      message: `${whole}'s log-likelihood ${logLik(whole)} is above the sum of its parts' (LR = ${say(lr)}), which no data allow: fitted apart, parts can only fit better. A log-likelihood is misprinted, or the models differ in rows, outcome or terms.`,
      messageZh: `${whole} 的对数似然值 ${logLik(whole)} 高于各组之和（LR = ${say(lr)}），任何数据都不可能如此：分组拟合只会更好。对数似然值印错，或各模型的样本、因变量、变量不同。`,
    }] };
  }
  if (!(pInterval.upper < 0.05)) return { result, test, findings: [] };
  return { result, test, findings: [{
    ...at, severity: "note",
    message: `${parts.join(" and ")} do not have the same coefficients: LR = ${say(lr)} on ${df} df, ${pIs(p)} (${sayP(pInterval.lower)} to ${sayP(pInterval.upper)} by rounding). ${whole} averages over groups that differ somewhere; the test does not say in which term.`,
    messageZh: `${parts.join(" 与 ")} 的系数不全相同：LR = ${say(lr)}，自由度 ${df}，${pIs(p)}（舍入范围 ${sayP(pInterval.lower)} 至 ${sayP(pInterval.upper)}）。${whole} 是对有差异的各组取平均；该检验不能说明差异在哪一项。`,
  }] };
}

/**
 * Is each pooled coefficient between those of its parts? Usual, since pooling weighs them, but no theorem (a group's
 * own terms and constant move too): hence notes only.
 */
function hulls(table: PublishedTable, whole: string, parts: readonly string[], rounding: Rounding): { result: CheckResult; finding?: Finding }[] {
  return table.models[whole].rows.flatMap((row) => {
    const others = parts.map((id) => rowOf(table.models[id], row.term));
    if (others.some((one) => one === undefined)) return [];
    return [hull(table.models[whole], whole, parts, row.term, others.map((one) => one!.coef), rounding)];
  });
}

function hull(model: PublishedModel, whole: string, parts: readonly string[], term: string, coefs: readonly string[], rounding: Rounding): { result: CheckResult; finding?: Finding } {
  const row = rowOf(model, term)!;
  const intervals = coefs.map((coef) => printedInterval(coef, rounding));
  const reach = { lower: Math.min(...intervals.map(({ lower }) => lower)), upper: Math.max(...intervals.map(({ upper }) => upper)) };
  const inside = overlaps(printedInterval(row.coef, rounding), reach);
  const name = nameOf(row);
  const list = parts.map((id, i) => `${id} ${coefs[i]}`).join(", ");
  const result: CheckResult = {
    check: "pooling", model: whole, term, verdict: inside ? "consistent" : "cannot-tell", interval: asPair(reach),
    why: `The pooled ${row.coef} is ${inside ? "between" : "outside"} its parts (${list}).`,
    whyZh: `合并系数 ${row.coef} ${inside ? "介于" : "落在"}各组系数（${list}）${inside ? "之间" : "之外"}。`,
  };
  if (inside) return { result };
  return { result, finding: {
    check: "pooling", severity: "note", model: whole, term,
    printed: { coef: row.coef, ...Object.fromEntries(parts.map((id, i) => [`coef of ${id}`, coefs[i]])) },
    message: `${whole}, ${name.en}: the pooled ${cell(row)} lies outside its parts (${list}). That happens where groups differ in more than this term, but a lost sign or digit looks the same.`,
    messageZh: `${whole}，${name.zh}：合并系数 ${cell(row)} 落在各组系数（${list}）之外。各组在其他项上也有差异时会如此，但漏印符号或数字也会如此。`,
    reference: REFERENCES.pooling,
    code: `[${coefs.join(", ")}].sort((a, b) => a - b)`,
  } };
}
