import { CLAIM_VERDICT } from "../../published/claimVerdict";
import { placeOf, type Claim } from "../../published/claims";
import { printedCoefficients } from "../../published/coefficientTable";
import { type ClaimPart, judgeClaims, type JudgedClaim } from "../../published/judgeClaims";
import type { PublishedTable } from "../../published/publishedTable";
import type { Check, Example, Outcome, RawFinding, Result } from "../check";
import type { GroupDifference } from "../differences";
import { exampleTable } from "../exampleTable";
import type { Given } from "../given";
import { nameOfModel } from "../printedModel";
import { literal, nameOf, pIs, printedCell, rowOf, say } from "../words";

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

function run({ table, options, groupDifferences }: Given): Outcome<ClaimAnswer[]> {
  const judged = judgeClaims(options.claims?.claims ?? [], printedCoefficients(table));
  const answer = judged.map((one) => answerOf(table, one, groupDifferences));
  return {
    results: judged.map((one, i) => resultOf(one, answer[i])),
    findings: [...judged.flatMap((one, i) => findingOf(table, one, answer[i]) ?? []), ...groupSentences(table, answer)],
    needs: judged.length > 0 ? [] : [{ model: null, en: "what the text says of its table (--claims FILE)", zh: "正文对表格的论断（--claims 文件）" }],
    answer,
  };
}

function answerOf(table: PublishedTable, { claim, verdict, parts }: JudgedClaim, differences: readonly GroupDifference[]): ClaimAnswer {
  const { id, section, en, zh } = claim;
  return { id, section, en, zh, verdict, against: parts.filter(({ holds }) => !holds).map((part) => contrary(table, claim, part)), differences: testedDifferences(claim, parts, differences) };
}

function contrary(table: PublishedTable, claim: Claim, { model, term }: ClaimPart): ClaimAnswer["against"][number] {
  const compared = claim.against === undefined ? undefined : rowOf(table.models[claim.against], term);
  return { model, term, printed: printedCell(rowOf(table.models[model], term)!), ...(compared && { compared: printedCell(compared) }) };
}

/** Only a claim that names one model of a pair speaks of one group; sameness between models does not. */
function testedDifferences(claim: Claim, parts: readonly ClaimPart[], differences: readonly GroupDifference[]): ClaimAnswer["differences"] {
  if (claim.expect === "same-as" || claim.models) return [];
  return parts.flatMap(({ model, term }) =>
    differences.filter((one) => one.term === term && (one.a === model || one.b === model)).map(({ z, p, pHolm }) => ({ term, z, p, pHolm, tested: p < 0.05 })));
}

function resultOf({ claim, verdict, why, parts }: JudgedClaim, answer: ClaimAnswer): Result {
  const held = parts.length - answer.against.length;
  const counted = parts.length > 0 ? { en: ` (${held} of ${parts.length} cells)`, zh: `（${parts.length} 格中 ${held} 格）` } : { en: "", zh: "" };
  return {
    model: claim.model ?? claim.models?.[0] ?? null, term: null, interval: null,
    verdict: verdict === "holds" ? "consistent" : "cannot-tell",
    why: `${claim.id}: ${claim.en}. ${CLAIM_VERDICT[verdict].en}${counted.en}.${why ? ` ${why.en}` : ""}`,
    whyZh: `${claim.id}：${claim.zh}。${CLAIM_VERDICT[verdict].zh}${counted.zh}。${why?.zh ?? ""}`,
  };
}

function findingOf(table: PublishedTable, { claim, verdict, parts }: JudgedClaim, answer: ClaimAnswer): RawFinding | undefined {
  if (verdict === "holds") return undefined;
  if (verdict === "not checkable from the table") return claim.expect === "unsaid" ? passedOver(table, claim) : undefined;
  const list = answer.against.map(({ model, term, printed, compared }) => {
    const name = nameOf(rowOf(table.models[model], term)!);
    const beside = compared === undefined ? "" : ` / ${compared}`;
    const column = nameOfModel(model, table.models[model]);
    return { en: `${column} ${name.en} ${printed}${beside}`, zh: `${column} ${name.zh} ${printed}${beside}` };
  });
  const first = answer.against[0];
  return {
    ...frame(claim, first.model, claim.terms !== "all" && answer.against.length === 1 ? first.term : null),
    printed: Object.fromEntries(answer.against.map(({ model, term, printed, compared }) => [`${model}.${term}`, compared === undefined ? printed : `${printed} / ${compared}`])),
    message: `${claim.id} (${placeOf(claim).en}), "${claim.en}": ${verdict === "holds in part" ? "holds in part" : "does not follow"}, ${parts.length - answer.against.length} of ${parts.length} cells bear it out. Not so: ${list.map(({ en }) => en).join("; ")}.`,
    messageZh: `${claim.id}（${placeOf(claim).zh}）“${claim.zh}”：${CLAIM_VERDICT[verdict].zh}，${parts.length} 格中 ${parts.length - answer.against.length} 格支持。不符者：${list.map(({ zh }) => zh).join("；")}。`,
  };
}

