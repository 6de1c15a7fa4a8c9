import { languageOf as languageOfText, type Language } from "../../src/bilingual";
import { languageOf } from "./words";

let code: string | undefined;
let setting: "auto" | Language = "auto";

/** JupyterLab's own language, where no document tells another. */
export function speakAs(languageCode: string | undefined): void {
  code = languageCode;
}

/** What the settings say: a language, or (auto) each document's own. */
export function chooseLanguage(chosen: "auto" | Language): void {
  setting = chosen;
}

/** The language in which to speak of a document: the settings', else the document's, else JupyterLab's. */
export const languageFor = (document?: Language): Language => (setting === "auto" ? document ?? languageOf(code) : setting);

/** The language most of a notebook's text is in; undefined where it has none. */
export const languageOfNotebook = (cells: Iterable<{ readonly type: string; readonly sharedModel: { getSource(): string } }>): Language | undefined =>
  languageOfText([...cells].filter(({ type }) => type === "markdown").map(({ sharedModel }) => sharedModel.getSource().replace(/`[^`]*`|\]\([^)]*\)/g, "")).join("\n"));

const ATTRIBUTE = "data-sojourn-language";

/** Leaves a document's language on its node, for the outputs that are drawn within it. */
export const markDocument = (node: HTMLElement, language: Language | undefined): void => (language ? node.setAttribute(ATTRIBUTE, language) : node.removeAttribute(ATTRIBUTE));

/** The language of the document that an output stands in. */
export function languageAround(node: HTMLElement): Language {
  const found = node.closest(`[${ATTRIBUTE}]`)?.getAttribute(ATTRIBUTE);
  return languageFor(found === "zh" || found === "en" ? found : undefined);
}
