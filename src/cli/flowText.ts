import { alignedText } from "../display/render/alignedText";
import type { Languages } from "../display/words";
import type { FlowStep } from "../sfrc/sample";
import type { SampleStep } from "../study/folder/coding";
import { tableLanguages } from "./language";

/** The sample flow as an aligned table in the languages of tables, parts of a reason indented below it. */
export function flowText(flow: readonly (FlowStep | SampleStep)[], languages: Languages = tableLanguages()): string {
  const spoken = languages === "both" ? (["zh", "en"] as const) : [languages];
  const reason = (step: { readonly zh: string; readonly en: string }, before = ""): string[] => spoken.map((language) => before + step[language]);
  const head = { zh: ["剔除", "剩余"], en: ["dropped", "left"], both: ["dropped/剔除", "left/剩余"] }[languages];
  const rows = (flow as readonly FlowStep[]).flatMap(({ dropped, left, parts = [], ...step }) => [
    [...reason(step), String(dropped), String(left)],
    ...parts.map((part) => [...reason(part, "  "), String(part.dropped), ""]),
  ]);
  return alignedText([[...spoken.map(() => ""), ...head], ...rows], spoken.length);
}
