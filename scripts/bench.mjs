// @ts-check
// npm run bench: our fits beside C++, R and statsmodels on the same data in one run, in turn, so that what else the
// machine does hits all alike. Prints medians and ratios; with --write also puts them into docs/benchmarks.md.
//   --python PATH   a Python that has statsmodels, and robustipy and specification_curve for their rows (default python3)
//   --rounds N      rounds of each comparison (default 41)
// npm run bench -- --size: many rows, from a Parquet file that is made on the spot and removed; beside R glm, statsmodels and
// duckreg (pip install "duckreg==0.4.1" "duckdb<2" statsmodels). It needs `sojourn engines install`; --write puts the table into docs/any-size.md.
//   --rows N        how many (default 10,000,000; 1000000 for a quick try)
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { optionsOf } from "./options.mjs";
import { writeData } from "../bench/data.mjs";
import { Peer, versionOf } from "../bench/peer.mjs";
import { asMarkdown, CANNOT, ratioOf } from "../bench/report.mjs";
import { compareSizes } from "../bench/size.mjs";

/** Each has this long to warm up, and one request at least. */
const WARM_UP_SECONDS = 1.5;

/** Of what takes seconds a round. */
const FEW = 3;
const DRAWS = 1000;

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);
const { values: options } = optionsOf("bench", { options: { write: { type: "boolean" }, python: { type: "string", default: "python3" }, rounds: { type: "string", default: "41" }, size: { type: "boolean" }, rows: { type: "string", default: "10000000" } } });
const ROUNDS = Number(options.rounds);
const ROWS = Number(options.rows);
for (const [name, number, least] of /** @type {const} */ ([["rows", ROWS, 1000], ["rounds", ROUNDS, 3]])) {
  if (Number.isInteger(number) && number >= least) continue;
  console.error(`bench: --${name} is "${options[name]}" (expected a whole number, ${least} or more)`);
  process.exit(2);
}

build();
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const peers = [];
const begin = Date.now();
try {
  if (options.size) await sizes();
  else await speeds();
} finally {
  for (const peer of peers) peer.end();
  rmSync(folder, { recursive: true, force: true });
}

async function sizes() {
  const table = await compareSizes({ rows: ROWS, python: options.python, folder });
  const text = `Written by \`npm run bench -- --size --write\` on ${today()}: ${machine("Rscript").join(", ")}.\n\n${table}`;
  console.log(`\n${text}`);
  if (!options.write) return;
  const page = readFileSync("docs/any-size.md", "utf8");
  const [begin, end] = ["<!-- npm run bench -- --size -->\n", "\n<!-- end -->"];
  if (!page.includes(begin) || !page.includes(end)) throw new Error("docs/any-size.md has lost the marks between which the table stands");
  writeFileSync("docs/any-size.md", `${page.slice(0, page.indexOf(begin) + begin.length)}${text}${page.slice(page.indexOf(end))}`);
}

async function speeds() {
  const comparisons = await compare();
  const text = asMarkdown({ date: today(), machine: machine("g++", "Rscript"), comparisons, seconds: Math.round((Date.now() - begin) / 1000) });
  console.log(`\n${text}`);
  if (options.write) writeFileSync("docs/benchmarks.md", text);
}

