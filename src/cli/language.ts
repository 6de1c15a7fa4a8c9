import { Option } from "commander";
import type { Bilingual, Language } from "../bilingual";
import type { Languages } from "../display/words";

let asked: Language | undefined;

/** What `--lang` says, for this run of a command. */
export const useLanguage = (language: Language | undefined): void => {
  asked = language;
};

/** The language that a command line names, for what is refused before its options are understood. */
export function languageIn(argv: readonly string[]): Language | undefined {
  const named = argv.flatMap((word, i) => (word === "--lang" ? [argv[i + 1]] : word.startsWith("--lang=") ? [word.slice("--lang=".length)] : [])).at(-1);
  return named === "zh" || named === "en" ? named : undefined;
}

/** `--lang zh|en`, which every command takes. */
export const languageOption = (): Option =>
  new Option("--lang <language>", "zh or en: the language of messages (default: as LANG says) and of tables (default: both)").choices(["zh", "en"]);

/** The one asked for, else Chinese where the system's language is. */
export const languageOr = (wanted: Language | undefined, environment: NodeJS.ProcessEnv = process.env): Language =>
  wanted ?? (/^zh/i.test(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "") ? "zh" : "en");

/** The language of messages. */
export const messageLanguage = (): Language => languageOr(asked);

/** The languages of tables: one where --lang names it. */
export const tableLanguages = (): Languages => asked ?? "both";

/** A line in the language of messages. */
export const line = (words: Bilingual): string => words[messageLanguage()];
