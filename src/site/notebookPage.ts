import type { Language } from "../bilingual";
import { codeHtml, placeOf, proseHtml, type Pens } from "./cellHtml";
import { isCode, type TextCell } from "../notebook/nbformat/notebook";
import type { ExecutedNotebook } from "./executedNotebook";
import { parseFragment } from "./fragment";
import { languageOf } from "./languageOfText";
import { trusted, type Markup } from "./markup";
import type { PageEntry } from "./pageEntry";
import { PageInMaking, type SiteFile } from "./pageInMaking";
import type { Heading } from "./prose";
import { saysSynthetic } from "./synthetic";

/** A notebook rendered, before the frame (sidebar, neighbours) is put around it. */
export interface NotebookPage extends PageEntry {
  readonly notebook: ExecutedNotebook;
  /** The paragraph below the first heading: what the page asks. HTML, and the same as plain text. */
  readonly question: { readonly html: Markup; readonly text: string };
  readonly headings: readonly Heading[];
  readonly body: readonly Markup[];
  readonly files: readonly SiteFile[];
  readonly synthetic: boolean;
  readonly hasMaths: boolean;
  readonly figures: number;
  /** Some printed number of it leads to its trace. */
  readonly hasTraces: boolean;
  readonly hasTables: boolean;
}

export const pagePath = (name: string, language: Language): string => `${language === "zh" ? "zh/" : ""}${name}.html`;

/**
 * Renders a notebook's cells.
 * @throws {BadInput} what cannot be shown, naming notebook and cell
 */
export function notebookPage(notebook: ExecutedNotebook, language: Language, pens: Pens): NotebookPage {
  const page = new PageInMaking(notebook.file, notebook.name, language, notebook.cells.map((cell) => cell.id), pens.traced);
  page.live = pens.live;
  const body = notebook.cells.map((cell) => (isCode(cell) ? codeHtml(cell, page, pens) : proseHtml(cell, page, pens)));
  return {
    notebook, language, body,
    path: pagePath(notebook.name, language),
    title: page.headings[0]?.text ?? notebook.name,
    subtitle: page.subtitle,
    question: question(notebook, page, pens),
    headings: page.headings,
    files: page.files,
    synthetic: saysSynthetic(notebook),
    hasMaths: page.hasMaths,
    figures: page.figures,
    hasTraces: page.hasTraces,
    hasTables: page.hasTables,
  };
}

function question(notebook: ExecutedNotebook, page: PageInMaking, pens: Pens): NotebookPage["question"] {
  const source = firstParagraph(notebook, page.language);
  const cell: TextCell = { cell_type: "markdown", id: "question", source, metadata: {} };
  const rendered = pens.prose(source, placeOf(cell, page, pens)).html;
  return { html: trusted(rendered), text: parseFragment(rendered).textContent.trim() };
}

/** The first paragraph of prose in the page's language (else in any), as Markdown; headings, lists, tables, quotes and pictures are passed over. */
function firstParagraph(notebook: ExecutedNotebook, language: Language): string {
  const blocks = notebook.cells.filter((cell) => !isCode(cell)).flatMap((cell) => cell.source.split(/\n\s*\n/));
  const paragraphs = blocks.map((block) => block.replace(/^#+ .*\n?/, "").trim()).filter((block) => block !== "" && !NO_PARAGRAPH.test(block));
  return (paragraphs.find((block) => languageOf(block) === language) ?? paragraphs[0] ?? "").replace(/!\[[^\]]*\]\([^)]*\)/g, "").trim();
}

const NO_PARAGRAPH = /^([#>|<]|!\[|[+*-]\s|\d+\.\s|```|\$\$|---)/;
