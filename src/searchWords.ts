import type { Language } from "./bilingual";

/** A piece of the site that a search can find: a section of prose, a table's caption, a figure's words. */
export interface SearchEntry {
  readonly id: number;
  /** From the site's root, with the anchor: `zh/05-h3-support-networks.html#rule`. */
  readonly address: string;
  readonly language: Language;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

/** What the index is written with and must be read with. */
export const SEARCH_FIELDS = {
  fields: ["page", "heading", "text"],
  storeFields: ["address", "language", "page", "heading", "text"],
  tokenize: tokensOf,
};

const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/**
 * Words that say one thing, the first being what the others are taken for: a page says 年龄² where the paper, and whoever
 * has read it, says 年龄平方. Words of labels; what is a matter of grammar (plurals) is left to the unfinished last word.
 */
export const ONE_MEANING: readonly (readonly [string, ...string[]])[] = [
  [" squared ", "\u00b2", "的平方", "平方", " squared"],
  ["优势比", "发生比", "比值比"],
  ["教育程度", "教育水平", "受教育水平", "受教育程度"],
  ["重估", "重新拟合", "重新估计"],
  ["居留意愿", "定居意愿", "停留意愿"],
  ["边际效应", "边际效果"],
  ["标准误", "标准误差"],
  ["置信区间", "信赖区间"],
];

const REPLACED = ONE_MEANING.flatMap(([meaning, ...others]) => others.map((other) => [other, meaning] as const)).sort(([a], [b]) => b.length - a.length);

/** The text with every word of one meaning written in one way. */
const inOneWay = (text: string): string => REPLACED.reduce((said, [other, meaning]) => said.replaceAll(other, meaning), text.toLowerCase());

/**
 * What a text is found by: its Latin words and numbers, and of Chinese, which is written without spaces, every one and two
 * characters; as it is written, and with words of one meaning written in one way.
 */
export function tokensOf(text: string): string[] {
  const written = runsIn(text).flatMap(parts);
  const meant = runsIn(inOneWay(text)).flatMap(parts);
  return [...written, ...meant.filter((token) => !written.includes(token))];
}

const parts = (run: string): string[] => (isChinese(run) ? [...run, ...pairsOf(run)] : [run]);

/** What a question asks for, by its meaning: of two or more Chinese characters only the pairs, since each character alone is everywhere. */
export function queryTokensOf(text: string): string[] {
  return runsIn(inOneWay(text)).flatMap((run) => (isChinese(run) && [...run].length > 1 ? pairsOf(run) : [run]));
}

export const isChinese = (text: string): boolean => /^\p{Script=Han}/u.test(text);

const runsIn = (text: string): string[] => text.normalize("NFKC").toLowerCase().match(RUNS) ?? [];

const pairsOf = (run: string): string[] => {
  const characters = [...run];
  return characters.slice(1).map((character, i) => characters[i] + character);
};
