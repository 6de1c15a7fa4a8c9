// @ts-check
// Installs what package-lock.json names, unless node_modules already holds just that. Needs only Node and npm.
import { spawnSync } from "node:child_process";
import { packagesLacking } from "./packages.mjs";

const OLDEST = [20, 19];

export function installIfNeeded() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    console.error(`Sojourn needs Node ${OLDEST.join(".")} or later; this is ${process.versions.node}.`);
    process.exit(2);
  }
  if (packagesLacking().length === 0) return;
  console.log("Installing the packages of package-lock.json (once) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const done = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { stdio: "inherit", shell: process.platform === "win32" });
  if (done.status !== 0) {
    console.error("npm ci failed: is the npm registry within reach? Nothing else was done.");
    process.exit(2);
  }
}
