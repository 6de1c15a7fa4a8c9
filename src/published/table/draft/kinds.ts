import type { CoefficientScale, Supposition } from "../../publishedTable";
import { type FamilySaid, familySaid, isConstant, isThreshold } from "../meaning/family";
import { saysCoefficients, saysEffects, saysOddsRatios } from "../meaning/notes";
import type { ModelColumns } from "../roles/models";
import type { Estimate } from "./estimates";
import type { DraftRow } from "./draftTable";
import type { ModelNames } from "./names";

/** The kind of a model: by its own heading, the caption, the notes; else supposed by its constant. */
export function familyOf({ names, heading }: ModelNames, { before, after, stub, terms }: { readonly before: readonly string[]; readonly after: readonly string[]; readonly stub: string; readonly terms: readonly string[] }, rows: readonly DraftRow[], model: string, supposed: Supposition[]): FamilySaid {
  const cumulative = rows.some(({ term }) => isThreshold(term));
  const said = familySaid([...names, heading].join("\n")) ?? familySaid(before.slice(-4).join("\n")) ?? familySaid(stub) ?? familySaid(before.join("\n")) ?? familySaid(after.join("\n"));
  if (said && !(cumulative && said.family === "binary logit")) return said;
  if (said) return { family: "ordered logit", printed: said.printed };
  const constant = terms.some(isConstant);
  const family = cumulative || !constant ? "ordered logit" : "binary logit";
  supposed.push({ field: "family", value: family, why: cumulative ? "nothing names the kind of model; it has thresholds" : constant ? "nothing names the kind of model; it has a constant" : "nothing names the kind of model; it has no constant", model });
  return { family, printed: family };
}

interface Around {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly family: FamilySaid;
  readonly rows: readonly DraftRow[];
  readonly all: readonly Estimate[];
  readonly siblings: readonly (readonly Estimate[])[];
  readonly id: string;
}

/** What the coefficients are: by their heading, the caption or a note; a negative one is no odds ratio. Else supposed. */
export function scaleOf({ scale: headed, beside }: ModelColumns, { names, heading }: ModelNames, around: Around, supposed: Supposition[]): CoefficientScale {
  const { before, after, family, rows, all, siblings, id } = around;
  const own = [...names, heading].join("\n");
  const usual: CoefficientScale = family.family !== "other" || /logit/.test(family.printed) ? "logOdds" : "other";
  if (headed === "oddsRatio") return "oddsRatio";
  if (headed === "effect" || saysEffects(own)) return "marginalEffect";
  if (headed === "coef" && beside.has("oddsRatio")) return usual;
  if (saysOddsRatios(own)) return "oddsRatio";
  const text = [...before.slice(-4), ...after].join("\n");
  const negative = all.some(({ coef }) => coef.startsWith("-"));
  if (saysOddsRatios(text) && !negative) {
    if (headed === "coef" && !/exponentiated|eform/i.test(text) && saysCoefficients(text)) supposed.push({ field: "scale", value: "oddsRatio", why: "the text speaks of odds ratios and of coefficients, and none is negative", model: id });
    return "oddsRatio";
  }
  if (saysEffects(before.slice(-3).join("\n")) && !saysCoefficients(before.slice(-3).join("\n"))) return "marginalEffect";
  const constants = siblings.map((rowsOf) => rowsOf.some(({ term }) => isConstant(term)));
  if (usual === "logOdds" && constants.some(Boolean) && !rows.some(({ term }) => isConstant(term))) supposed.push({ field: "scale", value: usual, why: "other models of the table have a constant, this one has none: it may hold marginal effects", model: id });
  else if (usual === "logOdds" && !negative && all.length >= 3) supposed.push({ field: "scale", value: usual, why: "nothing says so, and no coefficient is negative: they may be odds ratios", model: id });
  return usual;
}
