import { writeConnection } from "./connection";
import { Kernel } from "./kernel";
import { KernelDied, KernelError, saying } from "./kernelErrors";
import type { Surroundings } from "./kernelProcess";

export interface StartOptions extends Surroundings {
  /** Aborted: the kernel is killed and the start given up. */
  readonly signal?: AbortSignal | undefined;
  /** How long a start may take, in milliseconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 60_000;
const ASK_AGAIN_MS = 300;

export interface StartedKernel {
  readonly kernel: Kernel;
  /** The notebook metadata `language_info`, as the kernel tells it. */
  readonly languageInfo: Record<string, unknown>;
}

/**
 * Starts a kernel, tslab where no other is named, and waits until it answers on both channels.
 *
 * @throws {KernelError} it ended, or did not answer in time; one that finds its port taken is started once more
 */
export async function startKernel(options: StartOptions): Promise<StartedKernel> {
  try {
    return await start(options);
  } catch (error) {
    if (!(error instanceof PortTaken)) throw error;
    return start(options);
  }
}

class PortTaken extends KernelError {}

async function start({ signal, patienceMs = PATIENCE_MS, ...surroundings }: StartOptions): Promise<StartedKernel> {
  signal?.throwIfAborted();
  const kernel = new Kernel(await writeConnection(surroundings.argv === undefined), surroundings);
  const stop = () => kernel.kill();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    return { kernel, languageInfo: await firstAnswer(kernel, patienceMs) };
  } catch (error) {
    kernel.kill();
    signal?.throwIfAborted();
    if (portTaken(kernel)) throw new PortTaken(`a port was taken while the kernel started${saying(kernel.lastWords)}`);
    throw error instanceof KernelDied ? new KernelError(`the kernel did not start: ${error.message}`) : error;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

/** Asks again and again: what the kernel publishes before the subscription has reached it is lost. */
async function firstAnswer(kernel: Kernel, patienceMs: number): Promise<Record<string, unknown>> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const answer = await kernel.answers(ASK_AGAIN_MS);
    if (answer) return answer.content.language_info as Record<string, unknown>;
    if (portTaken(kernel)) throw new KernelError("a port was taken"); // tslab then stays alive, deaf
  }
  throw new KernelError(`the kernel did not answer within ${patienceMs / 1000} s${saying(kernel.lastWords)}`);
}

const portTaken = (kernel: Kernel): boolean => /EADDRINUSE|address already in use/i.test(kernel.lastWords);
