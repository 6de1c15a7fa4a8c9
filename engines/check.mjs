// @ts-check
// Checks --from on real engines. Last line: N passed, N failed. It needs the build, and `sojourn engines install`.
//
//   node engines/check.mjs [files] [postgres] [trino]
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkFiles, writeRows } from "./checks/files.mjs";
import { checkFits } from "./checks/fits.mjs";
import { checkPaper, checkPaperBySteps, writeAnswers } from "./checks/paper.mjs";
import { checkPostgres } from "./checks/postgres.mjs";
import { checkMemory } from "./checks/memory.mjs";
import { checkShards } from "./checks/shards.mjs";
import { checkStopped } from "./checks/stopped.mjs";
import { tally } from "./checks/tally.mjs";
import { checkTraps } from "./checks/traps.mjs";
import { checkTrino } from "./checks/trino.mjs";

const KNOWN = ["files", "postgres", "trino"];
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !KNOWN.includes(name));
if (unknown !== undefined || !existsSync(join(import.meta.dirname, "node_modules"))) {
  console.error(unknown === undefined ? "the drivers are not installed. Install them once: npx --no-install sojourn engines install" : `${unknown} is not checked here (${KNOWN.join(", ")})`);
  process.exit(2);
}
const wanted = (name) => asked.length === 0 || asked.includes(name);
const folder = mkdtempSync(join(tmpdir(), "sojourn-engines-"));
try {
  await writeRows(folder);
  writeAnswers(folder);
  const parquet = wanted("files") ? await checkFiles(folder) : await checkFits("Parquet", ["--from", join(folder, "parquet")]);
  if (wanted("files")) {
    const from = (table) => ["--from", join(folder, `${table}.csv`)];
    await checkPaper("files", folder, from);
    await checkPaperBySteps("files", from);
    await checkTraps(folder);
    await checkStopped(folder);
    await checkMemory(folder);
    await checkShards(folder);
  }
  if (wanted("postgres")) await checkPostgres(folder, parquet);
  if (wanted("trino")) await checkTrino(folder, parquet);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed > 0 ? 1 : 0;
