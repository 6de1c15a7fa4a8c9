import type { Language } from "../../src/bilingual";
import { languageOf } from "./words";

let code: string | undefined;
let setting: "auto" | Language = "auto";

/** JupyterLab's own language. */
export function speakAs(languageCode: string | undefined): void {
  code = languageCode;
}

/** What the settings say: a language, or JupyterLab's. */
export function chooseLanguage(chosen: "auto" | Language): void {
  setting = chosen;
}

/** The language of the panel and of the marks beside cells. */
export const panelLanguage = (): Language => languageFor(code);

/** The language of a renderer, which JupyterLab tells its own. */
export const languageFor = (languageCode: string | undefined): Language => (setting === "auto" ? languageOf(languageCode) : setting);
