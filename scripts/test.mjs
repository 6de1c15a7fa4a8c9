// @ts-check
// npm test: installs what is missing, builds, type-checks, lints, runs the tests (every notebook's re-execution among them).
// Ends with `N passed, N failed`. Extra words are passed to vitest: `npm test -- test/models`.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { spawn, spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { installIfNeeded } from "./install-if-needed.mjs";
import { isCheckable, PROJECTS, TSC } from "./typecheck.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
installIfNeeded();

const REPORT = "build/vitest.json";
const counts = { passed: 0, failed: 0 };

/** What a check says comes when it has ended: several may run. */
async function check(name, args) {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => said.push(bytes));
  const ok = (await new Promise((ended) => child.once("close", ended))) === 0;
  process.stdout.write(`\n— ${name}\n${Buffer.concat(said)}${ok ? "✔" : "✖"} ${name}\n`);
  counts[ok ? "passed" : "failed"] += 1;
  return ok;
}

/** One for each processor at a time. */
async function sideBySide(checks) {
  const waiting = [...checks];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await check(...next);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
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

if (await check("build", ["scripts/build.mjs"])) {
  // The longest first. What has not changed since the last run is not read again (build/types, build/eslint.json).
  await sideBySide([
    ["lint", ["node_modules/eslint/bin/eslint.js", "--cache", "--cache-strategy", "content", "--cache-location", "build/eslint.json", "."]],
    ...PROJECTS.filter(isCheckable).map(({ name, project }) => [name, [TSC, "--noEmit", "-p", project]]),
    ["nothing unused", ["node_modules/knip/bin/knip.js", "--no-progress"]],
  ]);
  tests(process.argv.slice(2));
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
