// @ts-check
// What a reader works with: the search, the traces, the audit page. Each is used as a reader would, with keyboard and mouse.
import { readFileSync } from "node:fs";
import { refuseSerious } from "./axe.mjs";
import { check, checking } from "./report.mjs";

/** @param open  (browser, page's name, options) → {context, page, seen}, as in site.mjs */
export async function checkTools(browser, open, pages) {
  await checkSearch(browser, open);
  if (pages.includes("trace.html")) await checkTraces(browser, open, pages);
  await checkAudit(browser, open);
}

const expecting = (holds, found) => {
  if (!holds) throw new Error(String(found));
  return String(found);
};

async function checkSearch(browser, open) {
  for (const [start, queries] of [["index.html", ["odds ratio", "单位"]], ["zh/index.html", ["单位", "累积", "odds ratio"]]]) {
    const { context, page, seen } = await open(browser, start);
    check(`${start}: the index waits until it is asked for`, !seen.requests.some((url) => url.includes("search-index")));
    for (const query of queries) {
      await checking(`${start}: a search for ${query} leads to a place that says it`, async () => {
        await page.keyboard.press("/");
        await page.locator("#search-box").fill(query);
        await page.locator("#search-results a").first().waitFor();
        const all = await page.locator("#search-results a").count();
        await refuseSerious(page);
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("ArrowUp");
        const at = await page.evaluate(() => /** @type {HTMLAnchorElement} */ (document.activeElement).href);
        await page.keyboard.press("Enter");
        await page.waitForURL(at);
        const words = await page.evaluate((id) => /** @type {HTMLElement | null | undefined} */ ((id ? document.getElementById(id) : document.body)?.closest("section, figure, table, body"))?.innerText ?? "", decodeURIComponent(new URL(at).hash.slice(1)));
        await page.goBack();
        return expecting(words.toLowerCase().includes(query), `${all} results, the first ${at.slice(at.lastIndexOf("/") + 1)}`);
      });
    }
    await checking(`${start}: a search for nonsense says that nothing was found`, async () => {
      await page.locator("#search-box").fill("qqzzx");
      await page.locator("#search-results p").waitFor();
      return expecting((await page.locator("#search-results").innerText()).includes("qqzzx"), await page.locator("#search-results").innerText());
    });
    await checking(`${start}: Escape shuts the results`, async () => {
      await page.keyboard.press("Escape");
      return expecting(!(await page.locator("#search-results").isVisible()), "shut");
    });
    check(`${start}: searching raises no error`, seen.errors.length === 0, seen.errors[0]);
    await context.close();
  }
}

async function checkTraces(browser, open, pages) {
  const { context, page, seen } = await open(browser, "trace.html");
  await page.goto(`${page.url()}#M4.supportUnit`);
  await checking("trace.html: the trace that the address names is shown, and no other", async () => {
    const shown = await page.locator("article.trace:visible").evaluateAll((all) => all.map(({ id }) => id));
    expecting(shown.join() === "M4.supportUnit", shown);
    return expecting(/1\.047/.test(await page.locator("article.trace:visible").innerText()), "1.047");
  });
  await checking("trace.html: another number of the list shows its own", async () => {
    await page.locator("a[href='#M1.age2']").click();
    const shown = await page.locator("article.trace:visible").evaluateAll((all) => all.map(({ id }) => id));
    await refuseSerious(page);
    return expecting(shown.join() === "M1.age2", shown);
  });
  check("trace.html: no error", seen.errors.length === 0, seen.errors[0]);
  await context.close();

  let traced = 0;
  for (const name of pages.filter((path) => !/(^|\/)(index|audit|trace)\.html$/.test(path))) {
    const { context: own, page: notebook } = await open(browser, name);
    const link = notebook.locator("a.traced").first();
    if (await notebook.locator("a.traced").count() > 0) {
      traced += 1;
      await checking(`${name}: a printed number opens its trace, and Escape leads back to it`, async () => {
        const printed = (await link.innerText()).replace(/[()*]/g, "").split(" ")[0];
        await link.focus();
        await notebook.keyboard.press("Enter");
        const dialog = notebook.locator("dialog[open]");
        await dialog.waitFor();
        await refuseSerious(notebook);
        const words = await dialog.innerText();
        expecting(words.includes(printed), `no ${printed} in it`);
        await notebook.keyboard.press("Escape");
        await dialog.waitFor({ state: "detached" });
        return expecting(await link.evaluate((a) => a === document.activeElement), printed);
      });
    }
    await own.close();
  }
  check("some notebook's printed numbers lead to their traces", traced > 0, `${traced} pages`);
}

