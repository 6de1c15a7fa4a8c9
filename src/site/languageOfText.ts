import { languageOf, type Language } from "../bilingual";
import { htmlLang } from "./words";

const BLOCKS = new Set("p li h1 h2 h3 h4 h5 h6 th td caption figcaption dt dd summary blockquote".split(" "));

/** Marks each block by the language most of its letters are in, where it differs from the page's: screen readers and fonts go by it. */
export function markLanguages(root: ParentNode, pageLanguage: Language): void {
  for (const found of Array.from(root.children)) {
    const language = BLOCKS.has(found.localName) && !found.hasAttribute("lang") && languageOf(found.textContent ?? "");
    if (language && language !== pageLanguage) found.setAttribute("lang", htmlLang(language));
    if (!found.hasAttribute("lang")) markLanguages(found, pageLanguage); // else all within has its language
  }
}

export { languageOf };
