// @ts-check
// What scripts take from dist/, which a fresh clone does not have yet.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { say } from "./say.mjs";

/**
 * A file of the built package; where nothing is built, that is said, and the script ends.
 *
 * @param {string} file  seen from dist/
 */
export function built(file) {
  const path = fileURLToPath(new URL(`../dist/${file}`, import.meta.url));
  if (existsSync(path)) return path;
  console.error(say("The package is not built yet. First: npm ci && npm run build. Nothing was done.", "软件包尚未构建。请先运行：npm ci && npm run build。什么也没有做。"));
  process.exit(2);
}

/**
 * The command line of the built package, where whoever typed it stands.
 *
 * @param {string[]} words
 * @returns {number} exit code
 */
export const sojourn = (...words) => spawnSync(process.execPath, [built("cli/main.js"), ...words], { stdio: "inherit", cwd: process.env.INIT_CWD ?? process.cwd() }).status ?? 1;
