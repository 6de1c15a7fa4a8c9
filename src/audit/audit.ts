import { type Bilingual, setChinese } from "../bilingual";
import { dictionary } from "../published/dictionary";
import type { PublishedTable } from "../published/publishedTable";
import type { Check, CheckResult, Finding, NotRun, Outcome } from "./check";
import { type ClaimAnswer, claims } from "./checks/claims";
import { groupDifferences } from "./checks/groupDifferences";
import { level, type LevelAnswer } from "./checks/level";
import { likelihood, type LikelihoodAnswer } from "./checks/likelihood";
import { pooling, type PoolingTest } from "./checks/pooling";
import { power, type PowerAnswer } from "./checks/power";
import { pseudoR2 } from "./checks/pseudoR2";
import type { GroupDifference } from "./differences";
import { Given } from "./given";
import type { AuditOptions } from "./options";
import type { PseudoR2Answer } from "./pseudoR2Answer";
import { CHECKS } from "./registry";

/** The JSON of `sojourn audit`. */
export interface AuditReport {
  /** How the report calls each model: as print does. */
  readonly models: Readonly<Record<string, string>>;
  /** … and each term. */
  readonly terms: Readonly<Record<string, Bilingual>>;
  readonly pseudoR2: PseudoR2Answer;
  readonly likelihood: readonly LikelihoodAnswer[];
  readonly pooling: readonly PoolingTest[];
  readonly groupDifferences: readonly GroupDifference[];
  readonly level: readonly LevelAnswer[];
  readonly power: readonly PowerAnswer[];
  readonly claims: readonly ClaimAnswer[];
  readonly checks: readonly CheckResult[];
  /** Checks that did not run, wholly or for some models, each with the one thing that would let it. */
  readonly notRun: readonly NotRun[];
  /** Inconsistencies first, then notes, each with what weighs most first. */
  readonly findings: readonly Finding[];
}

/**
 * Does a published regression table hold together? Every check of the registry on the numbers as printed, none of which
 * knows the study. Each runs where its own inputs are there; the rest is listed in `notRun`.
 *
 * @param published  the table, its numbers as printed (`readPublished` has validated it)
 * @param options    rounding, pairs of independent groups, the text's claims, open readings
 */
export function audit(published: PublishedTable, options: AuditOptions = {}): AuditReport {
  const given = new Given(published, options);
  const outcomes = new Map((CHECKS as readonly Check<unknown>[]).map((check) => [check.name, { check, outcome: check.run(given) }]));
  const answerOf = <Answer>({ name }: Check<Answer>): Answer => outcomes.get(name)!.outcome.answer as Answer;
  const all = [...outcomes.values()];
  return {
    models: dictionary([...given.models.values()].map(({ id, name }) => [id, name] as const)),
    terms: dictionary([...given.models.values()].flatMap(({ rows }) => rows.map(({ row, name }) => [row.term, name] as const)).reverse()),
    pseudoR2: answerOf(pseudoR2),
    likelihood: answerOf(likelihood),
    pooling: answerOf(pooling),
    groupDifferences: answerOf(groupDifferences),
    level: answerOf(level),
    power: answerOf(power),
    claims: answerOf(claims),
    checks: all.flatMap(({ check, outcome }) => outcome.results.map((result) => ({ check: check.name, ...result, whyZh: setChinese(result.whyZh) }))),
    notRun: all.flatMap(({ check, outcome }) => notRun(check.name, outcome)),
    findings: ranked(all.flatMap(({ check, outcome }) => outcome.findings.map((finding) =>
      ({ check: check.name, reference: check.source, weight: finding.severity === "inconsistent" ? 100 : check.weight, ...finding, messageZh: setChinese(finding.messageZh) })))),
  };
}

/** One line a need, with the models that have it. */
function notRun(check: string, { needs }: Outcome<unknown>): NotRun[] {
  const byNeed = new Map<string, { needsZh: string; models: string[] }>();
  for (const { model, en, zh } of needs) {
    const known = byNeed.get(en) ?? { needsZh: zh, models: [] };
    if (model !== null) known.models.push(model);
    byNeed.set(en, known);
  }
  return [...byNeed].map(([needed, { needsZh, models }]) => ({ check, models, needs: needed, needsZh }));
}

/** Inconsistencies first; within each, by weight. Sorting is stable, so equals stay in the order of the checks. */
const ranked = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => Number(b.severity === "inconsistent") - Number(a.severity === "inconsistent") || b.weight - a.weight);

/** The functions that findings' lines of code call, under the names that the package exports. */
export { checkAttainableSE } from "./checks/attainableSE";
export { checkSum } from "./checks/counts";
export { poolingSplit, poolingTest } from "./checks/pooling";
export { retrodesign } from "./checks/power";
export { checkStatistic } from "./checks/row";
export { checkStars } from "./checks/stars";
export { eventsAmong, leastError, rowsInFirst, woolf } from "./crudeTable";
export { basesOf } from "./basesOf";
export { changedAnswers } from "./changedAnswers";
export { definitionsLeft } from "./definitionsLeft";
export { groupDifference } from "./differences";
export { attainableR2, eventCounts, shareOfLogLik } from "./eventCounts";
export { floorsOf, informationNeeded, rowsOfContrast } from "./floors";
export { checkPercentage, debit, grim, grimmer } from "./grim";
export { impliedShare } from "./impliedShare";
export { distanceFromMean } from "./inverseVarianceMean";
export { likelihoodRatioOf } from "./likelihoodRatio";
export { linkedCounts } from "./linkedCounts";
export { printedInterval } from "./printedInterval";
