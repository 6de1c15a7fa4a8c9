import { placeOf } from "../../published/claims";
import type { Bilingual } from "../../bilingual";
import type { ClaimPart, JudgedClaim } from "../../published/judgeClaims";
import { decimalsFor } from "../decimals";
import type { Table } from "../table";
import { CLAIM_VERDICT, PROVENANCE } from "../vocabulary";
import type { Words } from "../words";
import type { Provenance } from "../../provenance";

export interface ClaimsTableInput {
  readonly id: string;
  readonly title: Bilingual;
  readonly judged: readonly JudgedClaim[];
  /** Names of terms; a term's own name by default. */
  readonly labels?: Readonly<Record<string, Words>>;
  /** The claims were held against refitted numbers of the stand-in, not against print. */
  readonly synthetic?: boolean;
  readonly madeFrom?: Provenance | undefined;
}

/** What the text of a paper says of its tables, what they show, and whether the one follows from the other. */
export function claimsTable({ id, title, judged, labels = {}, synthetic = false, madeFrom }: ClaimsTableInput): Table {
  const headers: Bilingual[] = [{ en: "section", zh: "章节" }, { en: "the text says", zh: "文中表述" }, { en: "the table shows", zh: "表中所示" }, { en: "verdict", zh: "判断" }];
  return {
    kind: "table", id, title, synthetic, madeFrom,
    stub: { en: "claim", zh: "论断" },
    columnGroups: [{ columns: headers.map((header) => ({ header })) }],
    rowGroups: [{
      rows: judged.map(({ claim, verdict, parts, why }) => ({
        header: claim.id,
        cells: [{ text: placeOf(claim) }, { text: { en: claim.en, zh: claim.zh } }, { text: why ?? shown(parts, labels) }, { text: CLAIM_VERDICT[verdict] }],
      })),
    }],
    notes: [{
      en: `${CLAIM_VERDICT.holds.en}: every coefficient it is about bears it out; ${CLAIM_VERDICT["holds in part"].en}: some do; ${CLAIM_VERDICT["does not follow"].en}: none does.`,
      zh: `${CLAIM_VERDICT.holds.zh}：所涉系数全部支持；${CLAIM_VERDICT["holds in part"].zh}：部分支持；${CLAIM_VERDICT["does not follow"].zh}：均不支持。`,
    }],
    ...(synthetic ? {} : { provenance: PROVENANCE.fromPrint }),
  };
}

/** `M4 kin support network 0.502*`, each with ✓ where it bears the claim out and × where not. */
const shown = (parts: readonly ClaimPart[], labels: Readonly<Record<string, Words>>): Bilingual => ({
  en: parts.map((part) => partWords(part, labels, "en")).join("; "),
  zh: parts.map((part) => partWords(part, labels, "zh")).join("；"),
});

function partWords({ model, term, holds, found, against }: ClaimPart, labels: Readonly<Record<string, Words>>, language: "en" | "zh"): string {
  const label = labels[term] ?? term;
  const name = typeof label === "string" ? label : label[language];
  const compared = against ? (language === "zh" ? `，对照 ${number(against)}` : ` against ${number(against)}`) : "";
  return `${holds ? "✓" : "×"} ${model} ${name} ${number(found)}${compared}`;
}

/** A printed number to the places it was printed with, three at least; an unrounded one as our tables write it. */
function number({ estimate, stars }: { estimate: number; stars: string }): string {
  const places = (String(estimate).split(".")[1] ?? "").length;
  return `${estimate.toFixed(places <= MOST_PRINTED ? Math.max(3, places) : decimalsFor(estimate))}${stars}`;
}

const MOST_PRINTED = 5;
