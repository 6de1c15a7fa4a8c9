import { unmarkInexact } from "./exactNumbers";
import { isCode, type Cell, type MimeBundle, type Notebook, type Output } from "./notebook";

/**
 * A notebook as Jupyter itself writes it, so that opening and saving it there changes nothing: keys sorted, indent of
 * one space, texts split into lines, a newline at the end.
 */
export const notebookText = (notebook: Notebook): string =>
  `${unmarkInexact(JSON.stringify(sortKeys(notebookFile(notebook)), null, 1))}\n`;

/** The JSON value of the file: every text a list of lines. */
export function notebookFile(notebook: Notebook): Record<string, unknown> {
  return { ...notebook, cells: notebook.cells.map(cellFile) };
}

function cellFile(cell: Cell): Record<string, unknown> {
  const file: Record<string, unknown> = { ...cell, source: lines(cell.source) };
  if (isCode(cell)) file.outputs = cell.outputs.map(outputFile);
  else if (cell.attachments) {
    file.attachments = Object.fromEntries(Object.entries(cell.attachments).map(([name, data]) => [name, bundleFile(data)]));
  }
  return file;
}

function outputFile(output: Output): unknown {
  if (output.output_type === "stream") return { ...output, text: lines(output.text) };
  if (output.output_type === "error") return output;
  return { ...output, data: bundleFile(output.data) };
}

const SPLIT = new Set(["application/javascript", "image/svg+xml"]);

const bundleFile = (data: MimeBundle): MimeBundle =>
  Object.fromEntries(Object.entries(data).map(([mime, value]) =>
    [mime, typeof value === "string" && (mime.startsWith("text/") || SPLIT.has(mime)) ? lines(value) : value]));

/** Python's `splitlines(True)`, by which Jupyter splits: it knows more line ends than \n. */
const LINE_END = /(?<=\r(?!\n)|[\n\v\f\x1c-\x1e\x85\u2028\u2029])/;

const lines = (text: string): string[] => (text === "" ? [] : text.split(LINE_END));

/** Sorted by code point at every depth, as Python sorts. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => byCodePoint(a, b)).map(([key, v]) => [key, sortKeys(v)]));
}

const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
