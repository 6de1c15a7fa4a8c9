// @ts-check
// Builds the JupyterLab extension of lab/ where its sources have changed, and copies it into the private environment.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXTENSION, PROJECT } from "./places.mjs";
import { say } from "../say.mjs";
import { Trouble } from "./trouble.mjs";

const FOLDER = join(PROJECT, "lab");
const BUILT = join(FOLDER, "labextension");
const STAMP = "built-from.txt";
/** The extension bundles the project's own renderers, readings and printed numbers. */
const SOURCES = ["lab/src", "lab/style", "lab/schema", "lab/package.json", "lab/package-lock.json", "lab/tsconfig.json", "src/bilingual.ts", "src/badInput.ts", "src/display", "src/sfrc", "src/study", "data/published.json"];

/** The built extension's folder, made anew where a source has changed. */
export function builtExtension(sources = sourcesDigest()) {
  if (stampIn(BUILT) !== sources) {
    installPackages();
    console.log(say("Building the JupyterLab extension (half a minute) …", "正在构建 JupyterLab 扩展（约半分钟）……"));
    const built = spawnSync(process.execPath, ["build.mjs"], { cwd: FOLDER, encoding: "utf8" });
    if (built.status !== 0) throw new Trouble(`${say("the extension could not be built:", "扩展构建失败：")}\n${(built.stdout + built.stderr).split("\n").slice(-15).join("\n")}`);
    writeFileSync(join(BUILT, STAMP), sources);
  }
  return BUILT;
}

export function ensureExtension() {
  const sources = sourcesDigest();
  builtExtension(sources);
  if (stampIn(EXTENSION) === sources) return;
  rmSync(EXTENSION, { recursive: true, force: true });
  cpSync(BUILT, EXTENSION, { recursive: true });
  writeFileSync(join(EXTENSION, "install.json"), JSON.stringify({ packageManager: "npm", packageName: "sojourn-lab", uninstallInstructions: "Remove the folder .lab of the project." }));
}

function installPackages() {
  if (existsSync(join(FOLDER, "node_modules", "@jupyterlab", "builder"))) return;
  console.log(say("Installing the packages that build the extension (once) …", "正在安装构建扩展所需的包（只需一次）……"));
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const done = spawnSync(npm, ["ci", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: FOLDER, stdio: "inherit", shell: process.platform === "win32" });
  if (done.status !== 0) throw new Trouble(say("npm ci in lab/ failed: is the npm registry within reach? JupyterLab itself was installed; nothing else was done.", "lab/ 中的 npm ci 失败：能否连上 npm 仓库？JupyterLab 本身已安装，其他没有改动。"));
}

const stampIn = (folder) => (existsSync(join(folder, STAMP)) ? readFileSync(join(folder, STAMP), "utf8") : undefined);

export function sourcesDigest() {
  const digest = createHash("sha256");
  for (const path of SOURCES.flatMap((source) => filesUnder(source)).sort()) digest.update(`${path}\0`).update(readFileSync(join(PROJECT, path))).update("\0");
  return digest.digest("hex");
}

function filesUnder(path) {
  if (!existsSync(join(PROJECT, path))) return [];
  if (!statSync(join(PROJECT, path)).isDirectory()) return [path];
  return readdirSync(join(PROJECT, path)).flatMap((name) => filesUnder(`${path}/${name}`));
}
