import type { Interval } from "../published/printedNumber";
import type { PublishedRow, PublishedTable } from "../published/publishedTable";
import type { AuditOptions } from "./options";
import { printedInterval, printedIntervalAboveZero, type Rounding } from "./printedInterval";
import { REFERENCES } from "./references";
import { holm, twoSidedP } from "./tails";
import { asPair, type Audited, type CheckResult, type Finding } from "./vocabulary";
import { cell, isConstant, isThreshold, literal, nameOf, pIs, rowOf, say } from "./words";

const LEVEL = 0.05;

export interface GroupDifference {
  readonly term: string;
  readonly a: string;
  readonly b: string;
  readonly difference: number;
  readonly z: number;
  readonly p: number;
  /** Holm's, over all terms that this pair shares. */
  readonly pHolm: number;
  readonly zInterval: readonly [number, number];
}

type Cell = Pick<PublishedRow, "coef" | "se">;

/**
 * Do two independent groups differ in a coefficient?
 *
 * Method    z = (a − b)/√(se_a² + se_b²); Holm over the terms that a pair shares.
 * Source    Clogg, Petkova & Haritou (1995); Holm (1979). That "starred here, not there" is no test: Gelman & Stern (2006).
 * Never says inconsistent: a difference is a matter of evidence, not of arithmetic. It says "consistent" where a
 *           difference that the stars suggest is significant by itself (or none is suggested), else "cannot-tell".
 * Assumes   independent groups, model-based SEs. Logit coefficients also differ where only the unexplained variance
 *           does (Allison 1999): a significant z is not yet a different effect.
 *
 * @example groupDifference({ coef: "-1.685", se: "0.837" }, { coef: "0.547", se: "0.369" }).z.toFixed(2)  // "-2.44"
 * @example groupDifference({ coef: "0.423", se: "0.414" }, { coef: "0.535", se: "0.233" }).p < 0.05  // false
 */
export function groupDifference(a: Cell, b: Cell, rounding: Rounding = "any"): { difference: number; z: number; p: number; zInterval: Interval } {
  const difference = Number(a.coef) - Number(b.coef);
  const z = difference / Math.hypot(Number(a.se), Number(b.se));
  return { difference, z, p: twoSidedP(z), zInterval: zIntervalOf(a, b, rounding) };
}

function zIntervalOf(a: Cell, b: Cell, rounding: Rounding): Interval {
  const [ca, cb] = [printedInterval(a.coef, rounding), printedInterval(b.coef, rounding)];
  const [sa, sb] = [printedIntervalAboveZero(a.se, rounding), printedIntervalAboveZero(b.se, rounding)];
  const narrow = Math.hypot(sa.lower, sb.lower);
  const wide = Math.hypot(sa.upper, sb.upper);
  const [low, high] = [ca.lower - cb.upper, ca.upper - cb.lower];
  // A numerator below 0 is furthest out over the narrow denominator; above 0, over the wide one it is nearest.
  return { lower: ratio(low, low < 0 ? narrow : wide), upper: ratio(high, high < 0 ? wide : narrow) };
}

/** A standard error printed as 0 may be anything down to 0: the ratio then has no bound, but 0 stays 0. */
const ratio = (numerator: number, denominator: number): number => (numerator === 0 ? 0 : numerator / denominator);


/** The pairs asked for and the parts of every pooled model. */
export function auditGroupDifferences(table: PublishedTable, { rounding = "any", pairs = [] }: AuditOptions = {}): Audited & { groupDifferences: GroupDifference[] } {
  const checks: CheckResult[] = [];
  const findings: Finding[] = [];
  const groupDifferences: GroupDifference[] = [];
  for (const [a, b] of allPairs(table, pairs)) {
    if (table.models[a].family !== table.models[b].family) {
      checks.push({ check: "groupDifferences", model: a, term: null, verdict: "cannot-tell", interval: null, why: `${a} and ${b} are models of different families.`, whyZh: `${a} 与 ${b} 的模型类型不同。` });
      continue;
    }
    const differences = differencesOf(table, a, b, rounding);
    groupDifferences.push(...differences);
    for (const difference of differences) {
      const { result, finding } = judge(table, difference);
      checks.push(result);
      if (finding) findings.push(finding);
    }
  }
  return { checks, findings, groupDifferences };
}

function allPairs(table: PublishedTable, asked: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  const parts = (table.pooled ?? []).flatMap(({ parts: ids }) => ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const)));
  const seen = new Set<string>();
  return [...parts, ...asked].filter(([a, b]) => {
    const key = [a, b].sort().join("\u0000");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function differencesOf(table: PublishedTable, a: string, b: string, rounding: Rounding): GroupDifference[] {
  const shared = table.models[a].rows.flatMap((row) => {
    const other = rowOf(table.models[b], row.term);
    // Two standard errors printed as 0 leave nothing to divide by.
    return other && Math.hypot(Number(row.se), Number(other.se)) > 0 ? [{ row, other }] : [];
  });
  const tests = shared.map(({ row, other }) => groupDifference(row, other, rounding));
  const adjusted = holm(tests.map(({ p }) => p));
  return tests.map(({ zInterval, ...test }, i) => ({ term: shared[i].row.term, a, b, ...test, pHolm: adjusted[i], zInterval: asPair(zInterval) }));
}

function judge(table: PublishedTable, { term, a, b, difference, z, p, pHolm, zInterval }: GroupDifference): { result: CheckResult; finding?: Finding } {
  const [rowA, rowB] = [rowOf(table.models[a], term)!, rowOf(table.models[b], term)!];
  const suggested = (rowA.stars === "") !== (rowB.stars === "");
  // Nobody reads a difference into constants and thresholds: they are tested and counted by Holm, not noted.
  const untested = suggested && p >= LEVEL && !isConstant(rowA) && !isThreshold(rowA);
  const result: CheckResult = {
    check: "groupDifferences", model: a, term, verdict: untested ? "cannot-tell" : "consistent", interval: zInterval,
    why: `${a} − ${b} = ${say(difference)}, z = ${say(z, 2)}, ${pIs(p)}, Holm ${pIs(pHolm)}${suggested ? "; starred in one group only" : ""}.`,
    whyZh: `${a} − ${b} = ${say(difference)}，z = ${say(z, 2)}，${pIs(p)}，Holm ${pIs(pHolm)}${suggested ? "；仅一组有星号" : ""}。`,
  };
  if (!untested) return { result };
  const [starred, bare] = rowA.stars === "" ? [b, a] : [a, b];
  const name = nameOf(rowA);
  return { result, finding: {
    check: "groupDifferences", severity: "note", model: a, term,
    printed: { [a]: cell(rowA), [b]: cell(rowB) },
    message: `${name.en}: starred in ${starred}, not in ${bare}, yet the difference itself is not significant (z = ${say(z, 2)}, ${pIs(p)}; Holm ${pIs(pHolm)}). A sentence that the groups differ in it rests on two separate tests, not on a tested difference.`,
    messageZh: `${name.zh}：${starred} 有星号而 ${bare} 没有，但二者之差本身并不显著（z = ${say(z, 2)}，${pIs(p)}；Holm ${pIs(pHolm)}）。称两组在此有差异，依据的是两次单独检验，而非对差异的检验。`,
    reference: REFERENCES.groupDifferences,
    code: `groupDifference(${literal({ coef: rowA.coef, se: rowA.se })}, ${literal({ coef: rowB.coef, se: rowB.se })})`,
  } };
}
