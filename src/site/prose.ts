import MarkdownIt from "markdown-it";
import type { Language } from "../bilingual";
import { element, parseFragment, serialise } from "./fragment";
import type { Highlight } from "./highlight";
import { languageOf, markLanguages } from "./languageOfText";
import { readMaths, typeset } from "./maths";
import { keepSafe } from "../display/safe/safeHtml";
import { frameTables } from "./tables";
import { wordsOf } from "./words";

/** A heading as the contents list names it. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

export interface Prose {
  readonly html: string;
  readonly headings: readonly Heading[];
  /** The title said again in the other language, where the heading below it does so. */
  readonly subtitle?: string;
  readonly hasMaths: boolean;
}

/** What rendering one cell needs to know of its page. */
export interface ProsePlace {
  readonly language: Language;
  /** A picture by its address in the Markdown → its address on the site; throws for one that cannot be had. */
  readonly picture: (address: string) => string;
  /** A link as written → as it must read on the site; undefined for a file that is not there. */
  readonly link: (address: string) => string | undefined;
  /** Gives each heading an id that no other element of the page has. */
  readonly headingId: (text: string) => string;
  /** An error about the cell, to be thrown: what was found. */
  readonly fail: (what: string) => Error;
}

/** Markdown as JupyterLab understands it (tables, maths, HTML for what is allowed), made ready for the site. */
export function proseRenderer(highlight: Highlight): (source: string, place: ProsePlace) => Prose {
  const md = new MarkdownIt({ html: true });
  readMaths(md);
  return (source, place) => {
    const root = parseFragment(md.render(source));
    addresses(root, place);
    try {
      keepSafe(root);
    } catch (error) {
      throw error instanceof RangeError ? place.fail(error.message) : error;
    }
    const subtitle = takeSubtitle(root);
    const headings = nameHeadings(root, place);
    frameTables(root, wordsOf(place.language).wideTable);
    joinChineseLines(root);
    markLanguages(root, place.language);
    // Last, since what these two put in carries the styles and the MathML that a notebook may not bring.
    const hasMaths = typesetAll(root, place);
    colourCode(root, highlight);
    return { html: serialise(root), headings, ...(subtitle !== undefined && { subtitle }), hasMaths };
  };
}

function addresses(root: DocumentFragment, place: ProsePlace): void {
  for (const a of Array.from(root.querySelectorAll("a[href]"))) {
    const written = a.getAttribute("href")!;
    const address = place.link(written);
    if (address !== undefined) a.setAttribute("href", address);
    else unlink(a, written);
  }
  for (const img of Array.from(root.querySelectorAll("img"))) img.setAttribute("src", place.picture(img.getAttribute("src") ?? ""));
}

/** A file of the repository that the site does not carry: its name stays to be read. */
function unlink(a: Element, written: string): void {
  const stand = element("span", { class: "repository-file", title: written.replace(/^(\.\.\/)+/, "") });
  stand.append(...Array.from(a.childNodes));
  a.replaceWith(stand);
}

/** A heading right below the title that says it in the other language is no part of the text's outline: it becomes a subtitle. */
function takeSubtitle(root: DocumentFragment): string | undefined {
  const below = root.querySelector("h1")?.nextElementSibling;
  if (!below || !/^h[2-4]$/.test(below.localName)) return undefined;
  const [title, text] = [root.querySelector("h1")!.textContent, below.textContent.trim()];
  if (!languageOf(text) || languageOf(text) === languageOf(title)) return undefined;
  const subtitle = element("p", { class: "subtitle" });
  subtitle.append(...Array.from(below.childNodes));
  below.replaceWith(subtitle);
  return text;
}

function nameHeadings(root: DocumentFragment, place: ProsePlace): Heading[] {
  return Array.from(root.querySelectorAll("h1, h2, h3, h4")).map((heading) => {
    const text = heading.textContent.trim();
    heading.id = place.headingId(text);
    return { level: Number(heading.localName[1]), id: heading.id, text };
  });
}

function typesetAll(root: DocumentFragment, place: ProsePlace): boolean {
  const formulas = Array.from(root.querySelectorAll("code[data-tex]"));
  for (const code of formulas) {
    const tex = code.textContent;
    try {
      code.replaceWith(parseFragment(typeset(tex, code.getAttribute("data-tex") === "display")));
    } catch (error) {
      throw place.fail(`the formula ${tex} cannot be typeset: ${(error as Error).message}`);
    }
  }
  return formulas.length > 0;
}

function colourCode(root: DocumentFragment, highlight: Highlight): void {
  for (const code of Array.from(root.querySelectorAll("pre > code"))) {
    const language = /language-(\S+)/.exec(code.className)?.[1] ?? "text";
    code.parentElement!.replaceWith(parseFragment(highlight(code.textContent, language)));
  }
}

/** A line break between two Chinese characters is no space. */
function joinChineseLines(node: Node): void {
  if (node.nodeType === 3) {
    node.textContent = node.textContent!.replace(/(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])\n(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu, "");
  } else if ((node as Element).localName !== "pre") node.childNodes.forEach(joinChineseLines);
}
