import { kindOfFile } from "../../../io/kindOfFile";
import type { DocumentLibraries } from "../../../published/table/documents/libraries";
import { decode } from "../../../published/table/decode";
import { joinTables } from "../../../published/table/joinTables";
import { readTables } from "../../../published/table/readTables";
import { isTableJson, readPasted, sheetOfDraft } from "./readPasted";
import type { Sheet } from "./sheet";
import type { Say } from "./words";

/**
 * A file as a sheet to correct, in any form that `sojourn table` reads, or its JSON; and as text, where it is one that can be pasted.
 *
 * @throws {BadInput} as `readTables` does
 * @throws {Told} where there is no table of regressions in it
 */
export async function readDropped(bytes: Uint8Array, name: string, say: Say, libraries: DocumentLibraries): Promise<{ readonly sheet: Sheet; readonly text: string }> {
  const text = kindOfFile(bytes) === undefined ? decode(bytes, name).text : "";
  const notebook = isTableJson(text) && /"cells"\s*:\s*\[/.test(text);
  if (isTableJson(text) && !notebook) return { sheet: readPasted(text, say), text };
  return { sheet: sheetOfDraft(joinTables(await readTables(bytes, { name, libraries })), say), text: notebook ? "" : text };
}
