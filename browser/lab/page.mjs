// @ts-check
// A notebook in a real JupyterLab, driven through the commands that its menus use.
const OPEN_MS = 60_000;
const RUN_MS = 180_000;

/** A page with what went wrong on it and what it asked of other hosts. */
export async function newPage(browser, { url }, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, permissions: ["clipboard-read", "clipboard-write"], ...options });
  const page = await context.newPage();
  const seen = { errors: [], outside: [] };
  page.on("pageerror", (error) => seen.errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && /sojourn|plotly/i.test(message.text() + message.location().url) && seen.errors.push(message.text()));
  page.on("request", (request) => !request.url().startsWith(url) && !/^(data|blob):/.test(request.url()) && seen.outside.push(request.url()));
  return { page, seen, close: () => context.close() };
}

/** Opens a notebook alone and waits until it and its kernel are there. */
export async function openNotebook(page, { url, token }, name) {
  await page.goto(`${url}/lab/tree/${encodeURI(name)}?token=${token}&reset`);
  await page.waitForFunction((path) => {
    const panel = window.jupyterapp?.shell.currentWidget;
    return panel?.context?.path === path && panel.context.isReady && panel.sessionContext?.session?.kernel?.status === "idle";
  }, name, { timeout: OPEN_MS });
  await page.waitForSelector(".jp-Notebook .jp-Cell");
}

/** A command of the menus; one that never ends is an error here. */
export const command = (page, id, args) => within(RUN_MS, id, page.evaluate(([id, args]) => window.jupyterapp.commands.execute(id, args).then(() => undefined), [id, args]));

function within(limit, name, work) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`${name} did not end within ${limit / 1000} s`)), limit)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Runs all cells and waits until the last has ended and the kernel is idle. */
export async function runAll(page) {
  await page.evaluate(() => window.jupyterapp.shell.currentWidget.content.widgets.filter(({ model }) => model.type === "code").forEach(({ model }) => (model.executionCount = null)));
  await command(page, "notebook:run-all-cells");
  await settled(page);
}

export const settled = (page) => page.waitForFunction(() => {
  const { content, sessionContext } = window.jupyterapp.shell.currentWidget;
  const waiting = content.widgets.filter(({ model }) => model.type === "code" && model.sharedModel.getSource().trim() !== "" && (model.executionState === "running" || model.executionCount === null));
  return waiting.length === 0 && sessionContext.session?.kernel?.status === "idle";
}, undefined, { timeout: RUN_MS });

/** The code cells: counts, output types, what stands on stderr. */
export const cellsOf = (page) => page.evaluate(() => window.jupyterapp.shell.currentWidget.content.widgets.filter(({ model }) => model.type === "code").map(({ model }) => {
  const outputs = model.outputs.toJSON();
  const textOf = ({ text }) => [text].flat().join("");
  return {
    id: model.id, count: model.executionCount,
    figures: outputs.filter(({ data }) => data?.["application/vnd.plotly.v1+json"]).length,
    tables: outputs.flatMap(({ data }) => data?.["application/vnd.sojourn.table+json"]?.id ?? []),
    errors: outputs.filter(({ output_type }) => output_type === "error").length,
    stderr: outputs.filter(({ name }) => name === "stderr").map(textOf).join(""),
    stdout: outputs.filter(({ name }) => name === "stdout").map(textOf).join(""),
  };
}));

/** Scrolls to each cell that shows something (a long notebook draws only what is near) and looks at it. */
export async function lookAtOutputs(page) {
  const found = { figures: 0, tables: 0, ink: [] };
  for (const cell of (await cellsOf(page)).filter(({ figures, tables }) => figures + tables.length > 0)) {
    await scrollTo(page, cell.id);
    const node = page.locator(`.jp-Cell[data-sojourn-check="${cell.id}"]`);
    for (const figure of await node.locator(".sojourn-figure").all()) {
      await figure.scrollIntoViewIfNeeded();
      await node.locator(".sojourn-figure.is-drawn").first().waitFor({ timeout: 20_000 });
    }
    const shown = await node.evaluate((cellNode) => ({
      figures: [...cellNode.querySelectorAll(".sojourn-figure.is-drawn")].filter((figure) => figure.querySelectorAll("svg.main-svg path, svg.main-svg rect, svg.main-svg text").length > 5 && figure.getBoundingClientRect().height > 100).length,
      tables: [...cellNode.querySelectorAll(".sojourn-table-place table")].filter((table) => table.querySelectorAll("td").length > 0 && table.getBoundingClientRect().height > 20).length,
    }));
    found.figures += shown.figures;
    found.tables += shown.tables;
  }
  return found;
}

export async function scrollTo(page, id) {
  await page.evaluate(async (cellId) => {
    const { content } = window.jupyterapp.shell.currentWidget;
    const place = content.widgets.findIndex(({ model }) => model.id === cellId);
    content.activeCellIndex = place;
    await content.scrollToCell(content.widgets[place], "start");
    content.widgets[place].node.dataset.sojournCheck = cellId;
  }, id);
}
