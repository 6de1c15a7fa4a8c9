import type { Language } from "../../../src/bilingual";
import type { Languages } from "../../../src/display/words";

const KEY = "sojourn:table-language";

/** The languages a reader last chose for tables; both, where JupyterLab speaks English and nobody has chosen. */
export function chosenLanguage(spoken: Language): Languages {
  const chosen = stored();
  if (chosen === "en" || chosen === "zh" || chosen === "both") return chosen;
  return spoken === "zh" ? "zh" : "both";
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
