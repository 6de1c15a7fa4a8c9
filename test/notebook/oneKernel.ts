import { projectFolder } from "../../src/projectFolder";
import { startKernel, type StartedKernel } from "../../src/notebook/kernel/startKernel";
import { kernelEnvironment } from "../../src/notebook/run/kernelEnvironment";

const ANEW = "// a notebook begins";

/** A cell that makes tslab, at the words above, forget names and count from 1, as if it had just started. */
const LEARN = `const { JupyterHandlerImpl } = require("tslab/dist/jupyter");
const { handleExecuteImpl } = JupyterHandlerImpl.prototype;
JupyterHandlerImpl.prototype.handleExecuteImpl = function (request: { code: string }, ...more: unknown[]) {
  if (request.code !== "${ANEW}") return handleExecuteImpl.call(this, request, ...more);
  this.executor.reset();
  this.execCount = 0;
  return { count: 0 };
};`;

/** A kernel on which notebooks are run one after the other, where what they show is not how a kernel ends. */
export interface OneKernel {
  /** For the next notebook's `executeNotebook`, which leaves it running. */
  next(): Promise<StartedKernel>;
  end(): Promise<void>;
}

export async function oneKernel(): Promise<OneKernel> {
  const { kernel, languageInfo } = await startKernel({ cwd: projectFolder, env: kernelEnvironment({}) });
  const run = (code: string) => kernel.execute(code, { limitMs: 60_000, onOutput: () => undefined });
  await run(LEARN);
  const lasting = Object.create(kernel, { shutdown: { value: () => Promise.resolve() } }) as typeof kernel;
  const next = async () => {
    while ((await run(ANEW)).status !== "ok") await new Promise((resolve) => setTimeout(resolve, 50)); // after an error tslab drops what arrives within 200 ms
    return { kernel: lasting, languageInfo };
  };
  return { next, end: () => kernel.shutdown() };
}
