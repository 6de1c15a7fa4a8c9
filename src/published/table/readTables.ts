import { BadInput } from "../../badInput";
import { said, word } from "../../faults/said";
import { LOST } from "../../io/betterReading";
import { kindOfFile } from "../../io/kindOfFile";
import { decode } from "./decode";
import { excelGrids } from "./documents/excel";
import type { DocumentLibraries } from "./documents/libraries";
import { notebookTexts } from "./documents/notebook";
import { pdfPages } from "./documents/pdf";
import { doubt } from "./doubts";
import type { DraftTable } from "./draft/draftTable";
import { readTextTables, tablesOf } from "./readTextTables";

export interface ReadOptions {
  /** The file's name, for messages and for what its ending says. */
  readonly name?: string;
  /** One page of a PDF, from 1. */
  readonly page?: number;
  /** One table of those found, from 1. */
  readonly table?: number;
  /** The encoding of a text, where it is known. */
  readonly encoding?: string;
  /** What reads documents; without it a document is refused. */
  readonly libraries?: DocumentLibraries;
}

/**
 * The regression tables (and tables of counts and means) of a file or a text: text in every form of `readTextTables`, .pdf,
 * .docx, .xlsx, the outputs of an .ipynb. Runs in a browser as well: give it the bytes and the libraries.
 *
 * A cell is right, or among `unsure` with the reason, or its table is not returned. What was supposed, since nothing printed
 * says it, is in `supposed`; what was seen and not used in `unused`.
 *
 * @returns a table for each that was understood, in printed order
 * @throws {BadInput} where no table was understood, the page or table asked for is not there, or the file is a picture, a scan
 *   or of a form that is not read, with what to do
 * @example (await readTables("Age 0.05* (0.02)\nConstant 1.1 (0.4)"))[0].models.m1.rows[0].se  // "0.02"
 */
export async function readTables(source: Uint8Array | string, options: ReadOptions = {}): Promise<DraftTable[]> {
  const { name = "the text", table } = options;
  const found = typeof source === "string" ? readTextTables(source, name) : await fromBytes(source, name, options);
  const tables = found.map((each) => withDoubtedNames(each, LOST, "lostLetters"));
  if (tables.length === 0) {
    throw new BadInput({ file: name }, "no table was understood", "rows of a label with numbers, standard errors in brackets beside or below them", "Paste the table with its headings, one row a line, or as CSV.");
  }
  if (table === undefined) return tables;
  if (!(table >= 1 && table <= tables.length)) throw new BadInput({ file: name }, said`there is no table ${table}`, tables.length === 1 ? "1 (it holds one)" : said`1 to ${tables.length}`);
  return [tables[table - 1]];
}

const PASTE = "Recognise its text first and check every star and sign, or type the table as CSV.";

async function fromBytes(bytes: Uint8Array, name: string, { page, encoding, libraries }: ReadOptions): Promise<DraftTable[]> {
  const kind = kindOfFile(bytes);
  const isPdf = kind === "a PDF";
  if (page !== undefined && !isPdf) throw new BadInput({ file: name }, "--page is for a PDF", "a PDF", "Leave it out.");
  if (kind === undefined || kind === "a Rich Text file") return fromText(bytes, name, encoding);
  const holds = (path: string) => latin(bytes).includes(path);
  if (isPdf && libraries) return readTextTables((await pdfPages(bytes, await libraries.pdf(), name, page)).join("\n\n"), name);
  if (/zip/.test(kind) && libraries) {
    if (holds("word/document.xml")) return readTextTables(await wordHtml(bytes, libraries, name), name);
    if (holds("xl/workbook")) return fromExcel(bytes, libraries, name);
  }
  const remedy = /picture/.test(kind) ? PASTE : /old Excel/.test(kind) ? "Save it as .docx or .xlsx." : "Copy the table out of it and give the text, or save it as .docx, .xlsx, .pdf or CSV.";
  throw new BadInput({ file: name }, said`this is ${word(kind)}`, "a table as text, .pdf, .docx or .xlsx", remedy);
}

function fromText(bytes: Uint8Array, name: string, encoding?: string): DraftTable[] {
  const { text, guessed } = decode(bytes, name, encoding);
  if (/^\s{0,200}\{/.test(text.slice(0, 400)) && /"cells"\s*:/.test(text)) return notebookTexts(text, name).flatMap((output) => readTextTables(output, name));
  const tables = readTextTables(text, name);
  return guessed ? tables.map((table) => withDoubtedNames(table, /[^\x00-\x7f]/, "guessedLetters")) : tables;
}

/** Names with letters that are in doubt: beyond ASCII, where the encoding is a guess; or lost before. */
function withDoubtedNames(table: DraftTable, letters: RegExp, code: "guessedLetters" | "lostLetters"): DraftTable {
  const doubted = Object.entries(table.models).flatMap(([model, { rows }]) => rows.filter(({ label = "" }) => letters.test(label)).map(({ term }) => doubt(code, [term], { model, term, field: "label" })));
  return doubted.length === 0 ? table : { ...table, unsure: [...table.unsure, ...doubted] };
}

async function wordHtml(bytes: Uint8Array, libraries: DocumentLibraries, name: string): Promise<string> {
  try {
    return (await (await libraries.word()).convertToHtml({ arrayBuffer: new Uint8Array(bytes).buffer })).value;
  } catch (error) {
    throw new BadInput({ file: name }, said`this Word document cannot be read (${error instanceof Error ? error.message.split("\n")[0] : String(error)})`, "a whole .docx file", "Save it anew, or copy the table out of it.");
  }
}

async function fromExcel(bytes: Uint8Array, libraries: DocumentLibraries, name: string): Promise<DraftTable[]> {
  const library = await libraries.excel();
  try {
    return tablesOf(excelGrids(bytes, library));
  } catch (error) {
    throw new BadInput({ file: name }, said`this workbook cannot be read (${error instanceof Error ? error.message.split("\n")[0] : String(error)})`, "a whole .xlsx file", "Save it anew, or as CSV.");
  }
}

function latin(bytes: Uint8Array): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += 8192) text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return text;
}
