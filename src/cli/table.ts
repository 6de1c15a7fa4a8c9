import { type Command, InvalidArgumentError } from "commander";
import { readBytes, readStandardInput } from "../io/file";
import { joinTables } from "../published/table/joinTables";
import { nodeLibraries } from "../published/table/documents/nodeLibraries";
import { readTables } from "../published/table/readTables";
import { encodingOption } from "./csvFormat";
import { conclude } from "./outcome";
import { tableText } from "./tableText";

/** `sojourn table`: a table in any form becomes the published-table JSON that `sojourn audit` takes. */
export function register(program: Command): void {
  program
    .command("table")
    .description("Read a regression table (pasted text, CSV, Markdown, LaTeX, HTML, RTF, Stata and R output, .pdf, .docx, .xlsx, .ipynb) into the JSON that audit takes")
    .argument("<file>", "the file with the table, or - for standard input")
    .option("--page <number>", "one page of a PDF", fromOne)
    .option("--table <number>", "one table of those found, from 1; else all of them", fromOne)
    .addOption(encodingOption())
    .option("--json", "print the table as JSON, what is unsure, supposed and unused included")
    .action((file: string, options: Options) => conclude(() => run(file, options), options.json));
}

interface Options {
  readonly page?: number;
  readonly table?: number;
  readonly encoding?: string;
  readonly json?: boolean;
}

async function run(file: string, { json, ...options }: Options): Promise<void> {
  const name = file === "-" ? "standard input" : file;
  const tables = await readTables(bytesOf(file, name), { name, ...options, libraries: nodeLibraries });
  console.log(json ? JSON.stringify(joinTables(tables), null, 2) : tables.map(tableText).join("\n\n"));
}

const bytesOf = (file: string, name: string): Uint8Array => (file === "-" ? readStandardInput(name) : readBytes(file, name));

function fromOne(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError("a whole number from 1 is expected.");
  return Number(text);
}
