import { readdirSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../src/projectFolder";
import { isCode, type CodeCell, type DisplayOutput, type Notebook } from "../../src/notebook/nbformat/notebook";
import { readNotebook } from "../../src/notebook/nbformat/readNotebook";

/** `en`: in `notebooks/`, English, its title and answer in Chinese too; `zh`: in `notebooks/zh/`, Chinese, with the same code. */
export type Edition = "en" | "zh";

export interface CommittedNotebook {
  readonly edition: Edition;
  readonly name: string;
  /** As messages and test names have it: `zh/01-start-here.ipynb`. */
  readonly named: string;
  readonly path: string;
  readonly notebook: Notebook;
}

/** The committed notebooks of an edition, in the order in which they are read. */
export function theNotebooks(edition: Edition = "en"): CommittedNotebook[] {
  const inside = edition === "zh" ? "zh" : "";
  const folder = join(projectFolder, "notebooks", inside);
  return readdirSync(folder).filter((file) => file.endsWith(".ipynb")).sort().map((name) => {
    const [path, named] = [join(folder, name), join(inside, name)];
    return { edition, name, named, path, notebook: readNotebook(path, `notebooks/${named}`) };
  });
}

export const bothEditions = (): CommittedNotebook[] => [...theNotebooks("en"), ...theNotebooks("zh")];

export const codeCells = (notebook: Notebook): CodeCell[] => notebook.cells.filter(isCode);

export const proseOf = (notebook: Notebook): string =>
  notebook.cells.filter((cell) => cell.cell_type === "markdown").map((cell) => cell.source).join("\n\n");

export const displaysOf = (notebook: Notebook): DisplayOutput[] =>
  codeCells(notebook).flatMap((cell) => cell.outputs).filter((output): output is DisplayOutput => output.output_type === "display_data");
