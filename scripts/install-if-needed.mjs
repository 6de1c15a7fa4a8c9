// @ts-check
// Installs what package-lock.json names, unless node_modules already holds just that. Needs only Node and npm.
import { spawnSync } from "node:child_process";
import { packagesLacking } from "./packages.mjs";
import { say } from "./say.mjs";

const OLDEST = [20, 19];

export function installIfNeeded() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    console.error(say(`Sojourn needs Node ${OLDEST.join(".")} or later; this is ${process.versions.node}.`, `Sojourn 需要 Node ${OLDEST.join(".")} 或更新版本，现为 ${process.versions.node}。`));
    process.exit(2);
  }
  if (packagesLacking().length === 0) return;
  console.log(say("Installing the packages of package-lock.json (once) …", "正在安装 package-lock.json 所列的包（只需一次）……"));
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const done = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { stdio: "inherit", shell: process.platform === "win32" });
  if (done.status !== 0) {
    console.error(say("npm ci failed: is the npm registry within reach? Nothing else was done.", "npm ci 失败：能否连上 npm 仓库？其他没有改动。"));
    process.exit(2);
  }
}
