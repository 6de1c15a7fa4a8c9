import { BadInput } from "../badInput";
import { readBytes, readStandardInput } from "../io/file";
import { parseJson } from "../io/json";
import { decodeText } from "../io/text";
import { asPublished } from "../published/asPublished";
import { parsePublished } from "../published/parsePublished";
import type { PublishedTable } from "../published/publishedTable";
import { nodeLibraries } from "../published/table/documents/nodeLibraries";
import { joinTables } from "../published/table/joinTables";
import { readTables } from "../published/table/readTables";

/**
 * A table to audit, from its JSON or as it stands in a text.
 *
 * @param file  its path, or - for standard input
 * @throws {BadInput} where it cannot be read, holds no regression, or is JSON of another shape
 */
export async function readAuditable(file: string, encoding?: string): Promise<PublishedTable> {
  const name = file === "-" ? "standard input" : file;
  const bytes = file === "-" ? readStandardInput() : readBytes(file);
  if (isTableJson(bytes, name)) return parsePublished(parseJson(decodeText(bytes, name, encoding).text, name).value, name);
  const draft = joinTables(await readTables(bytes, { name, libraries: nodeLibraries, ...(encoding !== undefined && { encoding }) }));
  if (Object.keys(draft.models).length === 0) {
    throw new BadInput({ file: name }, "no regression table was understood", "rows of a label with numbers, standard errors in brackets beside or below them, or the JSON of sojourn table", "Look at what sojourn table makes of it.");
  }
  return asPublished(draft, name);
}

/** JSON, and no notebook, whose outputs are read as tables. */
function isTableJson(bytes: Uint8Array, name: string): boolean {
  if (name.endsWith(".json")) return true;
  const start = new TextDecoder().decode(bytes.subarray(0, 400)).replace(/\0/g, "");
  return /^\uFEFF?\s*[{[]\s*["\]}]/.test(start) && !/^\s*\{\s*"(?:cells|nbformat|metadata)"/.test(start);
}
