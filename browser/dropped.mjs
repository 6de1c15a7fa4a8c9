// @ts-check
// Files dropped on the audit page and chosen there: what the page reads is what `sojourn table` reads, and nothing is asked of anybody.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { refuseSerious } from "./axe.mjs";
import { check, checking } from "./report.mjs";

const project = fileURLToPath(new URL("..", import.meta.url));
const fixture = (/** @type {string} */ name) => join(project, "test", "fixtures", "paperTables", name);
/** The paper's Table 2 as PDF, Word and Excel: 44 coefficients with stars and standard errors, n, pseudo R² and log-likelihood of 4 models. */
const TABLE_2 = ["table2.pdf", "table2.docx", "table2.xlsx"].map((name) => fixture(`printings/${name}`));
const CELLS = 144;
/** Names in a font that is not embedded: its characters are looked up in a map of GBK. */
const GBK = fixture("printings/gbk-names.pdf");
const TEXTS = ["small/k9-esttab-1em.tex", "small/k14-colspan-stat.html"].map(fixture);

/** Every number of the table, model by model, as the command reads it. */
function readByCommand(file) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(project, "dist", "cli", "main.js"), "table", file, "--json"], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return Object.values(JSON.parse(stdout).models).flatMap(({ rows, n, pseudoR2 = "", logLik = "" }) =>
    [...rows.flatMap(({ label, coef, stars, se = "" }) => [[label, coef, stars, se]]), [String(n ?? ""), pseudoR2, logLik]]);
}

/** The same, as it stands in the page's boxes. */
const readByPage = (page) => page.locator(".sheet").evaluate((table) => {
  const value = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (document.getElementById(id)).value;
  const rows = table.querySelectorAll("tbody:nth-of-type(2) tr .name").length;
  return Array.from(table.querySelectorAll("thead .words"), (_, j) => [
    ...Array.from({ length: rows }, (_row, i) => {
      const [, coef, stars] = /** @type {RegExpExecArray} */ (/^(.*?)([*†‡+#]*)$/.exec(value(`box-r${i}-m${j}-coefficient`)));
      return [value(`box-r${i}-label`), coef, stars, value(`box-r${i}-m${j}-standardError`)];
    }).filter(([, coef, , se]) => coef !== "" || se !== ""),
    [value(`box-m${j}-n`), value(`box-m${j}-pseudoR2`), value(`box-m${j}-logLik`)],
  ]).flat();
});

const nameOf = (/** @type {string} */ file) => basename(file);

/** Drops files on the page, as from a folder; a share below 1 cuts them off. */
async function drop(page, files, share = 1) {
  const given = files.map((file) => ({ name: nameOf(file), base64: readFileSync(file).subarray(0, share * statSync(file).size).toString("base64") }));
  await page.locator("main").evaluate((target, all) => {
    const data = new DataTransfer();
    for (const { name, base64 } of all) data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
    target.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, given);
}

const answered = (page) => page.locator(".sheet, .trouble p").first().waitFor({ timeout: 60_000 });

async function compare(page, file) {
  const [wanted, found] = [readByCommand(file), await readByPage(page)];
  const wrong = wanted.filter((cells, i) => JSON.stringify(cells) !== JSON.stringify(found[i]));
  if (wrong.length > 0 || wanted.length !== found.length) throw new Error(`${wrong.length} of ${wanted.length} rows differ: ${JSON.stringify(wrong[0])}, ${JSON.stringify(found[wanted.indexOf(wrong[0])])}`);
  return found.reduce((sum, cells) => sum + cells.slice(cells.length === 4 ? 1 : 0).length, 0);
}

export async function checkDropped(browser, open) {
  for (const name of ["audit.html", "zh/audit.html"]) {
    const { context, page, seen } = await open(browser, name);
    const loaded = () => seen.requests.filter((url) => /\/documents?(-cmaps)?\.js$/.test(url)).length;
    await checking(`${name}: a text file is read without the libraries of documents`, async () => {
      for (const file of TEXTS) {
        await drop(page, [file]);
        await answered(page);
        await compare(page, file);
      }
      if (loaded() > 0) throw new Error("they were loaded");
    });
    for (const file of TABLE_2) {
      await checking(`${name}: ${nameOf(file)} dropped on the page is read as sojourn table reads it`, async () => {
        await drop(page, [file]);
        await answered(page);
        const cells = await compare(page, file);
        if (cells !== CELLS) throw new Error(`${cells} cells`);
        return `${cells} cells`;
      });
    }
    await checking(`${name}: Chinese names of a font that is not in the PDF are read, from a file chosen`, async () => {
      await page.locator("#table-text").focus();
      await page.keyboard.press("Tab"); // to "Read"
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.id) !== "table-file") throw new Error("the keyboard does not reach it");
      await page.getByLabel(/^(Choose a file|选择文件)$/).setInputFiles(GBK);
      await page.locator(".file-said", { hasText: "gbk-names.pdf" }).waitFor();
      await page.locator(".sheet .name").first().waitFor();
      await compare(page, GBK);
      return page.locator(".sheet .name").first().inputValue();
    });
    await checking(`${name}: files cut off, of another kind or two at once are answered in the page's language`, async () => {
      const told = [];
      for (const [files, share] of /** @type {[string[], number][]} */ ([[TEXTS, 1], [[TABLE_2[0]], 0.1], [[TABLE_2[1]], 0.5], [[TABLE_2[2]], 0.5], [[join(project, "test", "fixtures", "paperTables", "made.R")], 1]])) {
        await drop(page, files, share);
        await page.locator("#audit-app > section .trouble p").first().waitFor();
        told.push(await page.locator("#audit-app > section .trouble p").first().innerText());
      }
      if (told.some((sentence) => /[\u4e00-\u9fff]/.test(sentence) !== name.startsWith("zh/")) || await page.locator(".sheet").count() > 0) throw new Error(told.join(" | "));
      return told.join(" | ");
    });
    for (const width of [1280, 390]) {
      await checking(`${name} at ${width}, dark: a table from a file has no serious axe finding and does not widen the page`, async () => {
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate(() => { document.documentElement.dataset.theme = "dark"; });
        await drop(page, [TABLE_2[1]]);
        await page.locator(".sheet").waitFor();
        await refuseSerious(page);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (over > 0) throw new Error(`${over} px too wide`);
      });
    }
    const outside = seen.requests.filter((url) => !/^(file|data|blob):/.test(url));
    check(`${name}: files raise no error, break no policy, and nothing is asked of anybody`, seen.errors.length === 0 && outside.length === 0, seen.errors[0] ?? outside[0] ?? `${seen.requests.length} requests`);
    await context.close();
  }
}
