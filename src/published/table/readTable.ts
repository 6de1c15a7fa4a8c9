import { assembleTables, type DraftTable } from "./assemble";
import { plainCharacters } from "./characters";
import { descriptiveTable, isDescriptive } from "./descriptive";
import { regionsOf } from "./region";
import { textTable } from "./textTable";

/**
 * Reads regression tables (and tables of counts and means) out of a pasted text.
 *
 * Takes running text from a PDF, CSV or TSV, Markdown, LaTeX and HTML; nothing is asked. Numbers come out as printed, in
 * ASCII; a number that cannot be placed is not in the table but among `unsure`, with the reason.
 *
 * @returns undefined where no table was understood
 */
export function readTable(text: string): DraftTable | undefined {
  const regions = regionsOf(plainCharacters(text));
  const described = regions.filter(isDescriptive).flatMap((region) => descriptiveTable(region) ?? []);
  const regressions = regions.filter((region) => !isDescriptive(region)).flatMap((region) => textTable(region) ?? []);
  const draft = assembleTables(regressions.filter(({ rows }) => rows.length > 0), described);
  return Object.keys(draft.models).length > 0 || draft.table1 ? draft : undefined;
}