/** A table as a reviewer may paste it from a PDF, with spaces inside numbers, U+2212 and ∗. 0.700 with 0.350 has z = 2: two stars, not three. */
const PASTED = `Table 2. Binary logit models of staying
                 Model 1      Model 2
education        0.400∗       0.300
                 (0.230)      (0.400)
income           − 0.900∗∗∗   0.700∗∗∗
                 (0.200)      (0.350)
Constant         0.100        0.200
                 (0.300)      (0.310)
N                500          400
Log likelihood   −300.12      −250.34
Standard errors in parentheses. ∗ p<0.1, ∗∗ p<0.05, ∗∗∗ p<0.01`;

async function checkAudit(browser, open) {
  for (const [name, words] of /** @type {[string, { read: string, audit: string, html: RegExp }][]} */ ([["audit.html", { read: "Read", audit: "Audit", html: /Download report/ }], ["zh/audit.html", { read: "读取", audit: "审核", html: /下载报告/ }]])) {
    const { context, page, seen } = await open(browser, name, { acceptDownloads: true });
    await checking(`${name}: a pasted table is read as it is printed`, async () => {
      await page.locator("#table-text").fill(PASTED);
      await page.getByRole("button", { name: words.read, exact: true }).press("Enter");
      await page.locator(".sheet").waitFor();
      const boxes = await page.locator(".sheet .coefficient input").evaluateAll((all) => all.map(({ value }) => value));
      return expecting(boxes.join() === "0.400*,0.230,0.300,0.400,-0.900***,0.200,0.700***,0.350,0.100,0.300,0.200,0.310", boxes);
    });
    const inconsistent = async () => {
      await page.getByRole("button", { name: words.audit, exact: true }).click();
      await page.locator(".audit-report").waitFor();
      await page.waitForFunction(() => /** @type {HTMLElement | null} */ (document.querySelector(".stale"))?.hidden !== false);
      return page.locator(".audit-report li.inconsistent").evaluateAll((all) => all.map((item) => item.innerText.replace(/\s+/g, " ").slice(0, 160)));
    };
    await checking(`${name}: the planted star is found, and nothing else`, async () => {
      const found = await inconsistent();
      await refuseSerious(page);
      return expecting(found.length === 1 && /income/.test(found[0]), found.join(" | "));
    });
    await checking(`${name}: once the cell is corrected, it holds together`, async () => {
      const box = page.locator("[id='box-r1-m1-coefficient']");
      await box.fill("0.700**");
      return expecting((await inconsistent()).length === 0, "0 inconsistent");
    });
    await checking(`${name}: the report can be taken away`, async () => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: words.html }).click()]);
      const text = readFileSync(await download.path(), "utf8");
      return expecting(/^<!doctype html>/.test(text) && text.includes("income") && !/<script|<link|src=/.test(text), `${download.suggestedFilename()}, ${Math.round(text.length / 1000)} kB by itself`);
    });
    await checking(`${name}: what cannot be audited is told, and leads to its box`, async () => {
      await page.locator("[id='box-r1-m1-coefficient']").fill("about 0.7");
      await page.getByRole("button", { name: words.audit, exact: true }).click();
      await page.locator(".trouble a").click();
      await refuseSerious(page);
      return expecting(await page.evaluate(() => document.activeElement.id) === "box-r1-m1-coefficient", await page.evaluate(() => document.activeElement.id));
    });
    await checking(`${name}: a hostile paste stays text`, async () => {
      await page.locator("#table-text").fill(`| v | <script>window.owned=1</script><img src=x onerror="window.owned=1"> |\n|---|---|\n| <b onclick="1">x</b><img src=x onerror="window.owned=1"> | 1.00*** (0.25) |\n| N | 500 |`);
      await page.getByRole("button", { name: words.read, exact: true }).click();
      await page.locator(".sheet, .trouble p").first().waitFor();
      if (await page.locator(".sheet").count() > 0) await inconsistent();
      return expecting(await page.evaluate(() => window.owned === undefined && document.querySelectorAll("#audit-app img").length === 0), "text");
    });
    await checking(`${name}: prose is answered with a sentence`, async () => {
      await page.locator("#table-text").fill("Support matters a great deal.");
      await page.getByRole("button", { name: words.read, exact: true }).click();
      const words2 = await page.locator(".trouble").first().innerText();
      return expecting(words2.length > 20, words2.slice(0, 60));
    });
    check(`${name}: no error, and nothing asked of anybody`, seen.errors.length === 0 && seen.requests.every((url) => /^(file|data|blob):/.test(url)), seen.errors[0] ?? `${seen.requests.length} requests`);
    await context.close();
  }
}
