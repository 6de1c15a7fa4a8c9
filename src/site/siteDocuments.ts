import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Bilingual, Language } from "../bilingual";
import { documentHtml } from "./frame";
import { frontPage } from "./frontPage";
import { FRONT } from "./frontWords";
import { notebookScript } from "./live/liveFiles";
import { html } from "./markup";
import { pagePath, type NotebookPage } from "./notebookPage";
import { encoded, relative, type PageEntry } from "./pageEntry";
import type { SiteFile } from "./pageInMaking";
import { dataRead, hasOtherData, provenanceHtml, type Provenance, type StampedData } from "./provenance";
import type { StandingPage } from "./standingPage";
import type { VerdictTable } from "./verdictTable";
import { wordsOf } from "./words";

/** Everything that the documents of a site are made of. */
export interface SiteParts {
  readonly live: boolean;
  readonly pages: readonly NotebookPage[];
  readonly data: readonly StampedData[];
  readonly provenance: Provenance;
  /** A study of somebody's own in the paper's place. */
  readonly study?: { readonly title: Bilingual; readonly folder: string } | undefined;
  readonly verdicts?: VerdictTable | undefined;
  /** What stands beside the notebooks, in the sidebar after them. */
  readonly standing: readonly StandingPage[];
  /** Paths on the site of the files to take away. */
  readonly takeaways: readonly string[];
}

/** All HTML documents: a front page in each language, a page for each notebook, and the pages that stand beside them. */
export const siteDocuments = (parts: SiteParts): SiteFile[] =>
  (["en", "zh"] as const).flatMap((language) => {
    const home = front(language);
    const listed = listedPages(language, parts.pages);
    const entries = [home, ...listed, ...parts.standing.map((page) => standingEntry(page, language))];
    return [
      frontDocument(home, entries, listed, parts),
      ...listed.filter((page) => page.language === language).map((page) => notebookDocument(page, entries, parts)),
      ...parts.standing.map((page) => standingDocument(page, language, entries, parts)),
    ];
  });

/** Where a notebook can be taken from. */
export const notebookAddress = ({ notebook, language }: NotebookPage): string =>
  `downloads/notebooks/${language === "zh" ? "zh/" : ""}${notebook.name}.ipynb`;

/** What a language's sidebar lists: its own edition of each notebook, else the English one. */
const listedPages = (language: Language, pages: readonly NotebookPage[]): NotebookPage[] =>
  pages.filter((page) => page.language === "en").map((page) =>
    pages.find((other) => other.notebook.name === page.notebook.name && other.language === language) ?? page);

const front = (language: Language): PageEntry => ({ path: pagePath("index", language), title: wordsOf(language).frontPage, language });

function frontDocument(home: PageEntry, entries: readonly PageEntry[], listed: readonly NotebookPage[], parts: SiteParts): SiteFile {
  const { language, path } = home;
  const { headings, body } = frontPage({
    language,
    pages: listed,
    verdicts: parts.verdicts, study: parts.study,
    synthetic: listed.some((page) => page.synthetic),
    downloads: parts.takeaways.map((taken) => ({ name: basename(taken), address: rootFrom(language) + encoded(taken) })),
    version: parts.provenance.packageVersion,
    address: (page) => relative(home, page),
    standing: parts.standing.map((page) => ({ title: page.title[language], description: page.description[language], address: relative(home, standingEntry(page, language)) })),
  });
  const content = documentHtml({
    ...home, title: headings[0].text, description: parts.study ? parts.study.title[language] : FRONT.description[language], headings, pages: entries, body,
    twin: front(language === "en" ? "zh" : "en"),
    synthetic: false, hasMaths: listed.some((page) => page.hasMaths), figures: 0, hasCode: false, hasTraces: false,
    foot: provenanceHtml(undefined, parts.data, parts.provenance, rootFrom(language), wordsOf(language)),
  });
  return { path, content };
}

function notebookDocument(page: NotebookPage, entries: readonly PageEntry[], { pages, data, provenance, live, study }: SiteParts): SiteFile {
  const { notebook, language } = page;
  const root = rootFrom(language);
  const content = documentHtml({
    ...page, pages: entries, hasCode: true, hasTables: live || page.hasTables, figures: live ? Math.max(1, page.figures) : page.figures,
    ...(live && { live: { notebook: notebook.name, version: createHash("sha256").update(notebook.content).digest("hex").slice(0, 16), script: notebookScript(notebook.name, language), study: study !== undefined } }),
    description: page.question.text || page.title,
    body: html`${page.body.map((cell) => html`${cell}\n`)}`,
    twin: pages.find((other) => other.notebook.name === notebook.name && other.language !== language),
    foot: provenanceHtml({ file: notebook.file, address: root + encoded(notebookAddress(page)) }, dataRead(notebook, data), provenance, root, wordsOf(language), hasOtherData(notebook, data)),
  });
  return { path: page.path, content };
}

const standingEntry = ({ name, title }: StandingPage, language: Language): PageEntry => ({ path: pagePath(name, language), title: title[language], language });

function standingDocument(page: StandingPage, language: Language, entries: readonly PageEntry[], { data, provenance }: SiteParts): SiteFile {
  const entry = standingEntry(page, language);
  const content = documentHtml({
    ...entry, pages: entries, description: page.description[language], headings: page.headings(language), body: page.body(language),
    twin: standingEntry(page, language === "en" ? "zh" : "en"),
    synthetic: page.synthetic, hasMaths: false, figures: 0, hasCode: false, hasTraces: false, scripts: page.scripts,
    foot: provenanceHtml(undefined, data, provenance, rootFrom(language), wordsOf(language)),
  });
  return { path: entry.path, content };
}

const rootFrom = (language: Language): string => (language === "zh" ? "../" : "");
