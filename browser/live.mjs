// Runs every cell of the site's pages in a real browser, from a file, and compares what comes out with the committed outputs,
// by value; then breaks cells in the ways that readers do.
// node browser/live.mjs [FOLDER] [NAME…]; the browser is $CHROMIUM or /usr/bin/chromium.
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { checkCells } from "./cells.mjs";
import { checkExercises } from "./exercises.mjs";
import { checkOwnData } from "./ownData.mjs";
import { checkOwnStudy } from "./ownStudy.mjs";
import { check, checking, close } from "./report.mjs";

const site = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "..", "build", "site"));
const only = process.argv.slice(3);
const notebooksIn = (folder) => (existsSync(join(site, "downloads/notebooks", folder)) ? readdirSync(join(site, "downloads/notebooks", folder)).filter((name) => name.endsWith(".ipynb")).sort().map((name) => join(folder, name)) : []);
const notebooks = [...notebooksIn(""), ...notebooksIn("zh")].filter((name) => only.length === 0 || only.some((part) => name.includes(part)));

async function open(browser, name) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(pathToFileURL(join(site, name)).href);
  return { page, errors };
}

async function checkNotebook(browser, name) {
  const { page, errors } = await open(browser, name.replace(/\.ipynb$/, ".html"));
  await checkCells(page, site, name);
  check(`${name}: no error in the console`, errors.length === 0, errors[0]);
  await page.close();
}

async function checkBreakage(browser, name) {
  const { page } = await open(browser, name);
  const run = (source, index = 0) => page.evaluate(([i, text]) => window.sojournLive.run(i, text), [index, source]);
  const told = async (title, source, holds) => checking(title, async () => {
    const result = await run(source);
    if (!holds(result)) throw new Error(JSON.stringify(result).slice(0, 300));
    return result.error ? `${result.error.name}, line ${result.error.line}, column ${result.error.column}` : "";
  });
  const printed = ({ outputs }) => outputs.map(({ text }) => text ?? "").join("");
  await told("a syntax error has its line and column", "const a = 1;\nconst b = = 2;", ({ error }) => error?.line === 2 && error.column === 11);
  await told("a thrown error has its line and column", "const c: number = 1;\n\n  throw new TypeError('no');", ({ error }) => error?.name === "TypeError" && error.message === "no" && error.line === 3 && error.column === 9);
  await told("a name that is not there", "nowhere + 1", ({ error }) => error?.name === "ReferenceError" && error.line === 1);
  const at = (line, column, name = "Error") => ({ error }) => error?.name === name && error.line === line && error.column === column;
  await told("thrown in a function of the cell, below types on its line", "type T = number;\nfunction f(a: Map<string, T>, b?: string): void { throw new RangeError('deep'); }\nf(new Map<string, T>());", at(2, 57, "RangeError"));
  await told("thrown after an await, in a later line", "const a: number = await Promise.resolve(1);\n\nif (a as any) throw new Error('late');", at(3, 21));
  await told("rejected while it is awaited", "const n: number = 1;\nawait new Promise<void>((_, reject) => setTimeout(() => reject(new Error('later')), 5));", at(2, 64));
  await told("a TypeError has the place of what was asked for", "const x: any = null; let y: string = 'a';\nlet z: number = 1; y = (x as { deep: string }).deep;", at(2, 48, "TypeError"));
  await told("what brings no place has its statement's", "const a: string = 'b'; throw a;", at(1, 24));
  await told("a rejection without a stack too", "const a: string = 'b';\n  await Promise.reject(a as any);", at(2, 3));
  await told("what the package refuses has the line that called it", "import { readSurvey } from 'sojourn';\nconst file: string = 'nowhere.csv'; const s = readSurvey(file);", ({ error }) => error?.line === 2 && error.column === 47 && /nowhere\.csv/.test(error.message));
  await told("called from a cell, a function of an earlier one fails at the call", "function early(): never { throw new Error('early'); }", ({ error }) => !error);
  await told("… in this cell's lines", "let k: number = 1;\n early();", at(2, 2));
  await told("a module that is not there", "import x from 'fs';\nx;", ({ error }) => /no module "fs"/.test(error?.message ?? ""));
  await told("top-level await, and a const for later cells", "const answer: number = await Promise.resolve(41); let n = 0; const inc = () => { n++; };", ({ error }) => !error);
  await told("a const declared again, and a variable shared with a function of an earlier cell", "const answer = 42; inc(); console.log(answer, n);", (result) => printed(result) === "42 1\n");
  await told("a const keeps its value", "answer = 1;", ({ error }) => error?.name === "TypeError");
  await told("a failed cell leaves what was there", "const answer = nowhere;", ({ error }) => error?.name === "ReferenceError");
  await told("… as it was", "console.log(answer);", (result) => printed(result) === "42\n");
  await told("a flood is stopped", "for (;;) console.log('x'.repeat(1000));", ({ error }) => error?.name === "OutputLimit");
  await told("no other host is reached", "const r = await fetch('https://example.org').then(() => 'reached', (e) => e.name); console.log(r);", (result) => printed(result) === "TypeError\n");
  await told("types are dropped, enums and classes run", "enum E { A = 3 } class P<T> { constructor(readonly x: T) {} } console.log(E.A, new P<string>('p').x);", (result) => printed(result) === "3 p\n");
  await checking("a cell without end is stopped while the page stays alive", async () => {
    const running = run("while (true) {}");
    await page.waitForTimeout(300);
    if ((await page.evaluate(() => 1 + 1)) !== 2) throw new Error("the page does not answer");
    await page.locator("section.cell").first().getByRole("button", { name: /Stop|停止/ }).click();
    const { error } = await running;
    if (error?.name !== "Stopped") throw new Error(JSON.stringify(error));
  });
  await told("and the next one runs", "console.log('on');", (result) => printed(result) === "on\n");
  await page.evaluate(() => window.sojournLive.reset());
  await told("after a reset nothing is left", "answer", ({ error }) => error?.name === "ReferenceError");
  await page.close();
}

