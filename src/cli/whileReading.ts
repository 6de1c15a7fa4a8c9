import { BadInput } from "../badInput";
import type { Engine } from "../engines/engine";
import { endingSignals, exitOf } from "../io/signals";
import { line } from "./language";

const EVERY_MS = 5000;
/** How long an engine may take to end a query. */
const PATIENCE_MS = 30_000;

/**
 * Works on a source, telling on standard error that a query still runs, and closes it when the work is over. Ctrl-C ends the query
 * where it runs, on the server too, and then the process; before the source is open, and a second time, it ends the process at once.
 *
 * @param work asks by the engine that it is given: after Ctrl-C that one sends nothing more
 */
export async function whileReading<T>(open: () => Promise<Engine>, work: (engine: Engine) => Promise<T>): Promise<T> {
  let engine: Engine | undefined;
  let exit: number | undefined;
  const enders = endingSignals.map((signal) => {
    const code = exitOf(signal);
    const end = (): void => {
      if (engine === undefined || exit !== undefined) return endAtOnce(code);
      exit = code;
      setTimeout(() => endAtOnce(code), PATIENCE_MS).unref();
      engine.cancel().catch(() => undefined);
    };
    process.on(signal, end);
    return () => process.off(signal, end);
  });
  let teller: NodeJS.Timeout | undefined;
  try {
    const opened = (engine = await open());
    const began = performance.now();
    teller = setInterval(() => console.error(reading(opened.name, Math.round((performance.now() - began) / 1000))), EVERY_MS);
    return await work(untilStopped(opened, () => exit !== undefined));
  } finally {
    clearInterval(teller);
    await engine?.close().catch(() => undefined);
    for (const off of enders) off();
    if (exit !== undefined) {
      console.error(line({ en: `${engine!.name}: stopped. Nothing was written.`, zh: `${engine!.name}：已停止。没有写入任何内容。` }));
      process.exit(exit);
    }
  }
}

const reading = (name: string, seconds: number): string => line({ en: `${name}: reading since ${seconds} s (Ctrl-C ends it)`, zh: `${name}：已读取 ${seconds} 秒（Ctrl-C 可停止）` });

/** The same engine, which asks nothing more once it is stopped: a query that was yet to be sent could not have been cancelled. */
function untilStopped(engine: Engine, stopped: () => boolean): Engine {
  const refuse = (): void => {
    if (stopped()) throw new BadInput({ file: engine.name }, "the query was stopped");
  };
  return {
    ...engine,
    query: async function* (sql) {
      refuse();
      yield* engine.query(sql);
    },
    ...(engine.hold && { hold: async (select) => (refuse(), engine.hold!(select)) }),
  };
}

/** Ends the process with what is to be removed at its end. A query that runs in a thread would keep it from ending by itself. */
function endAtOnce(code: number): void {
  process.once("exit", () => process.kill(process.pid, "SIGKILL"));
  process.exit(code);
}
