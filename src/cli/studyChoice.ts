import { dirname, join, resolve } from "node:path";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { CHOICE_FILE, choiceText, folderChoice, type FolderChoice } from "../folderChoice";
import { makeFolder } from "../io/makeFolder";
import { readStudy } from "../study/folder/readStudy";
import { writeOutput } from "./writeOutput";

/** Where the notebooks of a study folder lie. */
export const notebooksOf = (study: string): string => join(study, "notebooks");

/** Writes a choice into a folder of notebooks, for every kernel that is started there later; gives its path. */
export function leaveChoice(choice: FolderChoice, folder: string): string {
  const path = join(resolve(folder), CHOICE_FILE);
  makeFolder(dirname(path), folder);
  writeOutput(path, choiceText(choice, dirname(path)));
  return path;
}

/**
 * Sees to it that the notebooks of a folder work on a study; one that chooses something else already is left alone.
 *
 * @throws {BadInput} as `readStudy`; a folder of notebooks that chooses another study, or data
 */
export function settleStudy(study: string, folder: string): void {
  readStudy(study);
  const choice = folderChoice(folder, "");
  if (choice === undefined) return void leaveChoice({ study: resolve(study), files: [], readings: {} }, folder);
  if (choice.study === resolve(study)) return;
  throw new BadInput({ file: join(folder, CHOICE_FILE) }, said`chooses ${choice.study ?? "the paper"}, not ${study}`, "one study for a folder of notebooks", "Copies elsewhere take another: --out DIR.");
}
