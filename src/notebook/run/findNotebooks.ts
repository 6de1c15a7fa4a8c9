import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { BadInput } from "../../badInput";
import { projectFolder } from "../../projectFolder";

/** A notebook to run: where it is, and how messages name it. */
export interface NotebookFile {
  readonly path: string;
  /** Its path from where the user stands, where that is shorter. */
  readonly named: string;
}

/**
 * The notebooks that a command line names, in its order; a folder stands for the notebooks in it, sorted by name, and
 * nothing for those of `notebooks/`.
 *
 * @throws {BadInput} one that is not there, is no .ipynb file, or is named twice; a folder that holds none
 */
export function findNotebooks(names: readonly string[], cwd = process.cwd()): NotebookFile[] {
  const wanted = names.length ? names : [join(projectFolder, "notebooks")];
  const found = wanted.flatMap((name) => notebooksAt(resolve(cwd, name), name));
  refuseTwice(found);
  return found.map((path) => ({ path, named: shorter(relative(cwd, path), path) }));
}

function notebooksAt(path: string, name: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new BadInput({ file: name }, "does not exist", "a notebook or a folder of notebooks");
  if (!stats.isDirectory()) {
    if (!path.endsWith(".ipynb")) throw new BadInput({ file: name }, "is no notebook by its name", "a file that ends in .ipynb");
    return [path];
  }
  const inside = readdirSync(path).filter((file) => file.endsWith(".ipynb")).sort().map((file) => join(path, file));
  if (inside.length === 0) throw new BadInput({ file: name }, "holds no notebook", "files that end in .ipynb");
  return inside;
}

function refuseTwice(paths: readonly string[]): void {
  const real = paths.map((path) => realpathSync(path));
  const twice = paths.find((_, index) => real.indexOf(real[index]) < index);
  if (twice) throw new BadInput({ file: relative(process.cwd(), twice) }, "is named twice", "each notebook once", "Two runs would write the same file.");
}

const shorter = (a: string, b: string): string => (a.length <= b.length ? a : b);
