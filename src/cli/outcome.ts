import { BadInput } from "../badInput";
import { RefusedModel } from "../models/refusedModel";

/** How a command ends, as the shell sees it. */
export const EXIT = { done: 0, finding: 1, badInput: 2 } as const;

const MOST_LINES = 6;

/**
 * Runs a command's work and turns what it throws into one message on stderr (or JSON on stdout) and an exit code.
 * A bad input or a refused model is 2; anything unforeseen is a defect of ours and is also told without a stack,
 * unless SOJOURN_DEBUG is set.
 */
export async function conclude(work: () => Promise<number | void> | number | void, json = false): Promise<void> {
  try {
    process.exitCode = (await work()) ?? EXIT.done;
  } catch (error) {
    if (process.env.SOJOURN_DEBUG) console.error(error);
    process.exitCode = EXIT.badInput;
    if (json) console.log(JSON.stringify({ error: asRecord(error) }));
    console.error(firstLines(asRecord(error).message));
  }
}

/** The JSON of a refusal: `{"kind", "terms", "rows", "message"}`. */
export function asRecord(error: unknown): { kind: string; terms: readonly string[]; rows: readonly number[]; message: string } {
  if (error instanceof RefusedModel) {
    return { kind: error.kind, terms: error.terms, rows: error.rows, message: error.message };
  }
  if (error instanceof BadInput) {
    return { kind: error.kind, terms: error.place.column ? [error.place.column] : [], rows: error.place.row ? [error.place.row] : [], message: error.message };
  }
  return { kind: "bad-input", terms: [], rows: [], message: error instanceof Error ? error.message : String(error) };
}

const firstLines = (text: string): string => {
  const lines = text.split("\n");
  return lines.length <= MOST_LINES ? text : [...lines.slice(0, MOST_LINES - 1), "…"].join("\n");
};
