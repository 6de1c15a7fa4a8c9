import { readJson } from "../io/file";
import type { Claim, Claims } from "./claims";
import { JsonSpot } from "./jsonSpot";

const EXPECTATIONS = ["+", "0", "-", "same-as", "unsaid", "description", "p > 0.05"] as const;

/**
 * What a text says of its tables, from its file (format: `data/claims.json`).
 *
 * @throws {BadInput} naming the claim and the field: an unknown or missing key, an id twice, an expectation outside the
 *   closed list, `same-as` without a model in `against`
 */
export const readClaims = (file: string): Claims => parseClaims(readJson(file), file);

/** The same from JSON already parsed; `file` is the name that refusals give it. */
export function parseClaims(json: unknown, file: string): Claims {
  const top = new JsonSpot(json, file).record(["claims"], ["about", "supportedMeans"]);
  const seen = new Set<string>();
  const claims = top.claims.list((item, i) => `claim ${(item as { id?: string } | null)?.id ?? i + 1}`).map((spot) => {
    const claim = readClaim(spot);
    if (seen.has(claim.id)) spot.refuse("its id stands twice", "each id once");
    seen.add(claim.id);
    return claim;
  });
  return { claims };
}

function readClaim(spot: JsonSpot): Claim {
  const claim = spot.record(
    ["id", "section", "hypotheses", "terms", "expect", "en", "zh", "checkable"],
    ["model", "models", "against", "note"],
  );
  const expect = claim.expect.oneOf(EXPECTATIONS);
  if (expect === "same-as" && !claim.against) spot.refuse("no against", 'the model that a "same-as" claim compares with');
  if (claim.model && claim.models) spot.refuse("both model and models", "one of the two");
  return {
    id: claim.id.text(),
    section: claim.section.text(),
    hypotheses: names(claim.hypotheses),
    ...(claim.model && { model: claim.model.value === null ? null : claim.model.text() }),
    ...(claim.models && { models: names(claim.models) }),
    terms: claim.terms.value === "all" ? "all" : names(claim.terms),
    expect,
    ...(claim.against && { against: claim.against.text() }),
    en: claim.en.text(),
    zh: claim.zh.text(),
    checkable: claim.checkable.oneOf(["table", "microdata", "no"]),
    ...(claim.note && { note: claim.note.text() }),
  };
}

const names = (spot: JsonSpot): string[] => spot.list((_, i) => `${spot.name} ${i + 1}`).map((item) => item.text());
