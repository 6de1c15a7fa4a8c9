// @ts-check
// The extension's own tests. Ends with `N passed, N failed`. Needs this folder's packages: `npm ci`.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { TSC } from "../scripts/typecheck.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const REPORT = "build/lab-tests.json";
mkdirSync("build", { recursive: true });
rmSync(REPORT, { force: true });

const types = spawnSync(process.execPath, [TSC, "--noEmit", "-p", "lab/tsconfig.json"], { stdio: "inherit" }).status === 0;
const run = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--root", "lab", "--reporter=default", "--reporter=json", "--outputFile.json=../build/lab-tests.json"], { stdio: "inherit" });
let report = { numPassedTests: 0, numFailedTests: 0 };
try {
  report = JSON.parse(readFileSync(REPORT, "utf8"));
} catch {
  console.log("✖ the test runner left no report");
}
const passed = report.numPassedTests + (types ? 1 : 0);
const failed = report.numFailedTests + (types ? 0 : 1) + (report.numPassedTests === 0 || (run.status !== 0 && report.numFailedTests === 0) ? 1 : 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
