import type { Language } from "../../bilingual";
import type { SearchEntry } from "../../searchWords";
import { SYNTHETIC_BANNER } from "../../display/synthetic";
import { encoded } from "../pageEntry";
import { attribute, hasClass, isElement, isIn, parseFragment, textOf, within, type Element, type Parent } from "./htmlTree";

/** A page as the search sees it. */
export interface SearchedPage {
  readonly path: string;
  readonly title: string;
  readonly language: Language;
  readonly body: string;
}

const HEADINGS = new Set(["h1", "h2", "h3", "h4"]);
const BLOCKS = new Set(["p", "li", "dt", "dd", "blockquote", "td", "th"]);
/** What is no prose of its own: code, what a cell printed, tables and figures (which have entries of their own), formulas' markup. */
const PASSED_OVER = { names: new Set(["script", "pre", "figure", "annotation", "form"]), classes: ["code", "outputs", "trace", "to-list", "audit-app"] };
const isPassedOver = (element: Element): boolean => PASSED_OVER.names.has(element.tagName) || PASSED_OVER.classes.some((name) => hasClass(element, name));

type Found = Pick<SearchEntry, "heading" | "text"> & { readonly anchor: string };

/** What can be found on the pages: prose by headings, tables by caption, figures by their words. */
export const searchEntries = (pages: readonly SearchedPage[]): SearchEntry[] =>
  pages.flatMap((page) => entriesOf(page).map((entry) => ({ page, entry }))).map(({ page, entry: { anchor, heading, text } }, id) => ({
    id, address: encoded(page.path) + (anchor === "" ? "" : `#${anchor}`), language: page.language, page: page.title, heading, text,
  }));

function entriesOf({ body, title }: SearchedPage): Found[] {
  const root = parseFragment(body);
  const all = within(root);
  return [...sections(root, title), ...captions(all), ...figures(all)].filter(({ heading, text }) => heading !== "" || text !== "");
}

function sections(root: Parent, title: string): Found[] {
  const found: { anchor: string; heading: string; texts: string[] }[] = [{ anchor: "", heading: title, texts: [] }];
  for (const part of within(root, isPassedOver)) {
    if (HEADINGS.has(part.tagName)) found.push({ anchor: attribute(part, "id"), heading: textOf(part, isPassedOver), texts: [] });
    else if (BLOCKS.has(part.tagName) && !within(part, isPassedOver).some(({ tagName }) => BLOCKS.has(tagName))) found.at(-1)!.texts.push(textOf(part, isPassedOver));
  }
  return found.filter(({ anchor, texts }) => anchor !== "" || texts.length > 0).map(({ texts, ...place }) => ({ ...place, text: texts.join(" ") }));
}

const captions = (all: readonly Element[]): Found[] =>
  all.filter((table) => table.tagName === "table" && attribute(table, "id") !== "" && isIn(table, "outputs"))
    .flatMap((table) => table.childNodes.filter(isElement).filter(({ tagName }) => tagName === "caption")
      .map((caption) => ({ anchor: attribute(table, "id"), heading: textOf(caption, (part) => hasClass(part, "synthetic")), text: "" })));

const figures = (all: readonly Element[]): Found[] => all.filter((figure) => figure.tagName === "figure" && attribute(figure, "id") !== "").map((figure) => {
  const parts = within(figure);
  const caption = parts.find(({ tagName }) => tagName === "figcaption");
  const words = parts.filter((part) => part.tagName === "li" && isIn(part, "figure-words")).map((part) => textOf(part));
  return {
    anchor: attribute(figure, "id"), heading: caption ? textOf(caption) : "",
    text: words.filter((line) => !Object.values<string>({ ...SYNTHETIC_BANNER }).some((banner) => line.startsWith(banner))).join(" · "),
  };
});
