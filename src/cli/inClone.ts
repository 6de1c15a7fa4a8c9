import { existsSync } from "node:fs";
import { join } from "node:path";
import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { projectFolder } from "../projectFolder";

/** A clone has its lock file; the package that `npm pack` makes has none, nor the notebooks, the site's parts and the scripts. */
export const inClone = (folder = projectFolder): boolean => existsSync(join(folder, "package-lock.json"));

/** @throws {BadInput} this is the installed package, which lacks what the command works on */
export function refuseOutsideClone(command: string, folder = projectFolder): void {
  if (inClone(folder)) return;
  throw new BadInput({ file: folder }, said`is Sojourn as a package, which has no part in \`sojourn ${command}\``, "a clone of the project, with its notebooks and scripts",
    "Type the command in a clone. What the package does by itself: docs/anywhere.md.");
}
