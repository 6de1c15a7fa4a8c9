import { statSync } from "node:fs";
import { dirname } from "node:path";
import { sync as writeFileAtomicSync } from "write-file-atomic";
import { BadInput } from "../badInput";

/**
 * Refuses an output file that cannot be one: a folder, a place in no folder, or one of the command's own inputs
 * (under any of its names). Asked before the work begins, so that nobody waits for it in vain.
 *
 * @throws {BadInput}
 */
export function refuseOutput(out: string, inputs: readonly string[]): void {
  const there = statSync(out, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw new BadInput({ file: out }, "this is a folder", "the name of a file to write", "Add a file name. Nothing was written.");
  if (!statSync(dirname(out), { throwIfNoEntry: false })?.isDirectory()) {
    throw new BadInput({ file: out }, `there is no folder ${dirname(out)}`, "a file in a folder that exists", "Make the folder first. Nothing was written.");
  }
  const same = there && inputs.find((input) => {
    const other = statSync(input, { throwIfNoEntry: false });
    return other?.ino === there.ino && other.dev === there.dev;
  });
  if (same !== undefined) throw new BadInput({ file: out }, `the output would overwrite the input ${same}`, "another file", "Choose another name for --out. Nothing was written.");
}

/**
 * Writes a file whole or not at all: an existing one stays as it was until the new one is complete.
 *
 * @throws {BadInput} where the file cannot be written
 */
export function writeOutput(out: string, text: string): void {
  try {
    writeFileAtomicSync(out, text);
  } catch (error) {
    throw new BadInput({ file: out }, `the file cannot be written: ${(error as Error).message.split("\n")[0]}`, undefined, "Choose another place for --out.");
  }
}
