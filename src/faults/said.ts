import type { Language } from "../bilingual";
import { ZH } from "./chinese";

/** What a sentence is about: shown as it stands, or said in the reader's language where it is a sentence part itself. */
export type Value = string | number | Said;

/** A sentence as data: its English words with a {} for each value, and the values. */
export interface Said {
  readonly template: string;
  readonly values: readonly Value[];
}

/** A sentence with values, or one that has none. */
export type Text = string | Said;

/**
 * A sentence kept as data, so that it can be said in another language at the edge.
 *
 * @example inLanguage(said`the row is too short: ${3} cells`, "zh") // "这一行太短，只有 3 个单元格"
 */
export const said = (parts: TemplateStringsArray, ...values: readonly Value[]): Said => ({ template: parts.join("{}"), values });

/** A word that is a value of a sentence and is itself translated. */
export const word = (template: string): Said => ({ template, values: [] });

/** Several sentences or sentence parts in a row. */
export const joined = (parts: readonly Text[], between: string): Said => ({ template: parts.map(() => "{}").join(between), values: parts });

/** One of several, in a sentence. */
export const either = (parts: readonly Text[]): Text => (parts.length === 1 ? parts[0] : joined(parts, " or "));

/** The sentence in a language. What has no translation is said in English: a test counts those. */
export function inLanguage(text: Text, language: Language): string {
  const { template, values } = typeof text === "string" ? { template: text, values: [] } : text;
  const words = language === "zh" ? (ZH[template] ?? (ONE_OF.test(template) ? template.replaceAll(" or ", values.every((value) => typeof value === "object") ? "或" : " 或 ") : bySentence(template))) : template;
  let next = 0;
  // A translation may number its values, where it says them in another order: {2}.
  return words.replace(/\{(\d*)\}/g, (all, number: string) => {
    const place = number === "" ? next++ : Number(number) - 1;
    if (place >= values.length) return all; // braces of the sentence's own: an empty object
    const value = values[place];
    return typeof value === "object" && value !== null ? inLanguage(value, language) : String(value);
  });
}

/** What `either` makes. */
const ONE_OF = /^\{\}(?: or \{\})+$/;

/** A short name for the kind of fault, made of its words: what a program compares. */
export const codeOf = (text: Text): string => (typeof text === "string" ? text : text.template).toLowerCase().replace(/\{\d*\}/g, " ").replace(/[^a-z0-9]+/g, " ").trim().replaceAll(" ", "-").slice(0, 60);

/** Several sentences in one text ("Correct it. Nothing was written."), each translated by itself. */
function bySentence(template: string): string {
  const sentences = template.match(/[^.]+(?:\.(?! )[^.]*)*\. ?/g);
  if (!sentences || sentences.length < 2 || sentences.join("") !== template || template.includes("{")) return template;
  const known = sentences.map((sentence) => ZH[sentence.trim()]);
  return known.every((words) => words !== undefined) ? known.join("") : template;
}
