import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives the tests of one run a temporary folder of their own, and clears it away after the last. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "sojourn-tests-"));
  for (const name of ["TMPDIR", "TEMP", "TMP"]) process.env[name] = folder; // what os.tmpdir() reads, here and on Windows
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
