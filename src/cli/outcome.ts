import { BadInput } from "../badInput";
import type { Language } from "../bilingual";
import { inWords } from "../faults/inWords";
import type { Value } from "../faults/said";
import { firstLines, printable } from "../io/printable";
import { RefusedModel } from "../models/refusedModel";
import { missingPackage } from "./missingPackage";
import { messageLanguage } from "./language";
import { isOfTheSystem, systemFault } from "./systemFault";

/** How a command ends, as the shell sees it. 70 is sysexits.h's EX_SOFTWARE: the program itself is at fault. */
export const EXIT = { done: 0, finding: 1, badInput: 2, internal: 70 } as const;

/**
 * Runs a command's work and turns what it throws into one message on stderr (or JSON on stdout) and an exit code: 2 for a bad
 * input, a refused model or what the system refuses; 70, with a stack, for a defect of ours.
 */
export async function conclude(work: () => Promise<number | void> | number | void, json = false): Promise<void> {
  try {
    process.exitCode = (await work()) ?? EXIT.done;
  } catch (error) {
    if (error instanceof Error && missingPackage(error) !== undefined) throw error; // told by soundInstallation
    tell(error, json);
  }
}

/** At most six lines, none endless; nothing in it acts on a terminal. */
export const asMessage = (text: string): string => printable(firstLines(text, 6));

/** Says what went wrong, and sets the exit code. */
export function tell(error: unknown, json = false): void {
  const record = asRecord(error);
  if (json) console.log(JSON.stringify({ error: record }));
  if (record.kind !== "internal") {
    process.exitCode = EXIT.badInput;
    console.error(asMessage(isOfTheSystem(error) ? systemFault(error, messageLanguage()) : inWords(messageLanguage())(error)));
    return;
  }
  process.exitCode = EXIT.internal;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`${asMessage(INTERNAL[messageLanguage()])}\n${asMessage(stack.split("\n").slice(0, 1).join())}\n${printable(stack.split("\n").slice(1).join("\n"))}`);
}

const INTERNAL: Readonly<Record<Language, string>> = {
  en: "This is a defect of Sojourn, not of your input. Please report it with the command and the lines below.",
  zh: "这是 Sojourn 自身的缺陷，不是输入的问题。请连同命令和以下内容一并报告。",
};

/** A refusal as JSON; `code` and `values` say which one of its kind, whatever the language. */
export interface ErrorRecord {
  readonly kind: string;
  readonly code?: string;
  readonly values?: readonly Value[];
  readonly terms: readonly string[];
  readonly rows: readonly number[];
  readonly message: string;
}

export function asRecord(error: unknown): ErrorRecord {
  const message = asMessage(error instanceof Error ? error.message : String(error));
  if (error instanceof RefusedModel) return { kind: error.kind, code: error.code, values: error.values, terms: error.terms, rows: error.rows, message };
  if (error instanceof BadInput) {
    const { kind, code, values, place: { row, column } } = error;
    return { kind, code, values, terms: column ? [column] : [], rows: row ? [row] : [], message };
  }
  if (isOfTheSystem(error)) return { kind: "bad-input", code: error.code, terms: [], rows: [], message: systemFault(error, "en") };
  return { kind: isOfCommander(error) ? "bad-input" : "internal", terms: [], rows: [], message };
}

/** commander's own refusals of a command line. */
const isOfCommander = (error: unknown): boolean => error instanceof Error && String((error as { code?: unknown }).code).startsWith("commander.");
