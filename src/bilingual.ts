/** A text in both of the project's languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export type Language = keyof Bilingual;

const HAN = "\\u4e00-\\u9fff";
const BETWEEN_CHINESE = new RegExp(`(?<=[${HAN}）”，。：；]) (?=[${HAN}（“])`, "g");
const COLON_AFTER_CHINESE = new RegExp(`(?<=[${HAN}）”]): `, "g");

/** A Chinese text put together from parts, set as Chinese is: no space between two characters, its own colon. */
export const setChinese = (text: string): string => text.replace(COLON_AFTER_CHINESE, "：").replace(BETWEEN_CHINESE, "");

const HAN_LETTERS = /\p{Script=Han}/gu;
const LETTERS = /\p{L}/gu;

/** Chinese where at least three letters in ten are Han (a Chinese sentence often carries English names); undefined without letters. */
export function languageOf(text: string): Language | undefined {
  const letters = text.match(LETTERS)?.length ?? 0;
  if (letters === 0) return undefined;
  return (text.match(HAN_LETTERS)?.length ?? 0) / letters >= 0.3 ? "zh" : "en";
}
