// @ts-check
// npm test: installs what is missing, builds, type-checks, lints, runs the tests (every notebook's re-execution among them).
// Ends with `N passed, N failed`. Extra words are passed to vitest: `npm test -- test/models`.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installIfNeeded } from "./install-if-needed.mjs";
import { isCheckable, PROJECTS, TSC } from "./typecheck.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
installIfNeeded();

const REPORT = "build/vitest.json";
const counts = { passed: 0, failed: 0 };

function check(name, args) {
  console.log(`\n— ${name}`);
  const ok = spawnSync(process.execPath, args, { stdio: "inherit" }).status === 0;
  console.log(ok ? `✔ ${name}` : `✖ ${name}`);
  counts[ok ? "passed" : "failed"] += 1;
  return ok;
}

/** Vitest's own counts; a run that left no report, or found no test, has failed. */
function tests(words) {
  console.log("\n— tests");
  mkdirSync("build", { recursive: true });
  rmSync(REPORT, { force: true });
  const run = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`, ...words], { stdio: "inherit" });
  let report = { numPassedTests: 0, numFailedTests: 0 };
  try {
    report = JSON.parse(readFileSync(REPORT, "utf8"));
  } catch {
    console.log("✖ the test runner left no report");
  }
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests;
  if (run.status !== 0 && report.numFailedTests === 0) counts.failed += 1; // a suite that could not be loaded
  if (report.numPassedTests === 0) counts.failed += 1;
}

if (check("build", ["scripts/build.mjs"])) {
  for (const { name, project } of PROJECTS.filter(isCheckable)) check(name, [TSC, "--noEmit", "-p", project]);
  check("lint", ["node_modules/eslint/bin/eslint.js", "."]);
  check("nothing unused", ["node_modules/knip/bin/knip.js", "--no-progress"]);
  tests(process.argv.slice(2));
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
