import { accessSync, constants, existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import { type CsvOptions, refuseIdle } from "../../io/csvOptions";
import { destination } from "../../io/write";
import { CHOICE_FILE } from "../../folderChoice";
import { projectFolder } from "../../projectFolder";
import { CHINESE_EDITION, committedNotebooks, type NotebookFile } from "./findNotebooks";

const COMMITTED = ["", CHINESE_EDITION].map((edition) => join(projectFolder, "notebooks", edition));

/** What a command line chooses, paths as it gives them. */
export interface Choices extends Omit<CsvOptions, "decimal"> {
  /** A study's folder, in the paper's place. */
  readonly study?: string | undefined;
  readonly data: readonly string[];
  readonly mapping?: string | undefined;
  /** Written name=choice. */
  readonly reading: readonly string[];
  readonly out?: string | undefined;
}

/**
 * Refuses, before anything runs, choices that cannot be carried out or would overwrite a committed notebook.
 *
 * @throws {BadInput} a file that cannot be read, someone's data without a folder for the results, a mapping without
 *                    data, a folder that holds the notebooks themselves, two copies of one name
 */
export function refuseChoices(files: readonly NotebookFile[], { study, data, mapping, reading, out, encoding, separator, sheet }: Choices): void {
  for (const file of [...data, ...(mapping === undefined ? [] : [mapping])]) refuseUnreadable(file);
  const twice = data.find((file, index) => data.some((other, at) => at < index && realpathSync(other) === realpathSync(file)));
  if (twice) throw new BadInput({ file: twice }, "is given twice as data", "each file once", "Its rows would count double.");
  if (data.length === 0) refuseIdle({ mapping, encoding, separator, sheet }, "--data FILE");
  if (study !== undefined && reading.length > 0) throw new BadInput({ file: "--reading" }, said`${reading[0]} is a reading of the paper, and ${study} is another study`, "no --reading beside --study", "Change its coding.json. Nothing was written.");
  if (data.length > 0 && out === undefined) throw new BadInput({ file: data[0] }, "no folder is named for the results", "--out DIR beside --data", "The committed notebooks are never overwritten with other data.");
  if (reading.length > 0 && out === undefined) throw new BadInput({ file: "--reading" }, "no folder is named for the results", "--out DIR beside --reading", "The committed notebooks stay at the default readings.");
  if (out !== undefined) refuseOut(out, files);
  if (out !== undefined && study === undefined && data.length === 0 && reading.length === 0 && existsSync(join(out, CHOICE_FILE))) {
    throw new BadInput({ file: join(out, CHOICE_FILE) }, "chooses data or readings, and none are named", "--data or --reading as there, or another folder", "Copies made on the stand-in would stand beside it.");
  }
}

function refuseUnreadable(file: string): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw new BadInput({ file }, stats ? "is no file" : "does not exist", "a file that can be read");
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new BadInput({ file }, "may not be read", "a file that can be read");
  }
}

function refuseOut(out: string, files: readonly NotebookFile[]): void {
  const stats = statSync(out, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) throw new BadInput({ file: out }, "is a file", "a folder for the copies");
  const folders = files.map(({ copy }) => real(dirname(join(out, copy))));
  const inside = files.find(({ path }) => folders.includes(realpathSync(dirname(path))));
  if (inside) throw new BadInput({ file: out }, said`is the folder of ${inside.named} itself`, "another folder", "A copy would overwrite it.");
  if (COMMITTED.some((folder) => folders.includes(real(folder)))) throw new BadInput({ file: out }, "is the folder of the committed notebooks", "another folder", "A copy would overwrite one of them.");
  const never = [...files, ...committedNotebooks()].map(({ path }) => path);
  for (const { copy } of files) destination(join(out, copy), join(out, copy), never);
  const twin = files.find(({ copy }, index) => files.some((other, at) => at < index && other.copy === copy));
  if (twin) throw new BadInput({ file: twin.named }, "has the name of another notebook of this run", "names that differ", "Both copies would be one file: run them one by one.");
}

/** A folder as it will be, whether or not it is there yet. */
const real = (folder: string): string => (existsSync(folder) ? realpathSync(folder) : resolve(folder));
