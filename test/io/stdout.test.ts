import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { guardStdout } from "../../src/io/stdout";

/** A standard output of our own, which leads to a file of that descriptor; what Node's own way would have printed is in `own`. */
function guarded(descriptor: number, isTTY = false) {
  const [own, failed]: string[][] = [[], []];
  const listeners: ((error: NodeJS.ErrnoException) => void)[] = [];
  const stream = { isTTY, write: (chunk: string | Uint8Array) => own.push(String(chunk)) > 0, on: (_: string, listener: (error: Error) => void) => listeners.push(listener) } as unknown as NodeJS.WriteStream;
  guardStdout((reason) => failed.push(reason), stream, descriptor);
  return { stream, own, failed, error: (code: string, message = "") => listeners.forEach((listener) => listener(Object.assign(new Error(message), { code }))) };
}

function opened(path: string, flags: string): number {
  const descriptor = openSync(path, flags);
  onTestFinished(() => closeSync(descriptor));
  return descriptor;
}

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), "stdout-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "out");
}

test("what is printed to a file arrives whole, as text of its encoding or bytes, and whoever waits is called", async () => {
  const path = place();
  const { stream, own, failed } = guarded(opened(path, "w"));
  expect([stream.write("姓名\n"), stream.write("e9", "hex"), stream.write(Buffer.from([10]))]).toEqual([true, true, true]);
  const order: string[] = [];
  await new Promise<void>((done) => {
    stream.write("a", () => order.push("second place"));
    stream.write("b", "utf8", () => (order.push("third place"), done()));
    order.push("written");
  });
  expect(order).toEqual(["written", "second place", "third place"]);
  expect(readFileSync(path)).toEqual(Buffer.from([...Buffer.from("姓名\n"), 0xe9, 10, 97, 98]));
  expect([own, failed]).toEqual([[], []]);
});

test.runIf(existsSync("/dev/full"))("what a full device does not take is told", () => {
  const { stream, failed } = guarded(opened("/dev/full", "w"));
  expect(stream.write("a")).toBe(true);
  expect(failed).toEqual(["the disk is full (ENOSPC)"]);
});

test("what cannot be written for another reason is told in the system's words", () => {
  const path = place();
  closeSync(openSync(path, "w"));
  const { stream, failed } = guarded(opened(path, "r"));
  stream.write("a");
  expect(failed).toEqual(["EBADF: bad file descriptor, write"]);
});

test("a terminal and what has no descriptor keep Node's own way", () => {
  const path = place();
  for (const { stream, own } of [guarded(opened(path, "w"), true), guarded(1_000_000)]) {
    stream.write("a");
    expect(own).toEqual(["a"]);
  }
  expect(readFileSync(path, "utf8")).toBe("");
});

test("a reader that has gone is no error, any other is, by its first line", () => {
  const { error, failed } = guarded(1_000_000);
  error("EPIPE", "write EPIPE");
  expect(failed).toEqual([]);
  error("EIO", "i/o error, write\n    at somewhere");
  error("ENOSPC", "no space left");
  expect(failed).toEqual(["i/o error, write", "the disk is full (ENOSPC)"]);
});
