/** The user, or the system, has stopped the run. */
export class Stopped extends Error {
  /** As the shell counts: 128 and the signal's number. */
  readonly exitCode: number;

  constructor(readonly by: keyof typeof SIGNALS) {
    super(`stopped by ${by}`);
    this.name = "Stopped";
    this.exitCode = 128 + SIGNALS[by];
  }
}

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/**
 * A signal that is aborted with `Stopped` by Ctrl-C, by `kill` or when the terminal closes, so that kernels and
 * temporary files go before the process does. A second Ctrl-C ends at once; the kernels go all the same.
 */
export function stopOnSignals(): { signal: AbortSignal; restore: () => void } {
  const controller = new AbortController();
  const stop = (by: NodeJS.Signals) => {
    const stopped = new Stopped(by as keyof typeof SIGNALS);
    if (controller.signal.aborted) process.exit(stopped.exitCode);
    controller.abort(stopped);
  };
  const names = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];
  for (const name of names) process.on(name, stop);
  return { signal: controller.signal, restore: () => names.forEach((name) => process.off(name, stop)) };
}
