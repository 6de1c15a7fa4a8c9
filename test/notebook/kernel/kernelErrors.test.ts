import { describe, expect, it } from "vitest";
import { CellTimeout, KernelDied, KernelError, OutputLost, saying } from "../../../src/notebook/kernel/kernelErrors";

describe("a kernel that cannot be used says why", () => {
  it.each<[number | null, NodeJS.Signals | null, string, string]>([
    [1, null, "", "the kernel ended by itself with exit code 1 (does the cell call process.exit?)"], [0, null, "bye\n", "the kernel ended by itself with exit code 0 (does the cell call process.exit?); it last wrote: bye"],
    [null, "SIGKILL", "", "the kernel was killed from outside (SIGKILL: by someone, or by the system for want of memory)"], [null, "SIGTERM", "a\nb", "the kernel was ended by SIGTERM; it last wrote: a / b"],
    [134, "SIGABRT", "FATAL ERROR: JavaScript heap out of memory", "the kernel ran out of memory"],
  ])("exit code %s, signal %s, %j", (code, signal, lastWords, message) => {
    const error = new KernelDied({ code, signal, lastWords });
    expect([error.message, error.name, error instanceof KernelError]).toEqual([message, "KernelDied", true]);
  });

  it("a time limit with how it ended", () => {
    expect(new CellTimeout(2500, "interrupted").message).toBe("ran past its limit of 2.5 s and was interrupted (--cell-timeout changes the limit)");
    expect(new CellTimeout(60_000, "killed").message).toBe("ran past its limit of 60 s and was killed, since it did not answer the interrupt (--cell-timeout changes the limit)");
    expect(new OutputLost("gone").name).toBe("OutputLost");
  });

  it("with the last three lines that are not empty, at most three hundred characters", () => {
    expect(saying(" \n ")).toBe("");
    expect(saying("a\n\n  b \n\t\nc\nd\n")).toBe("; it last wrote: b / c / d");
    expect(saying(`${"x".repeat(150)}\n${"y".repeat(200)}`)).toBe(`; it last wrote: ${"x".repeat(97)} / ${"y".repeat(200)}`);
  });
});
