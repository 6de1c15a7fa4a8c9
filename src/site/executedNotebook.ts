import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { refuseDeepJson } from "../display/safe/nesting";
import { isCode, tagsOf, type Cell, type CodeCell } from "../notebook/nbformat/notebook";
import { readNotebook } from "../notebook/nbformat/readNotebook";

/** A notebook whose outputs can be shown. */
export interface ExecutedNotebook {
  /** As a reader may find it: `notebooks/h1.ipynb`. */
  readonly file: string;
  /** The page's name: the file's, without folder and extension. */
  readonly name: string;
  readonly cells: readonly Cell[];
  /** The file as it is, for the taking. */
  readonly content: Buffer;
}

/**
 * Reads a notebook that has been executed.
 *
 * @param path  the file
 * @param file  the name by which messages call it
 * @param run   what `sojourn run` is given to run it
 * @throws {BadInput} not a notebook; a code cell never run; no output at all; an error output in a cell that does not
 *   carry the tag `raises-exception`
 */
export function readExecutedNotebook(path: string, file: string, run = file): ExecutedNotebook {
  const { cells } = readNotebook(path, file);
  const code = cells.filter(isCode).filter((cell) => cell.source.trim() !== "");
  code.forEach((cell) => refuseUnrun(cell, file, run));
  code.forEach((cell) => refuseDeepOutputs(cell, file));
  if (code.length > 0 && code.every((cell) => cell.outputs.length === 0)) {
    throw new BadInput({ file }, "holds no output", "an executed notebook", runIt(run));
  }
  return { file, name: basename(file, ".ipynb"), cells, content: readFileSync(path) };
}

function refuseUnrun(cell: CodeCell, file: string, run: string): void {
  const place = { file, column: `cell ${cell.id}` };
  if (cell.execution_count === null) throw new BadInput(place, "was never run", "an executed notebook", runIt(run));
  const error = cell.outputs.find((output) => output.output_type === "error");
  if (error && !tagsOf(cell).includes("raises-exception")) {
    throw new BadInput(place, said`ended in an error, "${error.ename}: ${error.evalue.split("\n")[0]}"`, "an output without errors",
      said`Mend the cell and run it again: npx --no-install sojourn run ${run}. An error that is wanted carries the tag raises-exception.`);
  }
}

function refuseDeepOutputs(cell: CodeCell, file: string): void {
  try {
    refuseDeepJson(cell.outputs);
  } catch (error) {
    throw new BadInput({ file, column: `cell ${cell.id}` }, said`its output ${(error as Error).message}`, "a table, a figure or a text");
  }
}

const runIt = (what: string): string => `Run it: npx --no-install sojourn run ${what}.`;
