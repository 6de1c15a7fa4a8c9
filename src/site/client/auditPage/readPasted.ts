import { BadInput } from "../../../badInput";
import type { Language } from "../../../bilingual";
import { parsePublished } from "../../../published/parsePublished";
import type { DraftTable } from "../../../published/table/draft/draftTable";
import { readTable } from "../../../published/table/joinTables";
import { type Sheet, sheetOf } from "./sheet";
import type { Say } from "./words";

/**
 * What was pasted, as a sheet to correct: a table as text in any form that `sojourn table` reads, or its JSON.
 *
 * @throws {BadInput} where the JSON is none of a table
 * @throws {Told} where there is no table of regressions in it, as a sentence in the reader's language
 */
export function readPasted(text: string, say: Say): Sheet {
  if (text.trim() === "") throw new Told(say("empty"));
  if (isTableJson(text)) return sheetOf(parsePublished(parseJson(text, say), "JSON"));
  const draft = readTable(text);
  if (!draft) throw new Told(say("nothing"));
  return sheetOfDraft(draft, say);
}

/** JSON begins with a key; LaTeX may begin with a brace as well (esttab's `{\def\sym`). */
export const isTableJson = (text: string): boolean => /^\s*\{\s*["}]/.test(text);

/** @throws {Told} where it has no regression */
export function sheetOfDraft(draft: DraftTable, say: Say): Sheet {
  if (Object.keys(draft.models).length === 0) throw new Told(say("noRegression"));
  return sheetOf(draft);
}

/** A refusal that is a whole sentence already. */
export class Told extends Error {}

/** Any failure as a sentence to show: ours as they are, others by their message. */
export function sentenceOf(error: unknown, say: Say, language: Language): string {
  if (error instanceof BadInput) return error.inLanguage(language);
  return error instanceof Told ? error.message : say("failed")(error instanceof Error ? error.message : String(error));
}

function parseJson(text: string, say: Say): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Told(say("badJson"));
  }
}
