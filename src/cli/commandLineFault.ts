import type { CommanderError } from "commander";
import type { Language } from "../bilingual";
import { inLanguage, type Said, said, word } from "../faults/said";

/** What commander refuses, by its own sentence: it gives no values. */
const SENTENCES: readonly (readonly [RegExp, (...values: string[]) => Said])[] = [
  [/^error: unknown option '(.*?)'(.*)$/s, (flag, like) => said`error: unknown option '${flag}'${suggestion(like)}`],
  [/^error: unknown command '(.*?)'(.*)$/s, (name, like) => said`error: unknown command '${name}'${suggestion(like)}`],
  [/^error: missing required argument '(.*)'$/s, (name) => said`error: missing required argument '${name}'`],
  [/^error: option '(.*)' argument missing$/s, (flags) => said`error: option '${flags}' argument missing`],
  [/^error: option '(.*?)' argument '(.*)' is invalid\. (.*)$/s, (flags, value, expected) => said`error: option '${flags}' argument '${value}' is invalid. ${choices(expected)}`],
  [/^error: too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\.$/s, (name, expected, got) => said`error: too many arguments for '${name}'. Expected ${expected} but got ${got}.`],
];

/** One that is near, on a line of its own. */
function suggestion(like: string): Said {
  const names = /^\n\(Did you mean (?:one of )?(.*)\?\)$/s.exec(like)?.[1];
  return names === undefined ? word(like) : said`\n(Did you mean ${names}?)`;
}

function choices(expected: string): Said {
  const list = /^Allowed choices are (.*)\.$/s.exec(expected)?.[1];
  const encodings = /^one of (.*) is expected\.$/s.exec(expected)?.[1];
  return list !== undefined ? said`Allowed choices are ${list}.` : encodings !== undefined ? said`one of ${encodings} is expected.` : word(expected);
}

/** commander's own refusal of a command line, in a language. */
export function commandLineFault({ message }: CommanderError, language: Language): string {
  for (const [sentence, of] of SENTENCES) {
    const values = sentence.exec(message)?.slice(1);
    if (values) return inLanguage(of(...values), language);
  }
  return message;
}
