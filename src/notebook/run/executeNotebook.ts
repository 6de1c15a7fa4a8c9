import { tmpdir } from "node:os";
import { dirname, resolve } from "node:path";
import { KernelError } from "../kernel/kernelErrors";
import { startKernel, type StartedKernel } from "../kernel/startKernel";
import { readNotebook } from "../nbformat/readNotebook";
import { FailedCell } from "./failedCell";
import { kernelEnvironment, type DataChoice } from "./kernelEnvironment";
import { type ExecutedNotebook, NotebookRun, type RunOptions } from "./notebookRun";
import { refuseOtherKernel } from "./refuseOtherKernel";

export interface ExecuteOptions extends DataChoice, RunOptions {
  /** How messages name the notebook; its path by default. */
  readonly named?: string;
  /** A kernel that `kernelFor` has started for this notebook; otherwise one is started. */
  readonly kernel?: Promise<StartedKernel>;
}

/** Starts a kernel for a notebook: in its folder, with the data chosen. */
export const kernelFor = (path: string, options: ExecuteOptions = {}): Promise<StartedKernel> =>
  startKernel({ cwd: dirname(resolve(path)), env: kernelEnvironment(options), signal: options.signal });

/**
 * Executes a notebook on a tslab kernel, from its first cell to its last.
 *
 * @param path  the .ipynb file, which is read and not written
 * @throws {BadInput}    the file is no notebook, or one of another language
 * @throws {FailedCell}  a cell failed, or ran too long, or left an error behind; or the kernel did not start, or ended.
 *                       A cell tagged `raises-exception` must fail, and fails the run where it does not.
 */
export async function executeNotebook(path: string, options: ExecuteOptions = {}): Promise<ExecutedNotebook> {
  const { named = path, signal } = options;
  const notebook = readNotebook(path, named); // before a kernel is started for it
  refuseOtherKernel(notebook, named);
  const starting = options.kernel ?? kernelFor(path, options);
  try {
    return await new NotebookRun(notebook, named, await starting, options).execute(dirname(resolve(path)));
  } catch (error) {
    signal?.throwIfAborted(); // what failed then, failed because its kernel was killed
    if (error instanceof KernelError) throw new FailedCell({ notebook: named }, error.message);
    throw isSystemError(error) ? new FailedCell({ notebook: named }, `the kernel could not be started or asked: ${error.message.split("\n")[0]} (${ROOM})`) : error;
  } finally {
    await starting.then(({ kernel }) => kernel.shutdown(), () => undefined);
  }
}

const ROOM = `room for its connection file is needed in ${tmpdir()}; TMPDIR names another place`;

/** What the system refused: a full disk, a folder that may not be written. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && "syscall" in error;
