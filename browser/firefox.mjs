// The same in Firefox, as Debian ships it: three live pages from files, all cells by value, and a cell without end.
// node browser/firefox.mjs [FOLDER]; the browser is $FIREFOX or /usr/bin/firefox-esr, driven by WebDriver BiDi.
// (Playwright drives only a Firefox that it has patched itself: hence Puppeteer here.)
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "puppeteer-core";
import { checkCells } from "./cells.mjs";
import { check, checking, close } from "./report.mjs";

const site = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "..", "build", "site"));
/** Coding and tables; models of several regions with figures; the other edition. */
const NOTEBOOKS = ["02-data-and-coding.ipynb", "08-regions.ipynb", "zh/03-h1-cumulative-causation.ipynb"];

async function open(browser, name) {
  const page = await browser.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(pathToFileURL(join(site, name.replace(/\.ipynb$/, ".html"))).href);
  await page.waitForFunction(() => window.sojournLive);
  return { page, errors };
}

async function checkNotebook(browser, name) {
  const { page, errors } = await open(browser, name);
  await checkCells(page, site, name);
  check(`${name}: no error in the console`, errors.length === 0, errors[0]);
  await page.close();
}

async function checkEndless(browser, name) {
  const { page } = await open(browser, name);
  const run = (source) => page.evaluate((text) => window.sojournLive.run(0, text), source);
  await checking("a cell without end is stopped while the page stays alive", async () => {
    await page.evaluate(() => window.sojournLive.ready);
    const running = run("while (true) {}");
    await new Promise((done) => setTimeout(done, 300));
    if ((await page.evaluate(() => 1 + 1)) !== 2) throw new Error("the page does not answer");
    await page.evaluate(() => Array.from(document.querySelectorAll("section.cell button"), (one) => /** @type {HTMLButtonElement} */ (one)).find(({ textContent }) => /Stop|停止/.test(textContent)).click());
    const { error } = await running;
    if (error?.name !== "Stopped") throw new Error(JSON.stringify(error));
  });
  await checking("and the next one runs", async () => {
    const { outputs } = await run("console.log('on');");
    if (outputs[0]?.text !== "on\n") throw new Error(JSON.stringify(outputs));
  });
  await checking("an error has its line and column", async () => {
    const { error } = await run("const c: number = 1;\n\n  throw new TypeError('no');");
    if (error?.name !== "TypeError" || error.line !== 3 || !(error.column >= 3)) throw new Error(JSON.stringify(error));
    return `line ${error.line}, column ${error.column}`;
  });
  await page.close();
}

const missing = NOTEBOOKS.filter((name) => !existsSync(join(site, "downloads/notebooks", name)));
if (missing.length > 0) check(`${site} holds ${missing.join(", ")}`, false, "run `npx --no-install sojourn site` first");
else {
  const browser = await launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true, timeout: 120_000, protocolTimeout: 120_000 });
  try {
    console.log(await browser.version());
    for (const name of NOTEBOOKS) await checking(`${name} runs`, () => checkNotebook(browser, name));
    await checking("cells that break", () => checkEndless(browser, NOTEBOOKS[0]));
  } finally {
    await browser.close();
  }
}
close();
