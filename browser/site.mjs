// @ts-check
// Opens every page of the built site in a real browser, from a file, and checks what a reader would see.
// node browser/site.mjs [FOLDER]; the browser is $CHROMIUM or /usr/bin/chromium.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { refuseSerious } from "./axe.mjs";
import { checkDropped } from "./dropped.mjs";
import { deadLinks } from "./links.mjs";
import { countMarks } from "./marks.mjs";
import { drawn } from "./pixels.mjs";
import { check, checking, close } from "./report.mjs";
import { checkTools } from "./tools.mjs";

const site = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "..", "build", "site"));
/** The theme changes colours, the width all but colours: what axe has judged once, it does not judge again (it is most of the time of all). */
const VIEWS = [
  { width: 1280, theme: "light" },
  { width: 420, theme: "light", without: ["color-contrast"] },
  { width: 420, theme: "dark", rules: ["color-contrast"] },
];
const MOST_BYTES = 1e6; // of a page as first shown, gzipped, without Plotly
const MOST_MILLISECONDS = 1500; // until the first figure is seen

const pagesIn = (folder) => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".html")).sort() : []);
const pages = [...pagesIn(site), ...pagesIn(join(site, "zh")).map((name) => `zh/${name}`)];

/** A page in a window of its own, with what went wrong and what was asked for. */
async function open(browser, name, options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const seen = { errors: [], requests: [] };
  page.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
  page.on("pageerror", (error) => seen.errors.push(error.message));
  page.on("request", (request) => seen.requests.push(request.url()));
  await page.goto(pathToFileURL(join(site, name)).href);
  return { context, page, seen };
}

/** Scrolls to each figure and waits until it is drawn. */
async function drawFigures(page) {
  for (const figure of await page.locator("figure:has(.figure-json)").all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.locator(".figure-live .main-svg").first().waitFor({ timeout: 15_000 });
  }
  await page.waitForFunction(() => Array.from(document.querySelectorAll("figure:has(.figure-json)")).every((f) => f.classList.contains("is-live")));
}

/** Tries again for two seconds before a failure counts. */
async function patiently(work) {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === 8) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** How many tables and figures the page's notebook shows, by the notebook's own outputs. */
function wantedOf(name) {
  const file = join(site, "downloads", "notebooks", name.replace(/\.html$/, ".ipynb"));
  if (!existsSync(file)) return { tables: 0, figures: 0 };
  const bundles = JSON.parse(readFileSync(file, "utf8")).cells.flatMap((cell) => cell.outputs ?? []).map((output) => output.data ?? {});
  return {
    tables: bundles.filter((data) => [data["text/html"]].flat().join("").includes("<table")).length,
    figures: bundles.filter((data) => data["application/vnd.plotly.v1+json"]).length,
  };
}

async function checkContent(browser, blank, name) {
  const { context, page, seen } = await open(browser, name);
  const wanted = wantedOf(name);
  const first = seen.requests.filter((url) => url.startsWith("file:") && !url.includes("plotly")).map((url) => gzipSync(readFileSync(fileURLToPath(url))).length).reduce((a, b) => a + b, 0);
  check(`${name}: first view is light`, first < MOST_BYTES, `${Math.round(first / 1000)} kB gzipped`);

  const tables = await page.locator(".outputs table:not(.figure-numbers table)").evaluateAll((all) => all.filter((table) => {
    const { width, height } = table.getBoundingClientRect();
    return width > 20 && height > 20 && table.querySelectorAll("td").length > 0 && table.innerText.trim() !== "";
  }).length);
  check(`${name}: tables shown`, tables === wanted.tables, `${tables} of ${wanted.tables}`);

  await checking(`${name}: figures come alive`, async () => {
    await drawFigures(page);
    const live = await page.locator("figure.is-live").count();
    if (live !== wanted.figures) throw new Error(`${live} of ${wanted.figures}`);
    return String(live);
  });
  for (const figure of await page.locator("figure.is-live").all()) {
    const id = await figure.getAttribute("id");
    await checking(`${name}#${id}: marks drawn`, async () => {
      const { wanted: traces, drawn: found, marks } = await figure.evaluate(countMarks);
      if (found < traces || marks === 0) throw new Error(`${found} of ${traces} traces`);
      return `${marks} marks in ${found} traces`;
    });
    await checking(`${name}#${id}: more than an empty box`, async () => drawn(blank, await figure.locator(".figure-frame").screenshot()));
    const tools = await figure.locator(".modebar-btn").evaluateAll((all) => all.map((button) => button.dataset.title));
    check(`${name}#${id}: no tool that sends the figure elsewhere`, tools.length > 0 && !tools.some((title) => /share|cloud|upload|chart studio/i.test(title)), tools.join(", "));
    const rows = await figure.locator(".figure-numbers tbody tr").count();
    check(`${name}#${id}: words and numbers below it`, rows > 0 && (await figure.locator("figcaption").innerText()).trim() !== "", `${rows} rows`);
  }

  const dead = deadLinks(await page.evaluate(() => Array.from(document.querySelectorAll("[href], [src]"), (/** @type {any} */ el) => el.href?.baseVal ?? el.href ?? el.src).filter((url) => typeof url === "string")));
  check(`${name}: links lead somewhere`, dead.length === 0, dead.slice(0, 3).join(", "));
  check(`${name}: no error in the console`, seen.errors.length === 0, seen.errors[0]);
  const inside = pathToFileURL(site).href;
  const outside = seen.requests.filter((url) => !url.startsWith(`${inside}/`) && !/^(data|blob):/.test(url));
  check(`${name}: asks no other host`, outside.length === 0, outside[0] ?? `${seen.requests.length} requests`);
  await context.close();
}