/** By keyboard: into the editor, Shift-Enter, and out again. */
async function checkEditor(browser, name) {
  const { page, errors } = await open(browser, name);
  const cell = page.locator("section.cell").first();
  await checking("a cell is edited and run by the keyboard, and Esc leaves it", async () => {
    await cell.getByRole("button", { name: /^Edit|^编辑/ }).press("Enter");
    await cell.locator(".cm-content").waitFor();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("console.log(6 * 7);");
    await page.keyboard.press("Escape");
    const inside = await page.evaluate(() => document.activeElement?.closest(".cm-editor") !== null);
    if (inside) throw new Error("the editor keeps the keyboard");
    await cell.locator(".cm-content").focus();
    await page.keyboard.press("Shift+Enter");
    await cell.locator(".outputs .stream", { hasText: /^42$/ }).waitFor({ timeout: 20_000 });
  });
  await checking("a wrong name is marked in the compiler's words, and a right one is offered", async () => {
    await cell.getByRole("button", { name: /^Edit|^编辑/ }).click();
    await cell.locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("\nimport { coefficentOf } from \"sojourn\";");
    await cell.locator(".cm-lintRange-error", { hasText: "coefficentOf" }).waitFor({ timeout: 30_000 });
    await page.keyboard.type("\nconsole.in");
    await page.locator(".cm-tooltip-autocomplete li", { hasText: "info" }).first().waitFor({ timeout: 20_000 });
    await page.keyboard.press("Escape");
  });
  await checking("the text is kept for the next visit, and the original is one step away", async () => {
    await page.reload();
    if ((await cell.locator("details.code").innerText()).includes("6 * 7") === false) throw new Error(await cell.locator("details.code").innerText());
    await cell.getByRole("button", { name: /^Original|^恢复/ }).click();
    if ((await cell.locator("details.code").innerText()).includes("6 * 7")) throw new Error("still the edit");
  });
  check("no error in the console", errors.length === 0, errors[0]);
  await page.close();
}

/** A link that carries a text is shown, and neither taken nor run. */
async function checkLink(browser, name) {
  const { page } = await open(browser, name);
  await checking("a text that a link brings waits for the reader", async () => {
    const id = await page.locator("section.cell").first().getAttribute("id");
    const carried = Buffer.from(JSON.stringify([id, "console.log('carried');"])).toString("base64url");
    await page.goto(`${pathToFileURL(join(site, name)).href}#edit=${carried}`);
    await page.reload();
    const notice = page.locator(".live-carried");
    await notice.waitFor();
    if ((await page.locator("section.cell").first().innerText()).includes("carried")) throw new Error("taken unasked");
    await notice.getByRole("button").first().click();
    if (!(await page.locator("section.cell details.code").first().innerText()).includes("carried")) throw new Error("not taken");
    if ((await page.locator("section.cell .outputs").first().innerText()).trim() === "carried") throw new Error("run unasked");
  });
  await page.close();
}

