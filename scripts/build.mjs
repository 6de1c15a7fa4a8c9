// @ts-check
// Compiles src/ to dist/, bundles what runs in a browser, and makes the package importable by name:
// a notebook cell cannot import ../src/*.ts ("not under rootDir"), so it imports "sojourn" through this link.
import { createHash } from "node:crypto";
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installIfNeeded } from "./install-if-needed.mjs";
import { orphans } from "./orphans.mjs";
import { TSC } from "./typecheck.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

export function build() {
  const began = new Date();
  const digests = digestsOfSources();
  const compiled = spawnSync(process.execPath, [TSC, "-p", "tsconfig.json"], { stdio: "inherit" });
  if (compiled.status !== 0) process.exit(compiled.status ?? 1);
  for (const file of orphans(readdirSync("dist", { recursive: true, encoding: "utf8" }), (source) => existsSync(source))) rmSync(`dist/${file}`, { force: true });
  writeDigests(digests, began);
  const bundled = spawnSync(process.execPath, ["scripts/bundle-client.mjs"], { stdio: "inherit" });
  if (bundled.status !== 0) process.exit(bundled.status ?? 1);
  chmodSync("dist/cli/main.js", 0o755);
  link("..", "node_modules/sojourn", "junction");
  if (process.platform !== "win32") link("../sojourn/dist/cli/main.js", "node_modules/.bin/sojourn", "file");
}

/** Of what is about to be compiled: a source that changes meanwhile then differs from what is written down. */
function digestsOfSources() {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).map((file) => `src/${file.replaceAll("\\", "/")}`).filter((file) => file.endsWith(".ts"));
  return new Map(sources.map((file) => [file, createHash("sha256").update(readFileSync(file)).digest("hex")]));
}

/** What the commands compare the sources with, to say that dist/ is older (src/cli/staleSource.ts); the compiler's own digests are of a kind that Node has not. */
function writeDigests(digests, began) {
  const { fileNames } = JSON.parse(readFileSync("dist/.tsbuildinfo", "utf8"));
  const compiled = fileNames.filter((name) => name.startsWith("../src/")).map((name) => name.slice("../".length)).filter((file) => digests.has(file));
  writeFileSync("dist/.digests", JSON.stringify(Object.fromEntries(compiled.map((file) => [file, digests.get(file)]))));
  utimesSync("dist/.digests", began, began);
}

function link(target, path, type) {
  if (existsSync(path) || isLink(path)) {
    if (isLink(path) && readlinkSync(path) === target) return;
    rmSync(path, { recursive: false, force: true });
  }
  mkdirSync(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  symlinkSync(target, path, type);
}

function isLink(path) {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installIfNeeded();
  build();
}
