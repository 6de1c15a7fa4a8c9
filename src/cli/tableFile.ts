import type * as Docx from "docx";
import { extname } from "node:path";
import { BadInput } from "../badInput";
import { tableCsv } from "../display/render/tableCsv";
import { tableHtml } from "../display/render/tableHtml";
import { tableLatex } from "../display/render/tableLatex";
import { tableMarkdown } from "../display/render/tableMarkdown";
import type { Table } from "../display/table";
import type { Languages } from "../display/words";
import { said } from "../faults/said";
import { writeWhole } from "../io/write";

const WRITERS: Readonly<Record<string, (table: Table, languages: Languages) => string | Promise<Uint8Array>>> = {
  ".md": tableMarkdown, ".tex": tableLatex, ".csv": tableCsv,
  ".html": (table, languages) => `<!doctype html>\n<meta charset="utf-8">\n${tableHtml(table, languages)}\n`,
  ".docx": async (table, languages) => {
    const [loaded, { tableDocx }] = await Promise.all([import("docx"), import("../display/render/tableDocx.js")]);
    const docx = loaded as unknown as typeof Docx; // the same, typed for import instead of require
    return docx.Packer.toBuffer(tableDocx(table, languages, docx));
  },
};

/** Whether a name ends as a file that a table can be written to. */
export const namesTableFile = (name: string): boolean => Object.hasOwn(WRITERS, extname(name).toLowerCase());

/** Refuses a name whose ending says no format. @throws {BadInput} */
export function refuseTableName(file: string): void {
  if (namesTableFile(file)) return;
  throw new BadInput({ file: "--table" }, said`"${file}" ends in no format of a table`, Object.keys(WRITERS).join(", "), "Give the file one of these endings.");
}

/** Writes a table in the format that the file's name ends in. */
export async function writeTable(file: string, table: Table, languages: Languages): Promise<void> {
  writeWhole(file, await WRITERS[extname(file).toLowerCase()](table, languages));
}
