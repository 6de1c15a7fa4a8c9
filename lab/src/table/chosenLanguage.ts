import type { Language } from "../../../src/bilingual";
import type { Languages } from "../../../src/display/words";

const KEY = "sojourn:table-language";

/** The languages a reader last chose for tables; JupyterLab's own where nobody has chosen. */
export function chosenLanguage(spoken: Language): Languages {
  const chosen = stored();
  return chosen === "en" || chosen === "zh" || chosen === "both" ? chosen : spoken;
}

export function rememberLanguage(chosen: Languages): void {
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // a page without storage forgets
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
