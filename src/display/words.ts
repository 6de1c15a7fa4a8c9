import { setChinese, type Bilingual, type Language } from "../bilingual";

/** A label: in both languages, or one text that is the same in both (an id, a number as printed). */
export type Words = string | Bilingual;

/** What to write: one language, or both beside each other. */
export type Languages = Language | "both";

/** The label in one language. */
export const inLanguage = (words: Words, language: Language): string => (typeof words === "string" ? words : words[language]);

/** The label's different texts, each with its language (none where the text is the same in both). */
export function texts(words: Words, languages: Languages): { readonly text: string; readonly language?: Language }[] {
  if (typeof words === "string") return [{ text: words }];
  if (languages !== "both") return [{ text: words[languages], language: languages }];
  if (words.en === words.zh) return [{ text: words.en }];
  return [{ text: words.en, language: "en" }, { text: words.zh, language: "zh" }];
}

/** The label as one line: `age squared / 年龄²`. */
export const asLine = (words: Words, languages: Languages = "both"): string =>
  texts(words, languages).map(({ text }) => text).join(" / ");

/** Both languages of a label, whatever it was given as. */
export const asBilingual = (words: Words): Bilingual => (typeof words === "string" ? { en: words, zh: words } : words);

/** One label made of several, in each language: `joinWords([a, b], ": ")`. */
export const joinWords = (parts: readonly Words[], separator = " "): Bilingual => ({
  en: parts.map((part) => inLanguage(part, "en")).join(separator),
  zh: setChinese(parts.map((part) => inLanguage(part, "zh")).join(separator)),
});
