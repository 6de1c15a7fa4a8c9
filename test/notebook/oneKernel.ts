import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { projectFolder } from "../../src/projectFolder";
import { startKernel, type StartedKernel } from "../../src/notebook/kernel/startKernel";
import { kernelEnvironment } from "../../src/notebook/run/kernelEnvironment";
import { makeFolder } from "./smallNotebook";

const ANEW = "// a notebook begins";

/**
 * A cell after which tslab, at the words above, forgets all names, counts from 1, and loads the package again at its next import
 * (what a session keeps is kept in the package's modules): as if it had just started.
 */
const LEARN = `const { JupyterHandlerImpl } = require("tslab/dist/jupyter");
const { handleExecuteImpl } = JupyterHandlerImpl.prototype;
JupyterHandlerImpl.prototype.handleExecuteImpl = function (request: { code: string }, ...more: unknown[]) {
  if (request.code !== ${JSON.stringify(ANEW)}) return handleExecuteImpl.call(this, request, ...more);
  this.executor.reset();
  this.execCount = 0;
  for (const path of Object.keys(require.cache)) if (path.startsWith(${JSON.stringify(join(projectFolder, "dist"))})) delete require.cache[path];
  return { count: 0 };
};`;

/** A kernel on which notebooks are run one after the other, where how a kernel starts and ends is not what is tested. */
export interface OneKernel {
  /** For the next notebook's `executeNotebook`, which leaves it running. */
  next(): Promise<StartedKernel>;
  end(): Promise<void>;
}

/** @param cwd  the folder of the notebooks */
export async function oneKernel(cwd = projectFolder): Promise<OneKernel> {
  const { kernel, languageInfo } = await startKernel({ cwd, env: kernelEnvironment({}) });
  const run = (code: string) => kernel.execute(code, { limitMs: 60_000, onOutput: () => undefined });
  await run(LEARN);
  const lasting = Object.create(kernel, { shutdown: { value: () => Promise.resolve() } }) as typeof kernel;
  const next = async () => {
    while ((await run(ANEW)).status !== "ok") await new Promise((resolve) => setTimeout(resolve, 50)); // after an error tslab drops what arrives within 200 ms
    return { kernel: lasting, languageInfo };
  };
  return { next, end: () => kernel.shutdown() };
}

/** A kernel for all notebooks of a test file, in a folder that is gone when they have run. */
export function kernelOfFile(): { readonly folder: string; next(): Promise<StartedKernel> } {
  const folder = makeFolder();
  let kernel: OneKernel;
  beforeAll(async () => void (kernel = await oneKernel(folder)));
  afterAll(async () => {
    await kernel.end();
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, next: () => kernel.next() };
}
