import type { Bilingual } from "../bilingual";
import type { Claim } from "./claims";
import { isSupport, type CoefficientTable, type StarredCoefficient } from "./coefficientTable";

export type ClaimVerdict = "holds" | "holds in part" | "does not follow" | "not checkable from the table";

/** A claim about one term of one model, beside what the table has there. */
export interface ClaimPart {
  readonly model: string;
  readonly term: string;
  readonly holds: boolean;
  readonly found: StarredCoefficient;
  /** What it is compared with, for a claim of sameness. */
  readonly against?: StarredCoefficient;
}

export interface JudgedClaim {
  readonly claim: Claim;
  readonly verdict: ClaimVerdict;
  /** One for every term and model the claim is about; empty where it is not checkable. */
  readonly parts: readonly ClaimPart[];
  /** Why a claim is not checkable. */
  readonly why?: Bilingual;
}

/**
 * Holds each claim of a text against a table of coefficients, printed or refitted.
 *
 * `+` positive and starred · `-` negative and starred · `0` no star · `same-as` term by term the same stars as the model in
 * `against`, and the same direction where starred (which way a coefficient without a star points is no finding).
 * Every part right: holds; some: holds in part; none: does not follow.
 * What only microdata or other sources can tell, what the text passes over, and terms that the table does not have are
 * not checkable from the table.
 */
export const judgeClaims = (claims: readonly Claim[], table: CoefficientTable): JudgedClaim[] =>
  claims.map((claim) => judgeClaim(claim, table));

function judgeClaim(claim: Claim, table: CoefficientTable): JudgedClaim {
  const why = claim.checkable === "table" ? NOT_IN_A_TABLE[claim.expect] : BEYOND_THE_TABLE[claim.checkable];
  if (why) return { claim, verdict: "not checkable from the table", parts: [], why };
  const parts: ClaimPart[] = [];
  for (const model of claim.models ?? [claim.model ?? ""]) {
    for (const term of claim.terms === "all" ? termsOf(table, model) : claim.terms) {
      const part = judgePart(claim, table, model, term);
      if (!part) return { claim, verdict: "not checkable from the table", parts: [], why: absent(model, term) };
      parts.push(part);
    }
  }
  if (parts.length === 0) return { claim, verdict: "not checkable from the table", parts, why: absent(claim.model ?? "", "") };
  return { claim, verdict: verdictOf(parts), parts };
}

function judgePart(claim: Claim, table: CoefficientTable, model: string, term: string): ClaimPart | undefined {
  const found = table[model]?.[term];
  const against = claim.against === undefined ? undefined : table[claim.against]?.[term];
  if (!found || (claim.expect === "same-as" && !against)) return undefined;
  return { model, term, holds: holds(claim.expect, found, against), found, ...(against && { against }) };
}

function holds(expect: Claim["expect"], found: StarredCoefficient, against?: StarredCoefficient): boolean {
  switch (expect) {
    case "+": return isSupport(found);
    case "-": return isSupport({ ...found, estimate: -found.estimate });
    case "0": return found.stars === "";
    case "same-as":
      return found.stars === against!.stars && (found.stars === "" || Math.sign(found.estimate) === Math.sign(against!.estimate));
    default: throw new Error(`a claim that expects "${expect}" has no parts to judge`);
  }
}

function verdictOf(parts: readonly ClaimPart[]): ClaimVerdict {
  const right = parts.filter((part) => part.holds).length;
  return right === parts.length ? "holds" : right > 0 ? "holds in part" : "does not follow";
}

/** Every printed row but the constant. */
const termsOf = (table: CoefficientTable, model: string): string[] => Object.keys(table[model] ?? {}).filter((term) => term !== "const");

const NOT_IN_A_TABLE: Partial<Record<Claim["expect"], Bilingual>> = {
  unsaid: { en: "The text says nothing of it: there is no claim to hold against the table.", zh: "文中未提及：没有可与表格对照的论断。" },
  description: { en: "A description: no coefficient bears on it.", zh: "描述性内容：没有系数与之对应。" },
  "p > 0.05": { en: "The table does not print this test.", zh: "表中未列出该检验。" },
};

const BEYOND_THE_TABLE: Record<Exclude<Claim["checkable"], "table">, Bilingual> = {
  microdata: { en: "Only the microdata could tell.", zh: "只有微观数据才能检验。" },
  no: { en: "It comes from outside the survey.", zh: "该数字来自调查之外。" },
};

const absent = (model: string, term: string): Bilingual => ({
  en: `The table has no ${term || "term"} in ${model || "the model meant"}.`,
  zh: `表中${model || "所指模型"}没有${term || "相应的项"}。`,
});
