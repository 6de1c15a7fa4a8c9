import type { Language } from "../../../bilingual";
import type { CellResult } from "../kernel/runCell";

/** What fields hold, as `check` takes it: texts, of which it knows the numbers. Undefined where nothing is filled in. */
export function answerOf(fields: Readonly<Record<string, string>>): unknown {
  const given = Object.entries(fields).map(([part, text]) => [part, text.trim()] as const).filter(([, text]) => text !== "");
  if (given.length === 0) return undefined;
  return "" in fields ? given[0][1] : Object.fromEntries(given);
}

/** What a cell's own `check` printed of an exercise, in the page's language: a judgement, or why there is none on these data. */
export function verdictIn({ outputs }: CellResult, exercise: string, language: Language): string | undefined {
  const lines = outputs.flatMap((output) => (output.output_type === "stream" ? output.text.split("\n") : []));
  const colon = language === "zh" ? "：" : ":";
  const unjudged = new RegExp(`^${exercise} ${language === "zh" ? "[\\u4e00-\\u9fff]" : "[a-z]"}`);
  return lines.find((line) => unjudged.test(line) || ["✓", "✗", "·"].some((sign) => line.startsWith(`${sign} ${exercise}${colon}`)));
}
