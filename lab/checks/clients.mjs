// @ts-check
// What Jupyter's own tools make of the notebooks: nbclient runs them to the same outputs as `sojourn run`, and nbconvert's
// HTML, sanitised or not, shows every figure and table, and so does a PDF printed from it as docs/anywhere.md tells. After
// `node scripts/lab.mjs --prepare-only`; the browser is $CHROMIUM or /usr/bin/chromium.
//
// With `sanitize_html`, nbconvert cleans by a fixed list of tags that has td but neither th nor caption, and drops what stands in
// those: no table with real headers comes through whole, so there only figures and data cells are held. Its preprocessor
// SanitizeHTML takes a list; with the tags of tables on it, as on code hosts and in JupyterLab, everything must be there.
//
//   node lab/checks/clients.mjs [nbclient|nbconvert|pdf]
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { command, jupyterEnvironment, LAB, PROJECT } from "../../scripts/lab/places.mjs";
import { joinStreams } from "./joinStreams.mjs";
import { check, close } from "./report.mjs";

const require = createRequire(join(PROJECT, "package.json"));
const { JSDOM } = require("jsdom");
const { compareNotebooks } = require(join(PROJECT, "dist/notebook/compareOutputs.js"));
const { readNotebook } = require(join(PROJECT, "dist/notebook/nbformat/readNotebook.js"));

const made = new Set();
const TABLE_TAGS = ["table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "span", "strong", "em", "br", "p", "div", "pre", "code", "a", "img", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4"];
const BY_OWN_LIST = "sanitised by its own list";
const CLEANINGS = {
  "as it is": [],
  [BY_OWN_LIST]: ["--HTMLExporter.sanitize_html=True"],
  "sanitised with table tags allowed": ["--HTMLExporter.preprocessors=nbconvert.preprocessors.sanitize.SanitizeHTML", "--config", join(LAB, "checks", "sanitise.json")],
};
mkdirSync(join(LAB, "checks"), { recursive: true });
const cells = ["scope", "colspan", "rowspan", "class"];
const attributes = { "*": ["class", "id", "lang"], a: ["href"], img: ["src", "alt", "width", "height"], th: cells, td: cells, colgroup: ["span"], span: ["lang", "class"] };
writeFileSync(join(LAB, "checks", "sanitise.json"), JSON.stringify({ SanitizeHTML: { enabled: true, tags: TABLE_TAGS, attributes } }));
const names = readdirSync(join(PROJECT, "notebooks")).filter((name) => name.endsWith(".ipynb")).sort();
const [wanted] = process.argv.slice(2);
/** With a figure and tables. */
const PRINTED = "03-h1-cumulative-causation.ipynb";

// What `sojourn run` gives now, so that a notebook that is not current yet is not taken for a fault of Jupyter's tools.
const RUN = folder("runner");
const byRunner = (name) => join(RUN, name);
const ran = spawnSync(process.execPath, [join(PROJECT, "dist/cli/main.js"), "run", "--out", RUN, ...(wanted === "pdf" ? [PRINTED] : names).map((name) => join(PROJECT, "notebooks", name))], { encoding: "utf8" });
check("sojourn run gives what is compared with", ran.status === 0, ran.stderr.split("\n").slice(0, 2).join(" "));

if (!wanted || wanted === "nbclient") for (const name of names) await checkNbclient(name);
if (!wanted || wanted === "nbconvert") for (const cleaning of Object.keys(CLEANINGS)) for (const name of names) await checkNbconvert(name, cleaning);
if (!wanted || wanted === "pdf") await checkPdf(PRINTED);
close();

async function checkNbclient(name) {
  const [work, out] = [folder("nbclient"), folder("nbclient-out")];
  cpSync(join(PROJECT, "notebooks", name), join(work, name)); // inside the clone: a cell finds the package from there
  const { status, said } = await nbconvert("--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=300", "--output-dir", out, join(work, name));
  if (status !== 0) return check(`${name}: nbclient runs it`, false, said);
  joinStreams(join(out, name));
  const differences = compareNotebooks(readNotebook(byRunner(name)), readNotebook(join(out, name)));
  check(`${name}: nbclient gives the same outputs as sojourn run`, differences.length === 0, differences.slice(0, 3).map(({ cell, where, was, is }) => `cell ${cell}, ${where}: ${was} → ${is}`).join("; "));
}

