import { projectFolder } from "../../projectFolder";
import { unstableOutputs } from "../compare/unstableOutputs";
import { KernelError } from "../kernel/kernelErrors";
import type { StartedKernel } from "../kernel/startKernel";
import { nearestHeading } from "../nbformat/nearestHeading";
import { isCode, tagsOf, type Cell, type CodeCell, type Notebook } from "../nbformat/notebook";
import { CellOutputs, type CellError, type DisplayIds } from "./cellOutputs";
import { errorOutput, explainError, explainThrown, type Explained, type RunCells } from "./explainError";
import { FailedCell } from "./failedCell";
import { finishedNotebook } from "./finishedNotebook";

export const DEFAULT_CELL_TIMEOUT_MS = 120_000;
export const EXPECTED_ERROR_TAG = "raises-exception";
/** tslab aborts whatever arrives within 200 ms after an error. */
const AFTER_ERROR_MS = 250;
/** What a notebook left behind is waited for until nothing has come for a while, and not for ever. */
const LATE_SILENCE_MS = 200;
const LATE_MOST_MS = 2_000;

export interface RunOptions {
  /** How long a cell may run, in milliseconds. */
  readonly cellTimeoutMs?: number;
  /** Aborted: the kernel is killed and the run ends with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called before each code cell. */
  readonly onCell?: (progress: CellProgress) => void;
}

/** The n-th of the code cells, and the nearest heading above it. */
export interface CellProgress {
  readonly n: number;
  readonly of: number;
  readonly heading?: string | undefined;
}

export interface ExecutedNotebook {
  /** The notebook with its new outputs, counts 1..n and fixed metadata. The file is not touched. */
  readonly notebook: Notebook;
  /** From the kernel's being ready to the last output. */
  readonly milliseconds: number;
  /** What made no cell fail but should be mended, a sentence each: late outputs; times, paths and versions in outputs. */
  readonly warnings: readonly string[];
}

interface RanCell {
  readonly cell: CodeCell;
  readonly outputs: CellOutputs;
  /** The error of a cell that was expected to fail. */
  error?: CellError;
}

/** One execution of one notebook on a kernel of its own. A cell goes by its execution count, 1 for the first that runs. */
export class NotebookRun {
  private readonly ran: RanCell[] = [];
  private readonly displays: DisplayIds = new Map();

  constructor(
    private readonly notebook: Notebook,
    private readonly named: string,
    private readonly started: StartedKernel,
    private readonly options: RunOptions,
  ) {}

  /** @param folder the notebook's, which is taken out of the outputs as the project's is */
  async execute(folder: string): Promise<ExecutedNotebook> {
    const { signal } = this.options;
    const stop = () => this.started.kernel.kill();
    signal?.addEventListener("abort", stop, { once: true });
    signal?.throwIfAborted();
    const start = performance.now();
    try {
      for (const [index, cell] of this.codeCells.entries()) await this.runCell(cell, index + 1);
      if (this.ran.length > 0) await this.untilQuiet();
      const milliseconds = performance.now() - start;
      const notebook = this.finished(folder);
      return { notebook, milliseconds, warnings: this.warnings(notebook) };
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  }

  /** The cells that run: as in Jupyter, an empty one does not and has no count. */
  private get codeCells(): CodeCell[] {
    return this.notebook.cells.filter(isCode).filter(({ source }) => source.trim() !== "");
  }

  private async runCell(cell: CodeCell, count: number): Promise<void> {
    this.options.onCell?.({ n: count, of: this.codeCells.length, heading: this.headingAbove(cell) });
    const ran: RanCell = { cell, outputs: new CellOutputs(this.displays) };
    this.ran.push(ran);
    const { status } = await this.orFailure(count, () => this.started.kernel.execute(cell.source, {
      limitMs: this.options.cellTimeoutMs ?? DEFAULT_CELL_TIMEOUT_MS,
      onOutput: (message) => ran.outputs.take(message),
    }));
    ran.outputs.end();
    this.refuseLeftBehind();
    const expected = tagsOf(cell).includes(EXPECTED_ERROR_TAG);
    if (status !== "ok") await this.fail(ran, count, expected);
    else if (expected) throw this.failure(count, { where: { cell: count }, what: `is tagged ${EXPECTED_ERROR_TAG} but raised nothing` });
  }

  private async fail(ran: RanCell, count: number, expected: boolean): Promise<void> {
    ran.error = ran.outputs.takeError();
    if (!expected) throw this.failure(count, explainError(ran.error, count, this.cells));
    await new Promise((resolve) => setTimeout(resolve, AFTER_ERROR_MS));
  }

  private async untilQuiet(): Promise<void> {
    await this.orFailure(this.ran.length, () => this.started.kernel.quiet(LATE_SILENCE_MS, LATE_MOST_MS));
    this.refuseLeftBehind();
  }

  /** Work with the kernel, whose errors become the cell's. */
  private async orFailure<T>(count: number, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.options.signal?.throwIfAborted();
      if (error instanceof KernelError) throw this.failure(count, { where: { cell: count }, what: error.message });
      throw error;
    }
  }

  /**
   * Refuses an error that a cell left behind. It fails no cell in tslab, and may arrive while later cells run: its stack
   * tells where it is from.
   */
  private refuseLeftBehind(): void {
    for (const [index, { outputs }] of this.ran.entries()) {
      const thrown = outputs.leftBehind();
      if (!thrown) continue;
      const count = thrown.frames.at(-1)?.cell ?? index + 1;
      const { where, what } = explainThrown(thrown, count, this.cells);
      throw this.failure(count, { where, what: `${what} (nothing awaited it, so the cell had gone on)` });
    }
  }

  private failure(count: number, { where: { line, column }, what }: Explained): FailedCell {
    const { cell } = this.ran[count - 1];
    const sourceLine = line === undefined ? undefined : cell.source.split("\n")[line - 1];
    return new FailedCell({ notebook: this.named, cell: count, heading: this.headingAbove(cell), line, column }, what, sourceLine);
  }

  private headingAbove(cell: Cell): string | undefined {
    return nearestHeading(this.notebook, this.notebook.cells.indexOf(cell));
  }

  private get cells(): RunCells {
    return { sources: new Map(this.ran.map(({ cell }, index) => [index + 1, cell.source])), folder: this.started.kernel.connection.folder };
  }

  private warnings(notebook: Notebook): string[] {
    const late = [...this.ran.entries()].filter(([, { outputs }]) => outputs.late).map(([index]) => index + 1);
    return [
      ...late.map((count) => `${this.named} › cell ${count} wrote more after it had ended: await what it starts, or that output may move to another cell`),
      ...unstableOutputs(notebook).map(({ cell, what, found }) => `${this.named} › cell ${cell} shows ${what} (${found}): it will read otherwise elsewhere or tomorrow`),
    ];
  }

  private finished(folder: string): Notebook {
    const outputs = new Map(this.ran.map(({ cell, outputs, error }) =>
      [cell, [...outputs.joined(), ...(error ? [errorOutput(error, this.cells)] : [])]]));
    return finishedNotebook(this.notebook, { named: this.named, outputs, languageInfo: this.started.languageInfo, folders: [projectFolder, folder] });
  }
}
