import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Bilingual } from "../bilingual";
import type { Table } from "../display/table";
import { siteAssets } from "./assets";
import { loadHighlight } from "./highlight";
import { readEditions } from "./notebookFolder";
import { notebookPage, pagePath } from "./notebookPage";
import { proseRenderer } from "./prose";
import { hasOtherData, stamp, type Provenance } from "./provenance";
import { notebookAddress, siteDocuments } from "./siteDocuments";
import type { ExerciseForm } from "./live/exerciseOf";
import { liveFiles, liveNotebook } from "./live/liveFiles";
import { siteLinks } from "./siteLink";
import { auditPage } from "./audit/auditPage";
import { inspectionPage } from "./inspectionPage";
import { searchIndex } from "./search/searchIndex";
import { traceFile, tracePage } from "./trace/tracePage";
import { traceId, type SiteTraces } from "./trace/traces";
import type { VerdictTable } from "./verdictTable";
import { writeSite } from "./writeSite";

export interface SiteRequest {
  /** A folder of executed .ipynb files; its `zh/` holds the Chinese edition. */
  readonly notebooks: string;
  /** Where the site goes: replaced as a whole, and only on success. */
  readonly out: string;
  readonly verdicts?: VerdictTable | undefined;
  /** What printed numbers lead to; without it they lead nowhere. */
  readonly traces?: SiteTraces;
  /** A table as someone would paste it, for the audit page to begin with. */
  readonly auditExample?: string;
  /** What `sojourn inspect` shows of the data; without it there is no such page. */
  readonly inspection?: readonly Table[];
  /** Whether the cells can be run on the pages: they run on the project's own data. */
  readonly live?: boolean | undefined;
  /** Exercises whose cells get a field for the answer, hints and a check, where pages are live. */
  readonly exercises?: Readonly<Record<string, ExerciseForm>> | undefined;
  /** A study of somebody's own in the paper's place; `live`: its files and data, which go into the pages. */
  readonly study?: { readonly title: Bilingual; readonly folder: string; readonly live?: readonly string[] } | undefined;
  readonly provenance: Provenance;
  /** Further files to take away (a codebook, the printed tables). */
  readonly downloads: readonly string[];
}

export interface SiteReport {
  /** The front page. */
  readonly index: string;
  /** Paths of all pages on the site. */
  readonly pages: readonly string[];
  readonly figures: number;
  /** Notebooks that hold results made from data that are none of the site's. */
  readonly otherData: readonly string[];
}

/**
 * Renders executed notebooks to a static site that works when opened as a file and asks nothing of any host.
 * The same notebooks, data and commit give the same bytes.
 *
 * @throws {BadInput} a notebook that was not executed, has failed, or holds what cannot be shown; a foreign `out`
 */
export async function renderSite({ notebooks, out, verdicts, traces, auditExample, inspection, provenance, downloads, live = false, exercises = {}, study }: SiteRequest): Promise<SiteReport> {
  const editions = readEditions(notebooks, study && `--study ${study.folder}`);
  const data = provenance.data.map(stamp);
  const takeaways = [
    ...data.filter(({ secret }) => !secret).map(({ name, bytes }) => ({ path: `downloads/data/${name}`, content: bytes })),
    ...downloads.map((path) => ({ path: `downloads/data/${basename(path)}`, content: readFileSync(path) })),
  ];
  const highlight = await loadHighlight();
  const pens = { live, exercises, traced: new Set(traces?.cells.map(traceId)), highlight, prose: proseRenderer(highlight), link: siteLinks(editions, takeaways.map(({ path }) => basename(path))) };
  const pages = [
    ...editions.en.map((notebook) => notebookPage(notebook, "en", pens)),
    ...editions.zh.map((notebook) => notebookPage(notebook, "zh", pens)),
  ];
  const standing = [...(inspection ? [inspectionPage(inspection)] : []), auditPage(auditExample), ...(traces ? [tracePage(traces)] : [])];
  const documents = siteDocuments({ live, study, pages, standing, data, provenance, verdicts, takeaways: takeaways.map(({ path }) => path) });
  writeSite(out, [
    ...siteAssets({ figures: live || pages.some((page) => page.figures > 0), maths: pages.some((page) => page.hasMaths) }),
    ...pages.flatMap((page) => page.files),
    ...pages.map((page) => ({ path: notebookAddress(page), content: page.notebook.content })),
    ...takeaways,
    ...(live ? [liveFiles(study && { folder: study.folder, files: study.live ?? [] }), ...pages.map(liveNotebook)] : []),
    ...(traces ? [traceFile(traces, "en"), traceFile(traces, "zh")] : []),
    searchIndex([
      ...pages.map(({ path, title, language, body }) => ({ path, title, language, body: body.join("\n") })),
      ...(["en", "zh"] as const).flatMap((language) => standing.map((page) => ({ path: pagePath(page.name, language), title: page.title[language], language, body: page.body(language).text }))),
    ]),
    ...documents,
  ]);
  return { index: join(out, "index.html"), pages: documents.map(({ path }) => path), figures: pages.reduce((sum, page) => sum + page.figures, 0), otherData: pages.filter(({ notebook }) => hasOtherData(notebook, data)).map(({ notebook }) => notebook.file) };
}
