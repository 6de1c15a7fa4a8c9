/*
 * What a reader is told in two languages: the English has no Chinese in it but what it quotes, the Chinese is Chinese. A text put
 * under the other language, or left untranslated, is found by this wherever it stands.
 */
const HAN = /\p{Script=Han}/u;
/** What only Chinese is set with. */
const CHINESE = /[\p{Script=Han}（）：；，。、]/u;
/** Names that stand alone in a Chinese heading: of tests, and what is abbreviated alike in both. */
const NAMES = /\b(?:Brant|Holm|Wald|df)\b/g;

export interface Pair { readonly path: string; readonly en: string; readonly zh: string }

/** Every text beside its counterpart (`{ en, zh }`, or `why` and `whyZh`), also where whole tables of texts are; what a function of a few values says is told of 1, 2, 3. */
export function pairs(value: unknown, path: string, seen = new Set<unknown>()): Pair[] {
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  if ("en" in value && "zh" in value) return beside(value.en, value.zh, path);
  const texts = value as Readonly<Record<string, unknown>>;
  const twins = Object.keys(texts).filter((name) => `${name}Zh` in texts).flatMap((name) => beside(texts[name], texts[`${name}Zh`], `${path}.${name}`));
  return [...twins, ...Object.entries(texts).flatMap(([name, inner]) => pairs(inner, `${path}.${name}`, seen))];
}

function beside(en: unknown, zh: unknown, path: string): Pair[] {
  if (typeof en === "string" && typeof zh === "string") return [{ path, en, zh }];
  if (typeof en === "function" && typeof zh === "function") return beside(said(en), said(zh), `${path}()`);
  if (typeof en !== "object" || typeof zh !== "object" || en === null || zh === null) return [];
  return Object.keys(en).flatMap((name) => beside((en as Record<string, unknown>)[name], (zh as Record<string, unknown>)[name], `${path}.${name}`));
}

function said(words: unknown): unknown {
  try {
    return (words as (...values: unknown[]) => unknown)(1, 2, 3);
  } catch {
    return undefined; // of something that is no number
  }
}

const quoted = (text: string) => text.replace(/[（(“"「『《][^）)”"」』》]*\p{Script=Han}[^）)”"」』》]*[）)”"」』》]/gu, "");

/**
 * Those of which one language stands under the other's name.
 *
 * @param names  of the data's own, which stand as they are in either language
 */
export const misplaced = (all: readonly Pair[], names: readonly string[] = []): readonly Pair[] =>
  all.filter(({ en, zh }) => en !== zh && (CHINESE.test(names.reduce((text, name) => text.replaceAll(name, ""), quoted(en))) || (!HAN.test(zh) && /\p{L}{2}/u.test(zh.replace(NAMES, "")))));
