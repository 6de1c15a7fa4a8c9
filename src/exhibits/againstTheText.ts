import { BadInput } from "../badInput";
import type { Table } from "../display/table";
import { claimsTable } from "../display/tables/claimsTable";
import { verdictTable } from "../display/tables/verdictTable";
import { refuseUnknown } from "../faults/nearest";
import { said } from "../faults/said";
import type { Claim } from "../published/claims";
import { printedCoefficients } from "../published/coefficientTable";
import { judgeClaims } from "../published/judgeClaims";
import { fromPrint } from "../provenance";
import type { PublishedTable } from "../published/publishedTable";
import { hypotheses } from "../sfrc/hypotheses";
import { terms } from "../sfrc/terms";
import type { StudyResult } from "../study/runStudy";
import { readingsNote } from "./readingsNote";

/**
 * Whether each hypothesis is supported in each group: by print, and by these data.
 *
 * @param hypotheses  which to answer; all by default
 */
export function answersTable(result: StudyResult, published: PublishedTable, ...hypotheses: readonly string[]): Table {
  const { study } = result;
  if (study.hypotheses.length === 0) throw new BadInput({ file: "answersTable" }, said`the study ${study.id} has no hypotheses`, "at least one");
  refuseUnknown("answersTable", hypotheses, study.hypotheses.map(({ id }) => id));
  const chosen = study.hypotheses.filter(({ id }) => hypotheses.length === 0 || hypotheses.includes(id));
  return verdictTable({
    id: ["answers", ...hypotheses].join("-"),
    title: { en: "Supported or not, by group", zh: "各组是否支持" },
    result: { ...result, study: { ...study, hypotheses: chosen } },
    published, notes: readingsNote(result),
  });
}

/**
 * What the paper's text says of some hypotheses, held against its own printed table.
 *
 * @param of  hypotheses (H1), of whose variables alone the cells are then shown and judged; or claims (R1, R2, …), whole;
 *            every claim by default
 */
export function claimsOf(published: PublishedTable, claims: readonly Claim[], ...of: readonly string[]): Table {
  refuseUnknown("claimsOf", of, [...new Set([...claims.flatMap((claim) => claim.hypotheses), ...claims.map(({ id }) => id)])]);
  const chosen = of.length === 0 ? claims : claims.filter(({ id, hypotheses }) => of.includes(id) || hypotheses.some((hypothesis) => of.includes(hypothesis)));
  const asked = hypotheses.filter(({ id }) => of.includes(id)).map(({ term }) => term);
  const narrowed = chosen.map((claim) => (of.includes(claim.id) || asked.length === 0 ? claim : { ...claim, terms: claim.terms === "all" ? asked : claim.terms.filter((term) => asked.includes(term)) }));
  const table = claimsTable({
    id: ["claims", ...of].join("-"), ...fromPrint(),
    title: { en: "What the text says, what its table shows", zh: "文中所言与表中所示" },
    judged: judgeClaims(narrowed, printedCoefficients(published)),
    labels: Object.fromEntries(terms.map(({ name, label }) => [name, label])),
  });
  return asked.length === 0 ? table : { ...table, notes: [...table.notes, ONLY_THESE] };
}

const ONLY_THESE = {
  en: "Only the cells of this notebook's variables, and the verdict on those; a claim may be about others too.",
  zh: "只列本章变量所在的单元格，判断亦仅就这些单元格而言；同一论断可能还涉及其他变量。",
};
