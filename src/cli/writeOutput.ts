import { readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { destination, writeWhole } from "../io/write";
import { dataFile } from "../projectFolder";

/** What commands read of the package without being told to. */
const STAND_IN = ["sfrc-synthetic.csv", "sfrc-synthetic.json"];
const READ_UNASKED = ["codebook.json", "published.json", "claims.json", "multiverse.json"];

interface AlsoRead {
  /** A study's folder: its JSON files are read. */
  readonly study?: string | undefined;
  /** `synthesize` makes the stand-in itself. */
  readonly makesStandIn?: boolean;
}

/**
 * Refuses an output file that cannot be one: a folder, a device or a pipe, a place in no folder, or one of the command's own
 * inputs (under any of its names, a link's too), those that it reads unasked among them. Asked before the work begins, so that nobody waits for it in vain.
 *
 * @throws {BadInput}
 */
export function refuseOutput(out: string, inputs: readonly string[], { study, makesStandIn = false }: AlsoRead = {}): void {
  if (!statSync(dirname(out), { throwIfNoEntry: false })?.isDirectory()) {
    throw new BadInput({ file: out }, said`there is no folder ${dirname(out)}`, "a file in a folder that exists", "Make the folder first. Nothing was written.");
  }
  const { there } = destination(out);
  const read = [...inputs, ...[...READ_UNASKED, ...(makesStandIn ? [] : STAND_IN)].map(dataFile), ...(study === undefined ? [] : jsonIn(study))];
  const same = read.find((input) => {
    if (resolve(input) === resolve(out)) return true; // another output of the same command may not be there yet
    if (there === undefined) return false;
    const other = statSync(input, { throwIfNoEntry: false });
    return other?.ino === there.ino && other.dev === there.dev;
  });
  if (same !== undefined) throw new BadInput({ file: out }, said`the output would overwrite the input ${same}`, "another file", "Choose another name for the output. Nothing was written.");
}

const jsonIn = (study: string): string[] => (statSync(study, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(study).filter((name) => name.endsWith(".json")).map((name) => join(study, name)) : []);

/**
 * Writes a file whole or not at all: an existing one stays as it was until the new one is complete.
 *
 * @throws {BadInput} where the file cannot be written
 */
export const writeOutput = (out: string, text: string): void => writeWhole(out, text);
