// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check, checking } from "../report.mjs";
import { cellsOf, newPage, openNotebook, runAll, scrollTo } from "./page.mjs";

/** Table 2 under each of its controls, and what can be taken away from it. */
export async function checkTables(browser, server, shots) {
  const { page, seen, close } = await newPage(browser, server);
  try {
    await openNotebook(page, server, "08-regions.ipynb");
    await runAll(page);
    const cell = (await cellsOf(page)).find(({ tables }) => tables.includes("table-2"));
    await scrollTo(page, cell.id);
    const output = page.locator(`.jp-Cell[data-sojourn-check="${cell.id}"] .sojourn-table-output`).nth(cell.tables.indexOf("table-2"));
    const education = async () => (await output.locator("tr", { has: page.locator("th[scope=row]", { hasText: "education" }) }).first().locator("td").allInnerTexts()).map((text) => text.trim());
    const choose = (label, value) => output.getByLabel(label, { exact: true }).selectOption(value);
    const [printed, refitted] = await education();

    await choose("Numbers", "oddsRatio");
    const ratios = await education();
    const numberOf = (text) => Number(text.replace("−", "-").replace(/\*+$/, ""));
    check("a table shows odds ratios", Math.abs(Math.exp(numberOf(refitted)) - numberOf(ratios[1])) < 6e-4 && Math.abs(Math.exp(numberOf(printed)) - numberOf(ratios[0])) < 6e-4, `${printed} → ${ratios[0]}, ${refitted} → ${ratios[1]}`);
    await choose("Uncertainty", "interval");
    check("a table shows intervals", /\[\d\.\d+, \d+\.\d+\]/.test(await output.locator("table").innerText()));
    await page.screenshot({ path: join(shots, "lab-table-odds-ratios.png") });
    await choose("Numbers", "effect");
    check("a table shows average marginal effects", /average marginal effects/.test(await output.locator("caption").innerText()) && /^−?0\.\d{3}$/.test((await education())[1]), (await education()).slice(0, 3).join(" | "));
    await choose("Numbers", "coefficient");
    await choose("Uncertainty", "standardError");
    await choose("Columns", "printed");
    check("a table shows print alone", (await education()).length === 4, (await education()).join(" | "));
    await choose("Columns", "both");
    await choose("Language", "zh");
    check("a table speaks Chinese", (await output.locator("caption").innerText()).includes("表2") && !(await output.locator("thead").innerText()).includes("refitted"));
    await choose("Language", "en");

    for (const [format, mark] of /** @type {[string, RegExp][]} */ ([["Markdown", /^\*\*Table 2/], ["LaTeX", /\\begin\{tabular\}/], ["CSV", /^variable,/]])) {
      await checking(`a table is copied as ${format}`, async () => {
        await output.getByRole("button", { name: `Copy as ${format}` }).click();
        await output.getByText(`✓ ${format}`).waitFor({ timeout: 5_000 });
        const text = await page.evaluate(() => navigator.clipboard.readText());
        if (!mark.test(text) || !/[Ss]ynthetic stand-in/.test(text)) throw new Error(`got ${text.slice(0, 80)}`);
        return `${text.length} characters`;
      });
    }
    await checking("a table is downloaded as a Word file", async () => {
      const [download] = await Promise.all([page.waitForEvent("download"), output.getByRole("button", { name: "Download a Word file" }).click()]);
      const bytes = readFileSync(await download.path());
      if (download.suggestedFilename() !== "table-2.docx" || bytes.subarray(0, 2).toString() !== "PK") throw new Error(`${download.suggestedFilename()}, ${bytes.length} bytes`);
      return `${bytes.length} bytes`;
    });
    check("using a table makes no error", seen.errors.length === 0, seen.errors.join("; "));
  } finally {
    await close();
  }
}
