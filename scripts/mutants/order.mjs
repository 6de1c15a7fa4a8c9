// @ts-check
// Which mutants, and in which order.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { nearestTests, sourceFiles } from "./nearest.mjs";
import { isProgram, sitesOf } from "./sites.mjs";

/** @typedef {import("./sites.mjs").Site} Site */

const MOST_IN_A_FILE = 2;

/**
 * Sites in an order that the seed alone decides, at most two of a file, each with its nearest tests; one that no test reaches is
 * kept, and survives.
 *
 * @param {string} seed
 * @param {Site[]} [all]  of the whole source, where nobody says otherwise
 * @returns {Generator<import("./judge.mjs").Mutant>}
 */
export function* mutantsOf(seed, all = sourceFiles().flatMap(sitesOf)) {
  /** @type {{ file: string, line: string, operator: string, was: string, becomes: string, why: string }[]} */
  const known = JSON.parse(readFileSync("scripts/mutants/equivalent.json", "utf8"));
  const rank = (/** @type {Site} */ { file, start, operator }) => createHash("sha256").update(`${seed}\0${file}\0${start}\0${operator}`).digest("hex");
  const sites = all.map((site) => ({ site, at: rank(site) })).sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ site }) => site);
  /** @type {Map<string, number>} */
  const taken = new Map();
  for (const site of sites) {
    const already = taken.get(site.file) ?? 0;
    if (already === MOST_IN_A_FILE) continue;
    const same = known.find(({ file, line, operator, was, becomes }) => file === site.file && line === site.line.trim() && operator === site.operator && was === site.was && becomes === site.becomes);
    if (same) console.log(`= ${named(site)} (means the same: ${same.why})`);
    if (same || !isProgram(site)) continue;
    taken.set(site.file, already + 1);
    yield { ...site, tests: nearestTests(site.file) };
  }
}

/** @param {Site} site */
export function named({ file, row, operator, was, becomes }) {
  return `${file}:${row} ${operator}: ${was} → ${becomes}`;
}
