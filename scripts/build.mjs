// @ts-check
// Compiles src/ to dist/, bundles what runs in a browser, and makes the package importable by name:
// a notebook cell cannot import ../src/*.ts ("not under rootDir"), so it imports "sojourn" through this link.
import { chmodSync, existsSync, lstatSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installIfNeeded } from "./install-if-needed.mjs";
import { TSC } from "./typecheck.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

export function build() {
  const compiled = spawnSync(process.execPath, [TSC, "-p", "tsconfig.json"], { stdio: "inherit" });
  if (compiled.status !== 0) process.exit(compiled.status ?? 1);
  const bundled = spawnSync(process.execPath, ["scripts/bundle-client.mjs"], { stdio: "inherit" });
  if (bundled.status !== 0) process.exit(bundled.status ?? 1);
  chmodSync("dist/cli/main.js", 0o755);
  link("..", "node_modules/sojourn", "junction");
  if (process.platform !== "win32") link("../sojourn/dist/cli/main.js", "node_modules/.bin/sojourn", "file");
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
