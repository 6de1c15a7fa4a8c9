// @ts-check
// A committed notebook as a page of a Jupyter Book: every figure and every table with its caption and row headings is there. Nothing
// is executed. An environment from the package index, made in .lab/book.
//
//   node lab/checks/book.mjs [NOTEBOOK]     (03 where none is named)
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { LAB, PROJECT } from "../../scripts/lab/places.mjs";
import { findPython } from "../../scripts/lab/python.mjs";
import { check, close } from "./report.mjs";

const require = createRequire(join(PROJECT, "package.json"));
const { JSDOM } = require("jsdom");

/** Version 2 fetches its theme from a host of its own; 1 has all it needs. */
const PACKAGE = "jupyter-book>=1.0.4,<2";
const [name = "03-h1-cumulative-causation.ipynb"] = process.argv.slice(2);
const env = join(LAB, "book", "env");
const book = join(LAB, "book", "source");
const command = (/** @type {string} */ program) => join(env, process.platform === "win32" ? "Scripts" : "bin", program);

install();
build();
close();

function install() {
  if (existsSync(command("jupyter-book"))) return check("Jupyter Book is there", true);
  rmSync(env, { recursive: true, force: true });
  const made = run(findPython(), ["-m", "venv", env]);
  const installed = run(command("python"), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", PACKAGE]);
  check("a fresh environment with Jupyter Book", made.status === 0 && installed.status === 0, installed.said);
}

function build() {
  rmSync(book, { recursive: true, force: true });
  mkdirSync(book, { recursive: true });
  cpSync(join(PROJECT, "notebooks", name), join(book, name));
  const page = basename(name, ".ipynb");
  writeFileSync(join(book, "_config.yml"), 'title: Sojourn\nauthor: ""\nonly_build_toc_files: true\nexecute:\n  execute_notebooks: "off"\n');
  writeFileSync(join(book, "_toc.yml"), `format: jb-book\nroot: ${page}\n`);
  const built = run(command("jupyter-book"), ["build", book]);
  const file = join(book, "_build", "html", `${page}.html`);
  if (built.status !== 0 || !existsSync(file)) return check(`${name} is built`, false, built.said);
  const { document } = new JSDOM(readFileSync(file, "utf8")).window;
  const bundles = JSON.parse(readFileSync(join(book, name), "utf8")).cells.flatMap((/** @type {{ outputs?: { data?: object }[] }} */ { outputs }) => outputs ?? []).map((/** @type {{ data?: object }} */ { data }) => data ?? {});
  const captions = bundles.flatMap((/** @type {any} */ data) => data["application/vnd.sojourn.table+json"]?.title?.zh ?? []);
  const tables = [...document.querySelectorAll("table.sojourn-table")].filter((table) => table.querySelector("tbody th[scope=row]"));
  const lost = captions.filter((/** @type {string} */ caption) => !tables.some((table) => table.querySelector("caption")?.textContent.includes(caption)));
  check(`${name}: every table, with its caption and row headings`, captions.length > 0 && lost.length === 0, lost.length === 0 ? `${captions.length} tables` : `without ${lost.slice(0, 2).join("; ")}`);
  const figures = bundles.filter((/** @type {any} */ data) => data["application/vnd.plotly.v1+json"]).length;
  const pictures = [...document.querySelectorAll(".cell_output img")].filter((img) => existsSync(join(file, "..", img.getAttribute("src") ?? ""))).length;
  check(`${name}: every figure`, figures > 0 && pictures === figures, `${pictures} of ${figures}`);
}

/** @param {string} file @param {readonly string[]} args */
function run(file, args) {
  const { status, stdout, stderr } = spawnSync(file, args, { cwd: PROJECT, encoding: "utf8", maxBuffer: 1e9 });
  return { status, said: `${stdout}\n${stderr}`.trim().split("\n").slice(-3).join(" ").slice(-400) };
}
