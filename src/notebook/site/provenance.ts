import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { BadInput } from "../../badInput";
import { html, type Markup } from "./markup";
import type { Words } from "./words";

/** What a site was made from, said on every page: a reader can tell whether two copies show the same. */
export interface Provenance {
  readonly packageVersion: string;
  readonly nodeMajor: number;
  /** Of the repository, where it is one. */
  readonly commit?: { readonly hash: string; readonly clean: boolean };
  readonly data: readonly DataSource[];
}

export interface DataSource {
  /** Its file, copied into the site for the taking unless it is secret. */
  readonly path: string;
  /** Somebody's own data: named by digest, never copied. */
  readonly secret?: boolean;
  /** Words of a cell's code by which it is known to read this file, besides the file's name. */
  readonly readBy?: readonly string[];
  /** Of the generator, for a synthetic file. */
  readonly seed?: number;
}

export interface StampedData extends DataSource {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** Reads a data file once: its bytes for the copy, their digest for the page. */
export function stamp(data: DataSource): StampedData {
  let bytes: Buffer;
  try {
    bytes = readFileSync(data.path);
  } catch {
    throw new BadInput({ file: data.path }, "cannot be read", "a data file of the notebooks");
  }
  return { ...data, bytes, name: basename(data.path), sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** The block at a page's end: notebook, data with digest and seed, package, Node, commit. */
export function provenanceHtml(notebook: { file: string; address: string } | undefined, data: readonly StampedData[], site: Provenance, toRoot: string, words: Words): Markup {
  const { commit } = site;
  return html`<section class="provenance" aria-labelledby="provenance"><h2 id="provenance">${words.provenance}</h2><dl>
${notebook && row(words.notebook, html`<a href="${notebook.address}" download>${notebook.file}</a>`)}
${data.map((file) => html`${row(words.dataFile, html`${file.secret ? file.name : html`<a href="${toRoot}downloads/data/${file.name}" download>data/${file.name}</a>`}${file.seed !== undefined && html`, ${words.seed.toLowerCase()} ${file.seed}`}<br><code class="digest">${words.sha256} ${file.sha256}</code>`)}`)}
${row(words.packageVersion, html`sojourn ${site.packageVersion}`)}
${row(words.nodeVersion, html`Node ${site.nodeMajor}`)}
${commit && row(words.commit, html`<code>${commit.hash.slice(0, 12)}</code>${!commit.clean && html` ${words.withChanges}`}`)}
</dl></section>`;
}

const row = (name: string, value: Markup): Markup => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** The data files that a notebook's code reads, by their name or by the words that read them; all of them where it does neither. */
export function dataRead(code: string, data: readonly StampedData[]): readonly StampedData[] {
  const read = data.filter(({ name, readBy = [] }) => [name, ...readBy].some((words) => code.includes(words)));
  return read.length > 0 ? read : data;
}
