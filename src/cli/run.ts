import { InvalidArgumentError, type Command } from "commander";
import { resolve } from "node:path";
import { FailedCell } from "../notebook/run/failedCell";
import { findNotebooks } from "../notebook/run/findNotebooks";
import { refuseChoices, type Choices } from "../notebook/run/refuseChoices";
import { stopOnSignals, Stopped } from "../notebook/run/stopOnSignals";
import { conclude, EXIT } from "./outcome";

interface Options extends Omit<Choices, "data"> {
  readonly data?: readonly string[];
  readonly cellTimeout: number;
  readonly jobs?: number;
}

/** `sojourn run [NOTEBOOK…]`: execute notebooks; bring the committed ones up to date, or write copies. */
export function register(program: Command): void {
  program
    .command("run")
    .description("Execute notebooks on the tslab kernel and bring their outputs up to date")
    .argument("[notebook...]", "notebooks or folders of notebooks, their zh/ included (all of notebooks/ where none is named)")
    .option("--data <file>", "use this survey file instead of the stand-in; repeatable, files are stacked; needs --out", (text: string, all: string[] = []) => [...all, text])
    .option("--mapping <file>", "how the data files differ from the codebook (JSON)")
    .option("--out <dir>", "write executed copies to this folder; the notebooks stay as they are")
    .option("--cell-timeout <seconds>", "interrupt a cell that runs longer", positive, 120)
    .option("--jobs <n>", "how many notebooks run side by side (two where there are two processors)", positiveWhole)
    .action((names: string[], options: Options) => conclude(() => run(names, options)));
}

async function run(names: readonly string[], { data = [], mapping, out, ...options }: Options): Promise<number> {
  const files = findNotebooks(names);
  const choices = { data, mapping, out };
  refuseChoices(files, choices);
  // Loaded only here: no other command needs the kernel's sockets, the notebook schema or the progress display.
  const { defaultJobs, runNotebooks } = await import("../notebook/run/runNotebooks.js");
  const { lineProgress, summaryLine, terminalProgress } = await import("../notebook/run/progress.js");
  const { cellTimeout, jobs = defaultJobs() } = options;
  const progress = process.stdout.isTTY ? terminalProgress(files, jobs) : lineProgress(console.log);
  const { signal, restore } = stopOnSignals();
  const start = performance.now();
  try {
    const ran = await runNotebooks(files, { ...absolute(choices), cellTimeoutMs: cellTimeout * 1000, jobs, signal, progress });
    await progress.end();
    for (const warning of ran.flatMap(({ executed }) => executed.warnings)) console.error(`warning: ${warning}`);
    console.log(summaryLine(ran, performance.now() - start));
    return EXIT.done;
  } catch (error) {
    await progress.end();
    return told(error, data.length > 0);
  } finally {
    restore();
  }
}

/** A failing cell is a failed check; where someone's data are to blame, a bad input. */
function told(error: unknown, ownData: boolean): number {
  if (error instanceof Stopped) {
    console.error("Stopped. Notebooks that were not done are as they were.");
    return error.exitCode;
  }
  if (!(error instanceof FailedCell)) throw error;
  console.error(error.message);
  return ownData && error.reason.startsWith("BadInput: ") ? EXIT.badInput : EXIT.finding;
}

const absolute = ({ data, mapping, out }: Choices) => ({
  data: data.map((file) => resolve(file)),
  mapping: mapping === undefined ? undefined : resolve(mapping),
  out: out === undefined ? undefined : resolve(out),
});

function positive(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value > 0 && value < 1e6)) throw new InvalidArgumentError("a positive number is expected.");
  return value;
}

function positiveWhole(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError("a whole number from 1 to 99 is expected.");
  return Number(text);
}
