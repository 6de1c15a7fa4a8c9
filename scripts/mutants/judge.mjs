// @ts-check
// Whether the nearest tests notice one mutant, and by what.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Of processor for a test file (a process of its own), since an endless loop burns it; and of time for all, since machines are shared. */
const LIMIT_S = 180;
const LIMIT_MS = 30 * 60_000;
const NEAREST = 2;
const REPORT = join("build", "mutants.json");

/** @typedef {import("./sites.mjs").Site & { tests: string[] }} Mutant */
/**
 * What became of a mutant, and how it was noticed:
 *
 *   caught    a test failed; a test file could not be gathered though the broken module loads; the run ended in an error (an
 *             endless loop does, when its processor time is used up) or not at all. Each only if the same test file passes on
 *             the source as it is
 *   survived  no test noticed
 *   none      the module does not even load: what cannot be imported says nothing about the tests
 *
 * @typedef {{ outcome: "caught" | "survived" | "none", how: string }} Judgement
 */

/** Test files that were run on the source as it is: whether they pass there. @type {Map<string, boolean>} */
const sound = new Map();

/** @param {Mutant} mutant @returns {Judgement} */
export function judge(mutant) {
  const distrusted = new Set();
  // The nearest first: most mutants need no more.
  for (const some of [mutant.tests.slice(0, NEAREST), mutant.tests.slice(NEAREST)]) {
    for (;;) {
      const tests = some.filter((test) => !distrusted.has(test));
      if (tests.length === 0) break;
      const { how, by } = run(tests, mutant);
      if (how === "") break;
      const unsound = (by.length > 0 ? by : tests).filter((test) => !isSound(test));
      if (unsound.length === 0) return how === NOT_GATHERED && !loads(mutant) ? { outcome: "none", how: "does not load" } : { outcome: "caught", how };
      for (const test of unsound) {
        console.log(`not counted, since it fails on the source as it is: ${test}`);
        distrusted.add(test);
      }
    }
  }
  return { outcome: "survived", how: mutant.tests.length === 0 ? "no test imports it" : `${mutant.tests.length} test files pass` };
}

/** @param {string} test */
function isSound(test) {
  const known = sound.get(test) ?? run([test]).how === "";
  sound.set(test, known);
  return known;
}

/** @param {Mutant} mutant */
const loads = (mutant) => run(["scripts/mutants/loads.test.ts"], mutant).how === "";

const NOT_GATHERED = "a test file ends in an error";

/**
 * Runs tests, on the mutant where one is given.
 *
 * @param {string[]} tests
 * @param {Mutant} [mutant]
 * @returns {{ how: string, by: string[] }} how it failed (empty where it did not), and the test files that did
 */
function run(tests, mutant) {
  rmSync(REPORT, { force: true });
  const env = { ...process.env, CI: "", SOJOURN_MUTANT: mutant ? JSON.stringify(mutant) : "" };
  const words = ["run", "--config", "scripts/mutants/vitest.config.mts", "--bail=1", "--reporter=json", `--outputFile=${REPORT}`];
  const command = [process.execPath, "node_modules/vitest/vitest.mjs", ...words, ...tests];
  const [program, ...args] = process.platform === "win32" ? command : ["sh", "-c", `ulimit -t ${LIMIT_S}; exec "$@"`, "sh", ...command];
  const done = spawnSync(program, args, { encoding: "utf8", env, timeout: LIMIT_MS, killSignal: "SIGKILL", maxBuffer: 1e9 });
  /** @type {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }[]} */
  const files = reported();
  const failing = files.filter(({ assertionResults }) => assertionResults.some(({ status }) => status === "failed"));
  if (failing.length > 0) {
    const { assertionResults } = failing[0];
    return { how: `by “${assertionResults.find(({ status }) => status === "failed")?.fullName}”`, by: failing.map(nameOf) };
  }
  const ungathered = files.filter(({ status, assertionResults }) => status === "failed" && !assertionResults.some((one) => one.status === "failed"));
  if (ungathered.length > 0) return { how: NOT_GATHERED, by: ungathered.map(nameOf) };
  if (done.error) return { how: "never ends", by: [] };
  return { how: done.status === 0 ? "" : "the run ends in an error", by: [] };
}

function reported() {
  try {
    return JSON.parse(readFileSync(REPORT, "utf8")).testResults;
  } catch {
    return [];
  }
}

/** @param {{ name: string }} file */
const nameOf = ({ name }) => name.slice(process.cwd().length + 1);
