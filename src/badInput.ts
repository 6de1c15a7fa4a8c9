import type { Language } from "./bilingual";
import { codeOf, inLanguage, type Text, type Value } from "./faults/said";
import { SHOWN_IN_CELL, shownInCell } from "./shownInCell";

/** Where in a file something was found. Rows are file lines, the header being 1. */
export interface Place {
  readonly file: string;
  readonly row?: number | undefined;
  readonly column?: string | undefined;
}

/**
 * Input that cannot be used: a record first (where, what was found, what was expected), a sentence second.
 *
 * The message reads `file, row N, column C: found (expected …). what to do`.
 */
export class BadInput extends Error {
  readonly kind = "bad-input";
  /** The kind of fault, and what it is about: for programs. */
  readonly code: string;
  readonly values: readonly Value[];
  readonly found: string;
  readonly expected: string | undefined;
  readonly remedy: string | undefined;
  /** The parts as they are said in any language. */
  readonly texts: { readonly found: Text; readonly expected: Text | undefined; readonly remedy: Text | undefined };

  constructor(readonly place: Place, found: Text, expected?: Text, remedy?: Text) {
    const said = { found, expected, remedy };
    super(sentence(place, said, "en"));
    this.name = "BadInput";
    this.texts = said;
    this.code = codeOf(found);
    this.values = typeof found === "string" ? [] : found.values;
    this.found = inLanguage(found, "en");
    this.expected = expected === undefined ? undefined : inLanguage(expected, "en");
    this.remedy = remedy === undefined ? undefined : inLanguage(remedy, "en");
  }

  /** The message in a language. */
  inLanguage(language: Language): string {
    return sentence(this.place, this.texts, language);
  }

  /** The same of a place that has no file lines, such as a table in a database. */
  withoutRow(): BadInput {
    const { file, column } = this.place;
    return new BadInput({ file, column }, this.texts.found, this.texts.expected, this.texts.remedy);
  }

  [SHOWN_IN_CELL](): string {
    return shownInCell(this);
  }
}

interface Parts {
  readonly found: Text;
  readonly expected: Text | undefined;
  readonly remedy: Text | undefined;
}

function sentence({ file, row, column }: Place, { found, expected, remedy }: Parts, language: Language): string {
  const say = (text: Text): string => inLanguage(text, language);
  if (language === "zh") {
    const where = [file, row === undefined ? "" : `第 ${row} 行`, column === undefined ? "" : `列 ${column}`].filter(Boolean).join("，");
    return `${where}：${say(found)}${expected ? `（应为：${say(expected)}）` : ""}${!expected && /？$/.test(say(found)) ? "" : "。"}${remedy ? say(remedy) : ""}`;
  }
  const where = [file, row === undefined ? "" : `row ${row}`, column === undefined ? "" : `column ${column}`].filter(Boolean).join(", ");
  return `${where}: ${say(found)}${expected ? ` (expected ${say(expected)})` : ""}${!expected && /\?$/.test(say(found)) ? "" : "."}${remedy ? ` ${say(remedy)}` : ""}`;
}
