import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, it } from "vitest";
import { renderSite } from "../../src/site/renderSite";
import { siteTraces } from "../../src/cli/siteTraces";
import { codeSample } from "../../src/sfrc/codeSample";
import { readClaims, readPublished, standInFile } from "../../src/sfrc/ourSurvey";
import { readSfrc } from "../../src/sfrc/readSfrc";
import { sfrc } from "../../src/sfrc/study";
import { trace } from "../../src/sfrc/trace";
import { code, display, newFolder, notebookFolder, prose } from "./exampleNotebooks";

const coded = codeSample(readSfrc([standInFile()], {}));
const traces = siteTraces(sfrc, readPublished(), readClaims(), (cell) => trace(cell, coded, readPublished(), readClaims()));
const table = display({
  "text/html": `<table id="t"><caption>Table 2</caption><tbody><tr><th>unit</th><td class="number" data-coefficient="M4.supportUnit">1.047***</td><td data-coefficient="M9.nothing">1</td><td>2</td></tr></tbody></table>`,
  "text/plain": "t",
});
const notebook = [prose("a", "# H1"), code("b", "show(t)", [table])];

let out: string;
const parsed = new Map<string, Document>();
/** A page of the site, parsed once: the trace page is long. */
function page(path: string): Document {
  const document = parsed.get(path) ?? new JSDOM(readFileSync(join(out, path), "utf8")).window.document;
  parsed.set(path, document);
  return document;
}
beforeAll(async () => {
  out = join(newFolder(), "site");
  await renderSite({
    notebooks: notebookFolder({ "h1.ipynb": notebook, "zh/h1.ipynb": notebook }), out, traces, downloads: [], auditExample: "x\t</script><b>1</b>",
    provenance: { packageVersion: "1", nodeMajor: 20, data: [] },
  });
});

describe("the traces", () => {
  it("are those of all 74 printed coefficients, in both languages, each with its anchor", () => {
    expect(traces.cells).toHaveLength(74);
    for (const path of ["trace.html", "zh/trace.html"]) {
      expect(page(path).querySelectorAll("article.trace").length).toBe(74);
      const links = Array.from(page(path).querySelectorAll(".traces td a"), (a) => decodeURIComponent(a.getAttribute("href")!.slice(1)));
      expect(links).toHaveLength(74);
      expect(links.filter((id) => page(path).getElementById(id) === null)).toEqual([]);
    }
  });

  it("lead from question and answers with their counts to the rule, the column, the estimate, the star and the text", () => {
    const article = page("zh/trace.html").getElementById("M4.supportUnit")!;
    const text = article.textContent!.replace(/\s+/g, " ");
    expect(text).toContain("合成替代数据");
    expect(text).toContain("抵达时是否有人帮助您安排接待");
    expect(text).toContain("did anyone help to arrange your reception");
    expect(text).toMatch(/有客户接待 received by a client ?client ?43/);
    const { file, line } = traces.cells.find(({ model, term }) => model === "M4" && term === "supportUnit")!.rule!;
    expect(readFileSync(file, "utf8").split("\n")[line - 1]).toMatch(/^export function codeSupport/);
    expect(text).toContain(`${file}, 第 ${line} 行`);
    expect(text).toMatch(/系数 ?1\.047 ?1\.06\d/);
    expect(text).toMatch(/星号 ?\*\*\* ?\*\*\*/);
    expect(Array.from(article.querySelectorAll("li small"), (id) => id.textContent)).toEqual(["N1, §4.1.1", "R3, §4.2", "A1, 摘要"]);
  });

  it("say of the constant that no question gives it", () => {
    expect(page("trace.html").getElementById("M1.const")!.textContent).toContain("No question gives the constant");
    expect(page("trace.html").getElementById("M1.const")!.querySelector(".asked") === null).toBe(true);
  });

  it("are what a printed number of a table leads to, and no other number is a link", () => {
    for (const path of ["h1.html", "zh/h1.html"]) {
      const links = page(path).querySelectorAll<HTMLAnchorElement>("td a");
      expect(Array.from(links, (a) => [a.textContent, a.getAttribute("href")])).toEqual([["1.047***", "trace.html#M4.supportUnit"]]);
      expect(page(path).querySelector("script[data-traces]") === null).toBe(false);
    }
    expect(existsSync(join(out, "assets/traces-en.js"))).toBe(true);
  });

  it("stand in the sidebar beside the audit, whose example cannot end its script", () => {
    expect(Array.from(page("zh/index.html").querySelectorAll(".pages > li > a"), (a) => a.getAttribute("href"))).toEqual(["index.html", "h1.html", "audit.html", "trace.html"]);
    expect(JSON.parse(page("audit.html").getElementById("audit-example")!.textContent!)).toBe("x\t</script><b>1</b>");
  });
});
