import { emit } from "./outputs";
import { printed } from "./printed";

/** What code written for Node finds in the worker: its console and `process.stdout` are the cell's output. */
const write = (name: "stdout" | "stderr") => (text: unknown): boolean => {
  emit({ output_type: "stream", name, text: String(text) });
  return true;
};
const line = (name: "stdout" | "stderr") => (...values: unknown[]): void => void write(name)(`${printed(values)}\n`);

Object.assign(console, { log: line("stdout"), info: line("stdout"), debug: line("stdout"), table: line("stdout"), warn: line("stderr"), error: line("stderr") });

Object.assign(globalThis, {
  process: { stdout: { write: write("stdout"), columns: 80, isTTY: false }, stderr: { write: write("stderr") }, env: {}, argv: [], platform: "browser", versions: {}, cwd: () => "/notebooks", execPath: "", emitWarning: () => undefined },
  Buffer: { from: (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)), isBuffer: () => false },
});

// Ten frames, as engines keep them, would not reach from the depth of the package to the cell that called it.
Error.stackTraceLimit = 100;

// A page opened as a file has no memory that threads share, and the kernel no second thread: its own does.
if (typeof SharedArrayBuffer === "undefined") Object.assign(globalThis, { SharedArrayBuffer: ArrayBuffer });
