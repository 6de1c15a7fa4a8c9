import { readdirSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../src/projectFolder";
import { isCode, type CodeCell, type DisplayOutput, type Notebook } from "../../src/notebook/nbformat/notebook";
import { readNotebook } from "../../src/notebook/nbformat/readNotebook";

export interface CommittedNotebook {
  readonly name: string;
  readonly path: string;
  readonly notebook: Notebook;
}

/** The committed notebooks, in the order in which they are read. */
export function theNotebooks(): CommittedNotebook[] {
  const folder = join(projectFolder, "notebooks");
  return readdirSync(folder).filter((file) => file.endsWith(".ipynb")).sort().map((name) => {
    const path = join(folder, name);
    return { name, path, notebook: readNotebook(path, `notebooks/${name}`) };
  });
}

export const codeCells = (notebook: Notebook): CodeCell[] => notebook.cells.filter(isCode);

export const proseOf = (notebook: Notebook): string =>
  notebook.cells.filter((cell) => cell.cell_type === "markdown").map((cell) => cell.source).join("\n\n");

export const displaysOf = (notebook: Notebook): DisplayOutput[] =>
  codeCells(notebook).flatMap((cell) => cell.outputs).filter((output): output is DisplayOutput => output.output_type === "display_data");
