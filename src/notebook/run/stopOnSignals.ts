import { type EndingSignal, endingSignals, exitOf } from "../../io/signals";

/** The user, or the system, has stopped the run. */
export class Stopped extends Error {
  readonly exitCode: number;

  constructor(readonly by: EndingSignal) {
    super(`stopped by ${by}`);
    this.name = "Stopped";
    this.exitCode = exitOf(by);
  }
}

/**
 * A signal that is aborted with `Stopped` by Ctrl-C, by `kill` or when the terminal closes or the script that started us is gone, so that kernels and
 * temporary files go before the process does. A second Ctrl-C ends at once; the kernels go all the same.
 */
export function stopOnSignals(): { signal: AbortSignal; restore: () => void } {
  const controller = new AbortController();
  const stop = (by: NodeJS.Signals) => {
    const stopped = new Stopped(by as EndingSignal);
    if (controller.signal.aborted) process.exit(stopped.exitCode);
    controller.abort(stopped);
  };
  for (const name of endingSignals) process.on(name, stop);
  const watch = watchParent(() => stop("SIGHUP"));
  return { signal: controller.signal, restore: () => (clearInterval(watch), endingSignals.forEach((name) => process.off(name, stop))) };
}

/** A script that started us says so in SOJOURN_PARENT. Where it is gone (killed with -9), nobody could stop us any more. */
function watchParent(gone: () => void): NodeJS.Timeout | undefined {
  const parent = process.ppid;
  if (process.env.SOJOURN_PARENT !== String(parent)) return undefined;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    gone();
  }, 500);
  return watch.unref();
}
