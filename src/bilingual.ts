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
