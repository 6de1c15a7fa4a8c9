// @ts-check
// The wheel in a JupyterLab of somebody's own: an environment from the package index, the wheel installed into it, the notebooks of
// this clone on the kernel that it registers, and nothing left after it is uninstalled.
//
//   node lab/checks/wheel.mjs [NOTEBOOK…]     (03 and 08 where none is named)
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT } from "../../scripts/lab/places.mjs";
import { findPython, JUPYTERLAB } from "../../scripts/lab/python.mjs";
import { joinStreams } from "./joinStreams.mjs";
import { check, close } from "./report.mjs";

const require = createRequire(join(PROJECT, "package.json"));
const { compareNotebooks } = require(join(PROJECT, "dist/notebook/compareOutputs.js"));
const { readNotebook } = require(join(PROJECT, "dist/notebook/nbformat/readNotebook.js"));

const NAMED = process.argv.slice(2);
const NOTEBOOKS = NAMED.length > 0 ? NAMED : ["03-h1-cumulative-causation.ipynb", "08-regions.ipynb"];
const folder = mkdtempSync(join(tmpdir(), "sojourn-wheel-"));
const env = join(folder, "env");
const home = join(folder, "home");
// A home of its own, so that neither the user's Jupyter nor pip's settings for the user are touched; the package index stays as it is set.
/** @type {NodeJS.ProcessEnv} */
const surroundings = { ...process.env, HOME: home, JUPYTER_PLATFORM_DIRS: "0", JUPYTER_DATA_DIR: join(home, "jupyter"), JUPYTER_RUNTIME_DIR: join(home, "runtime"), PYTHONDONTWRITEBYTECODE: "1" };

try {
  mkdirSync(home);
  main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
close();

function main() {
  const made = run(process.execPath, ["scripts/wheel.mjs"]);
  const [wheel] = readdirSync(join(PROJECT, "build")).filter((name) => /^sojourn_lab-[\d.]+-py3-none-any\.whl$/.test(name));
  check("npm run wheel makes a wheel", made.status === 0 && wheel !== undefined, made.said);
  if (!wheel) return;
  const environment = run(findPython(), ["-m", "venv", env]);
  const index = run(python(), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", JUPYTERLAB, "nbconvert"], process.env);
  check("a fresh environment with JupyterLab", environment.status === 0 && index.status === 0, index.status === 0 ? "" : index.said);
  const before = filesIn(env);
  const installed = run(python(), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", "--no-compile", join(PROJECT, "build", wheel)]);
  check("pip install takes the wheel", installed.status === 0, installed.said);
  const listed = run(python(), ["-m", "jupyter", "labextension", "list"]);
  check("jupyter labextension list shows it, enabled and of this package", /sojourn-lab v[\d.]+ \S*enabled\S* +\S*OK\S* \(python, sojourn_lab\)/i.test(listed.all.replace(/\u001b\[\d*m/g, "")), listed.all.split("\n").find((line) => line.includes("sojourn")) ?? listed.said);
  checkLicences();
  checkKernel();
  run(python(), ["-m", "pip", "uninstall", "--quiet", "--yes", "--disable-pip-version-check", "sojourn_lab"]);
  const left = filesIn(env).filter((path) => !before.includes(path));
  check("pip uninstall leaves nothing, the kernel included", left.length === 0 && filesIn(home).every((path) => !path.includes("tslab")), left.slice(0, 3).join(", "));
}

function checkLicences() {
  const [info] = readdirSync(sitePackages()).filter((name) => /^sojourn_lab-.*\.dist-info$/.test(name));
  const text = readFileSync(join(sitePackages(), info, "licenses", "THIRD-PARTY-LICENSES.txt"), "utf8");
  const bundled = JSON.parse(readFileSync(join(env, "share/jupyter/labextensions/sojourn-lab/static/third-party-licenses.json"), "utf8")).packages.map(({ name, versionInfo }) => `${name} ${versionInfo}`);
  const lacking = bundled.filter((part) => !text.includes(`\n${part} (`));
  check("the licences of all that is bundled are in the wheel", bundled.length > 2 && lacking.length === 0, lacking.join(", ") || `${bundled.length} packages`);
}

function checkKernel() {
  const nowhere = run(python(), ["-m", "sojourn_lab", "install", "--project", folder]);
  check("a folder without Sojourn is refused by name", nowhere.status === 2 && nowhere.said.includes(`${folder} holds no Sojourn that is built`), nowhere.said);
  const spec = join(env, "share/jupyter/kernels/tslab/kernel.json");
  mkdirSync(join(spec, ".."), { recursive: true });
  writeFileSync(spec, '{ "argv": ["tslab"] }');
  const taken = run(python(), ["-m", "sojourn_lab", "install", "--project", PROJECT]);
  check("a tslab kernel of somebody else's is left as it is", taken.status === 2 && taken.said.includes("something else has registered") && readFileSync(spec, "utf8") === '{ "argv": ["tslab"] }', taken.said);
  rmSync(join(spec, ".."), { recursive: true });

  install();
  const removed = run(python(), ["-m", "sojourn_lab", "uninstall"]);
  check("python -m sojourn_lab uninstall takes the kernel away", removed.status === 0 && !existsSync(join(spec, "..")), removed.said);
  install();
  check("jupyter kernelspec list shows it", /\btslab\b/.test(run(python(), ["-m", "jupyter", "kernelspec", "list"]).all));
  for (const name of NOTEBOOKS) checkNotebook(name);
}

function install() {
  const installed = run(python(), ["-m", "sojourn_lab", "install", "--project", PROJECT]);
  check("python -m sojourn_lab install registers this clone's kernel", installed.status === 0, installed.said);
}

/** In a folder of the clone's, since a cell finds the package from where its notebook is. */
function checkNotebook(name) {
  const work = join(PROJECT, "build", "wheel-check");
  mkdirSync(work, { recursive: true });
  try {
    cpSync(join(PROJECT, "notebooks", name), join(work, name));
    const ran = run(python(), ["-m", "nbconvert", "--log-level=ERROR", "--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=300", "--output-dir", join(work, "out"), join(work, name)]);
    if (ran.status !== 0) return check(`${name} runs on it`, false, ran.said);
    joinStreams(join(work, "out", name));
    const differences = compareNotebooks(readNotebook(join(PROJECT, "notebooks", name)), readNotebook(join(work, "out", name)));
    check(`${name} runs on it to the committed outputs`, differences.length === 0, differences.slice(0, 2).map(({ cell, where, was, is }) => `cell ${cell}, ${where}: ${was} → ${is}`).join("; "));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function python() {
  return process.platform === "win32" ? join(env, "Scripts", "python.exe") : join(env, "bin", "python");
}

function sitePackages() {
  const [version] = process.platform === "win32" ? [""] : readdirSync(join(env, "lib")).filter((name) => name.startsWith("python"));
  return process.platform === "win32" ? join(env, "Lib", "site-packages") : join(env, "lib", version, "site-packages");
}

/** Files and folders. @param {string} place @returns {string[]} */
function filesIn(place) {
  return /** @type {string[]} */ (readdirSync(place, { recursive: true })).filter((path) => !path.includes("__pycache__"));
}

function run(file, args, environment = surroundings) {
  const { status, stdout, stderr } = spawnSync(file, args, { cwd: PROJECT, encoding: "utf8", env: environment, maxBuffer: 1e9 });
  const all = `${stdout}\n${stderr}`.trim();
  return { status, all, said: all.split("\n").slice(-2).join(" ").slice(-400) };
}
