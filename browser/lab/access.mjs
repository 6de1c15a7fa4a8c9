// @ts-check
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LAB } from "../../scripts/lab/places.mjs";
import { axeFindings } from "../axe.mjs";
import { check } from "../report.mjs";
import { cellsOf, command, newPage, openNotebook, scrollTo } from "./page.mjs";

const OURS = [".sojourn-panel", ".sojourn-table-output", ".sojourn-figure", ".sojourn-stale-note"];

/** Panels, tables, figures and marks in both themes and in Chinese: no serious finding of axe. */
export async function checkAccess(browser, server, shots) {
  for (const language of ["en", "zh"]) {
    chooseLanguage(language);
    for (const theme of ["JupyterLab Light", "JupyterLab Dark"]) {
      const { page, close } = await newPage(browser, server);
      try {
        await openNotebook(page, server, "03-h1-cumulative-causation.ipynb");
        await command(page, "apputils:change-theme", { theme });
        await page.locator(".sojourn-panel").waitFor();
        await page.locator("#sojourn-reading-cumulativeCausation").selectOption("asPrinted");
        await page.waitForTimeout(3_000);
        const figure = (await cellsOf(page)).find(({ figures }) => figures > 0);
        await scrollTo(page, figure.id);
        await page.locator(".sojourn-figure.is-drawn").first().waitFor({ timeout: 20_000 });
        await page.waitForTimeout(500);
        const name = `lab-${theme.split(" ")[1].toLowerCase()}-${language}`;
        await page.screenshot({ path: join(shots, `${name}.png`) });
        const shown = [];
        for (const selector of OURS) if (await page.locator(selector).count()) shown.push(selector);
        const { serious } = await axeFindings(page, { inside: shown, outside: [".jp-AccordionPanel-title"] });
        check(`${name}: axe finds nothing serious in ${shown.length} kinds of ours`, serious === "" && shown.length === OURS.length, serious);
        if (language === "zh") check(`${name}: the panel speaks Chinese`, (await page.locator(".sojourn-panel").innerText()).includes("编码方案"));
        await page.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown());
      } finally {
        await close();
      }
    }
  }
  chooseLanguage("auto");
}

/** As the settings editor would write it. */
function chooseLanguage(language) {
  const folder = join(LAB, "checks", "settings", "sojourn-lab");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "panel.jupyterlab-settings"), JSON.stringify({ language }));
}
