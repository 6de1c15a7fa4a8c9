import { execFileSync } from "node:child_process";
import { realpathSync } from "node:fs";

/**
 * The commit a folder stands at, and whether what it tracks is as committed.
 * Undefined where git is absent or the folder is not the top of a repository (a copy inside somebody else's would name theirs).
 */
export function commitOf(folder: string): { hash: string; clean: boolean } | undefined {
  try {
    const git = (...words: string[]): string => execFileSync("git", words, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    if (realpathSync(git("rev-parse", "--show-toplevel")) !== realpathSync(folder)) return undefined;
    return { hash: git("rev-parse", "HEAD"), clean: git("status", "--porcelain", "--untracked-files=no") === "" };
  } catch {
    return undefined;
  }
}
