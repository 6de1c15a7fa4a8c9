// Installs what package-lock.json names, unless node_modules already holds just that. Needs only Node and npm.
import { existsSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";

const OLDEST = [20, 19];

export function installIfNeeded() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    console.error(`Sojourn needs Node ${OLDEST.join(".")} or later; this is ${process.versions.node}.`);
    process.exit(2);
  }
  if (installedIsCurrent()) return;
  console.log("Installing the packages of package-lock.json (once) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const done = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { stdio: "inherit", shell: process.platform === "win32" });
  if (done.status !== 0) {
    console.error("npm ci failed: is the npm registry within reach? Nothing else was done.");
    process.exit(2);
  }
}

/** npm writes node_modules/.package-lock.json: every package there at the wanted version means nothing to do. */
function installedIsCurrent() {
  const installed = "node_modules/.package-lock.json";
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const have = JSON.parse(readFileSync(installed, "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) =>
    !path.startsWith("node_modules/") || optional || have[path]?.version === version);
}
