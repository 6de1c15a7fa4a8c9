#!/usr/bin/env node
// @ts-check
// npm run mutants: breaks the source in one place at a time and looks whether the nearest tests notice.
//
//   npm run mutants -- [N] [--seed TEXT] [--list] [--operators]     (60 of them; the seed is the commit's hash)
//
// The operators are in mutants/sites.mjs (--operators prints them), the nearest tests in mutants/nearest.mjs, what counts as caught
// in mutants/judge.mjs. A mutant that means the same as the source is named, with the reason, in mutants/equivalent.json; it and
// what does not load are passed over, and another takes its place. No file is changed: the broken source goes to the test runner
// through a plugin. At least nine in ten must be caught.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { judge } from "./mutants/judge.mjs";
import { mutantsOf, named } from "./mutants/order.mjs";
import { OPERATORS } from "./mutants/sites.mjs";
import { optionsOf } from "./options.mjs";

const PROJECT = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
const SHARE = 0.9;
process.chdir(PROJECT);
process.exitCode = main();

/** @returns {number} exit code */
function main() {
  const { values, positionals } = optionsOf("mutants", { allowPositionals: true, options: { seed: { type: "string" }, list: { type: "boolean" }, operators: { type: "boolean" } } });
  if (values.operators) return Object.entries(OPERATORS).forEach(([name, what]) => console.log(`${name.padEnd(10)} ${what}`)), 0;
  const wanted = Number(positionals[0] ?? 60);
  if (!(Number.isInteger(wanted) && wanted > 0)) {
    console.error(`mutants: ${positionals[0]} is no number of mutants`);
    return 2;
  }
  const seed = values.seed ?? spawnSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" }).stdout.trim();
  console.log(`${wanted} mutants, seed ${seed}`);
  mkdirSync("build", { recursive: true });
  return values.list ? list(wanted, seed) : judgeAll(wanted, seed);
}

/** @param {number} wanted @param {string} seed */
function list(wanted, seed) {
  const mutants = mutantsOf(seed);
  for (let i = 0; i < wanted; i += 1) {
    const { value } = mutants.next();
    if (value) console.log(named(value));
  }
  return 0;
}

/** @param {number} wanted @param {string} seed @returns {number} exit code */
function judgeAll(wanted, seed) {
  /** @type {string[]} */
  const survivors = [];
  let [judged, byTest] = [0, 0];
  for (const mutant of mutantsOf(seed)) {
    const start = performance.now();
    const { outcome, how } = judge(mutant);
    const mark = { caught: "✔", survived: "✖", none: "–" }[outcome];
    console.log(`${mark} ${named(mutant)} (${how}, ${((performance.now() - start) / 1000).toFixed(0)} s)`);
    if (outcome === "none") continue;
    judged += 1;
    if (outcome === "survived") survivors.push(named(mutant));
    else if (how.startsWith("by ")) byTest += 1;
    if (judged === wanted) break;
  }
  const caught = judged - survivors.length;
  const allowed = survivorsAllowed(judged);
  console.log(`\n${caught} of ${judged} caught, ${byTest} of them by a test that fails, ${caught - byTest} by an error or because nothing ends; ${allowed} may survive.`);
  for (const survivor of survivors) console.log(`survived: ${survivor}`);
  const failed = Math.max(0, survivors.length - allowed);
  console.log(`${caught} passed, ${failed} failed`);
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