/** All readings beside a Chinese page: how far they are, ended half way, and to their end; cells run in between and keep their variables. */
async function checkAllReadings(browser, name) {
  const { page, errors } = await open(browser, name);
  const run = async (source) => JSON.parse(await page.evaluate(async (text) => JSON.stringify(await window.sojournLive.run(0, text)), source));
  await checking("what the package refuses is told in the page's language", async () => {
    const { error } = await run('import { readSurvey } from "sojourn";\nconst kept = 41;\nreadSurvey("nowhere.csv");');
    if (!/^nowhere\.csv：[^a-z]/.test(error?.message ?? "")) throw new Error(JSON.stringify(error));
    return error.message;
  });
  const panel = page.locator(".live-readings");
  const all = panel.locator(".live-all-readings");
  const standing = (wanted, timeout) => page.waitForFunction((one) => document.querySelector(".live-all-readings")?.getAttribute("data-standing") === one, wanted, { timeout });
  const far = async () => /(\d+) \/ (\d+)/.exec(await all.locator("[role=status]").innerText())?.slice(1).map(Number) ?? [];
  await panel.locator("summary").click();
  await panel.locator("tbody tr").first().waitFor({ timeout: 20_000 });
  await checking("all readings say how far they are, and are cancelled; a cell has its variables still, and what was told stays", async () => {
    await all.getByRole("button", { name: "全部编码方案" }).click();
    await all.locator("table").waitFor({ timeout: 30_000 });
    const bar = await all.locator("progress").evaluate(({ value, max }) => [value, max]);
    const told = await far();
    if (!(told[0] > 0 && told[0] < told[1]) || bar[1] !== told[1] || bar[0] < told[0]) throw new Error(`${told} ${bar}`);
    await all.getByRole("button", { name: "取消" }).click();
    await standing("cancelled", 1000);
    const { outputs, error } = await run("const kept = 41; console.log(kept + 1);");
    if (error || outputs[0].text !== "42\n") throw new Error(JSON.stringify(error ?? outputs));
    const [done, of] = await far();
    if (!(done < of) || (await all.locator("progress").isVisible()) || !(await all.locator("[role=status]").innerText()).includes("已取消")) throw new Error(`${done} of ${of}`);
    return `${done} of ${of}`;
  });
  await checking("begun anew, every hypothesis has a share in each group, marked as synthetic", async () => {
    await all.getByRole("button", { name: "全部编码方案" }).click();
    await standing("done", 90_000);
    const cells = (await all.locator("tbody td").allInnerTexts()).filter(Boolean);
    const odd = cells.filter((text) => !/▸ [✓✗] −?\d\.\d{3}\**\n\d+ 种中 (> |< )?\d+% 结论不变\n−?\d+\.\d{3} 至 −?\d+\.\d{3}/.test(text));
    if (cells.length < 18 || odd.length > 0) throw new Error(`${cells.length} cells: ${odd[0] ?? ""}`);
    if (!(await all.locator("caption").innerText()).includes("合成")) throw new Error("no label");
    return `${cells.length} cells; ${cells[0].replace(/\s+/g, " ")}`;
  });
  check("no error in the console", errors.length === 0, errors[0]);
  await page.close();
}

/** From nothing to the first result, as in a new window; also at a quarter of the processor. */
async function speed(browser, name, rate) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  await page.goto(pathToFileURL(join(site, name)).href);
  await page.evaluate(async () => { await window.sojournLive.run(0); });
  const took = await page.evaluate(() => Math.round(performance.now()));
  await context.close();
  return took;
}

if (notebooks.length === 0) check(`${site} holds live pages`, false, "run `npx --no-install sojourn site` first");
else {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  for (const name of notebooks) await checking(`${name} runs`, () => checkNotebook(browser, name));
  const first = notebooks[0].replace(/\.ipynb$/, ".html");
  await checking("cells that break", () => checkBreakage(browser, first));
  await checking("the editor", () => checkEditor(browser, first));
  await checking("links with an edit", () => checkLink(browser, first));
  await checking("all readings", () => checkAllReadings(browser, "zh/01-start-here.html"));
  for (const language of ["en", "zh"]) await checking(`${language}: exercises`, () => checkExercises(browser, site, language));
  for (const page of ["02-data-and-coding.html", "zh/02-data-and-coding.html"]) await checking(`${page}: the reader's own data`, () => checkOwnData(browser, site, page));
  for (const language of ["en", "zh"]) await checking(`${language}: data dropped on a study of one's own`, () => checkOwnStudy(browser, language));
  for (const [rate, words] of [[1, "the whole processor"], [4, "a quarter of it"]]) console.log(`first result with ${words}: ${await speed(browser, first, rate)} ms`);
  await browser.close();
}
close();
