// npm run fuzz: mutates true SPSS and Stata files and reads each: no crash, no hang over 2 s, no memory beyond what the file's size
// allows. A mutant is read or refused by name. `npm run fuzz -- --files 1000 --seed 7` (default 10,000 files, seed 1).
// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { built } from "./built.mjs";
import { optionsOf } from "./options.mjs";

const require = createRequire(import.meta.url);
const folder = fileURLToPath(new URL("../test/fixtures/io/", import.meta.url));
const { values } = optionsOf("fuzz", { options: { files: { type: "string", default: "10000" }, seed: { type: "string", default: "1" } } });
const { readSpss } = require(built("io/spss.js"));
const { readStata } = require(built("io/stata.js"));
const { BadInput } = require(built("badInput.js"));

const most = Number(values.files);
if (!Number.isInteger(most) || most < 1 || !Number.isInteger(Number(values.seed))) {
  console.error("fuzz: --files and --seed take whole numbers");
  process.exit(2);
}

let state = Number(values.seed);
const random = (/** @type {number} */ n) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * n);
};

/** Cuts a file, or changes bytes: of its head, anywhere, or a whole number that may be a size. */
function mutant(/** @type {Uint8Array} */ whole) {
  const kind = random(4);
  if (kind === 0) return whole.slice(0, random(whole.length));
  const bytes = whole.slice();
  const reach = kind === 1 ? Math.min(2000, bytes.length) : bytes.length;
  if (kind === 3) new DataView(bytes.buffer).setUint32(random(Math.max(1, Math.min(4000, bytes.length) - 4)), random(2 ** 32), true);
  else for (let i = random(8); i >= 0; i--) bytes[random(reach)] = random(256);
  return bytes;
}

const names = readdirSync(folder).filter((name) => /\.(sav|zsav|dta)$/.test(name)).sort();
const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(folder + name)) }));
const count = { read: 0, refused: 0, crashed: 0, slow: 0, large: 0 };
for (let k = 0; k < most; k++) {
  const { name, bytes } = files[k % files.length];
  const broken = mutant(bytes);
  const start = performance.now();
  try {
    (name.endsWith(".dta") ? readStata : readSpss)(broken, name, name.startsWith("gb18030") ? { encoding: "gb18030" } : {});
    count.read += 1;
  } catch (error) {
    if (error instanceof BadInput) count.refused += 1;
    else {
      count.crashed += 1;
      console.log(`crash at ${k} (${name}): ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  if (performance.now() - start > 2000) {
    count.slow += 1;
    console.log(`slow at ${k} (${name}): ${Math.round(performance.now() - start)} ms`);
  }
  const { rss } = process.memoryUsage();
  if (rss > 1.5e9) {
    count.large += 1;
    console.log(`memory at ${k} (${name}): ${Math.round(rss / 1e6)} MB`);
  }
}
const failed = count.crashed + count.slow + count.large;
console.log(`${most} files: ${count.read} read, ${count.refused} refused, ${count.crashed} crashed, ${count.slow} slow, ${count.large} too large`);
console.log(`${most - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
