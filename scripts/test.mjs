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
const counts = { passed: 0, failed: 0 };

/** Starts a check; the promise says, and counts, what came of it: one check, or what `tally` makes of it. */
function begin(name, args, tally = (ok) => void (counts[ok ? "passed" : "failed"] += 1)) {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => said.push(bytes));
  const ended = new Promise((tell) => child.once("close", tell));
  return async function told() {
    const ok = (await ended) === 0;
    process.stdout.write(`\n— ${name}\n${Buffer.concat(said)}${ok ? "✔" : "✖"} ${name}\n`);
    tally(ok);
    return ok;
  };
}

/** A run of vitest that leaves its counts in a file of its own. */
const vitest = (report, ...words) => [...READS_ONCE, "node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...words];

/** Vitest's own counts; a run that left no report, or found no test, has failed. */
function count(report, ok) {
  let found = { numPassedTests: 0, numFailedTests: 0 };
  try {
    found = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    console.log("✖ the test runner left no report");
  }
  counts.passed += found.numPassedTests;
  counts.failed += found.numFailedTests;
  if (!ok && found.numFailedTests === 0) counts.failed += 1; // a suite that could not be loaded
  if (found.numPassedTests === 0) counts.failed += 1;
}

/**
 * The tests. All of them: those of kernels beside the others, since a kernel and who drives it wait for each other a quarter of the time; what they say comes when the others are done.
 * Some of them, or with options: in one run, as vitest alone would.
 */
async function tests(words) {
  const [report, ofKernels] = ["build/vitest.json", "build/vitest-kernels.json"];
  mkdirSync("build", { recursive: true });
  for (const file of [report, ofKernels]) rmSync(file, { force: true });
  const whole = words.length === 0;
  const kernels = whole ? begin("tests of kernels", vitest(ofKernels, "--project=kernels"), (ok) => count(ofKernels, ok)) : undefined;
  console.log("\n— tests");
  const run = spawn(process.execPath, vitest(report, ...(whole ? ["--project=!kernels"] : words)), { stdio: "inherit" });
  count(report, (await new Promise((tell) => run.once("close", tell))) === 0);
  await kernels?.();
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
