import type { Ending } from "./kernelProcess";

/** A kernel that could not be used, or a cell that did not end as it should; the message tells what and why. */
export class KernelError extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** The kernel's process ended while it was needed. */
export class KernelDied extends KernelError {
  constructor(readonly ending: Ending) {
    super(describe(ending));
  }
}

/** A cell was still running at its time limit. */
export class CellTimeout extends KernelError {
  constructor(readonly limitMs: number, readonly how: "interrupted" | "killed") {
    super(`ran past its limit of ${limitMs / 1000} s and was ${how === "interrupted" ? "interrupted" : "killed, since it did not answer the interrupt"} (--cell-timeout changes the limit)`);
  }
}

/** The kernel's messages about a cell are not whole, so its outputs may not be either. */
export class OutputLost extends KernelError {}

/** A cell wrote more than a notebook can hold. */
export class OutputTooLong extends KernelError {}

function describe({ code, signal, lastWords }: Ending): string {
  const heap = /heap out of memory/.test(lastWords);
  const how = heap ? "ran out of memory"
    : signal === "SIGKILL" ? "was killed from outside (SIGKILL: by someone, or by the system for want of memory)"
    : signal ? `was ended by ${signal}`
    : `ended by itself with exit code ${code} (does the cell call process.exit?)`;
  return `the kernel ${how}${saying(heap ? "" : lastWords)}`;
}

/** The end of what the process wrote outside its cells, on one line. */
export function saying(lastWords: string): string {
  const line = lastWords.trim().split("\n").map((text) => text.trim()).filter(Boolean).slice(-3).join(" / ");
  return line ? `; it last wrote: ${line.slice(-300)}` : "";
}
