import { randomBytes } from "node:crypto";
import { closeSync, fchmodSync, fchownSync, fstatSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync, type Stats } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { BadInput } from "../badInput";
import { said, word } from "../faults/said";
import { deferringSignals } from "./signals";

export interface WriteOptions {
  /** How messages name the file; its path by default. */
  readonly named?: string;
  /** Files that must stay as they are, under whatever name or link they are reached. */
  readonly never?: readonly string[];
}

/**
 * Writes a file whole or not at all. What was there stays until all of the new file is on the disk: the data go to a new file
 * beside it, whose length is checked and which is synced before it takes the other's name. A link is followed.
 *
 * @throws {BadInput} what is there is a folder, a device or a pipe, or one of `never`; the data could not be written whole
 *
 * @example writeWhole("coded.csv", "id,age\nSYN-1,34\n");
 */
export function writeWhole(file: string, data: string | Uint8Array, options: WriteOptions = {}): void {
  deferringSignals(() => {
    const whole = openWhole(file, options);
    whole.append(data);
    whole.commit();
  });
}

/** A file of which nothing is seen before all of it is there. */
export interface WholeFile {
  readonly append: (data: string | Uint8Array) => void;
  /** It takes the other's name. */
  readonly commit: () => void;
  /** What was there stays, and the new data go. */
  readonly abandon: () => void;
}

/**
 * The same in pieces, of which memory need not hold more than one. What cannot be written is abandoned.
 *
 * @throws {BadInput} (each of its functions too) as `writeWhole`
 */
export function openWhole(file: string, { named = file, never = [] }: WriteOptions = {}): WholeFile {
  const { path, there } = destination(file, named, never);
  const making = join(dirname(path), `.${basename(path).slice(0, 100)}.${process.pid}-${randomBytes(4).toString("hex")}.part`);
  let descriptor: number | undefined;
  const close = (): void => {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
  };
  const abandon = (): void => {
    close();
    rmSync(making, { force: true });
  };
  const orAbandon = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      abandon();
      throw unwritable(named, error);
    }
  };
  let appended = 0;
  orAbandon(() => (descriptor = openSync(making, "wx", 0o666)));
  return {
    append: (data) => orAbandon(() => {
      const bytes = typeof data === "string" ? Buffer.from(data) : data;
      writeAll(descriptor!, bytes);
      appended += bytes.length;
    }),
    commit: () => deferringSignals(() => orAbandon(() => {
      const { size } = fstatSync(descriptor!);
      if (size !== appended) throw new Error(`${size} of ${appended} bytes arrived`);
      if (there) keepOwner(descriptor!, there);
      fsyncSync(descriptor!);
      close();
      renameSync(making, path);
      syncFolder(dirname(path));
    })),
    abandon,
  };
}

/** Where a file that is to be written really is, and what is there now. Asked before the work begins, nobody waits in vain. */
export function destination(file: string, named = file, never: readonly string[] = []): { path: string; there: Stats | undefined } {
  const there = status(file, named);
  if (there?.isDirectory()) throw new BadInput({ file: named }, "this is a folder", "the name of a file to write", "Add a file name. Nothing was written.");
  if (there && !there.isFile()) throw new BadInput({ file: named }, said`this is ${kindOf(there)}`, "the name of a file to write", "Nothing was written. To pass a result on, leave the option out where the command prints it.");
  const kept = there && never.find((other) => sameFile(there, other));
  if (kept !== undefined) throw new BadInput({ file: named }, said`this is ${kept} itself, under another name`, "another file", "Choose another place. Nothing was written.");
  try {
    return { path: there ? realpathSync(file) : resolve(file), there };
  } catch (error) {
    throw unwritable(named, error);
  }
}

/** Writes all of `bytes` to an open file, however little of it the system takes at a time. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    const written = writeSync(descriptor, bytes, done, bytes.length - done);
    if (written === 0) throw new Error(`only ${done} of ${bytes.length} bytes could be written`);
    done += written;
  }
}

/** What could not be written, and why, in the system's own word. */
export function unwritable(named: string, error: unknown): BadInput {
  if (error instanceof BadInput) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const why = code && Object.hasOwn(REASONS, code) ? word(REASONS[code]) : message.split("\n")[0];
  return new BadInput({ file: named }, said`cannot be written: ${why}`, "a place with room for it, where you may write", "What was there is as it was.");
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full (ENOSPC)",
  EDQUOT: "your share of the disk is used up (EDQUOT)",
  EFBIG: "it is larger than a file may be here (EFBIG: see ulimit -f)",
  EACCES: "you may not write there (EACCES)",
  EPERM: "you may not write there (EPERM)",
  EROFS: "the disk may only be read (EROFS)",
  ENOENT: "its folder does not exist (ENOENT)",
  ENOTDIR: "its folder is a file (ENOTDIR)",
};

/** The new file is its predecessor's owner's, with the same permissions, as far as we may say so. */
function keepOwner(descriptor: number, { mode, uid, gid }: Stats): void {
  try {
    fchmodSync(descriptor, mode & 0o777);
    if (process.getuid?.() === 0) fchownSync(descriptor, uid, gid);
  } catch {
    // a file system without permissions
  }
}

function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Windows, and some file systems: a folder cannot be synced
  }
}

function status(file: string, named: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    throw unwritable(named, error);
  }
}

const kindOf = (stats: Stats): string => (stats.isFIFO() ? "a pipe" : stats.isSocket() ? "a socket" : "a device");

function sameFile({ ino, dev }: Stats, other: string): boolean {
  const stats = statSync(other, { throwIfNoEntry: false });
  return stats?.ino === ino && stats.dev === dev;
}
