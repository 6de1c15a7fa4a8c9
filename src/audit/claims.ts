import { placeOf, type Claim } from "../published/claims";
import { printedCoefficients } from "../published/coefficientTable";
import { type ClaimPart, judgeClaims, type JudgedClaim } from "../published/judgeClaims";
import type { PublishedTable } from "../published/publishedTable";
import type { GroupDifference } from "./groupDifferences";
import type { AuditOptions } from "./options";
import { REFERENCES } from "./references";
import type { Audited, CheckResult, Finding } from "./vocabulary";
import { cell, literal, nameOf, pIs, rowOf, say } from "./words";

/** A claim, its verdict, and the tested difference that a sentence on one group leans on. */
export interface ClaimAnswer {
  readonly id: string;
  readonly section: string;
  readonly en: string;
  readonly zh: string;
  readonly verdict: JudgedClaim["verdict"];
  /** The cells that do not bear the claim out. */
  readonly against: readonly { readonly model: string; readonly term: string; readonly printed: string; readonly compared?: string }[];
  /** For claims on one group: does the group differ there from the other by a test (p < .05)? */
  readonly differences: readonly { readonly term: string; readonly z: number; readonly p: number; readonly pHolm: number; readonly tested: boolean }[];
}

/**
 * The statements of a text, each against the numbers of its own table.
 *
 * Method    `judgeClaims` (src/published): sign and stars of the cells that a claim names, or their sameness with
 *           another model's; beside claims on one group, the z test of the difference between groups.
 * Source    the paper's text and table.
 * Never says inconsistent: a text may overstate what no misprint touches.
 * Assumes   that the claims file renders the text fairly; "significant" means starred.
 *
 * @example auditClaims({ models: { A: { rows: [{ term: "x", coef: "0.40", se: "0.10", stars: "***" }] } } }, [], { claims: { claims: [{ id: "1", section: "1", hypotheses: [], model: "A", terms: ["x"], expect: "+", checkable: "table", en: "", zh: "" }] } }).claims[0].verdict  // "holds"
 * @example auditClaims({ models: { A: { rows: [{ term: "x", coef: "0.40", se: "0.30", stars: "" }] } } }, [], { claims: { claims: [{ id: "1", section: "1", hypotheses: [], model: "A", terms: ["x"], expect: "+", checkable: "table", en: "", zh: "" }] } }).claims[0].verdict  // "does not follow"
 */
export function auditClaims(table: PublishedTable, differences: readonly GroupDifference[], { claims }: AuditOptions = {}): Audited & { claims: ClaimAnswer[] } {
  const judged = judgeClaims(claims?.claims ?? [], printedCoefficients(table));
  const answers = judged.map((one) => answerOf(table, one, differences));
  return {
    checks: judged.map((one, i) => resultOf(one, answers[i])),
    findings: [...judged.flatMap((one, i) => findingOf(table, one, answers[i]) ?? []), ...groupSentences(table, answers)],
    claims: answers,
  };
}

function answerOf(table: PublishedTable, { claim, verdict, parts }: JudgedClaim, differences: readonly GroupDifference[]): ClaimAnswer {
  const { id, section, en, zh } = claim;
  return { id, section, en, zh, verdict, against: parts.filter(({ holds }) => !holds).map((part) => contrary(table, claim, part)), differences: testedDifferences(claim, parts, differences) };
}

function contrary(table: PublishedTable, claim: Claim, { model, term }: ClaimPart): ClaimAnswer["against"][number] {
  const compared = claim.against === undefined ? undefined : rowOf(table.models[claim.against], term);
  return { model, term, printed: cell(rowOf(table.models[model], term)!), ...(compared && { compared: cell(compared) }) };
}

/** Only a claim that names one model of a pair speaks of one group; sameness between models does not. */
function testedDifferences(claim: Claim, parts: readonly ClaimPart[], differences: readonly GroupDifference[]): ClaimAnswer["differences"] {
  if (claim.expect === "same-as" || claim.models) return [];
  return parts.flatMap(({ model, term }) =>
    differences.filter((one) => one.term === term && (one.a === model || one.b === model)).map(({ z, p, pHolm }) => ({ term, z, p, pHolm, tested: p < 0.05 })));
}

function resultOf({ claim, verdict, why, parts }: JudgedClaim, answer: ClaimAnswer): CheckResult {
  const held = parts.length - answer.against.length;
  const counted = parts.length > 0 ? { en: ` (${held} of ${parts.length} cells)`, zh: `（${parts.length} 格中 ${held} 格）` } : { en: "", zh: "" };
  return {
    check: "claims", model: claim.model ?? claim.models?.[0] ?? null, term: null, interval: null,
    verdict: verdict === "holds" ? "consistent" : "cannot-tell",
    why: `${claim.id}: ${claim.en}. ${verdict}${counted.en}.${why ? ` ${why.en}` : ""}`,
    whyZh: `${claim.id}：${claim.zh}。${VERDICTS_ZH[verdict]}${counted.zh}。${why?.zh ?? ""}`,
  };
}

