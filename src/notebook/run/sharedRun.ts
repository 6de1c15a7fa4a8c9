import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CHOICE_FILE } from "../../folderChoice";
import { isCode, tagsOf, type Cell, type CodeCell, type Notebook, type Output } from "../nbformat/notebook";
import { readNotebook } from "../nbformat/readNotebook";
import type { ExecutedNotebook } from "./notebookRun";
import { CHINESE_EDITION, type NotebookFile } from "./findNotebooks";
import { finishedNotebook } from "./finishedNotebook";

/**
 * The notebook, of those before it, whose outputs a Chinese edition may take: the edition beside it in the folder above, where
 * its code and tags are the same to the byte and nothing in them could tell one folder from the other. Such a pair runs once.
 *
 * @param files  those that run, or ran, before it
 * @param choice the choice of data that holds for all; without one, each folder's own
 */
export function sameRunAs(file: NotebookFile, files: readonly NotebookFile[], choice: string | undefined): NotebookFile | undefined {
  const folder = dirname(file.path);
  if (basename(folder) !== CHINESE_EDITION) return undefined;
  const beside = files.find(({ path }) => path === join(dirname(folder), basename(file.path)));
  if (!beside || (choice === undefined && existsSync(join(folder, CHOICE_FILE)))) return undefined;
  const [mine, other] = [file, beside].map(({ path, named }) => codeCells(readNotebook(path, named)).map((cell) => ({ source: cell.source, tags: tagsOf(cell) })));
  return JSON.stringify(mine) === JSON.stringify(other) && !mine.some(({ source }) => maySeeItsFolder(source)) ? beside : undefined;
}

const IMPORTED = /\b(?:from|import)\s*(["'])(.*?)\1/g;
/** Names by which code reaches files, its folder, or other code. */
const REACHES_OUT = /\b(?:process|require|module|globalThis|global|eval|Function|constructor|__\w+|import\s*(?:\(|\.))/;
/** Text that may be a path: `a/b`, `./b`, `b.csv`. */
const PATH = /[\w.}~-]\/[\w.$~-]|\\\\|["'`](?:\.|\/|~)|\.[A-Za-z]\w{0,7}["'`]/;

/** Whether code may depend on the folder it runs in. In doubt it may. */
export function maySeeItsFolder(source: string): boolean {
  const foreign = [...source.matchAll(IMPORTED)].some(([, , name]) => !/^sojourn(?:\/\w+)?$/.test(name));
  const code = source.replace(IMPORTED, "");
  return foreign || REACHES_OUT.test(code) || PATH.test(code);
}

/** A notebook with the outputs of one that ran with the same code. What that run warned of is said of that one. */
export function withOutputsOf(executed: ExecutedNotebook, file: NotebookFile): ExecutedNotebook {
  const notebook = readNotebook(file.path, file.named);
  const given = codeCells(executed.notebook);
  const outputs = new Map<Cell, readonly Output[]>();
  codeCells(notebook).forEach((cell, i) => given[i].execution_count !== null && outputs.set(cell, given[i].outputs));
  const languageInfo = executed.notebook.metadata.language_info as Record<string, unknown>;
  return { ...executed, notebook: finishedNotebook(notebook, { named: file.named, outputs, languageInfo, folders: [] }), warnings: [] };
}

const codeCells = (notebook: Notebook): CodeCell[] => notebook.cells.filter(isCode);
