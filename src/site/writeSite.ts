import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { BadInput } from "../badInput";
import { writeWholeFolder } from "../io/writeFolder";
import type { SiteFile } from "./pageInMaking";

/** Lies in every site we wrote: a folder without it is somebody's and is left alone. */
const MARK = ".sojourn-site";

/**
 * Writes a site as a whole: into a folder beside `out`, which then takes its place. What was there stays until all is written.
 * @throws {BadInput} `out` holds files that are no site of ours
 */
export function writeSite(out: string, files: readonly SiteFile[]): void {
  refuseForeign(resolve(out), out);
  writeWholeFolder(out, [...files, { path: MARK, content: "" }]);
}

function refuseForeign(target: string, out: string): void {
  if (!existsSync(target)) return;
  let names: string[];
  try {
    names = readdirSync(target);
  } catch {
    throw new BadInput({ file: out }, "is not a folder", "a folder for the site");
  }
  if (names.length > 0 && !names.includes(MARK)) {
    throw new BadInput({ file: out }, "holds files that are no site of ours", "an empty or a new folder", "Nothing was written.");
  }
}