/** Which sentences on one group rest on a tested difference between groups, and which only on separate stars. */
function groupSentences(table: PublishedTable, claims: readonly ClaimAnswer[]): RawFinding[] {
  const speaking = claims.filter(({ differences }) => differences.length > 0);
  if (speaking.length === 0) return [];
  const name = (term: string) => nameOf(Object.values(table.models).flatMap((model) => rowOf(model, term) ?? [])[0]);
  const tested = speaking.flatMap(({ id, differences }) => differences.filter((one) => one.tested).map(({ term, z, p }) => ({ id, term, z, p })));
  const resting = speaking.filter(({ differences }) => differences.every((one) => !one.tested)).map(({ id }) => id);
  const list = (language: "en" | "zh") => tested.map(({ id, term, z, p }) => `${id}: ${name(term)[language]} (z = ${say(z, 2)}, ${pIs(p)})`).join("; ");
  return [{
    severity: "note", model: null, term: null, reference: GELMAN_STERN, weight: 30,
    printed: {}, code: "audit(published, { claims }).claims.map(({ id, differences }) => [id, differences])",
    message: `Of ${speaking.length} statements on one group, ${resting.length} rest on no tested difference between groups (${resting.join(", ")}). `
      + (tested.length > 0 ? `A difference at .05 stands behind ${list("en")}; Holm's correction is in the table of differences.` : "None has a difference at .05 behind it."),
    messageZh: `${speaking.length} 条关于单个组的论断中，${resting.length} 条没有组间差异检验的支持（${resting.join("、")}）。`
      + (tested.length > 0 ? `在 .05 水平上有差异支持的：${list("zh")}；Holm 校正见组间差异表。` : "没有一条在 .05 水平上有差异支持。"),
  }];
}

/** What the text does not speak of, though it is printed. */
function passedOver(table: PublishedTable, claim: Claim): RawFinding | undefined {
  const { model } = claim;
  const rows = model && claim.terms !== "all" ? claim.terms.flatMap((term) => rowOf(table.models[model], term) ?? []) : [];
  if (!model || rows.length === 0) return undefined;
  const column = nameOfModel(model, table.models[model]);
  return {
    ...frame(claim, model, rows.length === 1 ? rows[0].term : null),
    printed: Object.fromEntries(rows.map((row) => [`${model}.${row.term}`, printedCell(row)])),
    message: `${claim.id} (${placeOf(claim).en}): the text passes over ${rows.map((row) => `${nameOf(row).en} ${printedCell(row)}`).join(", ")} in ${column}. A reader of the text alone would not know it.`,
    messageZh: `${claim.id}（${placeOf(claim).zh}）：文中未提及 ${column} 的 ${rows.map((row) => `${nameOf(row).zh} ${printedCell(row)}`).join("、")}。只读正文的读者无从得知。`,
  };
}

const GELMAN_STERN = "Gelman & Stern (2006), The American Statistician 60: 328–331; Clogg, Petkova & Haritou (1995), American Journal of Sociology 100: 1261–1293";

const frame = (claim: Claim, model: string, term: string | null) => ({
  severity: "note", model, term,
  code: `audit(published, { claims }).claims.find(({ id }) => id === ${literal(claim.id)}).verdict`,
} as const);

const example = (stars: string): Example => ({
  ...exampleTable([{ term: "x", coef: "0.400", se: "0.190", stars }]),
  options: { claims: { claims: [{ id: "1", section: "1", hypotheses: [], model: "A", terms: ["x"], expect: "+", checkable: "table", en: "x raises it", zh: "x 提高之" }] } },
});

/**
 * The statements of a text, each against the numbers of its own table: sign and stars of the cells that a claim names, or
 * their sameness with another model's; beside claims on one group, the test of the difference between groups. A text may
 * overstate what no misprint touches, hence notes only.
 */
export const claims: Check<ClaimAnswer[]> = {
  name: "claims",
  title: { en: "The text's claims", zh: "正文论断" },
  source: "The paper's own text, held against its own table",
  proves: false,
  weight: 45,
  run,
  passes: example("**"),
  fails: example(""),
};
