// Data dropped on the live pages of a study of somebody's own: read and coded by that study's codebook, as the command line reads
// them, and refused by name where they do not fit it. The study is a new one (`sojourn new study`).
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { SYNTHETIC_BANNER } from "../dist/display/synthetic.js";
import { dropOnPage } from "./dropOnPage.mjs";
import { check, checking } from "./report.mjs";

const project = fileURLToPath(new URL("..", import.meta.url));

function sojourn(folder, ...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, "dist", "cli", "main.js"), ...words], { cwd: folder, encoding: "utf8", maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`sojourn ${words.join(" ")}: ${stderr}`);
  return stdout;
}

/** A new study with its site. Its cells need no outputs here: the pages run them. */
function makeStudy(folder) {
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(project, join(folder, "node_modules", "sojourn"), "junction");
  sojourn(folder, "new", "study", "mine");
  for (const edition of ["notebooks", "notebooks/zh"]) {
    for (const name of readdirSync(join(folder, "mine", edition)).filter((one) => one.endsWith(".ipynb"))) {
      const file = join(folder, "mine", edition, name);
      const { cells, ...rest } = JSON.parse(readFileSync(file, "utf8"));
      writeFileSync(file, JSON.stringify({ ...rest, cells: cells.map((cell) => (cell.cell_type === "code" ? { ...cell, execution_count: 1, outputs: [{ output_type: "stream", name: "stdout", text: SYNTHETIC_BANNER.en }] } : cell)) }));
    }
  }
  sojourn(folder, "site", "--study", "mine", "--out", "site");
}

/** What the page's package makes of the study on the data in force. */
const CELL = `import { codeStudy as code, readStudy as study, readStudyData as people, runStudy as fit } from "sojourn";
{ const own = study(), read = people(own), { fits } = fit(own.study, code(own, read));
console.log(JSON.stringify({ files: read.files, synthetic: read.synthetic, fits: Object.fromEntries(Object.entries(fits).map(([id, { n, coefficients }]) => [id, [n, ...coefficients.map(({ estimate }) => estimate)]])) })); }`;

export async function checkOwnStudy(browser, language) {
  const folder = mkdtempSync(join(tmpdir(), "sojourn-study-"));
  const context = await browser.newContext({ offline: true });
  try {
    makeStudy(folder);
    const page = await context.newPage();
    const errors = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(pathToFileURL(join(folder, "site", language === "zh" ? "zh" : "", "02-the-models.html")).href);
    await checkDrops(page, folder, language);
    check(`${language}: no error in the console of the study's page`, errors.length === 0, errors[0]);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkDrops(page, folder, language) {
  const title = (text) => `${language}, a new study: ${text}`;
  const [header, ...rows] = readFileSync(join(folder, "mine", "data.csv"), "utf8").trimEnd().split("\n");
  const csv = (name, head, lines) => ({ name, bytes: Buffer.from(`${[head, ...lines].join("\n")}\n`) });
  const inPage = async () => {
    const { outputs, error } = await page.evaluate((text) => window.sojournLive.run(0, text), CELL);
    if (error) throw new Error(error.message);
    return JSON.parse(outputs.map(({ text }) => text).join(""));
  };
  /** The same by the command line. */
  const inNode = (files, ...more) => {
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
    const { models } = JSON.parse(sojourn(folder, "reproduce", "--study", "mine", "--data", files[0].name, ...more, "--json"));
    return Object.fromEntries(Object.entries(models).map(([id, { n, coefficients }]) => [id, [n, ...coefficients.map(({ estimate }) => estimate)]]));
  };
  const same = async (files, ...more) => {
    const said = await dropOnPage(page, files);
    if (said.startsWith("✗")) throw new Error(said);
    const [found, wanted] = [await inPage(), inNode(files, ...more)];
    if (basename(found.files.join()) !== files[0].name) throw new Error(found.files.join());
    if (JSON.stringify(found.fits) !== JSON.stringify(wanted)) throw new Error(`${JSON.stringify(found.fits).slice(0, 200)}, not ${JSON.stringify(wanted).slice(0, 200)}`);
    return `${Object.keys(wanted).length} models, n = ${Object.values(wanted).map(([n]) => n).join(", ")}`;
  };
  const some = rows.slice(0, 480);
  await checking(title("its own data are read before anything is dropped"), async () => {
    const { files, fits } = await inPage();
    if (basename(files.join()) !== "data.csv" || Object.keys(fits).length !== 4) throw new Error(files.join());
  });
  await checking(title("a file dropped gives what reproduce --study --data gives"), () => same([csv("some.csv", header, some)]));
  await checking(title("with other names of columns and answers, by a mapping dropped beside it"), () => same([
    csv("theirs.csv", header.replace("town", "place").replace("gender", "sex"), some.map((row) => row.replace(",hillside,", ",H,").replace(",riverside,", ",R,"))),
    { name: "mapping.json", bytes: Buffer.from(JSON.stringify({ columns: { town: "place", gender: "sex" }, values: { town: { H: "hillside", R: "riverside" } } })) },
  ], "--mapping", "mapping.json"));
  await checking(title("people who are not invented take the banner away, and the way back brings it again"), async () => {
    const banner = page.locator("main > .synthetic");
    if (!(await banner.isVisible())) throw new Error("no banner over invented data");
    await same([csv("real.csv", header, some.map((row) => row.replace(",synthetic,", ",field,")))]);
    if (await banner.isVisible()) throw new Error("the banner stays");
    await page.getByRole("button", { name: language === "zh" ? "恢复研究自带的数据" : "Back to the study's own data" }).click();
    await banner.waitFor();
    const { files } = await inPage();
    if (basename(files.join()) !== "data.csv") throw new Error(files.join());
  });
  /** @type {[string, { name: string, bytes: Buffer }, RegExp][]} */
  const unfit = [
    ["the paper's data", { name: "sfrc-synthetic.csv", bytes: readFileSync(join(project, "data", "sfrc-synthetic.csv")) }, /sfrc-synthetic\.csv.*town/],
    ["an answer that its codebook does not have", csv("odd.csv", header, [...some.slice(0, 2), some[2].replace(",hillside,", ",seaside,").replace(",riverside,", ",seaside,")]), /odd\.csv.*4.*town.*seaside/],
  ];
  for (const [what, file, told] of unfit) {
    await checking(title(`${what}: refused by name, and its own data are read again`), async () => {
      const said = await dropOnPage(page, [file]);
      if (!said.startsWith("✗") || !told.test(said) || said.includes("/notebooks/") || (language === "zh" && / is |there/.test(said))) throw new Error(said);
      const { files } = await inPage();
      if (basename(files.join()) !== "data.csv") throw new Error(files.join());
      return said.slice(0, 220);
    });
  }
  await checking(title("its panel has verdicts, and none of the paper's readings"), async () => {
    const panel = page.locator(".live-readings");
    await panel.locator("summary").click();
    await panel.locator("tbody tr").first().waitFor({ timeout: 20_000 });
    if (await panel.locator("select").count() > 0) throw new Error("readings of the paper");
    return `${await panel.locator("tbody tr").count()} hypotheses`;
  });
}
