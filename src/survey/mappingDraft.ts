import { basename } from "node:path";
import { isObject } from "../isObject";
import type { Codebook } from "./codebook";
import type { FileProposal } from "./proposeMapping";

/** A mapping file as it is written; a text that begins with "?" is still a question. */
export interface MappingDraft {
  columns?: Record<string, string>;
  values?: Record<string, Record<string, string>>;
  wave?: string | number | Record<string, string | number>;
  missing?: string[] | Record<string, string[]>;
  files?: Record<string, MappingDraft>;
}

/** What is not certain, as it stands in a mapping file: a question mark, and the proposal where there is one. */
export const question = (proposed: string | undefined): string => (proposed === undefined ? "?" : `? ${proposed}`);

/**
 * The mapping that the proposals ask for, on top of what somebody has already said. Where several files are read, what is not the
 * same in all of them stands under its file's name.
 */
export function draftMapping(proposals: readonly FileProposal[], before: MappingDraft, codebook: Codebook): MappingDraft {
  const draft: MappingDraft = structuredClone(before);
  for (const proposal of proposals) {
    const own: MappingDraft = {};
    for (const { column, value, proposed } of proposal.doubtful) {
      if (value === undefined) (own.columns ??= {})[column] = question(proposed);
      else ((own.values ??= {})[column] ??= {})[value] = question(proposed);
    }
    for (const column of proposal.missing) {
      if (column === "wave") own.wave = question(yearIn(proposal.file, codebook));
      else (own.columns ??= {})[column] = "?";
    }
    if (Object.keys(own).length === 0) continue;
    if (proposals.length === 1) merge(draft, own);
    else merge(((draft.files ??= {})[basename(proposal.file)] ??= {}), own);
  }
  return draft;
}

/** Whether a text of a draft is still a question. */
export const isQuestion = (value: unknown): boolean => typeof value === "string" && value.trim().startsWith("?");

/** How many questions a draft still asks. In a list stand answers of the file, of which one may be a question mark. */
export function openQuestions(draft: unknown): number {
  if (!isObject(draft)) return isQuestion(draft) ? 1 : 0;
  return Object.values(draft).reduce<number>((sum, inner) => sum + openQuestions(inner), 0);
}

function merge(into: MappingDraft, own: MappingDraft): void {
  if (own.columns) into.columns = { ...into.columns, ...own.columns };
  for (const [column, pairs] of Object.entries(own.values ?? {})) (into.values ??= {})[column] = { ...into.values[column], ...pairs };
  if (own.wave !== undefined) into.wave = own.wave;
}

/** A survey year in a file's name. */
function yearIn(file: string, codebook: Codebook): string | undefined {
  const years = codebook.columns.find(({ name }) => name === "wave")?.answers?.map(({ code }) => code) ?? [];
  const named = years.filter((year) => basename(file).includes(year));
  return named.length === 1 ? named[0] : undefined;
}
