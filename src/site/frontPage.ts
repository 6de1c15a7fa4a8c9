import { basename } from "node:path";
import type { Bilingual, Language } from "../bilingual";
import { SYNTHETIC_BANNER } from "../display/synthetic";
import { DOWNLOADS, FRONT, STUDY_FRONT } from "./frontWords";
import { html, type Markup } from "./markup";
import type { NotebookPage } from "./notebookPage";
import { titleFor, type PageEntry } from "./pageEntry";
import type { Heading } from "./prose";
import { verdictTableHtml, type VerdictTable } from "./verdictTable";

export interface FrontPage {
  readonly headings: readonly Heading[];
  readonly body: Markup;
}

/** What the front page shows beside its own text. */
export interface FrontMatter {
  readonly language: Language;
  /** A study of somebody's own in the paper's place. */
  readonly study?: { readonly title: Bilingual; readonly folder: string } | undefined;
  readonly pages: readonly NotebookPage[];
  readonly verdicts?: VerdictTable | undefined;
  /** Some page shows synthetic data. */
  readonly synthetic: boolean;
  /** Files to take away: name → address. */
  readonly downloads: readonly { readonly name: string; readonly address: string }[];
  /** Of the package. */
  readonly version: string;
  readonly address: (page: PageEntry) => string;
  /** The pages beside the notebooks. */
  readonly standing: readonly { readonly title: string; readonly description: string; readonly address: string }[];
}

/** The front page: what this is, the verdicts, the notebooks with the question each answers, how to run it, what to take away. */
export function frontPage(matter: FrontMatter): FrontPage {
  const say = (key: keyof typeof FRONT): string => FRONT[key][matter.language];
  const { study, language } = matter;
  const title = study ? study.title[language] : say("title");
  const sections: [keyof typeof FRONT, Markup | undefined][] = [
    ["verdicts", matter.verdicts && verdictSection(matter, matter.verdicts)],
    ["pages", pageList(matter)],
    ["tools", toolList(matter)],
    ["run", study ? runStudyHtml(study.folder, language) : html`<p>${say("runText")}</p><dl class="commands"><div><dt><code>npm start</code></dt><dd>${say("runStart")}</dd></div>
<div><dt><code>npm test</code></dt><dd>${say("runTest")}</dd></div></dl>`],
    ["take", html`<ul class="downloads">${matter.downloads.map(({ name, address }) => html`<li><a href="${address}" download>${name}</a>${DOWNLOADS[name] && !study && html`: ${DOWNLOADS[name][language]}`}</li>`)}</ul>`],
    ["cite", study ? undefined : html`<p>${say("citeText")} ${matter.version}.</p><p>${say("licence")}</p>`],
  ];
  const shown = sections.filter((section): section is [keyof typeof FRONT, Markup] => section[1] !== undefined);
  return {
    headings: [{ level: 1, id: "title", text: title }, ...shown.map(([key]) => ({ level: 2, id: key, text: say(key) }))],
    body: html`<section class="prose front"><h1 id="title">${title}</h1>
<p class="lead">${study ? STUDY_FRONT.lead[language] : say("lead")}</p>
${!study && html`<p>${say("source")}</p>`}
${matter.synthetic && html`<p class="caution" role="note"><strong>${SYNTHETIC_BANNER[matter.language]}${matter.language === "zh" ? "。" : "."}</strong> ${study ? STUDY_FRONT.caution[language] : say("caution")}</p>`}</section>
${shown.map(([key, content]) => html`<section class="front"><h2 id="${key}">${say(key)}</h2>${content}</section>
`)}`,
  };
}

const runStudyHtml = (folder: string, language: Language): Markup => html`<p>${STUDY_FRONT.runText[language]}</p><dl class="commands">
<div><dt><code>npx --no-install sojourn run --study ${basename(folder)}</code></dt><dd>${STUDY_FRONT.run[language]}</dd></div>
<div><dt><code>npx --no-install sojourn site --study ${basename(folder)}</code></dt><dd>${STUDY_FRONT.site[language]}</dd></div></dl>`;

function verdictSection({ language, pages, address, study }: FrontMatter, verdicts: VerdictTable): Markup {
  const pageOf = (hypothesis: string): string | undefined => {
    const page = pages.find(({ title, notebook }) => names(title, hypothesis) || names(notebook.name, hypothesis));
    return page && address(page);
  };
  return html`${verdictTableHtml(verdicts, language, pageOf)}<p class="note">${study ? STUDY_FRONT.verdictNote[language] : FRONT.verdictNote[language]}</p>`;
}

/** Whether a page's title (or file name) names a hypothesis: "H3a–c" names H3a, H3b and H3c. */
function names(title: string, hypothesis: string): boolean {
  const whole = new RegExp(`(^|[^a-z0-9])${hypothesis}([^a-z0-9]|$)`, "i");
  const [, stem, letter] = /^(H\d+)([a-z]?)$/i.exec(hypothesis) ?? [];
  const range = stem && letter ? new RegExp(`(^|[^a-z0-9])${stem}([a-z])\\s*[–-]\\s*(?:H?\\d*)([a-z])([^a-z0-9]|$)`, "i").exec(title) : null;
  return whole.test(title) || (range !== null && letter >= range[2].toLowerCase() && letter <= range[3].toLowerCase());
}

const toolList = ({ standing }: FrontMatter): Markup => html`<ul class="tool-list">${standing.map(({ title, description, address }) => html`<li>
<a href="${address}">${title}</a><div class="question"><p>${description}</p></div></li>
`)}</ul>`;

function pageList({ pages, address, language }: FrontMatter): Markup {
  return html`<ol class="page-list">${pages.map((page) => html`<li>
<a href="${address(page)}">${titleFor(page, language)}</a><div class="question">${page.question.html}</div></li>
`)}</ol>`;
}
