// Data of the reader's own dropped on a live page with the network off: whatever kind of file the same people come in, the cells make
// the same of them; what is not read is refused by name, with the way out, in the page's language.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { utils, write } from "@e965/xlsx";
import { parquetWriteBuffer } from "hyparquet-writer";
import { check, checking } from "./report.mjs";
import { seen } from "./cells.mjs";
import { dropOnPage } from "./dropOnPage.mjs";
import { difference } from "./values.mjs";

const project = fileURLToPath(new URL("..", import.meta.url));
const CSV = readFileSync(join(project, "data", "sfrc-synthetic.csv"));
const [HEADER, ...ROWS] = CSV.toString("utf8").trimEnd().split(/\r?\n/).map((line) => line.split(","));
const fixture = (/** @type {string} */ name) => ({ name, bytes: readFileSync(join(project, "test", "fixtures", "survey", name)) });

function workbook(rows, ...more) {
  const book = utils.book_new();
  for (const [i, sheet] of [rows, ...more].entries()) utils.book_append_sheet(book, utils.aoa_to_sheet(sheet), `s${i + 1}`);
  return Buffer.from(write(book, { type: "array", bookType: "xlsx" }));
}
const parquet = () => Buffer.from(parquetWriteBuffer({ codec: "SNAPPY", columnData: HEADER.map((name, j) => ({ name, data: ROWS.map((cells) => (cells[j] === "" ? null : cells[j])), type: "STRING", nullable: true })) }));

const SAME = [
  fixture("extract-zh.sav"), fixture("extract-zh.zsav"), fixture("extract-zh.dta"),
  { name: "people.xlsx", bytes: workbook([HEADER, ...ROWS]) }, { name: "people.parquet", bytes: parquet() },
  { name: "people.csv.gz", bytes: gzipSync(CSV) }, { name: "extract-zh.dta.gz", bytes: gzipSync(fixture("extract-zh.dta").bytes) },
];

const bytes = (text) => Buffer.from(text, "latin1");
/** What is refused, by what the page has to say of it in both languages.
 * @type {[{ name: string, bytes: Buffer }, RegExp, RegExp][]} */
const REFUSED = [
  [{ name: "x.por", bytes: bytes(`${"ASCII SPSS PORT FILE".padEnd(60)}x`) }, /portable SPSS file.*\.sav/, /SPSS 可移植文件（\.por）.*另存为 \.sav/],
  [{ name: "x.sas7bdat", bytes: bytes(`${"\0".repeat(12)}\xc2\xea\x81\x60\xb3\x14`) }, /SAS data set.*write_sav/, /SAS 数据集.*请从 SAS 导出/],
  [{ name: "x.feather", bytes: bytes("ARROW1\0\0") }, /Feather.*write_parquet/, /这是Feather.*请另存为 Parquet/],
  [{ name: "cut.zsav", bytes: fixture("extract-zh.zsav").bytes.subarray(0, 3000) }, /cut\.zsav: /, /cut\.zsav：/],
  [{ name: "cut.parquet", bytes: parquet().subarray(0, 3000) }, /Parquet file cannot be read/, /无法读取 Parquet 文件/],
  [{ name: "cut.csv.gz", bytes: gzipSync(CSV).subarray(0, 3000) }, /gzip file is damaged/, /gzip 文件已损坏.*请重新压缩/],
  [{ name: "two.xlsx", bytes: workbook([HEADER, ...ROWS], [["b"], [1]]) }, /2 sheets.*A page takes no such option/, /网页上不能给出此选项/],
  [{ name: "other.sav", bytes: readFileSync(join(project, "test", "fixtures", "io", "people-byte.sav")) }, /other\.sav/, /other\.sav/],
];

/** What every cell makes, the file's own name left out. */
async function results(page, name) {
  const text = await page.evaluate(async () => {
    const all = [];
    for (let i = 0; i < window.sojournLive.cells; i++) all.push(await window.sojournLive.run(i));
    return JSON.stringify(all);
  });
  return JSON.parse(text.replaceAll(name, "FILE")).map(({ outputs, error }) => ({ ...seen(outputs), error }));
}

const filesRead = (page) => page.evaluate(async () => (await window.sojournLive.run(0, "import { readSurvey as here } from 'sojourn'; console.log(here().files.join());")).outputs.map(({ text }) => text).join("").trim());

export async function checkOwnData(browser, site, name) {
  const zh = name.startsWith("zh/");
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const requests = [];
  const errors = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(pathToFileURL(join(site, name)).href);
  const loaded = () => requests.filter((url) => url.endsWith("/live-formats.js")).length;
  const dropped = async (file) => {
    const said = await dropOnPage(page, [file]);
    if (said.startsWith("✗")) throw new Error(said);
    const made = await results(page, file.name);
    return made;
  };
  let wanted;
  await checking(`${name}: a CSV dropped with the network off is read by every cell`, async () => {
    wanted = await dropped({ name: "people.csv", bytes: CSV });
    if (wanted.some(({ error }) => error)) throw new Error(JSON.stringify(wanted.find(({ error }) => error).error));
    if (loaded() > 0) throw new Error("libraries for other files were loaded");
  });
  for (const file of SAME) {
    await checking(`${name}: ${file.name} of the same people gives the same`, async () => {
      const found = await dropped(file);
      const differs = difference(wanted, found);
      if (differs !== undefined) throw new Error(differs);
      return `${found.flatMap(({ shown }) => shown).length} tables, figures and texts`;
    });
  }
  check(`${name}: the libraries of other formats were loaded once`, loaded() === 1, `${loaded()}`);
  for (const [file, en, chinese] of REFUSED) {
    await checking(`${name}: ${file.name} is refused with the way out`, async () => {
      const said = await dropOnPage(page, [file]);
      if (!said.startsWith("✗") || said.includes("/notebooks/") || !(zh ? chinese : en).test(said) || (zh && / is |cannot/.test(said))) throw new Error(said);
      return said.slice(0, 200);
    });
  }
  await checking(`${name}: after a refusal the stand-in is read again; people who are not invented take the banner away`, async () => {
    const before = await filesRead(page);
    if (!before.endsWith("sfrc-synthetic.csv")) throw new Error(before);
    const banner = page.locator("main > .synthetic");
    if (!(await banner.isVisible())) throw new Error("no banner over the stand-in");
    const real = { name: "real.xlsx", bytes: workbook([HEADER, ...ROWS.map((cells) => cells.map((cell, j) => (HEADER[j] === "source" ? "field" : cell)))]) };
    const said = await dropOnPage(page, [real]);
    if (said.startsWith("✗")) throw new Error(said);
    if (await banner.isVisible()) throw new Error("the banner stays");
    const after = await filesRead(page);
    if (basename(after) !== "real.xlsx") throw new Error(after);
  });
  const outside = requests.filter((url) => !/^(file|data|blob):/.test(url));
  check(`${name}: nothing is asked of anybody, and no error is in the console`, outside.length === 0 && errors.length === 0, outside[0] ?? errors[0]);
  await context.close();
}
