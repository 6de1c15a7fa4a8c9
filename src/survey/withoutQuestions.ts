import { isObject } from "../isObject";
import { isQuestion, type MappingDraft } from "./mappingDraft";

/** What somebody has settled in a draft: entries that are still questions ("? …") are left out, and asked anew. */
export function withoutQuestions(draft: MappingDraft): MappingDraft {
  return kept(draft) as MappingDraft;
}

function kept(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value)
    .filter(([, inner]) => !isQuestion(inner))
    .map(([key, inner]) => [key, kept(inner)])
    .filter(([, inner]) => !(isObject(inner) && Object.keys(inner).length === 0)));
}
