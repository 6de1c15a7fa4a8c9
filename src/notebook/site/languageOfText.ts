import type { Language } from "../../bilingual";
import { htmlLang } from "./words";

const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, th, td, caption, figcaption, dt, dd, summary, blockquote";
const HAN = /\p{Script=Han}/gu;
const LETTERS = /\p{L}/gu;

/** Marks each block by the language most of its letters are in, where it differs from the page's: screen readers and fonts go by it. */
export function markLanguages(root: DocumentFragment, pageLanguage: Language): void {
  for (const block of Array.from(root.querySelectorAll(BLOCKS))) {
    if (block.closest("[lang]")) continue;
    const language = languageOf(block.textContent ?? "");
    if (language && language !== pageLanguage) block.setAttribute("lang", htmlLang(language));
  }
}

/** Chinese where at least three letters in ten are Han (a Chinese sentence often carries English names); undefined without letters. */
export function languageOf(text: string): Language | undefined {
  const letters = text.match(LETTERS)?.length ?? 0;
  if (letters === 0) return undefined;
  return (text.match(HAN)?.length ?? 0) / letters >= 0.3 ? "zh" : "en";
}
