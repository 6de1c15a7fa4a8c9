import { BadInput } from "../badInput";
import type { Bilingual } from "../bilingual";
import { didYouMean } from "../faults/nearest";
import { either, said, type Text, word } from "../faults/said";
import { dictionary } from "./dictionary";
import { printedNumber } from "./printedNumber";

/** A value inside a JSON file (or an object of a cell) with the way to it in words, so that a refusal can say where it stands. */
export class JsonSpot {
  constructor(
    readonly value: unknown,
    private readonly file: string,
    private readonly way: readonly string[] = [],
  ) {}

  /** Ends the reading: `published.json: model M1, term education, coef: "0.4x" is … (expected …)`. */
  refuse(found: Text, expected: Text, remedy?: Text): never {
    throw new BadInput({ file: this.file }, this.way.length === 0 ? found : said`${this.way.join(", ")}: ${typeof found === "string" ? word(found) : found}`, expected, remedy);
  }

  /** The last word of the way here. */
  get name(): string {
    return this.way.at(-1) ?? "";
  }

  /** An object whose keys are fixed: a missing or unknown one is refused by name. Optional keys that are absent stay undefined, as are those that a cell gives as undefined. */
  record<Key extends string, Optional extends string = never>(
    required: readonly Key[],
    optional: readonly Optional[] = [],
  ): Record<Key, JsonSpot> & Record<Optional, JsonSpot | undefined> {
    const object = this.plainObject();
    const known: readonly string[] = [...required, ...optional];
    for (const key of Object.keys(object)) {
      if (!known.includes(key)) this.refuse(said`unknown key ${JSON.stringify(key)}${didYouMean(key, known)}`, known.join(", "), "Correct its spelling or take it out.");
    }
    const has = (key: string): boolean => Object.hasOwn(object, key) && object[key] !== undefined;
    for (const key of required) if (!has(key)) this.refuse(said`no ${key}`, required.join(", "));
    return dictionary(
      known.map((key) => [key, has(key) ? new JsonSpot(object[key], this.file, [...this.way, key]) : undefined]),
    ) as Record<Key, JsonSpot> & Record<Optional, JsonSpot | undefined>;
  }

  /** An object whose keys are names of the user's choosing; in a refusal `words` stand for a part, in the place of the whole's. */
  entries(words: (key: string) => string): [string, JsonSpot][] {
    return Object.entries(this.plainObject()).map(([key, value]) => [key, this.item(value, words(key))]);
  }

  /** The items of a list, named as those of `entries`. */
  list(words: (item: unknown, index: number) => string): JsonSpot[] {
    if (!Array.isArray(this.value)) this.refuse(show(this.value), "a list");
    return Array.from(this.value as unknown[], (item, index) => this.item(item, words(item, index)));
  }

  /** The value in a message. */
  shown = (): Text => show(this.value);

  text(): string {
    return typeof this.value === "string" ? this.value : this.refuse(show(this.value), "a text");
  }

  /** A text in both languages; one that is blank would be an empty place in a table. */
  bilingual(): Bilingual {
    if (typeof this.value === "string") this.refuse(show(this.value), 'both languages: { en: "…", zh: "…" }');
    const { en, zh } = this.record(["en", "zh"]);
    for (const text of [en, zh]) if (text.text().trim() === "") text.refuse("an empty text", "words");
    return { en: en.text(), zh: zh.text() };
  }

  /** A number kept as its printed text. */
  printed(): string {
    if (typeof this.value === "number") {
      this.refuse(said`${this.value} is a JSON number`, said`a text such as "${this.value}"`, "Its trailing zeros are evidence: give it as printed, in quotes.");
    }
    const text = this.text();
    return printedNumber(text) ? text : this.refuse(said`${show(text)} is not a printed number`, 'digits, "-" and "." only, such as "-0.30"');
  }

  /** A printed p-value, which may be a bound: "<0.001". */
  printedP(): string {
    const text = this.text();
    return text.startsWith("<") && printedNumber(text.slice(1)) ? text : this.printed();
  }

  /** A whole number ≥ 0, as a JSON number or in quotes. */
  count(): number {
    const value = typeof this.value === "string" && /^\d+$/.test(this.value) ? Number(this.value) : this.value;
    return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : this.refuse(show(this.value), "a whole number");
  }

  oneOf<Choice extends string>(choices: readonly Choice[]): Choice {
    const text = this.text() as Choice;
    return choices.includes(text) ? text : this.refuse(show(text), either(choices.map((choice) => `"${choice}"`)));
  }

  private item(value: unknown, words: string): JsonSpot {
    return new JsonSpot(value, this.file, [...this.way.slice(0, -1), words]);
  }

  private plainObject(): Record<string, unknown> {
    if (typeof this.value !== "object" || this.value === null || Array.isArray(this.value)) this.refuse(show(this.value), "an object { … }");
    return this.value as Record<string, unknown>;
  }
}

/** A value in a message, cut where it is long. One of a cell may be a function, or go in circles, which JSON cannot say. */
function show(value: unknown): Text {
  if (typeof value === "function") return word("a function");
  const text = (() => {
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return Array.isArray(value) ? "[…]" : "{…}";
    }
  })();
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
