#!/usr/bin/env node
// @ts-check
// The package as somebody else installs it: packs, installs into an empty folder, and looks whether cells, command line and types
// work there, with nothing of this clone beside it.
//
//   node scripts/packed.mjs
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const TSC = join(PROJECT, "node_modules", "typescript", "bin", "tsc"); // the TypeScript that most have, and not the one that builds
const MOST_BYTES = 3_000_000;
const folder = mkdtempSync(join(tmpdir(), "sojourn-packed-"));
const place = join(folder, "elsewhere");
mkdirSync(place);

const counts = { passed: 0, failed: 0 };
function check(/** @type {string} */ name, /** @type {boolean} */ holds, detail = "") {
  counts[holds ? "passed" : "failed"] += 1;
  console.log(`${holds ? "✔" : "✖"} ${name}${detail && `: ${detail}`}`);
}

/** @param {string} file @param {readonly string[]} args */
function run(file, args, cwd = place) {
  const { NODE_PATH: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(file, args, { cwd, encoding: "utf8", env, maxBuffer: 1e9 });
  return { status, stdout, said: `${stdout}\n${stderr}`.trim().split("\n").slice(-4).join(" ").slice(0, 400) };
}

try {
  main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;

function main() {
  const packed = run("npm", ["pack", "--pack-destination", folder], PROJECT);
  const [name] = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
  if (!name) return check("npm pack", false, packed.said);
  const bytes = statSync(join(folder, name)).size;
  check(`npm pack makes ${name} of at most ${MOST_BYTES / 1e6} MB`, bytes <= MOST_BYTES, `${(bytes / 1e6).toFixed(2)} MB`);
  const listed = run("tar", ["tzf", join(folder, name)], folder).stdout.split("\n");
  for (const file of ["LICENSE", "dist/THIRD-PARTY-LICENSES.txt", "assets/fonts/OFL.txt", "data/README.md"]) check(`it holds ${file}`, listed.includes(`package/${file}`));
  const strays = listed.filter((file) => !file.startsWith("package/assets/study/") && /\.(map|tsbuildinfo|tgz)$|\/(test|notebooks|node_modules)\//.test(file));
  check("it holds no maps, tests or notebooks but those of a study's template", strays.length === 0, strays[0]);

  writeFileSync(join(place, "package.json"), '{ "private": true }\n');
  const installed = run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", join(folder, name)]);
  check("npm install, into an empty folder without overrides", installed.status === 0, installed.status === 0 ? "" : installed.said);
  checkCommandLine();
  checkImports();
  checkTypes();
  checkCell();
}

function checkCommandLine() {
  const here = run(process.execPath, [join(PROJECT, "dist/cli/main.js"), "verdicts", "--json"], PROJECT);
  const there = run("npx", ["--no-install", "sojourn", "verdicts", "--json"]);
  check("npx sojourn verdicts says what the clone says", there.status === 0 && there.stdout !== "" && there.stdout === here.stdout, there.status === 0 ? "" : there.said);
  const doctor = run("npx", ["--no-install", "sojourn", "doctor"]);
  check("npx sojourn doctor misses nothing", doctor.status === 0, doctor.status === 0 ? "" : doctor.said);
  const study = run("npx", ["--no-install", "sojourn", "new", "study", "mine"]);
  const verdicts = run("npx", ["--no-install", "sojourn", "verdicts", "--study", "mine"]);
  check("npx sojourn new study writes a study that has verdicts", study.status === 0 && verdicts.status === 0 && verdicts.stdout !== "", study.said + verdicts.said);
  const site = run("npx", ["--no-install", "sojourn", "site", "--lang", "en"]);
  check("npx sojourn site is refused with a reason", site.status === 2 && /a clone of the project/.test(site.said), site.said);
}

function checkImports() {
  const wanted = 'const { readSurvey, codeSample, runStudy, sfrc, coefficientOf } = require("sojourn"); console.log(coefficientOf(runStudy(sfrc, codeSample(readSurvey())), "M4", "supportUnit").estimate.toFixed(6))';
  const here = run(process.execPath, ["-e", wanted.replace('"sojourn"', JSON.stringify(join(PROJECT, "dist/index.js")))]);
  const there = run(process.execPath, ["-e", wanted]);
  check("require(\"sojourn\") fits the same model", there.status === 0 && /^-?\d\.\d{6}\n$/.test(there.stdout) && there.stdout === here.stdout, there.said);
  const module = run(process.execPath, ["--input-type=module", "-e", 'import { fitBinary } from "sojourn/models"; import { codeSample } from "sojourn"; import "sojourn/lab"; console.log(typeof fitBinary, typeof codeSample)']);
  check("import from sojourn, sojourn/models and sojourn/lab", module.stdout === "function function\n", module.said);
  const frame = run(process.execPath, ["-e", 'const s = require("sojourn"); s.codedFrame(s.codeSample(s.readSurvey())).catch((error) => console.log(error.kind, error.message))']);
  check("a frame is refused with the lines that add danfojs-node", /^bad-input danfojs-node: is not installed.*"overrides"/.test(frame.stdout), frame.said);
}

function checkTypes() {
  const code = 'import { codedFrame, codeSample, coefficientOf, readSurvey, runStudy, sfrc } from "sojourn";\nimport { fitBinary } from "sojourn/models";\nexport const estimate: number = coefficientOf(runStudy(sfrc, codeSample(readSurvey())), "M4", "supportUnit").estimate;\nexport const fit: typeof fitBinary = fitBinary;\nexport const frame = codedFrame(codeSample(readSurvey()));\n';
  writeFileSync(join(place, "right.ts"), code);
  writeFileSync(join(place, "wrong.ts"), 'import { coefficentOf } from "sojourn";\nexport const x = coefficentOf;\n');
  for (const [module, resolution] of [["node16", "node16"], ["esnext", "bundler"], ["commonjs", "node10"]]) {
    const options = ["--strict", "--noEmit", "--target", "es2022", "--module", module, "--moduleResolution", resolution];
    const right = run(process.execPath, [TSC, ...options, "right.ts"]);
    const wrong = run(process.execPath, [TSC, ...options, "wrong.ts"]);
    check(`types, declarations checked too, module resolution ${resolution}`, right.status === 0 && /Did you mean '"?coefficientOf/.test(wrong.stdout), right.status === 0 ? wrong.said : right.said);
  }
}

function checkCell() {
  const source = ['import { codeSample, coefficientPlot, readSurvey, regressionTable, runStudy, sfrc, show } from "sojourn";\nconst fitted = runStudy(sfrc, codeSample(readSurvey()));\nawait show(regressionTable({ id: "mine", title: { en: "Mine", zh: "我的" }, result: fitted, models: ["M4"] }));', "const wrong: number = fitted;"];
  const cells = source.map((text, index) => ({ cell_type: "code", execution_count: null, id: `cell-${index}`, metadata: {}, outputs: [], source: text }));
  const metadata = { kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" } };
  const write = (/** @type {string} */ name, /** @type {object[]} */ these) => writeFileSync(join(place, name), JSON.stringify({ cells: these, metadata, nbformat: 4, nbformat_minor: 5 }));
  write("right.ipynb", cells.slice(0, 1));
  write("wrong.ipynb", cells);
  const right = run("npx", ["--no-install", "sojourn", "run", "right.ipynb"]);
  const [output] = JSON.parse(readFileSync(join(place, "right.ipynb"), "utf8")).cells[0].outputs;
  check("a cell on the tslab kernel shows a table", right.status === 0 && Boolean(output?.data?.["application/vnd.sojourn.table+json"]), right.status === 0 ? "" : right.said);
  const wrong = run("npx", ["--no-install", "sojourn", "run", "wrong.ipynb"]);
  check("a cell with a wrong type is told", wrong.status === 1 && /not assignable to type 'number'/.test(wrong.said), wrong.said);
}
