// @ts-check
import { join } from "node:path";
import { SYNTHETIC_BANNER } from "../../dist/display/synthetic.js";
import { check, checking } from "../report.mjs";
import { cellsOf, command, newPage, openNotebook, runAll, scrollTo, settled } from "./page.mjs";

const MOST_MS = 2_000;

/** The panel beside H1's notebook: verdicts appear, a switched reading (ties of participation left out) turns them and marks outputs, a re-run makes all agree. */
export async function checkPanel(browser, server, shots) {
  const { page, seen, close } = await newPage(browser, server);
  const h1 = page.locator('.sojourn-panel tbody[data-hypothesis="H1"]');
  const kernelSays = () => h1.locator('.sojourn-by-kernel td[data-group="all"] .sojourn-saying').first().innerText({ timeout: 5_000 });
  const select = page.locator("#sojourn-reading-participationBehaviour");
  try {
    await openNotebook(page, server, "03-h1-cumulative-causation.ipynb");
    await page.locator(".sojourn-panel").waitFor();
    check("the panel knows the paper's verdicts before a cell runs", (await h1.locator(".sojourn-by-paper").innerText()).includes("0.535***") && (await h1.locator(".sojourn-by-kernel td[data-group]").count()) === 0);
    await runAll(page);
    await checking("after the cells the panel shows the kernel's verdicts", async () => {
      await h1.locator(".sojourn-by-kernel td[data-group]").first().waitFor({ timeout: 10_000 });
      const said = await kernelSays();
      if (!/^✓\s+(supported\s+)?0\.\d{3}\*\*\*$/.test(said)) throw new Error(said);
      return said.replace(/\s+/g, " ");
    });
    const counts = async () => (await cellsOf(page)).map(({ count }) => count);
    const before = await counts();

    await checking(`a switched reading turns H1 within ${MOST_MS} ms`, async () => {
      const start = performance.now();
      await select.selectOption("missing");
      await page.waitForFunction(() => document.querySelector('.sojourn-panel tbody[data-hypothesis="H1"] .sojourn-by-kernel td[data-group="all"] .sojourn-saying')?.getAttribute("data-supported") === "false", undefined, { timeout: 10_000 });
      const took = Math.round(performance.now() - start);
      const said = await kernelSays();
      if (took > MOST_MS || said.includes("*")) throw new Error(`${took} ms, ${said}`);
      return `${took} ms, ${said.replace(/\s+/g, " ")}`;
    });
    await page.screenshot({ path: join(shots, "lab-reading-switched.png") });

    const stale = await page.evaluate(() => [...document.querySelectorAll(".jp-Cell.sojourn-stale")].length);
    const told = Number(/\d+/.exec(await page.locator(".sojourn-stale-summary").innerText())?.[0]);
    const tablesOfCells = Object.fromEntries((await cellsOf(page)).map(({ id, tables }) => [id, tables.join()]));
    const marked = await page.evaluate(() => window.jupyterapp.shell.currentWidget.content.widgets.filter(({ node }) => node.classList.contains("sojourn-stale")).map(({ model }) => model.id));
    const markedTables = marked.flatMap((id) => (tablesOfCells[id] ?? "").split(","));
    check("the outputs that used it are marked stale, the others are not", told === stale && stale > 3 && ["coding-cumulativeCausation", "term-cumulativeCausation", "answers-H1"].every((id) => markedTables.includes(id)) && Object.values(tablesOfCells).includes("implied-shares-cumulativeCausation") && !markedTables.includes("implied-shares-cumulativeCausation"), `${stale} marked: ${markedTables.filter(Boolean).join(" ")}`);
    const answers = (await cellsOf(page)).find(({ tables }) => tables.includes("answers-H1"));
    await scrollTo(page, answers.id);
    const note = page.locator(`.jp-Cell[data-sojourn-check="${answers.id}"] .sojourn-stale-note`);
    await checking("a stale output says which reading it was made under", async () => {
      const text = await note.innerText({ timeout: 5_000 });
      if (!text.includes("participationBehaviour made under home, now missing")) throw new Error(text);
    });
    await page.screenshot({ path: join(shots, "lab-stale-output.png") });
    check("asking does not count cells", JSON.stringify(await counts()) === JSON.stringify(before));

    await page.locator(".sojourn-rerun").click();
    await checking("the button runs the stale cells, and then none is stale", async () => {
      await page.waitForFunction(() => document.querySelectorAll(".jp-Cell.sojourn-stale").length === 0 && !document.querySelector(".sojourn-rerun"), undefined, { timeout: 60_000 });
      await settled(page);
      const after = await cellsOf(page);
      const failed = after.filter(({ errors, stderr }) => errors || stderr);
      if (failed.length > 0) throw new Error(failed[0].stderr.slice(0, 200));
      const rerun = after.filter(({ count }) => count > before.length).map(({ count }) => count);
      if (rerun.some((count, i) => count !== before.length + 1 + i)) throw new Error(`counts ${rerun}`);
      return `${rerun.length} cells, counted ${rerun[0]} to ${rerun.at(-1)}`;
    });
    await scrollTo(page, answers.id);
    check("the answer's table now says what the panel says", /– 0\.\d+ \(M4\)/.test(await page.locator(`.jp-Cell[data-sojourn-check="${answers.id}"] .sojourn-table-place`).innerText()));

    await checkAllReadings(page, shots, counts);
    await checkLinks(page, shots);
    await openNotebook(page, server, "03-h1-cumulative-causation.ipynb");
    await checking("a page that is loaded again takes the kernel's readings", () => page.waitForFunction(() => /** @type {HTMLSelectElement | null} */ (document.querySelector("#sojourn-reading-participationBehaviour"))?.value === "missing", undefined, { timeout: 15_000 }).then(() => ""));
    const restarting = command(page, "kernelmenu:restart"); // it asks first
    await page.locator(".jp-Dialog .jp-mod-warn").click({ timeout: 5_000 });
    await restarting;
    await checking("a restarted kernel is back at the defaults", () => page.waitForFunction(() => /** @type {HTMLSelectElement | null} */ (document.querySelector("#sojourn-reading-participationBehaviour"))?.value === "home", undefined, { timeout: 20_000 }).then(() => ""));
    check("using the panel makes no error", seen.errors.length === 0, seen.errors.join("; "));
  } finally {
    await close();
  }
}

