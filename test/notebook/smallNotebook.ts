import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { projectFolder } from "../../src/projectFolder";

/** What a test writes as a cell: code, or `{ markdown }`, or code with tags. */
export type SmallCell = string | { readonly markdown: string } | { readonly code: string; readonly tags: readonly string[] };

/** A folder inside the project (a cell's imports are looked up from there), removed when the test is over. */
export function temporaryFolder(): string {
  const folder = makeFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** As `temporaryFolder`, for a hook, which must remove it. */
export function makeFolder(): string {
  mkdirSync(join(projectFolder, "build"), { recursive: true });
  return mkdtempSync(join(projectFolder, "build", "test-notebooks-"));
}

/** Writes a notebook that was never run, as JupyterLab would save it, and gives its path. */
export function writeNotebook(folder: string, cells: readonly SmallCell[], name = "small.ipynb"): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: cells.map(cellFile) }, null, 1));
  return path;
}

function cellFile(cell: SmallCell, index: number): object {
  const id = `cell-${index}`;
  if (typeof cell === "object" && "markdown" in cell) return { cell_type: "markdown", id, metadata: {}, source: cell.markdown };
  const { code, tags } = typeof cell === "string" ? { code: cell, tags: undefined } : cell;
  return { cell_type: "code", id, metadata: tags ? { tags } : {}, source: code, outputs: [], execution_count: null };
}
