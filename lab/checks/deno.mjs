// @ts-check
// The notebooks on a second kernel: Deno's, as VS Code's users have it. Every cell must give the committed outputs, by value. A cell
// that cannot is shown by name with its reason.
//
//   node lab/checks/deno.mjs [NOTEBOOK…]     (all of notebooks/ where none is named; Deno is installed into .lab/deno)
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { LAB, PROJECT } from "../../scripts/lab/places.mjs";
import { check, close } from "./report.mjs";

const require = createRequire(join(PROJECT, "package.json"));
const { compareNotebooks, differenceText } = require(join(PROJECT, "dist/notebook/compareOutputs.js"));
const { startKernel } = require(join(PROJECT, "dist/notebook/kernel/startKernel.js"));
const { readNotebook } = require(join(PROJECT, "dist/notebook/nbformat/readNotebook.js"));
const { executeNotebook } = require(join(PROJECT, "dist/notebook/run/executeNotebook.js"));
const { kernelEnvironment } = require(join(PROJECT, "dist/notebook/run/kernelEnvironment.js"));

/**
 * Cells that are allowed to differ, by notebook and number, with the reason.
 *
 * @type {Readonly<Record<string, Readonly<Record<number, string>>>>}
 */
const EXCEPTIONS = {
  "13-what-if-the-paper-had-chosen-otherwise.ipynb": {
    7: "Deno prints the texts of an object in double quotes",
    8: "the null's draws are fitted to a tolerance, and V8's exp and log of another version differ in their last digit: the band differs by some 2e-8",
  },
};

const VERSION = "2.9.6";
const FOLDER = join(LAB, "deno");
const DENO = join(FOLDER, "node_modules", ".bin", process.platform === "win32" ? "deno.cmd" : "deno");

install();
const version = spawnSync(DENO, ["--version"], { encoding: "utf8" }).stdout ?? "";
check(`Deno ${VERSION} is there`, version.startsWith(`deno ${VERSION}`), version.split("\n")[0]);
const named = process.argv.slice(2);
const names = named.length > 0 ? named : readdirSync(join(PROJECT, "notebooks")).filter((name) => name.endsWith(".ipynb")).sort();
if (version) for (const name of names) await checkNotebook(name);
close();

/** @param {string} name */
async function checkNotebook(name) {
  const path = join(PROJECT, "notebooks", name);
  // As Deno's own kernelspec has it.
  const kernel = startKernel({ cwd: join(PROJECT, "notebooks"), env: kernelEnvironment({}), argv: [DENO, "jupyter", "--kernel", "--conn", "{connection_file}"] });
  try {
    const { notebook } = await executeNotebook(path, { kernel, named: name });
    const cells = notebook.cells.filter((/** @type {{ cell_type: string }} */ { cell_type }) => cell_type === "code").length;
    const found = compareNotebooks(readNotebook(path), notebook);
    const differences = found.filter((/** @type {{ cell: number }} */ { cell }) => EXCEPTIONS[name]?.[cell] === undefined);
    for (const [cell, why] of Object.entries(EXCEPTIONS[name] ?? {})) console.log(`– ${name}, cell ${cell}, ${found.some((/** @type {{ cell: number }} */ difference) => difference.cell === Number(cell)) ? "differs" : "no longer differs"}: ${why}`);
    check(`${name} gives the committed outputs on Deno's kernel`, differences.length === 0, differences.length === 0 ? `${cells} cells` : differences.slice(0, 3).map(differenceText).join("; "));
  } catch (error) {
    check(`${name} runs on Deno's kernel`, false, error instanceof Error ? error.message : String(error));
  }
}

function install() {
  if (existsSync(DENO)) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, "package.json"), JSON.stringify({ private: true }));
  spawnSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", `deno@${VERSION}`], { cwd: FOLDER, stdio: "inherit", shell: process.platform === "win32" });
}
