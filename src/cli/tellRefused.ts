import type { StudyResult } from "../study/runStudy";
import { line } from "./language";
import { EXIT } from "./outcome";

const MOST_LINES = 6;

const first = (text: string): string => text.split("\n")[0];

/** Tells on stderr which models were refused, by name; that is a failure, numbers that differ from print are none. */
export function tellRefused({ refused }: StudyResult): number {
  const lines = Object.entries(refused).map(([model, refusal]) => line({ en: `${model}: ${first(refusal.message)}`, zh: `${model}：${first(refusal.inLanguage("zh"))}` }));
  if (lines.length === 0) return EXIT.done;
  console.error((lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 1), line({ en: `… and ${lines.length - MOST_LINES + 1} more models`, zh: `……另有 ${lines.length - MOST_LINES + 1} 个模型` })]).join("\n"));
  return EXIT.badInput;
}
