#!/usr/bin/env node
// @ts-check
// Makes the R fixtures anew: every X.R under test/fixtures, run from the project's folder, prints the text of X.json beside it.
//
// `--check` writes nothing and exits 1 when any number drifts by more than 1e-9 relative (or anything else changed).
// `write.R`, which the scripts share, is not one of them, nor is `made.R`, which prints tables as texts into a folder of its own.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), "..");
const FOLDER = join(PROJECT, "test", "fixtures");
const MOST_DRIFT = 1e-9;

const check = process.argv.includes("--check");
const unknown = process.argv.slice(2).filter((argument) => argument !== "--check" && argument.startsWith("-"));
if (unknown.length > 0) {
  console.error(`fixtures: unknown option ${unknown.join(", ")} (only --check, and names of scripts such as binary)`);
  process.exit(2);
}
const only = process.argv.slice(2).filter((argument) => argument !== "--check");

let drifted = 0;
let failed = 0;
for (const script of scripts(FOLDER)) {
  const name = relative(FOLDER, script);
  if (only.length > 0 && !only.includes(basename(script, ".R"))) continue;
  let text, made;
  try {
    text = execFileSync("Rscript", ["--vanilla", script], { cwd: PROJECT, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
    made = JSON.parse(text);
  } catch (error) {
    failed++;
    console.error(`${name}: ${error.code === "ENOENT" ? "Rscript is not installed" : (error.stderr || error.message).trim()}`);
    continue;
  }
  const json = script.replace(/\.R$/, ".json");
  const differences = existsSync(json) ? compare(JSON.parse(readFileSync(json, "utf8")), made, "") : ["there was no JSON yet"];
  if (differences.length > 0) drifted++;
  console.log(differences.length === 0 ? `${name}: as before` : `${name}: ${differences.length} differences, first ${differences[0]}`);
  if (!check) writeFileSync(json, text);
}
process.exitCode = failed > 0 || (check && drifted > 0) ? 1 : 0;

function scripts(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".R") && !["write.R", "made.R"].includes(basename(path)))
    .map((path) => join(folder, path))
    .sort();
}

/** Where two JSON values differ; package versions may (they are told, not compared). */
function compare(before, now, path) {
  if (path === ".madeBy") return [];
  if (typeof before === "number" && typeof now === "number") {
    return Math.abs(before - now) <= MOST_DRIFT * Math.max(Math.abs(before), Math.abs(now)) ? [] : [`${path}: ${before} → ${now}`];
  }
  if (before === null || now === null || typeof before !== "object" || typeof now !== "object") return before === now ? [] : [`${path}: ${before} → ${now}`];
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((key) => compare(before[key], now[key], `${path}.${key}`));
}