/** Cancelled, the kernel still answers at once; begun anew, every hypothesis has its share, and no cell was counted. */
async function checkAllReadings(page, shots, counts) {
  const before = JSON.stringify(await counts());
  const all = page.locator(".sojourn-all-readings");
  await checking("all readings can be cancelled, and what was told stays", async () => {
    await page.locator(".sojourn-all-start").click();
    await page.waitForFunction(() => document.querySelector(".sojourn-all-readings table"), undefined, { timeout: 20_000 });
    if ((await all.getAttribute("data-standing")) === "running") await page.locator(".sojourn-all-cancel").click();
    const standing = await all.getAttribute("data-standing");
    if (standing !== "cancelled" && standing !== "done") throw new Error(String(standing));
    return `${standing}: ${(await all.locator("[role=status]").innerText()).trim()}`;
  });
  await checking("all readings tell of every hypothesis in which share its verdict stands, marked as synthetic", async () => {
    await page.locator(".sojourn-all-start").click();
    await page.waitForFunction(() => document.querySelector(".sojourn-all-readings")?.getAttribute("data-standing") === "done", undefined, { timeout: 60_000 });
    const shares = await all.locator("td[data-stands]").evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute("data-stands"))));
    const h1 = (await all.locator('tr[data-hypothesis="H1"] td[data-group="all"]').innerText()).replace(/\s+/g, " ");
    if (shares.length < 18 || shares.some((share) => !(share > 0 && share <= 1)) || !/✓ 0\.\d{3}\*\*\* stands in \d+% of \d+/.test(h1)) throw new Error(`${shares.length} ${h1}`);
    if (!(await all.locator("caption").innerText()).includes(SYNTHETIC_BANNER.en)) throw new Error("no label");
    return `${shares.length} cells; H1: ${h1}`;
  });
  check("asking for all readings counts no cell", JSON.stringify(await counts()) === before);
  await all.scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(shots, "lab-all-readings.png") });
}

async function checkLinks(page, shots) {
  const active = () => page.evaluate(() => {
    const { content, context } = window.jupyterapp.shell.currentWidget;
    return { path: context.path, tables: content.activeCell.model.outputs?.toJSON().flatMap(({ data }) => data?.["application/vnd.sojourn.table+json"]?.id ?? []) ?? [], shines: content.activeCell.node.classList.contains("sojourn-shine") };
  });
  await page.evaluate(() => (window.jupyterapp.shell.currentWidget.content.activeCellIndex = 0));
  await checking("a hypothesis links to the cell that decides it, by keyboard", async () => {
    await page.locator('.sojourn-panel tbody[data-hypothesis="H1"] .sojourn-link').focus();
    await page.keyboard.press("Enter");
    await page.waitForTimeout(700);
    const { tables, shines } = await active();
    if (!tables.includes("answers-H1") || !shines) throw new Error(JSON.stringify({ tables, shines }));
  });
  await page.screenshot({ path: join(shots, "lab-deciding-cell.png") });
  await checking("a hypothesis of another notebook opens that one, at its cell", async () => {
    await page.locator('.sojourn-panel tbody[data-hypothesis="H4b"] .sojourn-link').click();
    await page.waitForFunction(() => window.jupyterapp.shell.currentWidget?.context?.path === "07-h4b-participation-behaviour.ipynb", undefined, { timeout: 20_000 });
    await page.waitForTimeout(2_000);
    const { tables } = await active();
    if (!tables.includes("answers-H4b")) throw new Error(String(tables));
  });
}
