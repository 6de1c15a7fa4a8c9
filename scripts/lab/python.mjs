// @ts-check
// Finds a Python, makes the private environment and installs JupyterLab into it, once.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { command, ENVIRONMENT, jupyterEnvironment, LAB } from "./places.mjs";
import { say } from "../say.mjs";
import { Trouble } from "./trouble.mjs";

/** The extension is built for these (lab/package.json, core-meta). */
export const JUPYTERLAB = "jupyterlab>=4.6.4,<5";
const OLDEST = [3, 9];

const said = (file, args) => {
  const done = spawnSync(file, args, { encoding: "utf8", env: jupyterEnvironment() });
  return done.status === 0 ? done.stdout.trim() : undefined;
};

/** The first Python that is new enough; $PYTHON is asked first. */
export function findPython() {
  const names = [process.env.PYTHON, "python3", "python", ...(process.platform === "win32" ? ["py"] : [])].filter(Boolean);
  const found = names.map((name) => ({ name, version: said(name, ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"]) })).filter(({ version }) => version);
  const fit = found.find(({ version }) => newEnough(version));
  if (fit) return fit.name;
  const old = found.map(({ name, version }) => say(`${name} is ${version}`, `${name} 为 ${version}`)).join(say(", ", "，"));
  throw new Trouble(say(
    `JupyterLab needs Python ${OLDEST.join(".")} or later; ${old || "none was found"}. Install one (Debian: apt install python3 python3-venv), or name it: PYTHON=/path/to/python3 npm run lab`,
    `JupyterLab 需要 Python ${OLDEST.join(".")} 或更新版本；${old || "没有找到"}。请安装（Debian：apt install python3 python3-venv），或指明其路径：PYTHON=/path/to/python3 npm run lab`,
  ));
}

function newEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** JupyterLab's version in the environment; undefined where there is none. */
export const installedLab = () => (existsSync(command("python")) ? said(command("python"), ["-c", "import jupyterlab; print(jupyterlab.__version__)"]) : undefined);

export const fits = (version) => {
  const [major, minor, patch] = version.split(".").map((part) => Number.parseInt(part, 10));
  return major === 4 && (minor > 6 || (minor === 6 && patch >= 4));
};

export function ensureLab() {
  const installed = installedLab();
  if (installed && fits(installed)) return installed;
  ensureEnvironment();
  console.log(say(`Installing ${JUPYTERLAB} into .lab/env (once; a minute) …`, `正在把 ${JUPYTERLAB} 安装到 .lab/env（只需一次，约一分钟）……`));
  const pip = ["-m", "pip", "install", "--disable-pip-version-check", "--retries", "2", "--timeout", "30", "--quiet", JUPYTERLAB];
  if (spawnSync(command("python"), pip, { stdio: "inherit", env: jupyterEnvironment() }).status !== 0) {
    throw new Trouble(say(
      "pip could not install JupyterLab: is the Python registry within reach (a proxy or a mirror may have to be set: pip config)? The notebooks run without it too: npm start",
      "pip 无法安装 JupyterLab：能否连上 Python 仓库（可能需要设置代理或镜像：pip config）？没有它，笔记本也能运行：npm start",
    ));
  }
  return installedLab();
}

function ensureEnvironment() {
  if (existsSync(command("python")) && said(command("python"), ["-m", "pip", "--version"])) return;
  const python = findPython();
  if (said(python, ["-c", "import venv, ensurepip"]) === undefined) {
    throw new Trouble(say(`${python} cannot make environments: its module venv (or ensurepip) is missing. Debian and Ubuntu: apt install python3-venv`, `${python} 无法建立环境：缺少模块 venv（或 ensurepip）。Debian 与 Ubuntu：apt install python3-venv`));
  }
  mkdirSync(LAB, { recursive: true });
  rmSync(ENVIRONMENT, { recursive: true, force: true }); // a half-made one
  console.log(say("Making a private Python environment in .lab/env (once) …", "正在 .lab/env 中建立专用的 Python 环境（只需一次）……"));
  if (spawnSync(python, ["-m", "venv", ENVIRONMENT], { stdio: "inherit" }).status !== 0) throw new Trouble(say(`${python} -m venv .lab/env failed (see above)`, `${python} -m venv .lab/env 失败（见上）`));
}
