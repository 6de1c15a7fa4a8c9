#!/usr/bin/env node
// @ts-check
// Types every command that README.md, docs/jupyterlab.md, docs/anywhere.md and each `--help` tell to type, as they tell it, and looks whether it
// succeeds. Files they speak of (extract.csv, mapping.json …) are made from the stand-in and taken away afterwards.
//
//   node scripts/documented.mjs [WORD…]     (only the commands that hold one of the words)
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { utils, write as writeWorkbook } from "@e965/xlsx";

const PROJECT = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
const PAGES = ["README.md", "docs/jupyterlab.md", "docs/anywhere.md"];
const LIMIT_MS = 15 * 60_000;

/** What is started and ended by another check, or needs what only a user has. A command is named by how it begins. */
const ELSEWHERE = {
  "npm start": "a step of .ci/run",
  "npm test": "a step of .ci/run",
  "npm ci": "would take away the packages that this runs on",
  "npm run lab": "lab/checks/asUsers.mjs",
  "npx --no-install sojourn lab": "lab/checks/asUsers.mjs",
  "npx tslab install": "registers a kernel for the user",
  "jupyter lab": "a JupyterLab of the user's own",
  "npm install /path/to/": "scripts/packed.mjs, in an empty folder",
  "npx sojourn verdicts": "scripts/packed.mjs, in an empty folder",
  "pip install /path/to/": "lab/checks/wheel.mjs, in a JupyterLab of its own",
  "python -m sojourn_lab": "lab/checks/wheel.mjs, in a JupyterLab of its own",
  "deno jupyter --install": "registers a kernel for the user; lab/checks/deno.mjs runs on it",
};

const counts = { passed: 0, failed: 0 };
const made = [];
process.chdir(PROJECT);
try {
  main(process.argv.slice(2));
} finally {
  for (const path of [...made, "my-run", "my-copies", "my-site", "my-study", "mapping.html"]) rmSync(path, { recursive: true, force: true });
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;

/** @param {string[]} words */
function main(words) {
  const told = [...PAGES.flatMap(ofPage), ...commandNames().flatMap(ofHelp)];
  report("the pages and the helps tell what to type", told.length > 10, `${told.length} commands`);
  for (const command of new Set(told)) {
    if (words.length > 0 && !words.some((word) => command.includes(word))) continue;
    const elsewhere = Object.entries(ELSEWHERE).find(([start]) => command.startsWith(start));
    if (elsewhere) console.log(`– ${command}: ${elsewhere[1]}`);
    else type(command);
  }
}

/** @param {string} command */
function type(command) {
  makeFiles(command);
  const { status, stderr, error } = spawnSync("bash", ["-c", command], { encoding: "utf8", timeout: LIMIT_MS, maxBuffer: 1e9, input: "" });
  // 1 is a finding, which an audit of the paper has; what it says is the check's own business.
  const fine = status === 0 || (status === 1 && / (audit|map) /.test(command));
  report(command, fine, fine ? "" : `exit ${status}${error ? ` (${error.message})` : ""}: ${(stderr ?? "").trim().split("\n")[0]}`);
}

/** @param {string} page */
function ofPage(page) {
  const text = readFileSync(page, "utf8");
  const blocks = [...text.matchAll(/^```sh\n([^]*?)^```/gm)].flatMap(([, block]) => block.split("\n"));
  const inline = [...text.matchAll(/`(npx --no-install sojourn [^`]+)`/g)].map(([, command]) => command).filter((command) => !/[A-Z]{4,}|…/.test(command));
  return [...blocks, ...inline].map((line) => line.replace(/\s{2,}#.*$/, "").trim()).filter((line) => line !== "" && !line.startsWith("#"));
}

/** The names that `sojourn --help` lists. */
function commandNames() {
  const { stdout } = sojourn("--help");
  const listed = /\nCommands:\n([^]*?)(?:\n\n|$)/.exec(stdout)?.[1] ?? "";
  return [...listed.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name).filter((name) => name !== "help");
}

/** The examples in a command's help: lines that begin with its name. @param {string} name */
function ofHelp(name) {
  const { status, stdout } = sojourn(name, "--help");
  report(`sojourn ${name} --help`, status === 0 && stdout.includes("Usage:"), `exit ${status}`);
  const [, examples = ""] = stdout.split(/^Examples?:.*$/m);
  return examples.split("\n").map((line) => line.replace(/\s{2,}#.*$/, "").replace(/^\s*\$ /, "").trim())
    .filter((line) => /^(npx --no-install )?sojourn /.test(line)).map((line) => line.replace(/^sojourn /, "npx --no-install sojourn "));
}

/** @param {string[]} args */
function sojourn(...args) {
  return spawnSync(process.execPath, [join("dist", "cli", "main.js"), ...args], { encoding: "utf8" });
}

/** The files of a user's own that a command names, from the stand-in: all of it, or the rows of one wave. @param {string} command */
function makeFiles(command) {
  if (command.includes("new study my-study")) rmSync("my-study", { recursive: true, force: true });
  if (command.includes("--study my-study") && !existsSync("my-study")) sojourn("new", "study", "my-study");
  const survey = readFileSync("data/sfrc-synthetic.csv", "utf8").trimEnd().split("\n");
  const wave = survey[0].split(",").indexOf("wave");
  for (const [name] of command.matchAll(/(?<=\s)[\w-]+\.(csv|json|sav|xlsx|dta)\b/g)) {
    if (existsSync(name)) continue;
    if (command.includes(`--out ${name}`)) { // the command makes it, and later ones read it
      made.push(name);
      continue;
    }
    if (name === "survey.sav") copy(name, "test/fixtures/survey/extract-zh.zsav");
    if (name === "2019.dta") copy(name, "test/fixtures/survey/extract-zh-2019.dta");
    if (name === "2018.xlsx") workbook(name, [survey[0], ...survey.slice(1).filter((row) => row.split(",")[wave] === "2018")]);
    const year = /^(20\d\d)\.csv$/.exec(name)?.[1];
    if (year) write(name, [survey[0], ...survey.slice(1).filter((row) => row.split(",")[wave] === year)]);
    else if (name === "mapping.json") write(name, [JSON.stringify({ wave: { "2017.csv": 2017, "2018.csv": 2018, "2019.csv": 2019 } })]);
    else if (name === "extract.csv") write(name, survey);
  }
}

/** @param {string} name @param {string} from */
function copy(name, from) {
  copyFileSync(from, name);
  made.push(name);
}

/** @param {string} name @param {string[]} lines */
function workbook(name, lines) {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(lines.map((line) => line.split(","))), "2018");
  writeFileSync(name, new Uint8Array(writeWorkbook(book, { type: "array", bookType: "xlsx" })));
  made.push(name);
}

/** @param {string} name @param {string[]} lines */
function write(name, lines) {
  writeFileSync(name, `${lines.join("\n")}\n`);
  made.push(name);
}

/** @param {string} name @param {boolean} holds @param {string} [detail] */
function report(name, holds, detail = "") {
  counts[holds ? "passed" : "failed"] += 1;
  console.log(`${holds ? "✔" : "✖"} ${name}${detail && `: ${detail}`}`);
}
