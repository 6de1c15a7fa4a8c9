import { PageFault } from "../../pageFault";

/**
 * `node:fs` for the package in a page: the files are those that the page brings and those that a reader drops on it. Nothing is
 * written: what would be is refused in one sentence.
 */
declare global {
  /** The project's files, which lie there before the package is loaded: some of it reads as it loads. */
  var sojournProject: Readonly<Record<string, string>> | undefined;
}

const files = new Map<string, string | Uint8Array>(Object.entries(globalThis.sojournProject ?? {}));

/** Puts a file where the package will look for it; without content it is gone. */
export function putFile(path: string, content: string | Uint8Array | undefined): void {
  if (content === undefined) files.delete(normal(path));
  else files.set(normal(path), content);
}

const normal = (path: unknown): string => String(path).replace(/\/+/g, "/").replace(/(?<=.)\/$/, "");

const isFolder = (path: unknown): boolean => [...files.keys()].some((file) => file.startsWith(normal(path) === "/" ? "/" : `${normal(path)}/`));

function find(path: unknown): string | Uint8Array {
  const found = files.get(normal(path));
  if (found === undefined) throw Object.assign(new Error(`ENOENT: no such file in this page, open '${String(path)}'`), { code: "ENOENT" });
  return found;
}

export function readFileSync(path: unknown, encoding?: string | { readonly encoding?: string }): string | Uint8Array {
  const found = find(path);
  if (encoding === undefined) return typeof found === "string" ? new TextEncoder().encode(found) : found;
  return typeof found === "string" ? found : new TextDecoder().decode(found);
}

export const existsSync = (path: unknown): boolean => files.has(normal(path)) || isFolder(path);

export function statSync(path: unknown): object {
  const folder = !files.has(normal(path)) && isFolder(path);
  return { size: folder ? 0 : find(path).length, isFile: () => !folder, isDirectory: () => folder, isFIFO: () => false, isSocket: () => false };
}

export const readdirSync = (path: unknown): string[] => {
  const folder = `${normal(path).replace(/\/$/, "")}/`;
  return [...new Set([...files.keys()].filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length).split("/")[0]))].sort();
};

export const realpathSync = normal;

function refuse(): never {
  throw new PageFault({ en: "a page writes no files: run the notebook in Jupyter or Node for that", zh: "网页不写文件：请在 Jupyter 或 Node 中运行笔记本" });
}
export {
  refuse as writeFileSync, refuse as mkdirSync, refuse as mkdtempSync, refuse as rmSync, refuse as rmdirSync, refuse as renameSync, refuse as openSync, refuse as closeSync,
  refuse as writeSync, refuse as fsyncSync, refuse as fstatSync, refuse as fchmodSync, refuse as fchownSync, refuse as accessSync,
};
export const constants = {};
export default { readFileSync, existsSync, statSync, readdirSync, realpathSync };
