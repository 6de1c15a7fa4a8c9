import { languageOf, type Language } from "../bilingual";
import { htmlLang } from "./words";

const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, th, td, caption, figcaption, dt, dd, summary, blockquote";

/** Marks each block by the language most of its letters are in, where it differs from the page's: screen readers and fonts go by it. */
export function markLanguages(root: DocumentFragment, pageLanguage: Language): void {
  for (const block of Array.from(root.querySelectorAll(BLOCKS))) {
    if (block.closest("[lang]")) continue;
    const language = languageOf(block.textContent ?? "");
    if (language && language !== pageLanguage) block.setAttribute("lang", htmlLang(language));
  }
}

export { languageOf };
