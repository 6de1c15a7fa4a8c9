import { fstatSync } from "node:fs";
import { writeAll } from "./write";

type Stream = Pick<NodeJS.WriteStream, "on" | "write" | "isTTY">;

/**
 * Makes a lost result an error: what a command prints arrives whole, or `failed` is called with the reason.
 *
 * Node writes to a file on standard output once and does not look how much of it was taken (a full disk cuts it short in
 * silence), and `console.log` swallows errors. A reader that has gone (`… | head`) is none.
 */
export function guardStdout(failed: (reason: string) => void, stream: Stream = process.stdout, descriptor = 1): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") failed(reasonOf(error));
  });
  if (!isFileOrDevice(stream, descriptor)) return;
  stream.write = (chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8") : chunk;
    try {
      writeAll(descriptor, bytes);
    } catch (error) {
      failed(reasonOf(error as NodeJS.ErrnoException));
    }
    const call = typeof encoding === "function" ? encoding : done;
    if (typeof call === "function") process.nextTick(call);
    return true;
  };
}

/** Not a terminal and not a pipe: those keep Node's own way. */
function isFileOrDevice({ isTTY }: Stream, descriptor: number): boolean {
  if (isTTY) return false;
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() || stats.isCharacterDevice();
  } catch {
    return false;
  }
}

const reasonOf = ({ code, message }: NodeJS.ErrnoException): string => (code === "ENOSPC" ? "the disk is full (ENOSPC)" : message.split("\n")[0]);
