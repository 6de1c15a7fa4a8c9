import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { unwritable } from "./write";

/**
 * Makes a folder and those that it lies in, where they are not there yet. Node's own way to do so never ends in a folder that
 * takes no new names and says that they are not found, as /proc does.
 *
 * @param named  the folder as its user called it
 * @throws {BadInput} it cannot be made, or is no folder
 */
export function makeFolder(folder: string, named = folder): void {
  try {
    make(resolve(folder));
  } catch (error) {
    throw unwritable(named, error);
  }
}

function make(folder: string): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) make(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isFolder(folder)) throw error; // made by another process meanwhile
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
