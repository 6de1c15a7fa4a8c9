// @ts-check
// Which tests stand nearest to a file: the one that mirrors its path, then those from which the fewest imports lead to it; of
// equally near ones those that load least, since a test that loads half the package is rarely about this file. Then those farther
// off that speak of it by name: a command's test of what the file does.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";

const MOST = 12;
const MOST_BY_NAME = 4;

/** Tests that run the built commands, or notebooks, do not see a mutant. */
const BLIND = /^test\/(notebooks\/|notebook\/runCommand|cli\/main\.test|index\.test)/;

/** Compiled code, and what only runs when it is drawn or started by hand. */
const LEFT_OUT = /\.d\.ts$|rowsWasm\.ts$/;

/** The files of src that can be broken, sorted. @returns {string[]} */
export const sourceFiles = () => filesUnder("src").filter((file) => file.endsWith(".ts") && !LEFT_OUT.test(file)).sort();

/** @type {Map<string, string[]> | undefined} */
let imports;

/**
 * @param {string} file
 * @returns {string[]} at most twelve test files, nearest first, and four that name the file
 */
export function nearestTests(file) {
  const mirror = file.replace(/^src\//, "test/").replace(/\.ts$/, ".test.ts");
  const tests = [...importsOfAll().keys()].filter((path) => path.endsWith(".test.ts") && !BLIND.test(path)).sort();
  const distance = distancesBy(importersOfAll(), file);
  const reached = tests.filter((test) => distance.has(test)).sort((a, b) => Number(b === mirror) - Number(a === mirror) || (distance.get(a) ?? 0) - (distance.get(b) ?? 0) || loadedBy(a) - loadedBy(b));
  const name = new RegExp(String.raw`\b${basename(file, ".ts")}\b`, "i");
  return [...reached.slice(0, MOST), ...reached.slice(MOST).filter((test) => name.test(readFileSync(test, "utf8"))).slice(0, MOST_BY_NAME)];
}

/** @type {Map<string, string[]> | undefined} */
let importers;

/** By which files each is imported. */
function importersOfAll() {
  if (importers) return importers;
  importers = new Map();
  for (const [from, targets] of importsOfAll()) for (const target of targets) importers.set(target, [...(importers.get(target) ?? []), from]);
  return importers;
}

/** @type {Map<string, number>} */
const loaded = new Map();

/** How many files a test loads. @param {string} test @returns {number} */
function loadedBy(test) {
  const count = loaded.get(test) ?? distancesBy(importsOfAll(), test).size;
  loaded.set(test, count);
  return count;
}

const importsOfAll = () => (imports ??= new Map([...filesUnder("src"), ...filesUnder("test")].filter((path) => path.endsWith(".ts")).map((path) => [path, importsOf(path)])));

/** How many steps of `next` lead from a file to each that it leads to. @param {Map<string, string[]>} next @param {string} file */
function distancesBy(next, file) {
  const distance = new Map([[file, 0]]);
  for (const queue = [file]; queue.length > 0;) {
    const at = /** @type {string} */ (queue.shift());
    for (const to of next.get(at) ?? []) {
      if (distance.has(to)) continue;
      distance.set(to, (distance.get(at) ?? 0) + 1);
      queue.push(to);
    }
  }
  return distance;
}

/** The project's own files that a file imports, also when it needs them. @param {string} path */
export function importsOf(path) {
  const targets = [...readFileSync(path, "utf8").matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)"(\.{1,2}\/[^"]+)"/g)].map(([, target]) => normalize(join(dirname(path), target)).replace(/\.js$/, ""));
  return targets.flatMap((target) => [`${target}.ts`, join(target, "index.ts")].filter((candidate) => existsSync(candidate)).slice(0, 1));
}

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  return readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? filesUnder(join(folder, name)) : [join(folder, name)]));
}
