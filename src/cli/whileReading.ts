import type { Engine } from "../engines/engine";

const EVERY_MS = 5000;
/** How long an engine may take to end a query; a second Ctrl-C ends the process at once. */
const PATIENCE_MS = 30_000;
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Tells on standard error that a query still runs, and closes the source when the work is over. Ctrl-C ends the query where it
 * runs, on the server too, and then the process.
 */
export async function whileReading<T>(engine: Engine, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const teller = setInterval(() => console.error(`${engine.name}: reading since ${Math.round((performance.now() - began) / 1000)} s (Ctrl-C ends it)`), EVERY_MS);
  let exit: number | undefined;
  const enders = Object.entries(SIGNALS).map(([signal, code]) => {
    const end = (): void => {
      exit = code;
      setTimeout(() => process.kill(process.pid, "SIGKILL"), PATIENCE_MS).unref();
      engine.cancel().catch(() => undefined);
    };
    process.once(signal, end);
    return () => process.off(signal, end);
  });
  try {
    return await work();
  } finally {
    clearInterval(teller);
    for (const off of enders) off();
    await engine.close().catch(() => undefined);
    if (exit !== undefined) {
      console.error(`${engine.name}: stopped. Nothing was written.`);
      process.exit(exit);
    }
  }
}
