import { BadInput } from "../../badInput";
import { parsePublished } from "../../published/parsePublished";
import { readTable } from "../../published/table/readTable";
import { type Sheet, sheetOf } from "./sheet";
import type { Say } from "./words";

/**
 * What was pasted, as a sheet to correct: a table as text in any form that `sojourn table` reads, or its JSON.
 *
 * @throws {BadInput} where there is no table of regressions in it, as a sentence in the reader's language
 */
export function readPasted(text: string, say: Say): Sheet {
  if (text.trim() === "") throw new Told(say("empty"));
  if (/^\s*\{/.test(text)) return sheetOf(parsePublished(parseJson(text, say), "JSON"));
  const draft = readTable(text);
  if (!draft) throw new Told(say("nothing"));
  if (Object.keys(draft.models).length === 0) throw new Told(say("noRegression"));
  return sheetOf(draft);
}

/** A refusal that is a whole sentence already. */
export class Told extends Error {}

/** Any failure as a sentence to show: ours as they are, others by their message. */
export const sentenceOf = (error: unknown, say: Say): string =>
  error instanceof Told || error instanceof BadInput ? error.message : say("failed")(error instanceof Error ? error.message : String(error));

function parseJson(text: string, say: Say): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Told(say("badJson"));
  }
}
