/** By which a user, a script or a terminal that closes ends a command: as much is done for each as for Ctrl-C. With their numbers. */
export const ENDING_SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

export type EndingSignal = keyof typeof ENDING_SIGNALS;

export const endingSignals = Object.keys(ENDING_SIGNALS) as readonly EndingSignal[];

/** As the shell counts: 128 and the signal's number. */
export const exitOf = (signal: EndingSignal): number => 128 + ENDING_SIGNALS[signal];

/** By then the event loop has told what came during the work. */
const HEARD_MS = 100;

/**
 * Does a short piece of synchronous work that must not be left half-done: Ctrl-C and its like wait until it is over.
 * A file larger than `ulimit -f` allows is an error of the write meanwhile, not the end of the process (SIGXFSZ).
 */
export function deferringSignals<T>(work: () => T): T {
  if (process.platform === "win32") return work();
  const nothing = () => undefined;
  // A signal that comes during synchronous work is told to listeners after it; without one, the process ends at once.
  const alone = endingSignals.filter((name) => process.listenerCount(name) === 0);
  const again = (name: NodeJS.Signals) => {
    process.off(name, again);
    process.kill(process.pid, name);
  };
  for (const name of alone) process.on(name, again);
  process.on("SIGXFSZ", nothing);
  try {
    return work();
  } finally {
    process.off("SIGXFSZ", nothing);
    if (alone.length > 0) setTimeout(() => alone.forEach((name) => process.off(name, again)), HEARD_MS).unref();
  }
}
