// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../report.mjs";
import { cellsOf, lookAtOutputs, newPage, openNotebook, runAll } from "./page.mjs";
import { FOLDER } from "./server.mjs";

/** A notebook as it comes, untrusted, and after Run All: every figure and table is there, no cell fails. */
export async function checkNotebook(browser, server, shots, name) {
  const { page, seen, close } = await newPage(browser, server);
  try {
    await openNotebook(page, server, name);
    const wanted = wantedIn(name);
    const trusted = await page.evaluate(() => window.jupyterapp.shell.currentWidget.content.model.cells.get(1)?.trusted);
    const before = await lookAtOutputs(page);
    check(`${name}: untrusted, every figure and table is shown`, trusted !== true && wanted.figures + wanted.tables > 0 && before.figures === wanted.figures && before.tables === wanted.tables, `${before.figures} of ${wanted.figures} figures, ${before.tables} of ${wanted.tables} tables`);

    await runAll(page);
    const cells = await cellsOf(page);
    const failed = cells.filter(({ errors, stderr }) => errors > 0 || stderr !== "");
    check(`${name}: Run All ends without an error`, failed.length === 0, failed.map(({ id, stderr }) => `${id}: ${stderr.slice(0, 120)}`).join("; "));
    check(`${name}: cells are counted 1 to ${cells.length}`, cells.every(({ count }, i) => count === i + 1), cells.map(({ count }) => count).join(" "));
    const after = await lookAtOutputs(page);
    const made = { figures: sum(cells.map(({ figures }) => figures)), tables: sum(cells.map(({ tables }) => tables.length)) };
    check(`${name}: then every figure and table is shown`, made.figures + made.tables > 0 && after.figures === made.figures && after.tables === made.tables, `${after.figures} of ${made.figures} figures, ${after.tables} of ${made.tables} tables`);
    await page.screenshot({ path: join(shots, `lab-${name.replace(/\.ipynb$/, "").replace("/", "-")}.png`) });
    check(`${name}: no error on the page, no other host`, seen.errors.length === 0 && seen.outside.length === 0, [...seen.errors, ...seen.outside].slice(0, 3).join("; "));
    await page.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown());
  } finally {
    await close();
  }
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

function wantedIn(name) {
  const bundles = JSON.parse(readFileSync(join(FOLDER, name), "utf8")).cells.flatMap(({ outputs }) => outputs ?? []).map(({ data }) => data ?? {});
  return {
    figures: bundles.filter((data) => data["application/vnd.plotly.v1+json"]).length,
    tables: bundles.filter((data) => data["application/vnd.sojourn.table+json"]).length,
  };
}