async function compare() {
  const files = { small: join(folder, "small"), ordered: join(folder, "ordered"), large: join(folder, "large") };
  writeData(files.small, 777);
  writeData(files.ordered, 777, [-0.5, 1]);
  const { bytes } = writeData(files.large, 1e6);
  const small = await start(files.small, compile());
  const ordered = await start(files.ordered);
  const comparisons = [
    await time("Binary logit with full covariance, 777 × 11", "ms", ROUNDS, [
      ["Sojourn", small.ours, "fit 20"], ["Sojourn, from rows of numbers", small.ours, "rows 20"],
      ["C++ Newton", small.cpp, "fit 40"], ["R glm.fit", small.r, "fit 4"], ["statsmodels Logit", small.python, "fit 4"],
    ]),
    await time("Ordered logit, 3 levels, 777 × 10", "ms", ROUNDS, [
      ["Sojourn", ordered.ours, "ordered 10"], ["R ordinal::clm", ordered.r, "clm 1"], ["R MASS::polr", ordered.r, "polr 1"],
    ]),
    await time("1,000 bootstrap refits, 777 × 11", "ms", Math.ceil(ROUNDS / 4), [
      ["Sojourn, one core", small.ours, "bootstrap 1 1000"], ["Sojourn, two cores", small.ours, "workers 1 1000"],
      ["C++ Newton, one core", small.cpp, "bootstrap 1 1000"], ["R loop of glm.fit, one core", small.r, "bootstrap 1 1000"],
    ]),
  ];
  const curves = { robustipy: await startPython("robustipy", files.small), specificationCurve: await startPython("specification_curve", files.small) };
  comparisons.push(
    await time("Specification curve of 512 logits (nine controls in or out), 777 people", "ms", FEW, [
      ["Sojourn, one core", small.ours, "curve 1"], ["specification_curve, one core", curves.specificationCurve, "curve 1"], ["RobustiPy, two cores", curves.robustipy, "curve 1"],
    ]),
    // Once each, and not warmed up: the first takes its minute. The packages above have no null of a logit to be timed.
    await once(`The same with ${DRAWS} draws under the null: ${512 * DRAWS} refits`, "s", [
      ["Sojourn, two cores", small.ours, `nullWorkers 1 ${DRAWS}`], ["Sojourn, one core", small.ours, `null 1 ${DRAWS}`], ["specification_curve, RobustiPy", null, ""],
    ]),
  );
  stop(small, ordered, curves);
  const large = await start(files.large, compile());
  comparisons.push(
    await memory("Peak memory of a fit at 10⁶ × 11, beside the input matrix", bytes, [["Sojourn", large.ours, "fit 1"], ["R glm.fit", large.r, "fit 1"]]),
    await time("Binary logit with full covariance, 10⁶ × 11", "ms", Math.ceil(ROUNDS / 8), [
      ["Sojourn", large.ours, "fit 2"], ["C++ Newton", large.cpp, "fit 2"], ["R glm.fit", large.r, "fit 1"], ["statsmodels Logit", large.python, "fit 1"],
    ]),
  );
  return comparisons;
}

async function start(file, cpp) {
  const started = {
    ours: await Peer.start(process.execPath, ["bench/peers/ours.mjs", file]),
    cpp: cpp && await Peer.start(cpp, [file]),
    r: await Peer.start("Rscript", ["--vanilla", "bench/peers/models.R", file]),
    python: await Peer.start(options.python, ["bench/peers/statsmodels_logit.py", file]),
  };
  peers.push(...Object.values(started).filter(Boolean));
  return started;
}

async function startPython(library, file) {
  const peer = await Peer.start(options.python, ["bench/peers/multiverse.py", file, library]);
  if (peer) peers.push(peer);
  return peer;
}

function stop(...groups) {
  for (const peer of groups.flatMap((group) => Object.values(group))) peer?.end();
}

/** The C++ peer, compiled into the temporary folder with what makes it fastest; undefined without g++. */
function compile() {
  const program = join(folder, "newton");
  const flags = ["-O3", "-march=native", "-ffast-math"];
  const compiled = [[...flags, "-mprefer-vector-width=512"], flags].some((chosen) =>
    spawnSync("g++", [...chosen, "-o", program, "bench/peers/newton.cpp"], { stdio: "ignore" }).status === 0);
  return compiled ? program : undefined;
}

/** Rounds in which each is asked once, in turn. A request is short, so that few of them meet with something else that runs. */
async function time(title, unit, rounds, entries) {
  process.stderr.write(`${title} `);
  const times = entries.map(() => []);
  for (const [, peer, request] of entries) {
    for (const warm = Date.now(); peer; ) {
      await peer.ask(request);
      if (Date.now() - warm > WARM_UP_SECONDS * 1000) break;
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const [i, [, peer, request]] of entries.entries()) {
      if (peer) times[i].push(await peer.ask(request));
    }
    process.stderr.write(".");
  }
  process.stderr.write("\n");
  const medians = entries.map(([name, peer], i) => ({ name, value: peer && median(times[i]) * 1000 }));
  return { title, unit, rows: ratioOf(medians) };
}

/** One request each, in seconds; null of a peer that cannot do it. */
async function once(title, unit, entries) {
  process.stderr.write(`${title} `);
  const rows = [];
  for (const [name, peer, request] of entries) {
    rows.push({ name, value: peer === null ? CANNOT : peer && await peer.ask(request) });
    process.stderr.write(".");
  }
  process.stderr.write("\n");
  return { title, unit, rows: ratioOf(rows) };
}

async function memory(title, bytes, entries) {
  const rows = [];
  for (const [name, peer, request] of entries) {
    const peak = await peer?.peakDuring(request);
    rows.push({ name, value: peer && (peak === undefined ? null : peak / bytes) });
  }
  return { title, unit: "× the matrix", rows: ratioOf(rows) };
}

function today() {
  return new Date().toISOString().slice(0, 10);
}

function machine(...tools) {
  return [cpus()[0].model.trim(), `${cpus().length} cores`, `Node ${process.version}`, ...tools.map((tool) => versionOf(tool) ?? `${tool} not installed`)];
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}
