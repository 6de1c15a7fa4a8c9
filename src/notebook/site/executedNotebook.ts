import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { BadInput } from "../../badInput";
import { isCode, tagsOf, type Cell, type CodeCell } from "../nbformat/notebook";
import { readNotebook } from "../nbformat/readNotebook";

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
 * @throws {BadInput} not a notebook; a code cell never run; no output at all; an error output in a cell that does not
 *   carry the tag `raises-exception`
 */
export function readExecutedNotebook(path: string, file: string): ExecutedNotebook {
  const { cells } = readNotebook(path, file);
  const code = cells.filter(isCode).filter((cell) => cell.source.trim() !== "");
  code.forEach((cell) => refuseUnrun(cell, file));
  if (code.length > 0 && code.every((cell) => cell.outputs.length === 0)) {
    throw new BadInput({ file }, "holds no output", "an executed notebook", runIt(file));
  }
  return { file, name: basename(file, ".ipynb"), cells, content: readFileSync(path) };
}

function refuseUnrun(cell: CodeCell, file: string): void {
  const place = { file, column: `cell ${cell.id}` };
  if (cell.execution_count === null) throw new BadInput(place, "was never run", "an executed notebook", runIt(file));
  const error = cell.outputs.find((output) => output.output_type === "error");
  if (error && !tagsOf(cell).includes("raises-exception")) {
    throw new BadInput(place, `ended in an error, "${error.ename}: ${error.evalue.split("\n")[0]}"`, "an output without errors",
      `Mend the cell and run it again: npx sojourn run ${file}. An error that is wanted carries the tag raises-exception.`);
  }
}

const runIt = (file: string): string => `Run it: npx sojourn run ${file}.`;
