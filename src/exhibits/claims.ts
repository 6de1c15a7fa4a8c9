import type { Table } from "../display/table";
import { claimsTable } from "../display/tables/claimsTable";
import type { Claim } from "../published/claims";
import { printedCoefficients } from "../published/coefficientTable";
import { judgeClaims } from "../published/judgeClaims";
import type { PublishedTable } from "../published/publishedTable";
import { terms } from "../sfrc/terms";

/**
 * What the paper's text says of some hypotheses, held against its own printed table.
 *
 * @param of  hypotheses (H1) or claims (R1, R2, …); every claim by default
 */
export function claimsOf(published: PublishedTable, claims: readonly Claim[], ...of: readonly string[]): Table {
  const chosen = of.length === 0 ? claims : claims.filter(({ id, hypotheses }) => of.includes(id) || hypotheses.some((hypothesis) => of.includes(hypothesis)));
  if (chosen.length === 0) throw new RangeError(`no claim bears on ${of.join(", ")} (expected hypotheses such as H1, or claims such as ${claims[0].id})`);
  return claimsTable({
    id: ["claims", ...of].join("-"),
    title: { en: "What the text says, what its table shows", zh: "文中所言与表中所示" },
    judged: judgeClaims(chosen, printedCoefficients(published)),
    labels: Object.fromEntries(terms.map(({ name, label }) => [name, label])),
  });
}