/** Without scripts: the stills, and everything else, are there to read. */
async function checkWithoutScripts(browser, blank, name) {
  const { context, page } = await open(browser, name, { javaScriptEnabled: false });
  for (const still of await page.locator(".figure-still").all()) {
    await checking(`${name}: still without scripts`, async () => {
      await still.scrollIntoViewIfNeeded();
      return patiently(async () => drawn(blank, await still.screenshot())); // it is read from disk only now
    });
  }
  await context.close();
}

/** In both themes and at both widths, every fold open. */
async function checkAccess(browser, name) {
  const { context, page } = await open(browser, name);
  for (const { width, theme, ...of } of VIEWS) {
    await page.setViewportSize({ width, height: 900 });
    await checking(`${name} at ${width}, ${theme}: no serious axe finding`, async () => {
      if (await themeOf(page) !== theme) await page.locator("button.theme").click();
      await drawFigures(page);
      await page.locator("details:not([open])").evaluateAll((all) => all.forEach((fold) => { fold.open = true; }));
      return refuseSerious(page, of);
    });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    check(`${name} at ${width}, ${theme}: the page itself does not scroll sideways`, over <= 0, over > 0 ? `${over} px too wide` : "");
  }
  await context.close();
}

const themeOf = (page) => page.evaluate(() => document.documentElement.dataset.theme);

async function checkSwitches(browser) {
  const { context, page } = await open(browser, "index.html", { colorScheme: "light" });
  await checking("the theme chosen is remembered", async () => {
    await page.locator("button.theme").click();
    await page.reload();
    if (await themeOf(page) !== "dark") throw new Error(`${await themeOf(page)} after a reload`);
  });
  await checking("the language switch leads to the other edition", async () => {
    await page.locator(".language a").click();
    if (await page.evaluate(() => document.documentElement.lang) !== "zh-Hans") throw new Error(page.url());
  });
  await checking("the first stop of the keyboard skips to the text", async () => {
    await page.waitForLoadState("load");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "main", undefined, { timeout: 5000 });
  });
  await context.close();
}

/** The middle of three: the machine may be busy. */
async function checkSpeed(browser, name) {
  const times = [];
  for (let i = 0; i < 3; i++) {
    const { context, page } = await open(browser, name);
    await page.locator("figure:has(.figure-json)").first().scrollIntoViewIfNeeded();
    await page.locator("figure:has(.figure-json) :is(.main-svg, .figure-still):visible").first().waitFor();
    times.push(Math.round(await page.evaluate(() => performance.now()))); // since the page was asked for
    await context.close();
  }
  const middle = times.sort((a, b) => a - b)[1];
  if (middle >= MOST_MILLISECONDS) throw new Error(`${middle} ms`);
  return `${middle} ms`;
}

if (pages.length === 0) check(`${site} holds pages`, false, "run `npx --no-install sojourn site` first");
else {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const blank = await browser.newPage();
  const left = [...pages];
  const work = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      await checking(`${name} opens`, async () => {
        await checkContent(browser, blank, name);
        await checkWithoutScripts(browser, blank, name);
        await checkAccess(browser, name);
      });
    }
  };
  await Promise.all([work(), work()]); // two pages side by side
  await checkSwitches(browser);
  await checkTools(browser, open, pages);
  await checkDropped(browser, open);
  const withFigure = pages.find((name) => wantedOf(name).figures > 0);
  if (withFigure) await checking(`${withFigure}: first figure soon seen`, () => checkSpeed(browser, withFigure));
  await browser.close();
}
close();
