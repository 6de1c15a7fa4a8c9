import { InvalidArgumentError, type Command } from "commander";
import { readdirSync, rmdirSync, rmSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { folderChoice, type FolderChoice } from "../folderChoice";
import { FailedCell } from "../notebook/run/failedCell";
import { findNotebooks, type NotebookFile } from "../notebook/run/findNotebooks";
import { refuseChoices, type Choices } from "../notebook/run/refuseChoices";
import { stopOnSignals, Stopped } from "../notebook/run/stopOnSignals";
import { departures, parseReadings } from "../sfrc/readings";
import { readStudy } from "../study/folder/readStudy";
import { withCsvFormat } from "./csvFormat";
import { gather } from "./gather";
import { conclude, EXIT } from "./outcome";
import { leaveChoice, notebooksOf, settleStudy } from "./studyChoice";
import { line } from "./language";

interface Options extends Omit<Choices, "data" | "reading"> {
  readonly data?: readonly string[];
  readonly reading?: readonly string[];
  readonly cellTimeout: number;
  readonly jobs?: number;
}

/** `sojourn run [NOTEBOOK…]`: execute notebooks; bring the committed ones up to date, or write copies. */
export function register(program: Command): void {
  withCsvFormat(program.command("run"))
    .description("Execute notebooks on the tslab kernel and bring their outputs up to date")
    .argument("[notebook...]", "notebooks or folders of notebooks, their zh/ included (all of notebooks/ where none is named; with --study, those of FOLDER/notebooks)")
    .option("--study <folder>", "notebooks on a study of your own: readStudy() in their cells reads it (docs/your-own-study.md)")
    .option("--data <file>", "use this survey file instead of the stand-in; repeatable, files are stacked; needs --out", gather)
    .option("--mapping <file>", "how the data files differ from the codebook (JSON)")
    .option("--reading <name=choice>", "a choice where the paper leaves the coding open (sojourn code --readings lists them); repeatable; needs --out", gather)
    .option("--out <dir>", "write executed copies to this folder; the notebooks stay as they are")
    .option("--cell-timeout <seconds>", "interrupt a cell that runs longer", positive, 120)
    .option("--jobs <n>", "how many notebooks run side by side (two where there are two processors)", positiveWhole)
    .action((names: string[], options: Options) => conclude(() => run(names, options)));
}

async function run(names: readonly string[], { study, data = [], mapping, reading = [], out, encoding, separator, sheet, ...options }: Options): Promise<number> {
  const files = findNotebooks(names.length === 0 && study !== undefined ? [notebooksOf(study)] : names);
  refuseChoices(files, { study, data, mapping, reading, out, encoding, separator, sheet });
  const readings = Object.fromEntries(departures(parseReadings(reading)).map((text) => text.split("=") as [string, string]));
  // Loaded only here: no other command needs the kernel's sockets, the notebook schema or the progress display.
  const { defaultJobs, runNotebooks } = await import("../notebook/run/runNotebooks.js");
  const { lineProgress, summaryLine, terminalProgress } = await import("../notebook/run/progress.js");
  const { cellTimeout, jobs = defaultJobs() } = options;
  const progress = process.stdout.isTTY ? terminalProgress(files, jobs) : lineProgress(console.log);
  const named = { study: study === undefined ? undefined : resolve(study), files: data.map((file) => resolve(file)), mapping: mapping === undefined ? undefined : resolve(mapping), encoding, separator, sheet, readings };
  const choice = chosen(named, files, out);
  const { signal, restore } = stopOnSignals();
  const start = performance.now();
  try {
    const ran = await runNotebooks(files, { choice, out: out === undefined ? undefined : resolve(out), cellTimeoutMs: cellTimeout * 1000, jobs, signal, progress });
    await progress.end();
    for (const warning of ran.flatMap(({ executed }) => executed.warnings)) console.error(`${line({ en: "warning", zh: "注意" })}: ${warning}`);
    console.log(summaryLine(ran, performance.now() - start));
    return EXIT.done;
  } catch (error) {
    await progress.end();
    takeBack(choice);
    return told(error, data.length > 0);
  } finally {
    restore();
  }
}

/** A choice without a copy beside it is of no use: where nothing was copied, nothing is left. */
function takeBack(choice: string | undefined): void {
  if (choice === undefined || readdirSync(dirname(choice)).length > 1) return;
  rmSync(choice);
  rmdirSync(dirname(choice));
}

/** A failing cell is a failed check; where someone's data are to blame, a bad input. */
function told(error: unknown, ownData: boolean): number {
  if (error instanceof Stopped) {
    console.error(line({ en: "Stopped. Notebooks that were not done are as they were.", zh: "已停止。没有完成的笔记本保持原样。" }));
    return error.exitCode;
  }
  if (!(error instanceof FailedCell)) throw error;
  console.error(error.message);
  return ownData && error.reason.startsWith("BadInput: ") ? EXIT.badInput : EXIT.finding;
}

/**
 * Leaves what was chosen beside the copies, and gives its path; nothing chosen, nothing left. Copies of notebooks that work on a
 * study go on working on it. Without copies, the notebooks of a study folder are themselves told of it.
 *
 * @throws {BadInput} as `settleStudy`; notebooks of another place than the study's, which must not change with it
 */
function chosen(named: FolderChoice, files: readonly NotebookFile[], out: string | undefined): string | undefined {
  const study = named.study ?? (out === undefined ? undefined : folderChoice(dirname(files[0].path), "")?.study);
  if (study !== undefined) readStudy(study);
  if (out !== undefined) return study === undefined && named.files.length === 0 && Object.keys(named.readings).length === 0 ? undefined : leaveChoice({ ...named, study }, out);
  if (study === undefined) return undefined;
  const stranger = files.find(({ path }) => !path.startsWith(`${study}${sep}`));
  if (stranger) throw new BadInput({ file: stranger.named }, said`is no notebook of the study ${study}, and no folder is named for the results`, "--out DIR beside --study", "Nothing was run.");
  settleStudy(study, notebooksOf(study));
  return undefined;
}

function positive(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value > 0 && value < 1e6)) throw new InvalidArgumentError("a positive number is expected.");
  return value;
}

function positiveWhole(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError("a whole number from 1 to 99 is expected.");
  return Number(text);
}
