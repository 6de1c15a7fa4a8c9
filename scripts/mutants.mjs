#!/usr/bin/env node
// @ts-check
// npm run mutants: breaks the source in one place at a time and looks whether the nearest tests notice.
//
//   npm run mutants -- [N] [--seed TEXT] [--list]     (60 of them; the seed is the commit's hash)
//
// The operators are in mutants/sites.mjs, the nearest tests in mutants/nearest.mjs. A mutant that means the same as the source is
// named, with the reason, in mutants/equivalent.json, and another takes its place. No file is changed: the broken source goes to
// the test runner through a plugin. At least nine in ten must be caught.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { nearestTests, sourceFiles } from "./mutants/nearest.mjs";
import { sitesOf } from "./mutants/sites.mjs";

const PROJECT = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
const SHARE = 0.9;
const LIMIT_MS = 10 * 60_000;
const MOST_IN_A_FILE = 2;
const REPORT = join("build", "mutants.json");
process.chdir(PROJECT);
process.exitCode = main();

/** @returns {number} exit code */
function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: "string" }, list: { type: "boolean" } } });
  const wanted = Number(positionals[0] ?? 60);
  if (!(Number.isInteger(wanted) && wanted > 0)) {
    console.error(`mutants: ${positionals[0]} is no number of mutants`);
    return 2;
  }
  const seed = values.seed ?? spawnSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" }).stdout.trim();
  const { chosen, equivalent } = choose(wanted, seed);
  console.log(`${chosen.length} mutants, seed ${seed}${equivalent.length ? `; passed over as equivalent:\n${equivalent.map((mutant) => `  ${named(mutant)}: ${mutant.why}`).join("\n")}` : ""}`);
  if (values.list) return chosen.forEach((mutant) => console.log(named(mutant))), 0;
  mkdirSync("build", { recursive: true });
  const sound = soundTests(chosen);
  const survivors = chosen.filter((mutant) => !caught(mutant, sound));
  const allowed = survivorsAllowed(chosen.length);
  console.log(`\n${chosen.length - survivors.length} of ${chosen.length} caught; ${allowed} may survive.`);
  for (const mutant of survivors) console.log(`survived: ${named(mutant)}`);
  const failed = Math.max(0, survivors.length - allowed);
  console.log(`${chosen.length - survivors.length} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/**
 * Of sixty, one in ten. A sample of a few, drawn anew with each commit, is judged by what such a share gives by chance: as many
 * as tests that catch nine in ten would leave in all but two of a thousand samples (three of six): CI draws anew with every commit.
 *
 * @param {number} n
 */
function survivorsAllowed(n) {
  if (n >= 60) return Math.ceil(n * (1 - SHARE) - 1e-9);
  let chance = SHARE ** n;
  let allowed = 0;
  for (let upTo = chance; upTo < 0.998; upTo += chance) {
    allowed += 1;
    chance *= ((n - allowed + 1) / allowed) * ((1 - SHARE) / SHARE);
  }
  return allowed;
}

/** @typedef {import("./mutants/sites.mjs").Site & { tests: string[] }} Mutant */

/**
 * Sites in an order that the seed alone decides, at most two of a file; only where some test reaches the file at all does a
 * mutant without a nearest test differ from one that survives, so it is kept, and survives.
 *
 * @param {number} wanted
 * @param {string} seed
 */
function choose(wanted, seed) {
  /** @type {{ file: string, line: string, becomes: string, why: string }[]} */
  const known = JSON.parse(readFileSync("scripts/mutants/equivalent.json", "utf8"));
  const rank = (/** @type {{ file: string, start: number, operator: string }} */ { file, start, operator }) => createHash("sha256").update(`${seed}\0${file}\0${start}\0${operator}`).digest("hex");
  const sites = sourceFiles().flatMap(sitesOf).map((site) => ({ site, at: rank(site) })).sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ site }) => site);
  /** @type {Mutant[]} */
  const chosen = [];
  const equivalent = [];
  for (const site of sites) {
    if (chosen.length === wanted) break;
    if (chosen.filter(({ file }) => file === site.file).length === MOST_IN_A_FILE) continue;
    const same = known.find(({ file, line, becomes }) => file === site.file && line === site.line.trim() && becomes === site.becomes);
    if (same) equivalent.push({ ...site, why: same.why });
    else chosen.push({ ...site, tests: nearestTests(site.file) });
  }
  return { chosen, equivalent };
}

/** The test files that pass on the source as it is: only those can notice anything. @param {Mutant[]} chosen */
function soundTests(chosen) {
  const tests = [...new Set(chosen.flatMap((mutant) => mutant.tests))].sort();
  const { failed } = run(tests, undefined, []);
  for (const test of failed) console.log(`not counted, since it fails on the source as it is: ${test}`);
  return new Set(tests.filter((test) => !failed.includes(test)));
}

/** @param {Mutant} mutant @param {Set<string>} sound */
function caught(mutant, sound) {
  const tests = mutant.tests.filter((test) => sound.has(test));
  const start = performance.now();
  const { status, timedOut } = tests.length > 0 ? run(tests, mutant, ["--bail=1"]) : { status: 0, timedOut: false };
  const isCaught = timedOut || status !== 0;
  console.log(`${isCaught ? "✔" : "✖"} ${named(mutant)} (${tests.length} test files, ${((performance.now() - start) / 1000).toFixed(0)} s${timedOut ? ", never ended" : ""})`);
  return isCaught;
}

/** @param {string[]} tests @param {Mutant | undefined} mutant @param {string[]} options */
function run(tests, mutant, options) {
  rmSync(REPORT, { force: true });
  const env = { ...process.env, CI: "", SOJOURN_MUTANT: mutant ? JSON.stringify(mutant) : "" };
  const done = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--config", "scripts/mutants/vitest.config.mts", "--reporter=json", `--outputFile=${REPORT}`, ...options, ...tests], { encoding: "utf8", env, timeout: mutant ? LIMIT_MS : LIMIT_MS * 6, killSignal: "SIGKILL", maxBuffer: 1e9 });
  /** @type {{ name: string, status: string }[]} */
  const results = (() => {
    try {
      return JSON.parse(readFileSync(REPORT, "utf8")).testResults;
    } catch {
      return [];
    }
  })();
  const failed = results.filter(({ status }) => status !== "passed").map(({ name }) => name.slice(PROJECT.length + 1));
  return { status: done.status, timedOut: done.error !== undefined, failed };
}

/** @param {import("./mutants/sites.mjs").Site} site */
function named({ file, row, operator, was, becomes }) {
  return `${file}:${row} ${operator}: ${was} → ${becomes}`;
}
