// @ts-check
// npm run new -- variable NAME | check NAME | exhibit NAME | notebook NUMBER-NAME | study NAME
// Writes the files that a recipe of CONTRIBUTING.md names, with tests that fail until they are filled, and says what is left to do.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sojourn } from "./built.mjs";
import { check } from "./new/check.mjs";
import { exhibit } from "./new/exhibit.mjs";
import { notebook } from "./new/notebook.mjs";
import { variable } from "./new/variable.mjs";
import { optionsOf } from "./options.mjs";

/** @typedef {{ files: Record<string, string>, next: string[] }} Recipe */
/** @type {Record<string, { name: RegExp, like: string, write: (name: string) => Recipe }>} */
const KINDS = {
  variable: { name: /^[a-z][A-Za-z0-9]*$/, like: "yearsInChina", write: variable },
  check: { name: /^[a-z][A-Za-z0-9]*$/, like: "roundNumbers", write: check },
  exhibit: { name: /^[a-z][A-Za-z0-9]*$/, like: "agesByCity", write: exhibit },
  notebook: { name: /^\d\d-[a-z][a-z0-9-]*$/, like: "14-what-if", write: notebook },
};

const KNOWN = `npm run new takes a kind and a name, such as\n  npm run new -- study my-study\n${Object.entries(KINDS).map(([one, { like }]) => `  npm run new -- ${one} ${like}`).join("\n")}`;

const { values: { root }, positionals: [kind, name, ...more] } = optionsOf("new", { options: { root: { type: "string", default: fileURLToPath(new URL("..", import.meta.url)) } }, allowPositionals: true }, KNOWN);
// A study is no part of the package: the command writes it, for those without a clone too.
if (kind === "study" && name && more.length === 0) process.exit(sojourn("new", "study", name));
if (!kind || !Object.hasOwn(KINDS, kind) || !name || more.length > 0) {
  refuse(KNOWN);
}
if (!KINDS[kind].name.test(name)) refuse(`${JSON.stringify(name)} is no name for a ${kind} (expected one like ${KINDS[kind].like}). Nothing was written.`);
const { files, next } = KINDS[kind].write(name);
const there = Object.keys(files).find((file) => existsSync(join(root, file)));
if (there) refuse(`${there} is there already. Choose another name. Nothing was written.`);
// Two notebooks of one number would ask for exercises of one name.
const numbered = kind === "notebook" && existsSync(join(root, "notebooks")) && readdirSync(join(root, "notebooks")).find((file) => file.startsWith(name.slice(0, 3)) && file.endsWith(".ipynb"));
if (numbered) refuse(`notebooks/${numbered} has that number already. Choose another. Nothing was written.`);
for (const [file, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  console.log(`written: ${file}`);
}
console.log(`\nLeft to do (CONTRIBUTING.md tells more):\n${next.map((step, i) => `${i + 1}. ${step}`).join("\n")}`);

/** @param {string} sentence @returns {never} */
function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}
