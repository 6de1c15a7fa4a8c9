import { createHash } from "node:crypto";
import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import { decodeAs } from "../../io/encodings";
import { readBytes } from "../../io/file";
import { parseJson } from "../../io/json";
import { decodeAnyText } from "../../io/text";
import { markInexact } from "./exactNumbers";
import { isJsonMime, type Cell, type MimeBundle, type Notebook, type Output } from "./notebook";
import { invalidity } from "./validateNotebook";

/**
 * Reads a notebook of nbformat 4.0–4.5 as one of 4.5: texts joined, a stable id for each cell that has none.
 *
 * @param path   the .ipynb file
 * @param named  how messages name it
 * @throws {BadInput} a file that cannot be read, is neither UTF-8 nor UTF-16, no JSON, no notebook, or an older or newer format
 */
export function readNotebook(path: string, named = path): Notebook {
  const file = readFile(path, named);
  refuseOtherFormats(file, named);
  const upgraded = withIds({ ...file, nbformat_minor: 5 });
  const wrong = invalidity(upgraded);
  if (wrong) throw new BadInput({ file: named }, said`not a valid notebook: ${wrong}`, "nbformat 4.5", "Open and save it in JupyterLab, or mend the file.");
  return joined(upgraded as unknown as NotebookFile);
}

/** The 5 of nbformat 4.5, as the file says it. @throws {BadInput} as `readNotebook` does */
export const minorVersion = (path: string, named = path): number => Number(readFile(path, named).nbformat_minor);

/** Numbers in it that JavaScript cannot hold are marked texts (exactNumbers.ts). */
function readFile(path: string, named: string): Record<string, unknown> {
  const text = unicode(readBytes(path, named), named);
  parseJson(text, named); // refuses what is no JSON, with its place, and a key that stands twice, of which one would be lost
  return asNotebook(JSON.parse(markInexact(text)), named);
}

/** A notebook is UTF-8, or UTF-16 where an editor has saved it so: only Unicode is certain enough for a file that is written back. */
function unicode(bytes: Uint8Array, named: string): string {
  const utf8 = bytes.includes(0) ? undefined : decodeAs(bytes, "utf-8");
  if (utf8 !== undefined) return utf8;
  const { text, encoding } = decodeAnyText(bytes, named);
  if (!encoding.startsWith("utf-")) throw new BadInput({ file: named }, said`is ${encoding} text`, "UTF-8, as every notebook is", "Save it as UTF-8. It was left as it is.");
  return text;
}

type NotebookFile = Omit<Notebook, "cells"> & { cells: Record<string, unknown>[] };

function asNotebook(file: unknown, named: string): Record<string, unknown> {
  if (typeof file !== "object" || file === null || !("nbformat" in file) || !("cells" in file || "worksheets" in file)) {
    throw new BadInput({ file: named }, "is JSON but no notebook: nbformat or cells is missing", "a Jupyter notebook");
  }
  return file;
}

function refuseOtherFormats({ nbformat, nbformat_minor: minor }: Record<string, unknown>, named: string): void {
  if (nbformat === 4 && typeof minor === "number" && minor >= 0 && minor <= 5) return;
  throw new BadInput({ file: named }, said`is of nbformat ${String(nbformat)}.${String(minor)}`, "nbformat 4.0 to 4.5", "Open and save it in JupyterLab.");
}

/** Ids came with 4.5. One made from the cell's place and text is the same on every run. */
function withIds(file: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(file.cells)) return file;
  const seen = new Set<string>();
  const cells = file.cells.map((cell: Record<string, unknown>, index) => {
    const own = typeof cell?.id === "string" && !seen.has(cell.id) ? cell.id : undefined;
    const id = own ?? createHash("sha256").update(JSON.stringify([index, cell?.source])).digest("hex").slice(0, 12);
    seen.add(id);
    return { ...cell, id };
  });
  return { ...file, cells };
}

const joined = (file: NotebookFile): Notebook => ({ ...file, cells: file.cells.map(joinedCell) });

function joinedCell(file: Record<string, unknown>): Cell {
  const cell = { ...file, source: joinLines(file.source) } as unknown as Cell;
  if (cell.cell_type === "code") return { ...cell, outputs: cell.outputs.map(joinedOutput) };
  if (!cell.attachments) return cell;
  return { ...cell, attachments: Object.fromEntries(Object.entries(cell.attachments).map(([name, data]) => [name, joinedBundle(data)])) };
}

function joinedOutput(output: Output): Output {
  if (output.output_type === "stream") return { ...output, text: joinLines(output.text) };
  if (output.output_type === "error") return output;
  return { ...output, data: joinedBundle(output.data) };
}

const joinedBundle = (data: MimeBundle): MimeBundle =>
  Object.fromEntries(Object.entries(data).map(([mime, value]) => [mime, isJsonMime(mime) ? value : joinLines(value)]));

const joinLines = (text: unknown): string => (Array.isArray(text) ? text.join("") : String(text));
