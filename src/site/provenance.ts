import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { BadInput } from "../badInput";
import { isCode } from "../notebook/nbformat/notebook";
import type { ExecutedNotebook } from "./executedNotebook";
import { html, type Markup } from "./markup";
import type { Words } from "./words";

/** What a site was made from, said on every page: a reader can tell whether two copies show the same. */
export interface Provenance {
  readonly packageVersion: string;
  readonly nodeMajor: number;
  /** Of the repository, where it is one. */
  readonly commit?: { readonly hash: string; readonly clean: boolean } | undefined;
  readonly data: readonly DataSource[];
}

export interface DataSource {
  /** Its file, copied into the site for the taking unless it is secret. */
  readonly path: string;
  /** Somebody's own data: named by digest, never copied. */
  readonly secret?: boolean;
  /** The fingerprint of the survey that is read from it: results made of it carry it. */
  readonly print?: string;
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
export function provenanceHtml(notebook: { file: string; address: string } | undefined, data: readonly StampedData[], site: Provenance, toRoot: string, words: Words, otherData = false): Markup {
  const { commit } = site;
  return html`<section class="provenance" aria-labelledby="provenance"><h2 id="provenance">${words.provenance}</h2><dl>
${notebook && row(words.notebook, html`<a href="${notebook.address}" download>${notebook.file}</a>`)}
${data.map((file) => html`${row(words.dataFile, html`${file.secret ? file.name : html`<a href="${toRoot}downloads/data/${encodeURIComponent(file.name)}" download>data/${file.name}</a>`}${file.seed !== undefined && html`, ${words.seed.toLowerCase()} ${file.seed}`}<br><code class="digest">${words.sha256} ${file.sha256}</code>`)}`)}
${otherData && row(words.otherData, html`${words.otherDataText}`)}
${row(words.packageVersion, html`sojourn ${site.packageVersion}`)}
${row(words.nodeVersion, html`Node ${site.nodeMajor}`)}
${row(words.licences, html`<a href="${toRoot}assets/THIRD-PARTY-LICENSES.txt">${words.licencesFile}</a>`)}
${commit && row(words.commit, html`<code>${commit.hash.slice(0, 12)}</code>${!commit.clean && html` ${words.withChanges}`}`)}
</dl></section>`;
}

const row = (name: string, value: Markup): Markup => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** What a notebook's results say they were made from: fingerprints of surveys. */
function printsOf({ cells }: Pick<ExecutedNotebook, "cells">): ReadonlySet<string> {
  const outputs = cells.filter(isCode).flatMap((cell) => cell.outputs);
  return new Set(outputs.flatMap((output) => ("metadata" in output ? (output.metadata as { readonly sojourn?: { readonly data?: readonly string[] } }).sojourn?.data ?? [] : [])));
}

/** The data files that a notebook's results were made from, by the provenance that they carry; all where none carries any. */
export function dataRead(notebook: Pick<ExecutedNotebook, "cells">, data: readonly StampedData[]): readonly StampedData[] {
  const prints = printsOf(notebook);
  const read = data.filter(({ print }) => print !== undefined && prints.has(print));
  return read.length > 0 ? read : data;
}

/** Whether results of a notebook were made from data that are none of the site's. */
export const hasOtherData = (notebook: Pick<ExecutedNotebook, "cells">, data: readonly StampedData[]): boolean =>
  data.some(({ print }) => print !== undefined) && [...printsOf(notebook)].some((print) => !data.some((file) => file.print === print));
