import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { Language } from "../bilingual";
import { readExecutedNotebook, type ExecutedNotebook } from "./executedNotebook";

/** The notebooks of each edition, in reading order. */
export type Editions = Readonly<Record<Language, readonly ExecutedNotebook[]>>;

/**
 * Reads a folder of executed notebooks and, in its `zh/`, those of the Chinese edition; in the order of their file names.
 *
 * @param run  what `sojourn run` is given to run them; each by its name where absent
 * @throws {BadInput} no notebooks; a Chinese one without its English one; one that is not executed or has failed
 */
export function readEditions(folder: string, run?: string): Editions {
  const shown = basename(folder);
  const en = notebooksOf(folder, shown, run);
  const zh = notebooksOf(join(folder, "zh"), `${shown}/zh`, run);
  if (en.length === 0) throw new BadInput({ file: shown }, "holds no notebook", "files ending in .ipynb");
  for (const { name, file } of zh) {
    if (!en.some((other) => other.name === name)) throw new BadInput({ file }, "has no English edition", said`${shown}/${name}.ipynb`);
  }
  return { en, zh };
}

function notebooksOf(folder: string, shown: string, run?: string): ExecutedNotebook[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".ipynb")).sort((a, b) => (a < b ? -1 : 1));
  return files.map((file) => {
    if (file === "index.ipynb") throw new BadInput({ file: `${shown}/${file}` }, "index is the front page's name", "another name");
    return readExecutedNotebook(join(folder, file), `${shown}/${file}`, run);
  });
}
