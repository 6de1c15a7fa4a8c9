import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { projectFolder } from "../../projectFolder";
import type { NotebookPage } from "../notebookPage";
import { isCode } from "../../notebook/nbformat/notebook";
import { scriptJson } from "../markup";
import { CHOICE_PLACE, STUDY_CHOICE, STUDY_FOLDER } from "./studyPlace";
import type { SiteFile } from "../pageInMaking";

export const LIVE_FILES = "assets/live-files.js";

/** Folders of the project whose files the package reads while it runs: data, and the sources that a trace leads to. */
const READ = [["data", /\.(csv|json)$/], ["src/sfrc/coding", /\.ts$/], ["assets/fonts", /\.json$/]] as const;

/** A study in the paper's place: its folder, and the files of it (data among them) that the cells read. */
export interface LiveStudy {
  readonly folder: string;
  readonly files: readonly string[];
}

const studyFiles = ({ folder, files }: LiveStudy): Record<string, string> => ({
  [CHOICE_PLACE]: JSON.stringify(STUDY_CHOICE),
  ...Object.fromEntries(files.map((path) => [posix.resolve(STUDY_FOLDER, relative(folder, path).split(sep).join("/")), readFileSync(path, "utf8")])),
});

/** The project's files for the pages' worker, as a script: a page opened as a file may not fetch. */
export function liveFiles(study?: LiveStudy): SiteFile {
  const folders = READ.flatMap(([folder, wanted]) => (readdirSync(join(projectFolder, folder), { recursive: true }) as string[]).map((name) => `${folder}/${name.replaceAll("\\", "/")}`).filter((path) => wanted.test(path)).sort());
  const files = [...folders, "src/sfrc/terms.ts", "src/sfrc/readingList.ts", "package.json"].map((path) => [`/${path}`, readFileSync(join(projectFolder, path), "utf8")]);
  return { path: LIVE_FILES, content: `sojournFiles(${scriptJson({ ...Object.fromEntries(files), ...(study && studyFiles(study)) }).text});\n` };
}

/** A notebook without its outputs, for a reader to take away with texts of their own. */
export const liveNotebook = ({ notebook, language }: NotebookPage): SiteFile => ({
  path: notebookScript(notebook.name, language),
  content: `sojournNotebook(${scriptJson({ ...(JSON.parse(notebook.content.toString("utf8").replace(/^\uFEFF/, "")) as object), cells: notebook.cells.map((cell) => (isCode(cell) ? { ...cell, outputs: [], execution_count: null } : cell)) }).text});\n`,
});

export const notebookScript = (name: string, language: string): string => `assets/notebooks/${language}-${name}.js`;
