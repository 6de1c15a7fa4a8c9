import { Listr, type ListrTask, type ListrTaskWrapper } from "listr2";
import { printable } from "../../io/printable";
import { differenceText } from "../compareOutputs";
import type { NotebookFile } from "./findNotebooks";
import type { Outcome, Progress, RanNotebook } from "./runNotebooks";

/** What is told while notebooks run; `end` waits until all of it is shown. */
export type Shown = Required<Progress> & { end(): Promise<void> };

/** For a log: one plain line for each notebook, when it is done. */
export function lineProgress(write: (line: string) => void): Shown {
  const nothing = () => undefined;
  return {
    started: nothing,
    cell: nothing,
    finished: (file, ran) => write(`✔ ${outcomeLine(file, ran)}`),
    failed: (file) => write(`✖ ${file.named}`),
    end: async () => undefined,
  };
}

type Task = ListrTaskWrapper<unknown, never, never>;

/** For a terminal: one line for each notebook, with the cell it is at. `jobs` of them run side by side. */
export function terminalProgress(files: readonly NotebookFile[], jobs: number): Shown {
  const lines = new Map(files.map((file) => [file, new TerminalLine(file)]));
  const tasks: ListrTask[] = [...lines.values()].map((line) => line.task);
  const shown = new Listr(tasks, { concurrent: jobs, exitOnError: false, registerSignalListeners: false }).run();
  const on = (file: NotebookFile) => lines.get(file);
  return {
    started: (file) => on(file)?.say(`${file.named}  starting the kernel`),
    cell: (file, { n, of, heading }) => on(file)?.say(`${file.named}  cell ${n}/${of}${heading ? `  ${heading}` : ""}`),
    finished: (file, ran) => on(file)?.done(outcomeLine(file, ran)),
    failed: (file) => on(file)?.failed(),
    end: async () => {
      lines.forEach((line) => line.notRun());
      await shown;
    },
  };
}

/** One notebook's line: a listr2 task that lasts until the run says how it went. */
class TerminalLine {
  readonly task: ListrTask;
  private shown?: Task;
  private title: string;
  private settle!: (how: () => void) => void;
  private readonly settled = new Promise<() => void>((resolve) => (this.settle = resolve));

  constructor(private readonly file: NotebookFile) {
    this.title = file.named;
    this.task = {
      title: file.named,
      task: async (_, task) => {
        this.shown = task as unknown as Task;
        this.say(this.title); // the run may be ahead of the display
        (await this.settled)();
      },
    };
  }

  say(title: string): void {
    this.title = printable(title);
    if (this.shown) this.shown.title = this.title;
  }

  done(title: string): void {
    this.settle(() => this.say(title));
  }

  /** The message itself comes after all lines, whole. */
  failed(): void {
    this.settle(() => {
      throw new Error(`${this.file.named} failed`);
    });
  }

  notRun(): void {
    this.settle(() => this.shown?.skip(`${this.file.named}  not run`));
  }
}

const outcomeLine = (file: NotebookFile, ran: RanNotebook): string => `${file.named}  ${ran.ranAs ? `ran as ${ran.ranAs.named}` : seconds(ran.milliseconds)}  ${outcome(ran)}`;

function outcome({ outcome, differences: [first, ...others] }: RanNotebook): string {
  if (!first) return outcome;
  return `${outcome}: ${differenceText(first)}${others.length ? ` (and ${others.length} more)` : ""}`;
}

/** What became of all of them. */
export function summaryLine(ran: readonly RanNotebook[], milliseconds: number): string {
  const count = (wanted: Outcome) => ran.filter(({ outcome }) => outcome === wanted).length;
  const outcomes = (["updated", "unchanged", "copied"] as const).filter((wanted) => count(wanted) > 0).map((wanted) => `${count(wanted)} ${wanted}`);
  return `${ran.length} notebook${ran.length === 1 ? "" : "s"} in ${seconds(milliseconds)}: ${outcomes.join(", ")}`;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
