import type { Language } from "../bilingual";
import { SYNTHETIC_BANNER } from "../display/synthetic";
import { html, trusted, type Markup } from "./markup";
import { LIVE_FILES } from "./live/liveFiles";
import { encoded, type PageEntry, relative, titleFor } from "./pageEntry";
import type { Heading } from "./prose";
import { searchBox } from "./search/searchBox";
import { SEARCH_INDEX } from "./search/searchIndex";
import { traceScript } from "./trace/tracePage";
import { htmlLang, WORDS, wordsOf, type Words } from "./words";

/** Everything around a page's text. */
export interface Frame extends PageEntry {
  readonly description: string;
  readonly headings: readonly Heading[];
  /** The pages of this language in reading order, the front page first. */
  readonly pages: readonly PageEntry[];
  /** The same page in the other language, where there is one. */
  readonly twin?: PageEntry | undefined;
  readonly synthetic: boolean;
  readonly hasMaths: boolean;
  readonly figures: number;
  readonly hasCode: boolean;
  readonly hasTraces: boolean;
  /** Some table of it comes with its data. */
  readonly hasTables?: boolean;
  /** The page runs cells: it may start workers from scripts of its own making, and WebAssembly. */
  readonly live?: { readonly notebook: string; readonly version: string; readonly script: string; readonly study: boolean };
  /** Further scripts, by their path on the site. */
  readonly scripts?: readonly string[];
  readonly body: Markup;
  readonly foot: Markup;
}

/** Where a page may get things from: its own folder (`file:` where it is opened as a file), and pictures that it holds itself. */
const policy = (scripts: string, more = ""): string =>
  `default-src 'none'; script-src 'self' file:${scripts}; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data: blob:; font-src 'self' file:; connect-src 'none'; base-uri 'none'; form-action 'none'${more}`;
const POLICY = policy("");
const LIVE_POLICY = policy(" blob: 'wasm-unsafe-eval'", "; worker-src blob:");

/**
 * A whole document. Everything it loads lies in the site's own `assets/`, by classic `<script src>` and `<link>`:
 * a page opened as a file may neither fetch nor import.
 */
export function documentHtml(frame: Frame): string {
  const words = wordsOf(frame.language);
  const root = frame.language === "zh" ? "../" : "";
  const name = frame.title === words.siteName ? frame.title : `${frame.title} · ${WORDS.siteName.en}`;
  return html`<!doctype html>
<html lang="${htmlLang(frame.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${frame.live ? LIVE_POLICY : POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<meta name="description" content="${frame.description}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${root}assets/icon.svg" type="image/svg+xml">
${frame.hasMaths && html`<link rel="stylesheet" href="${root}assets/katex/katex.min.css">
`}<link rel="stylesheet" href="${root}assets/site.css">
<link rel="stylesheet" href="${root}assets/tools.css">
<script src="${root}assets/theme.js"></script>
<script src="${root}assets/site.js" defer></script>
<script src="${root}assets/search.js" data-root="${root}" data-index="${root}${SEARCH_INDEX}" defer></script>
${frame.hasTables && html`<script src="${root}assets/tables.js" data-word="${root}assets/word.js" defer></script>
`}${frame.hasTraces && html`<script src="${root}assets/traces.js" data-traces="${root}${traceScript(frame.language)}" defer></script>
`}${(frame.scripts ?? []).map((path) => html`<script src="${root}${path}" defer></script>
`)}${frame.figures > 0 && html`<script src="${root}assets/figures.js" data-plotly="${root}assets/plotly-cartesian.min.js" defer></script>
`}${frame.live && html`<script src="${root}assets/live.js" data-kernel="${root}assets/live-kernel.js" data-files="${root}${LIVE_FILES}" data-formats="${root}assets/live-formats.js" data-editor="${root}assets/live-editor.js" data-types="${root}assets/live-types.js" data-declarations="${root}assets/live-declarations.js" data-word="${root}assets/word.js" data-notebook="${root}${encoded(frame.live.script)}"${frame.live.study && html` data-study`} defer></script>
`}</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
${headerHtml(frame, root, words)}
<div class="columns">
${sidebarHtml(frame, words)}
<main id="main" tabindex="-1"${frame.live && html` data-notebook="${frame.live.notebook}" data-version="${frame.live.version}"`}>
${frame.synthetic && html`<p class="synthetic" role="note">${SYNTHETIC_BANNER[frame.language]} <span lang="${htmlLang(other(frame.language))}">${SYNTHETIC_BANNER[other(frame.language)]}</span></p>`}
${frame.body}
${neighboursHtml(frame, words)}
</main>
</div>
<footer class="page-foot">${frame.foot}</footer>
</body>
</html>
`.text;
}

function headerHtml(frame: Frame, root: string, words: Words): Markup {
  const home = frame.pages[0];
  return html`<header class="page-head">
<a class="site-name" href="${relative(frame, home)}">${words.siteName}</a>
${searchBox(words)}
<div class="controls">
<button type="button" class="menu" aria-expanded="false" aria-controls="sidebar" hidden>${words.contents}</button>
${frame.hasCode && html`<button type="button" class="fold" data-hide="${words.hideCode}" data-show="${words.showCode}" hidden>${words.hideCode}</button>`}
<button type="button" class="theme" aria-pressed="false" hidden>${words.darkMode}</button>
${frame.twin && html`<nav class="language" aria-label="${words.languages}"><a href="${root}${encoded(frame.twin.path)}" lang="${htmlLang(frame.twin.language)}" hreflang="${htmlLang(frame.twin.language)}">${frame.twin.language === "zh" ? "中文" : "English"}</a></nav>`}
</div>
</header>`;
}

function sidebarHtml(frame: Frame, words: Words): Markup {
  return html`<nav id="sidebar" class="sidebar" aria-label="${words.contents}">
<ol class="pages">${frame.pages.map((page) => html`<li>${page.path === frame.path
    ? html`<a href="${relative(frame, page)}" aria-current="page"${langOf(page, frame)}>${titleFor(page, frame.language)}</a>${contentsHtml(frame.headings, words)}`
    : html`<a href="${relative(frame, page)}"${langOf(page, frame)}>${titleFor(page, frame.language)}</a>`}</li>
`)}</ol>
</nav>`;
}

/** The page's own headings, the first (its title) left out. */
function contentsHtml(headings: readonly Heading[], words: Words): Markup {
  const listed = headings.slice(1).filter((heading) => heading.level <= 3);
  if (listed.length === 0) return html``;
  return html`<ol class="on-this-page" aria-label="${words.onThisPage}">${listed.map((heading) =>
    html`<li class="level-${heading.level}"><a href="#${heading.id}">${heading.text}</a></li>`)}</ol>`;
}

function neighboursHtml(frame: Frame, words: Words): Markup {
  const here = frame.pages.findIndex((page) => page.path === frame.path);
  const [before, after] = [frame.pages[here - 1], frame.pages[here + 1]];
  return html`<nav class="neighbours" aria-label="${words.pageByPage}">
${before && html`<a rel="prev" href="${relative(frame, before)}"><span>${words.previous}</span> ${titleFor(before, frame.language)}</a>`}
${after && html`<a rel="next" href="${relative(frame, after)}"><span>${words.next}</span> ${titleFor(after, frame.language)}</a>`}
</nav>`;
}

const other = (language: Language): Language => (language === "zh" ? "en" : "zh");
const langOf = (page: PageEntry, frame: Frame): Markup => {
  if (page.language === frame.language) return html``;
  return trusted(`${page.subtitle ? "" : ` lang="${htmlLang(page.language)}"`} hreflang="${htmlLang(page.language)}"`);
};
