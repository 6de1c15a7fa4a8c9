import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { BadInput } from "../badInput";
import { decodeText } from "../published/table/decodeText";
import { readTable } from "../published/table/readTable";
import { conclude } from "./outcome";
import { tableText } from "./tableText";

/** `sojourn table`: a pasted table becomes the published-table JSON that `sojourn audit` takes. */
export function register(program: Command): void {
  program
    .command("table")
    .description("Read a pasted regression table (text from a PDF, CSV, Markdown, LaTeX, HTML) into the JSON that audit takes")
    .argument("<file>", "the file with the table, or - for standard input")
    .option("--json", "print the table as JSON, what is unsure included")
    .action((file: string, { json }: { json?: boolean }) => conclude(() => run(file, json), json));
}

function run(file: string, json?: boolean): void {
  const table = readTable(textOf(file));
  if (!table) {
    throw new BadInput({ file: nameOf(file) }, "no table was understood", "rows of a label with numbers, standard errors in brackets beside or below them", "Paste the table with its headings, one row a line, or as CSV.");
  }
  console.log(json ? JSON.stringify(table, null, 2) : tableText(table));
}

const nameOf = (file: string): string => (file === "-" ? "standard input" : file);

function textOf(file: string): string {
  try {
    return decodeText(readFileSync(file === "-" ? 0 : file), nameOf(file));
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput({ file: nameOf(file) }, `cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`, "a text file");
  }
}
