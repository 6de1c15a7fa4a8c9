import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { makeFolder } from "../../io/makeFolder";
import { writeWhole } from "../../io/write";
import type { Difference } from "../compareOutputs";
import { notebookText } from "../nbformat/notebookText";
import { readNotebook } from "../nbformat/readNotebook";
import { executeNotebook } from "./executeNotebook";
import type { CellProgress, ExecutedNotebook } from "./notebookRun";
import { committedNotebooks, type NotebookFile } from "./findNotebooks";
import { keepCurrent } from "./keepCurrent";
import type { DataChoice } from "./kernelEnvironment";
import { sameRunAs, withOutputsOf } from "./sharedRun";
import { refuseOtherKernel } from "./refuseOtherKernel";

export interface RunOptions extends DataChoice {
  /** Copies go to this folder; without it, each notebook itself is brought up to date. */
  readonly out?: string | undefined;
  readonly cellTimeoutMs?: number;
  readonly signal?: AbortSignal;
  /** How many notebooks run side by side. */
  readonly jobs?: number;
  readonly progress?: Progress;
}

/** Told of what happens, for whoever watches. */
export interface Progress {
  started?(file: NotebookFile): void;
  cell?(file: NotebookFile, progress: CellProgress): void;
  finished?(file: NotebookFile, ran: RanNotebook): void;
  failed?(file: NotebookFile, error: unknown): void;
}

export interface RanNotebook {
  readonly executed: ExecutedNotebook;
  readonly outcome: Outcome;
  /** The edition whose run it shared; nothing where it ran itself. */
  readonly ranAs?: NotebookFile | undefined;
  /** In what the committed notebook was not current; nothing for copies. */
  readonly differences: readonly Difference[];
  /** With the kernel's start and the writing. */
  readonly milliseconds: number;
}

/** `unchanged`: the committed outputs were current, and the file was not touched. */
export type Outcome = "unchanged" | "updated" | "copied";

/** A kernel's start is most of a notebook's work, so two keep two processors busy; a third would only crowd them (docs/runner.md). */
export const defaultJobs = (): number => Math.min(2, availableParallelism());

/**
 * Runs notebooks, some side by side, each on a kernel of its own, and writes each when it is done. A Chinese edition that comes
 * after the one with the same code takes its outputs, where its folder cannot matter (sharedRun.ts).
 *
 * @returns what became of each, in the order given
 * @throws {BadInput} before anything runs, where a file is no notebook; otherwise the first failure, once no kernel is
 *                    left: what was done by then is written, all else is as it was
 */
export async function runNotebooks(files: readonly NotebookFile[], options: RunOptions = {}): Promise<RanNotebook[]> {
  for (const { path, named } of files) refuseOtherKernel(readNotebook(path, named), named);
  const stop = new AbortController();
  const abort = () => stop.abort(options.signal?.reason);
  options.signal?.addEventListener("abort", abort, { once: true });
  if (options.signal?.aborted) abort();
  const ran: RanNotebook[] = [];
  const executions = new Map<NotebookFile, Promise<ExecutedNotebook>>();
  const waiting = [...files.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next && !stop.signal.aborted; next = waiting.shift()) {
      ran[next[0]] = await runOne(next[1], { ...options, signal: stop.signal }, files, executions);
    }
  };
  try {
    const lanes = Array.from({ length: options.jobs ?? defaultJobs() }, () => lane().catch((error) => {
      if (!stop.signal.aborted) stop.abort(error); // the first failure stops the others, and is the one that is told
    }));
    await Promise.all(lanes);
    stop.signal.throwIfAborted();
    return ran;
  } finally {
    options.signal?.removeEventListener("abort", abort);
  }
}

/** @param executions those begun so far, by their files; this one is added */
async function runOne(file: NotebookFile, options: RunOptions, files: readonly NotebookFile[], executions: Map<NotebookFile, Promise<ExecutedNotebook>>): Promise<RanNotebook> {
  const { progress, signal, out } = options;
  const start = performance.now();
  progress?.started?.(file);
  try {
    const ranAs = sameRunAs(file, [...executions.keys()], options.choice);
    const execution = ranAs
      ? executions.get(ranAs)!.then((executed) => withOutputsOf(executed, file))
      : executeNotebook(file.path, { ...options, named: file.named, onCell: (cell) => progress?.cell?.(file, cell) });
    executions.set(file, execution);
    const executed = await execution;
    signal?.throwIfAborted();
    const written = out ? writeCopy(file, executed, out, files) : await bringUpToDate(file, executed);
    const ran = { executed, ranAs, ...written, milliseconds: performance.now() - start };
    progress?.finished?.(file, ran);
    return ran;
  } catch (error) {
    progress?.failed?.(file, error);
    throw error;
  }
}

type Written = Pick<RanNotebook, "outcome" | "differences">;

function writeCopy(file: NotebookFile, { notebook }: ExecutedNotebook, out: string, files: readonly NotebookFile[]): Written {
  const path = join(out, file.copy);
  makeFolder(dirname(path));
  writeWhole(path, notebookText(notebook), { never: [...files, ...committedNotebooks()].map(({ path: kept }) => kept) });
  return { outcome: "copied", differences: [] };
}

async function bringUpToDate(file: NotebookFile, { notebook }: ExecutedNotebook): Promise<Written> {
  const differences = await keepCurrent(file.path, notebook, file.named);
  return { outcome: differences.length > 0 ? "updated" : "unchanged", differences };
}
