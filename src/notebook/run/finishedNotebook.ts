import { isCode, type Cell, type Notebook, type Output } from "../nbformat/notebook";
import { notebookFile } from "../nbformat/notebookText";
import { invalidity } from "../nbformat/validateNotebook";
import { FailedCell } from "./failedCell";
import { scrubPaths } from "./scrubPaths";

/** What an execution gives to a notebook. */
export interface Execution {
  readonly named: string;
  /** The outputs of the cells that were run, in their order. */
  readonly outputs: ReadonlyMap<Cell, readonly Output[]>;
  readonly languageInfo: Record<string, unknown>;
  /** Folders of this machine whose paths become relative. */
  readonly folders: readonly string[];
}

/** What `tslab install` registers, so that JupyterLab opens the notebook on it. */
export const KERNELSPEC = { display_name: "TypeScript", language: "typescript", name: "tslab" };

/**
 * The notebook with its new outputs: counts 1..n in the order run, the kernel's name in the metadata, and nothing that
 * differs from run to run.
 *
 * @throws {FailedCell} outputs that the notebook format does not allow (a cell showed something malformed)
 */
export function finishedNotebook(notebook: Notebook, execution: Execution): Notebook {
  const order = [...execution.outputs.keys()];
  const cells = notebook.cells.map((cell): Cell => {
    const metadata = withoutTimes(cell.metadata);
    if (!isCode(cell)) return { ...cell, metadata };
    const outputs = execution.outputs.get(cell);
    if (!outputs) return { ...cell, metadata, execution_count: null, outputs: [] };
    return { ...cell, metadata, execution_count: order.indexOf(cell) + 1, outputs: scrubPaths(outputs, execution.folders) };
  });
  const metadata = { ...notebook.metadata, kernelspec: KERNELSPEC, language_info: execution.languageInfo };
  const finished = { ...notebook, cells, metadata };
  const wrong = invalidity(notebookFile(finished));
  if (wrong) throw new FailedCell({ notebook: execution.named }, `the outputs make no valid notebook: ${wrong}`);
  return finished;
}

/** JupyterLab and an extension of it note when a cell ran. */
export function withoutTimes(metadata: Record<string, unknown>): Record<string, unknown> {
  const { execution: _execution, ExecuteTime: _time, ...rest } = metadata;
  return rest;
}
