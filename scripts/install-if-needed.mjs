// @ts-check
// Installs what package-lock.json names, unless node_modules already holds just that. Needs only Node and npm.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { packagesLacking } from "./packages.mjs";
import { say } from "./say.mjs";

const OLDEST = [20, 19];

export function installIfNeeded() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    console.error(say(`Sojourn needs Node ${OLDEST.join(".")} or later; this is ${process.versions.node}.`, `Sojourn 需要 Node ${OLDEST.join(".")} 或更新版本，现为 ${process.versions.node}。`));
    process.exit(2);
  }
  refuseReadOnly();
  if (packagesLacking().length === 0) return;
  console.log(say("Installing the packages of package-lock.json (once) …", "正在安装 package-lock.json 所列的包（只需一次）……"));
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const done = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { stdio: "inherit", shell: process.platform === "win32" });
  if (done.status !== 0) {
    console.error(say("npm ci failed: is the npm registry within reach? Nothing else was done.", "npm ci 失败：能否连上 npm 仓库？其他没有改动。"));
    process.exit(2);
  }
}

/** Whatever is installed or built is written here: in somebody else's clone that ended in a stack, half way. */
function refuseReadOnly() {
  try {
    accessSync(".", constants.W_OK);
  } catch {
    console.error(say(
      `${process.cwd()} may not be written, and what is installed and built goes there. Make a clone of your own; what is built already works as it is: npx --no-install sojourn --help. Nothing was done.`,
      `${process.cwd()} 不可写，而安装与构建都要写入其中。请自行克隆一份；已构建好的命令可照常使用：npx --no-install sojourn --help。什么也没有做。`,
    ));
    process.exit(2);
  }
}
