import type { Language } from "../bilingual";
import type { Heading } from "./prose";
import { wordsOf, type Words } from "./words";

/** A file that a page brings along, by its path on the site. */
export interface SiteFile {
  readonly path: string;
  readonly content: string | Buffer;
}

/** What is gathered while a page's cells are rendered: ids in use, headings, files, what the page will have to load. */
export class PageInMaking {
  readonly words: Words;
  readonly headings: Heading[] = [];
  readonly files: SiteFile[] = [];
  subtitle?: string;
  hasMaths = false;
  figures = 0;
  codeCells = 0;
  /** Some printed number of it leads to its trace. */
  hasTraces = false;
  /** Its cells can be run. */
  live = false;
  /** Some table of it comes with its data, for the reader to see it otherwise. */
  hasTables = false;
  private readonly ids = new Set<string>();

  /**
   * @param file      the notebook, as messages call it
   * @param name      the page's name, first part of its files' names
   * @param language  of the page
   * @param cellIds   of the notebook: kept for the cells, whatever headings are called
   * @param traced    the printed numbers (`M4.supportUnit`) whose trace the site shows
   */
  constructor(readonly file: string, readonly name: string, readonly language: Language, cellIds: readonly string[], readonly traced: ReadonlySet<string> = new Set()) {
    this.words = wordsOf(language);
    for (const id of [...cellIds, ...RESERVED]) this.ids.add(id);
  }

  /** From the page's folder to the site's. */
  get toRoot(): string {
    return this.language === "zh" ? "../" : "";
  }

  /** An id near the wanted one that no other element of the page has. */
  takeId(wanted: string): string {
    const base = wanted.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "part";
    let id = base;
    for (let n = 2; this.ids.has(id); n++) id = `${base}-${n}`;
    this.ids.add(id);
    return id;
  }

  /** Puts a file into the site and gives its address as seen from the page. */
  addFile(path: string, content: string | Buffer): string {
    this.files.push({ path, content });
    return this.toRoot + path.split("/").map(encodeURIComponent).join("/"); // names come from files
  }
}

/** Ids of the page's own frame. */
const RESERVED = ["main", "sidebar", "contents", "provenance", "site-search", "search-box", "search-results", "search-status", "title"];
