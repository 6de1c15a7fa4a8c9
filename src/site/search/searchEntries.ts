import type { Language } from "../../bilingual";
import type { SearchEntry } from "../../searchWords";
import { SYNTHETIC_BANNER } from "../../display/synthetic";
import { parseFragment } from "../fragment";
import { encoded } from "../frame";

/** A page as the search sees it. */
export interface SearchedPage {
  readonly path: string;
  readonly title: string;
  readonly language: Language;
  readonly body: string;
}

const HEADINGS = "h1, h2, h3, h4";
const BLOCKS = "p, li, dt, dd, blockquote, td, th";
/** What is no prose of its own: code, what a cell printed, tables and figures (which have entries of their own), formulas' markup. */
const PASSED_OVER = "script, pre, .code, .outputs, figure, annotation, .trace, .to-list, form, .audit-app";

type Found = Pick<SearchEntry, "heading" | "text"> & { readonly anchor: string };

/** What can be found on the pages: prose by headings, tables by caption, figures by their words. */
export const searchEntries = (pages: readonly SearchedPage[]): SearchEntry[] =>
  pages.flatMap((page) => entriesOf(page).map((entry) => ({ page, entry }))).map(({ page, entry: { anchor, heading, text } }, id) => ({
    id, address: encoded(page.path) + (anchor === "" ? "" : `#${anchor}`), language: page.language, page: page.title, heading, text,
  }));

function entriesOf({ body, title }: SearchedPage): Found[] {
  const root = parseFragment(body);
  const shown = [...captions(root), ...figures(root)];
  for (const other of Array.from(root.querySelectorAll(PASSED_OVER))) other.remove();
  return [...sections(root, title), ...shown].filter(({ heading, text }) => heading !== "" || text !== "");
}

function sections(root: DocumentFragment, title: string): Found[] {
  const found: { anchor: string; heading: string; texts: string[] }[] = [{ anchor: "", heading: title, texts: [] }];
  for (const part of Array.from(root.querySelectorAll(`${HEADINGS}, ${BLOCKS}`))) {
    if (part.matches(HEADINGS)) found.push({ anchor: part.id, heading: textOf(part), texts: [] });
    else if (part.querySelector(BLOCKS) === null) found.at(-1)!.texts.push(textOf(part));
  }
  return found.filter(({ anchor, texts }) => anchor !== "" || texts.length > 0).map(({ texts, ...place }) => ({ ...place, text: texts.join(" ") }));
}

const captions = (root: DocumentFragment): Found[] => Array.from(root.querySelectorAll(".outputs table[id] > caption"), (caption) => {
  caption.querySelector(".synthetic")?.remove();
  return { anchor: caption.closest("table")!.id, heading: textOf(caption), text: "" };
});

const figures = (root: DocumentFragment): Found[] => Array.from(root.querySelectorAll("figure[id]"), (figure) => ({
  anchor: figure.id,
  heading: textOf(figure.querySelector("figcaption")),
  text: Array.from(figure.querySelectorAll(".figure-words li"), textOf).filter((line) => !Object.values<string>({ ...SYNTHETIC_BANNER }).some((banner) => line.startsWith(banner))).join(" · "),
}));

const textOf = (part: Element | null): string => (part?.textContent ?? "").replace(/\s+/g, " ").trim();
