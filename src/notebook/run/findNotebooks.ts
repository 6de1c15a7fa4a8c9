import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { BadInput } from "../../badInput";
import { projectFolder } from "../../projectFolder";

/** A notebook to run: where it is, and how messages name it. */
export interface NotebookFile {
  readonly path: string;
  /** Its path from where the user stands, where that is shorter. */
  readonly named: string;
  /** Where a copy of it goes within a folder of copies: `NAME.ipynb`, or `zh/NAME.ipynb`. */
  readonly copy: string;
}

const COMMITTED = join(projectFolder, "notebooks");

/** Those that ship with the project, which no copy may overwrite. */
export const committedNotebooks = (): NotebookFile[] => (existsSync(COMMITTED) ? findNotebooks([]) : []);

/** Where, within a folder of notebooks, those of its Chinese edition are. */
export const CHINESE_EDITION = "zh";

/**
 * The notebooks that a command line names, in its order; a folder stands for the notebooks in it, sorted by name, and
 * after them those of its Chinese edition, and nothing for those of `notebooks/`.
 *
 * @throws {BadInput} one that is not there, is no .ipynb file, or is named twice; a folder that holds none
 */
export function findNotebooks(names: readonly string[], cwd = process.cwd()): NotebookFile[] {
  const wanted = names.length ? names : [COMMITTED];
  const found = wanted.flatMap((name) => notebooksAt(resolve(cwd, name), name));
  refuseTwice(found.map(({ path }) => path));
  return found.map(({ path, copy }) => ({ path, named: shorter(relative(cwd, path), path), copy }));
}

type Found = Omit<NotebookFile, "named">;

function notebooksAt(path: string, name: string): Found[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new BadInput({ file: name }, "does not exist", "a notebook or a folder of notebooks");
  if (!stats.isDirectory()) {
    if (!path.endsWith(".ipynb")) throw new BadInput({ file: name }, "is no notebook by its name", "a file that ends in .ipynb");
    return [{ path, copy: basename(path) }];
  }
  const inside = ["", CHINESE_EDITION].flatMap((edition) => notebooksIn(join(path, edition)).map((file) => join(edition, file)));
  if (inside.length === 0) throw new BadInput({ file: name }, "holds no notebook", "files that end in .ipynb");
  return inside.map((copy) => ({ path: join(path, copy), copy }));
}

const notebooksIn = (folder: string): string[] =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder).filter((file) => file.endsWith(".ipynb")).sort() : [];

function refuseTwice(paths: readonly string[]): void {
  const real = paths.map((path) => realpathSync(path));
  const twice = paths.find((_, index) => real.indexOf(real[index]) < index);
  if (twice) throw new BadInput({ file: relative(process.cwd(), twice) }, "is named twice", "each notebook once", "Two runs would write the same file.");
}

const shorter = (a: string, b: string): string => (a.length <= b.length ? a : b);
