// @ts-check
// Opens every notebook in the real JupyterLab of `npm run lab`, runs it, and uses tables, panels and readings as a reader would.
// node browser/lab.mjs (after `node scripts/lab.mjs --prepare-only`); the browser is $CHROMIUM or /usr/bin/chromium.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { PROJECT } from "../scripts/lab/places.mjs";
import { checkAccess } from "./lab/access.mjs";
import { checkBadCells } from "./lab/badCells.mjs";
import { checkNotebook } from "./lab/notebooks.mjs";
import { checkPanel } from "./lab/panel.mjs";
import { notebookNames, startServer } from "./lab/server.mjs";
import { checkTables } from "./lab/tables.mjs";
import { check, checking, close } from "./report.mjs";

const shots = join(PROJECT, "build", "ci");
mkdirSync(shots, { recursive: true });
const wanted = process.argv.slice(2);
const stages = { notebooks: async (...with_) => { for (const name of notebookNames()) await checkNotebook(...with_, name); }, tables: checkTables, panel: checkPanel, access: checkAccess, badCells: checkBadCells };

const server = await startServer();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  for (const [name, stage] of Object.entries(stages)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    try {
      await stage(browser, server, shots);
    } catch (error) {
      check(`${name}: went through`, false, String(error.message ?? error).split("\n")[0]);
    }
  }
} finally {
  await browser.close();
  await checking("JupyterLab stops", () => server.stop());
}
close();