async function checkNbconvert(name, cleaning) {
  const out = folder(`html-${cleaning}`);
  const { status, said } = await nbconvert("--to", "html", ...CLEANINGS[cleaning], "--output-dir", out, byRunner(name));
  const title = `${name}: nbconvert's HTML, ${cleaning},`;
  if (status !== 0) return check(`${title} is made`, false, said);
  const { document } = new JSDOM(readFileSync(join(out, name.replace(/\.ipynb$/, ".html")), "utf8")).window;
  const bundles = JSON.parse(readFileSync(byRunner(name), "utf8")).cells.flatMap(({ outputs }) => outputs ?? []).map(({ data }) => data ?? {});
  const figures = bundles.filter((data) => data["application/vnd.plotly.v1+json"]).length;
  const captions = bundles.flatMap((data) => data["application/vnd.sojourn.table+json"]?.title?.zh ?? []);
  const pictures = [...document.querySelectorAll("img")].filter(({ src }) => /^data:image\/png;base64,iVBOR/.test(src)).length;
  const tables = [...document.querySelectorAll("table.sojourn-table")].filter((table) => table.querySelectorAll("td").length > 0);
  const whole = tables.filter((table) => table.querySelector("caption") && table.querySelector("tbody th[scope=row]"));
  const lost = cleaning === BY_OWN_LIST ? [] : captions.filter((caption) => !whole.some((table) => table.querySelector("caption").textContent.includes(caption)));
  const held = figures + captions.length > 0 && pictures === figures && tables.length === captions.length && lost.length === 0;
  check(`${title} shows every figure and table${cleaning === BY_OWN_LIST ? " (data cells)" : ", in Chinese too"}`, held, `${pictures} of ${figures} figures, ${tables.length - lost.length} of ${captions.length} tables${lost.length ? `: ${lost.slice(0, 2).join("; ")}` : ""}`);
}

/** Printed by the command that docs/anywhere.md tells, from a folder of its own. */
async function checkPdf(name) {
  const title = `${name}: nbconvert's HTML, printed as docs/anywhere.md tells,`;
  const [, told] = /`chromium (--headless [^`]*--print-to-pdf=mine\.pdf mine\.html)`/.exec(readFileSync(join(PROJECT, "docs/anywhere.md"), "utf8")) ?? [];
  if (told === undefined) return check(`${title} is told of`, false);
  const out = folder("pdf");
  const { status, said } = await nbconvert("--to", "html", "--output", "mine", "--output-dir", out, byRunner(name));
  if (status !== 0) return check(`${title} is made`, false, said);
  const printing = spawnSync(process.env.CHROMIUM ?? "/usr/bin/chromium", told.split(" "), { cwd: out, encoding: "utf8", timeout: 60_000 });
  if (!existsSync(join(out, "mine.pdf"))) return check(`${title} is made`, false, String(printing.error ?? printing.stderr).slice(-300));
  const { getDocument, OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(join(out, "mine.pdf"))), verbosity: 0 }).promise;
  let text = "";
  let pictures = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    text += (await page.getTextContent()).items.map((item) => ("str" in item ? item.str : "")).join("");
    pictures += (await page.getOperatorList()).fnArray.filter((one) => one === OPS.paintImageXObject).length;
  }
  const bare = (/** @type {string} */ one) => one.normalize("NFKC").replace(/\s/g, "");
  const printed = bare(text);
  const { document } = new JSDOM(readFileSync(join(out, "mine.html"), "utf8")).window;
  const headings = [...document.querySelectorAll("table.sojourn-table :is(caption, th)")].map(({ textContent }) => bare(textContent ?? "")).filter(Boolean);
  // A font that draws a letter and the radical of its form (长 and ⻓) by one glyph leaves the radical in the text.
  const lost = headings.filter((one) => !new RegExp(one.replace(/[^\p{L}\p{N}]/gu, "\\$&").replace(/\p{Script=Han}/gu, "[$&\u2e80-\u2eff]")).test(printed));
  const figures = [...document.querySelectorAll("img")].filter(({ src }) => src.startsWith("data:image/png")).length;
  check(`${title} has pages with every caption and heading of its tables`, pdf.numPages > 1 && headings.length > 20 && lost.length === 0, `${pdf.numPages} pages, ${headings.length - lost.length} of ${headings.length}${lost.length ? `: ${lost.slice(0, 2).join("; ")}` : ""}`);
  check(`${title} has every figure`, figures > 0 && pictures >= figures, `${pictures} of ${figures}`);
  check(`${title} bears no path of the file`, !/file:\/\//.test(printed) && !printed.includes(bare(out)) && !printed.includes("mine.html"));
  await pdf.destroy();
}

function nbconvert(...args) {
  return new Promise((resolve) => {
    const process_ = spawn(command("python"), ["-m", "nbconvert", "--log-level=ERROR", ...args], { env: jupyterEnvironment() });
    let said = "";
    for (const stream of [process_.stdout, process_.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
    process_.on("error", (error) => resolve({ status: 1, said: error.message }));
    process_.on("close", (status) => resolve({ status, said: said.trim().split("\n").slice(-4).join(" ").slice(0, 400) }));
  });
}

function folder(name) {
  const path = join(LAB, "checks", name);
  if (!made.has(path)) rmSync(path, { recursive: true, force: true });
  made.add(path);
  mkdirSync(path, { recursive: true });
  return path;
}