const VERDICTS_ZH: Record<JudgedClaim["verdict"], string> = {
  holds: "成立",
  "holds in part": "部分成立",
  "does not follow": "不成立",
  "not checkable from the table": "无法由表格检验",
};

function findingOf(table: PublishedTable, { claim, verdict, parts }: JudgedClaim, answer: ClaimAnswer): Finding | undefined {
  if (verdict === "holds") return undefined;
  if (verdict === "not checkable from the table") return claim.expect === "unsaid" ? passedOver(table, claim) : undefined;
  const list = answer.against.map(({ model, term, printed, compared }) => {
    const name = nameOf(rowOf(table.models[model], term)!);
    const beside = compared === undefined ? "" : ` / ${compared}`;
    return { en: `${model} ${name.en} ${printed}${beside}`, zh: `${model} ${name.zh} ${printed}${beside}` };
  });
  const first = answer.against[0];
  return {
    ...frame(claim, first.model, claim.terms !== "all" && answer.against.length === 1 ? first.term : null),
    printed: Object.fromEntries(answer.against.map(({ model, term, printed, compared }) => [`${model}.${term}`, compared === undefined ? printed : `${printed} / ${compared}`])),
    message: `${claim.id} (${placeOf(claim).en}), "${claim.en}": ${verdict === "holds in part" ? "holds in part" : "does not follow"}, ${parts.length - answer.against.length} of ${parts.length} cells bear it out. Not so: ${list.map(({ en }) => en).join("; ")}.`,
    messageZh: `${claim.id}（${placeOf(claim).zh}）“${claim.zh}”：${VERDICTS_ZH[verdict]}，${parts.length} 格中 ${parts.length - answer.against.length} 格支持。不符者：${list.map(({ zh }) => zh).join("；")}。`,
  };
}

/** Which sentences on one group rest on a tested difference between groups, and which only on separate stars. */
function groupSentences(table: PublishedTable, claims: readonly ClaimAnswer[]): Finding[] {
  const speaking = claims.filter(({ differences }) => differences.length > 0);
  if (speaking.length === 0) return [];
  const name = (term: string) => nameOf(Object.values(table.models).flatMap((model) => rowOf(model, term) ?? [])[0]);
  const tested = speaking.flatMap(({ id, differences }) => differences.filter((one) => one.tested).map(({ term, z, p }) => ({ id, term, z, p })));
  const resting = speaking.filter(({ differences }) => differences.every((one) => !one.tested)).map(({ id }) => id);
  const list = (language: "en" | "zh") => tested.map(({ id, term, z, p }) => `${id}: ${name(term)[language]} (z = ${say(z, 2)}, ${pIs(p)})`).join("; ");
  return [{
    check: "claims", severity: "note", model: null, term: null, reference: REFERENCES.groupDifferences,
    printed: {}, code: "audit(published, { claims }).claims.map(({ id, differences }) => [id, differences])",
    message: `Of ${speaking.length} statements on one group, ${resting.length} rest on no tested difference between groups (${resting.join(", ")}). `
      + (tested.length > 0 ? `A difference at .05 stands behind ${list("en")}; Holm's correction is in the table of differences.` : "None has a difference at .05 behind it."),
    messageZh: `${speaking.length} 条关于单个组的论断中，${resting.length} 条没有组间差异检验的支持（${resting.join("、")}）。`
      + (tested.length > 0 ? `在 .05 水平上有差异支持的：${list("zh")}；Holm 校正见组间差异表。` : "没有一条在 .05 水平上有差异支持。"),
  }];
}

/** What the text does not speak of, though it is printed. */
function passedOver(table: PublishedTable, claim: Claim): Finding | undefined {
  const model = claim.model ?? undefined;
  const rows = model && claim.terms !== "all" ? claim.terms.flatMap((term) => rowOf(table.models[model], term) ?? []) : [];
  if (!model || rows.length === 0) return undefined;
  return {
    ...frame(claim, model, rows.length === 1 ? rows[0].term : null),
    printed: Object.fromEntries(rows.map((row) => [`${model}.${row.term}`, cell(row)])),
    message: `${claim.id} (${placeOf(claim).en}): the text passes over ${rows.map((row) => `${nameOf(row).en} ${cell(row)}`).join(", ")} in ${model}. A reader of the text alone would not know it.`,
    messageZh: `${claim.id}（${placeOf(claim).zh}）：文中未提及 ${model} 的 ${rows.map((row) => `${nameOf(row).zh} ${cell(row)}`).join("、")}。只读正文的读者无从得知。`,
  };
}

const frame = (claim: Claim, model: string, term: string | null) => ({
  check: "claims", severity: "note", model, term, reference: REFERENCES.claims,
  code: `audit(published, { claims }).claims.find(({ id }) => id === ${literal(claim.id)}).verdict`,
} as const);
