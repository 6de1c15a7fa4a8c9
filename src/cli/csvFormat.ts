import { type Command, InvalidArgumentError, Option } from "commander";
import type { CsvOptions } from "../io/csvOptions";
import { ENCODINGS, encodingNamed } from "../io/encodings";
import { type Separator, separatorNamed } from "../io/separator";

/** How a data file is written, as the options say. */
export type CsvFormat = CsvOptions;

/** `--encoding NAME`. */
export const encodingOption = (): Option => new Option("--encoding <name>", `the file's encoding where it is not found by itself: ${ENCODINGS.join(", ")}`)
  .argParser((name: string) => encodingNamed(name) ?? refuse(`one of ${ENCODINGS.join(", ")} is expected.`));

/** Adds --encoding, --separator and --sheet, for what the reader does not find out by itself. */
export const withCsvFormat = (command: Command): Command => command
  .addOption(encodingOption())
  .option("--separator <sign>", "what stands between cells where it is not found by itself: \",\", \";\", tab or \"|\"",
    (text): Separator => separatorNamed(text) ?? refuse("\",\", \";\", tab or \"|\" is expected."))
  .option("--sheet <name>", "which sheet of an Excel workbook that has several");

/** The same, and --decimal. */
export const withNumberFormat = (command: Command): Command => withCsvFormat(command)
  .addOption(new Option("--decimal <sign>", "the sign before decimals").choices([".", ","]).default("."));

function refuse(expected: string): never {
  throw new InvalidArgumentError(expected);
}
