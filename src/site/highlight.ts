import type { Highlighter } from "shiki";

const LANGUAGES = ["typescript", "javascript", "json", "bash", "r"] as const;

/** Colours source code; a language it does not know comes out uncoloured. */
export type Highlight = (source: string, language: string) => string;

/**
 * Shiki with one theme whose colours are CSS variables, so that light and dark are a matter of the style sheet alone
 * (`--code-*` in site.css, each pair held to WCAG AA by the browser test).
 */
export const loadHighlight = (): Promise<Highlight> => (loading ??= load());

let loading: Promise<Highlight> | undefined; // one for the process: it holds the grammars

async function load(): Promise<Highlight> {
  const { createHighlighter, createCssVariablesTheme } = await import("shiki"); // an ES module: only by import()
  const theme = createCssVariablesTheme({ name: "site", variablePrefix: "--code-", fontStyle: true });
  const highlighter: Highlighter = await createHighlighter({ langs: [...LANGUAGES], themes: [theme] });
  const known = new Set<string>(highlighter.getLoadedLanguages());
  const coloured = new Map<string, string>(); // both editions have the same code
  return (source, language) => {
    const key = `${language} ${source}`;
    // No time limit: at its default, a busy machine leaves the end of a cell uncoloured, and the page differs from run to run.
    const text = coloured.get(key) ?? highlighter.codeToHtml(source.replace(/\n+$/, ""), { lang: known.has(language) ? language : "text", theme: "site", tokenizeTimeLimit: 0 });
    coloured.set(key, text);
    return text;
  };
}
