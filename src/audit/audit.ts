import { setChinese } from "../bilingual";
import type { PublishedTable } from "../published/publishedTable";
import { auditAttainableSE } from "./attainableSE";
import { auditClaims, type ClaimAnswer } from "./claims";
import { auditCounts } from "./counts";
import { auditGroupDifferences, type GroupDifference } from "./groupDifferences";
import { auditLevel, type LevelAnswer } from "./level";
import { auditMeasurement } from "./measurement";
import type { AuditOptions } from "./options";
import { auditPooling, type PoolingTest } from "./pooling";
import { auditPower, type PowerAnswer } from "./power";
import { auditPseudoR2, type PseudoR2Answer } from "./pseudoR2";
import { auditStars } from "./stars";
import type { CheckResult, Finding } from "./vocabulary";

/** The JSON of `sojourn audit`. */
export interface AuditReport {
  readonly pseudoR2: PseudoR2Answer;
  readonly pooling: readonly PoolingTest[];
  readonly groupDifferences: readonly GroupDifference[];
  readonly level: readonly LevelAnswer[];
  readonly power: readonly PowerAnswer[];
  readonly claims: readonly ClaimAnswer[];
  readonly checks: readonly CheckResult[];
  /** Inconsistencies first, then notes, each in the order of the checks. */
  readonly findings: readonly Finding[];
}

/**
 * Does a published regression table hold together? Ten checks on the numbers as printed, none of which knows the study.
 *
 * @param published  the table, its numbers as printed (`readPublished` has validated it)
 * @param options    rounding, pairs of independent groups, the text's claims, open readings
 */
export function audit(published: PublishedTable, options: AuditOptions = {}): AuditReport {
  const stars = auditStars(published, options);
  const counts = auditCounts(published, options);
  const pseudoR2 = auditPseudoR2(published, options);
  const pooling = auditPooling(published, options);
  const groupDifferences = auditGroupDifferences(published, options);
  const attainableSE = auditAttainableSE(published, options);
  const level = auditLevel(published, pseudoR2.pseudoR2.events);
  const power = auditPower(published, pseudoR2.pseudoR2.events, options);
  const claims = auditClaims(published, groupDifferences.groupDifferences, options);
  const measurement = auditMeasurement(published, options);
  const all = [stars, counts, pseudoR2, pooling, groupDifferences, attainableSE, level, power, claims, measurement];
  const findings = all.flatMap((one) => one.findings).map((finding) => ({ ...finding, messageZh: setChinese(finding.messageZh) }));
  return {
    pseudoR2: pseudoR2.pseudoR2,
    pooling: pooling.pooling,
    groupDifferences: groupDifferences.groupDifferences,
    level: level.level,
    power: power.power,
    claims: claims.claims,
    checks: all.flatMap((one) => one.checks).map((check) => ({ ...check, whyZh: setChinese(check.whyZh) })),
    findings: [...findings.filter(({ severity }) => severity === "inconsistent"), ...findings.filter(({ severity }) => severity === "note")],
  };
}

/** The functions that findings' lines of code call, under the names that the package exports. */
export { checkAttainableSE } from "./attainableSE";
export { auditClaims } from "./claims";
export { checkSum } from "./counts";
export { definitionsLeft } from "./definitionsLeft";
export { attainableR2, eventCounts } from "./eventCounts";
export { floorsOf, informationNeeded, rowsOfContrast } from "./floors";
export { checkPercentage, debit, grim, grimmer } from "./grim";
export { groupDifference } from "./groupDifferences";
export { holm } from "./tails";
export { impliedShare } from "./level";
export { linkedCounts } from "./linkedCounts";
export { auditMeasurement } from "./measurement";
export { poolingTest } from "./pooling";
export { retrodesign } from "./power";
export { printedInterval } from "./printedInterval";

export { checkStars } from "./stars";
