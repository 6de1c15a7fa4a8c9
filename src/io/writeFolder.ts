import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { makeFolder } from "./makeFolder";
import { deferringSignals } from "./signals";
import { unwritable, writeWhole } from "./write";

export interface FileToWrite {
  /** Relative to the folder. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes a folder whole or not at all: into a new one beside it, which then takes its name. What was there stays until all is
 * written, and what a run that was killed has left beside it goes.
 *
 * @throws {BadInput} it could not be written whole
 */
export function writeWholeFolder(folder: string, files: readonly FileToWrite[], named = folder): void {
  const target = resolve(folder);
  clearLeftovers(target);
  const [making, old] = [`${target}.making-${process.pid}`, `${target}.old-${process.pid}`];
  deferringSignals(() => {
    try {
      for (const { path, content } of files) {
        makeFolder(dirname(join(making, path)), named);
        writeWhole(join(making, path), content, { named: join(named, path) });
      }
      if (existsSync(target)) renameSync(target, old);
      renameSync(making, target);
    } catch (error) {
      if (!existsSync(target) && existsSync(old)) renameSync(old, target);
      throw unwritable(named, error);
    } finally {
      for (const rest of [making, old]) rmSync(rest, { recursive: true, force: true });
    }
  });
}

/** `site.making-123` and `site.old-123` of a process 123 that is no more; of an old one only where the folder itself is there. */
function clearLeftovers(target: string): void {
  const parent = dirname(target);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const [, kind, pid] = name.startsWith(`${basename(target)}.`) ? /\.(making|old)-(\d+)$/.exec(name) ?? [] : [];
    if (!pid || runs(Number(pid))) continue;
    if (kind === "old" && !existsSync(target)) renameSync(join(parent, name), target);
    else rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
