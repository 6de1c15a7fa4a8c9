// @ts-check
import { check, checking } from "../report.mjs";
import { cellsOf, command, newPage, openNotebook, settled } from "./page.mjs";
import { writeNotebook } from "./server.mjs";

const CELLS = [
  'import { codeSample, readSurvey } from "sojourn";\nconst people = codeSample(readSurvey());\nfor (let i = 1; i <= 2000; i++) console.log(`line ${i}`);',
  'void new Promise((_, reject) => setTimeout(() => reject(new Error("too late")), 300));\nconsole.log("gone on");',
  "while (true) {}",
  'console.log("still alive", people.people.length);',
];

/** Cells that flood, reject late or never end: each is dealt with, and the panel's questions do not get in the way. */
export async function checkBadCells(browser, server) {
  writeNotebook("bad-cells.ipynb", CELLS);
  const { page, close } = await newPage(browser, server);
  const run = (place) => page.evaluate((index) => {
    const { content } = window.jupyterapp.shell.currentWidget;
    content.activeCellIndex = index;
    void window.jupyterapp.commands.execute("notebook:run-cell");
  }, place);
  const cell = async (place) => (await cellsOf(page))[place];
  const ended = (place) => page.waitForFunction((index) => {
    const { content, sessionContext } = window.jupyterapp.shell.currentWidget;
    const { model } = content.widgets[index];
    return model.executionState !== "running" && sessionContext.session.kernel.status === "idle" && (model.executionCount !== null || model.outputs.length > 0);
  }, place, { timeout: 30_000 });
  try {
    await openNotebook(page, server, "bad-cells.ipynb");
    await run(0);
    await ended(0);
    const lines = (await cell(0)).stdout.split("\n").filter(Boolean);
    check("a cell that prints 2,000 lines shows them all", lines.length === 2000 && lines.at(-1) === "line 2000", `${lines.length} lines`);
    await run(1);
    await checking("a cell that rejects late says so, under itself, though the panel has asked meanwhile", async () => {
      await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.content.widgets[1].model.outputs.toJSON().some(({ name, text }) => name === "stderr" && [text].flat().join("").includes("too late")), undefined, { timeout: 10_000 });
      return (await cell(1)).stderr.split("\n")[0].slice(0, 80);
    });
    await run(2);
    await page.waitForTimeout(2_500);
    await command(page, "notebook:interrupt-kernel");
    await checking("an endless loop is interrupted", async () => {
      await ended(2);
      return (await cell(2)).stderr.split("\n").find((line) => /interrupt/i.test(line)) ?? "";
    });
    await page.waitForTimeout(600);
    await run(3);
    await settled(page).catch(() => undefined);
    check("the kernel lives on with what it had", /still alive 777/.test((await cell(3)).stdout), (await cell(3)).stdout || (await cell(3)).stderr);
    await checking("and the panel has its verdicts", () => page.locator('.sojourn-panel tbody[data-hypothesis="H1"] .sojourn-by-kernel td[data-group]').first().waitFor({ timeout: 10_000 }));
    await page.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown());
  } finally {
    await close();
  }
}
