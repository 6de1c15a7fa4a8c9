import { statSync } from "node:fs";
import { dirname } from "node:path";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { destination, writeWhole } from "../io/write";

/**
 * Refuses an output file that cannot be one: a folder, a device or a pipe, a place in no folder, or one of the command's own
 * inputs (under any of its names). Asked before the work begins, so that nobody waits for it in vain.
 *
 * @throws {BadInput}
 */
export function refuseOutput(out: string, inputs: readonly string[]): void {
  if (!statSync(dirname(out), { throwIfNoEntry: false })?.isDirectory()) {
    throw new BadInput({ file: out }, said`there is no folder ${dirname(out)}`, "a file in a folder that exists", "Make the folder first. Nothing was written.");
  }
  const { there } = destination(out);
  const same = there && inputs.find((input) => {
    const other = statSync(input, { throwIfNoEntry: false });
    return other?.ino === there.ino && other.dev === there.dev;
  });
  if (same !== undefined) throw new BadInput({ file: out }, said`the output would overwrite the input ${same}`, "another file", "Choose another name for --out. Nothing was written.");
}

/**
 * Writes a file whole or not at all: an existing one stays as it was until the new one is complete.
 *
 * @throws {BadInput} where the file cannot be written
 */
export const writeOutput = (out: string, text: string): void => writeWhole(out, text);
