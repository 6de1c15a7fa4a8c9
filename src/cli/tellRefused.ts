import type { StudyResult } from "../study/runStudy";
import { EXIT } from "./outcome";

const MOST_LINES = 6;

/** Tells on stderr which models were refused, by name; that is a failure, numbers that differ from print are none. */
export function tellRefused({ refused }: StudyResult): number {
  const lines = Object.entries(refused).map(([model, { message }]) => `${model}: ${message.split("\n")[0]}`);
  if (lines.length === 0) return EXIT.done;
  console.error((lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 1), `… and ${lines.length - MOST_LINES + 1} more models`]).join("\n"));
  return EXIT.badInput;
}
