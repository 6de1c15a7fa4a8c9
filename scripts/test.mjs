// @ts-check
// npm test: installs what is missing, builds, type-checks, lints, runs the tests (every notebook's re-execution among them).
// Ends with `N passed, N failed`. Extra words are passed to vitest: `npm test -- test/models`.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installIfNeeded } from "./install-if-needed.mjs";
import { isCheckable, PROJECTS, TSC } from "./typecheck.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
installIfNeeded();

/** For programs that read much code once: V8 makes less of it fast (a tenth less work). */
const READS_ONCE = ["--require", "./src/notebook/preload/lateOptimised.cjs"];
const REPORT = "build/vitest.json";
const counts = { passed: 0, failed: 0 };

/** Starts a check; the promise says, and counts, what came of it. */
function begin(name, args) {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => said.push(bytes));
  const ended = new Promise((tell) => child.once("close", tell));
  return async function told() {
    const ok = (await ended) === 0;
    process.stdout.write(`\n— ${name}\n${Buffer.concat(said)}${ok ? "✔" : "✖"} ${name}\n`);
    counts[ok ? "passed" : "failed"] += 1;
    return ok;
  };
}

/** Vitest's own counts; a run that left no report, or found no test, has failed. */
async function tests(words) {
  console.log("\n— tests");
  mkdirSync("build", { recursive: true });
  rmSync(REPORT, { force: true });
  const run = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`, ...words], { stdio: "inherit" });
  const status = await new Promise((tell) => run.once("close", tell));
  let report = { numPassedTests: 0, numFailedTests: 0 };
  try {
    report = JSON.parse(readFileSync(REPORT, "utf8"));
  } catch {
    console.log("✖ the test runner left no report");
  }
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests;
  if (status !== 0 && report.numFailedTests === 0) counts.failed += 1; // a suite that could not be loaded
  if (report.numPassedTests === 0) counts.failed += 1;
}

if (await begin("build", ["scripts/build.mjs"])()) {
  // Lint runs beside all others and takes the longest: what it says comes last. What has not changed since the last run is not read again (build/types, build/eslint.json).
  const lint = begin("lint", [...READS_ONCE, "node_modules/eslint/bin/eslint.js", "--cache", "--cache-strategy", "content", "--cache-location", "build/eslint.json", "."]);
  for (const { name, project } of PROJECTS.filter(isCheckable)) await begin(name, [TSC, "--noEmit", "-p", project])();
  await begin("nothing unused", [...READS_ONCE, "node_modules/knip/bin/knip.js", "--no-progress"])();
  await tests(process.argv.slice(2));
  await lint();
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
