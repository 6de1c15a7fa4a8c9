import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ErrorOutput } from "../nbformat/notebook";
import type { CellError } from "./cellOutputs";
import type { CellFrame, Diagnostic, Thrown } from "./kernelStack";
import { notebookPosition } from "./notebookPosition";

/** Where in which cell an error lies, in the notebook's own lines. */
export interface ErrorPlace {
  readonly cell: number;
  readonly line?: number;
  readonly column?: number;
}

/** What a kernel's errors are explained with. */
export interface RunCells {
  /** The sources of the cells that were run, by execution count. */
  readonly sources: ReadonlyMap<number, string>;
  /** The kernel's folder, with the JavaScript of each cell (preload/namedCells.cjs). */
  readonly folder: string;
}

/** An error of a cell, placed and worded: `where` it is in the failing cell, and `what` it says. */
export interface Explained {
  readonly where: ErrorPlace;
  readonly what: string;
}

/** Where a cell's error lies and what it says. An error thrown in an earlier cell's function says so. */
export function explainError(error: CellError, cell: number, cells: RunCells): Explained {
  if ("diagnostics" in error) return explainDiagnostics(error.diagnostics, cell, cells);
  return explainThrown(error.thrown, cell, cells);
}

export function explainThrown(thrown: Thrown, cell: number, cells: RunCells): Explained {
  const [innermost] = thrown.frames;
  const frame = thrown.frames.find((candidate) => candidate.cell === cell);
  const elsewhere = innermost && innermost.cell !== cell ? placed(innermost, cells) : undefined;
  const thrownIn = elsewhere ? ` (thrown in cell ${elsewhere.cell}${elsewhere.line ? `, line ${elsewhere.line}` : ""})` : "";
  return { where: frame ? placed(frame, cells) : { cell }, what: `${worded(thrown)}${thrownIn}` };
}

/** The nbformat output of an expected error. Only frames in cells, in the notebook's lines: others differ by machine. */
export function errorOutput(error: CellError, cells: RunCells): ErrorOutput {
  if ("diagnostics" in error) {
    const complaints = error.diagnostics.map((d) => `${d.file ? `${d.file} ` : ""}${d.line}:${d.column} - ${d.message}`);
    return { output_type: "error", ename: "TypeScriptError", evalue: complaints[0], traceback: complaints };
  }
  const { thrown } = error;
  const places = thrown.frames.map((frame) => placed(frame, cells)).filter(({ line }) => line !== undefined); // the rest is tslab's
  const stack = places.map(({ cell, line, column }) => `    at cell ${cell}, line ${line}:${column}`);
  return { output_type: "error", ename: thrown.name, evalue: thrown.message, traceback: [...worded(thrown).split("\n"), ...stack] };
}

function explainDiagnostics(diagnostics: readonly Diagnostic[], cell: number, { sources }: RunCells): Explained {
  const [first] = diagnostics;
  const places = new Set(diagnostics.map(({ file, line, column }) => `${file} ${line}:${column}`));
  const more = places.size > 1 ? ` (and ${places.size - 1} more)` : "";
  if (first.file) return { where: { cell }, what: `${first.file} ${first.line}:${first.column} - ${first.message}${more}` };
  return { where: { cell, ...withinSource(first, sources.get(cell) ?? "") }, what: `${first.message}${more}` };
}

/** tslab compiles the cell with a line of its own below it: a complaint there is about the end of the cell. */
function withinSource({ line, column }: Diagnostic, source: string): { line: number; column: number } {
  const lines = source.trimEnd().split("\n");
  return line <= lines.length ? { line, column } : { line: lines.length, column: lines[lines.length - 1].length + 1 };
}

function placed(frame: CellFrame, { sources, folder }: RunCells): ErrorPlace {
  const source = sources.get(frame.cell);
  const compiled = readIfThere(join(folder, `cell-${frame.cell}.js`));
  if (source === undefined || compiled === undefined) return { cell: frame.cell };
  return { cell: frame.cell, ...notebookPosition(source, compiled, frame) };
}

/** The kernel's folder goes with the kernel; an error is then told without its line. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const worded = ({ name, message }: Thrown): string => (message ? `${name}: ${message}` : name);
