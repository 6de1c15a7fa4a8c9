import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/bilingual";
import { auditPage } from "../../src/site/audit/auditPage";
import { inspectionPage } from "../../src/site/inspectionPage";
import { readEditions } from "../../src/site/notebookFolder";
import { writeSite } from "../../src/site/writeSite";
import { smallTable } from "../display/smallTable";
import { code, newFolder, notebookFolder, stdout } from "./exampleNotebooks";
import { parsed } from "./parsed";

describe("pages beside the notebooks", () => {
  it.each(["en", "zh"] as const)("speak one language at a time (%s): title, description, paragraphs", (language) => {
    for (const page of [auditPage(), inspectionPage([])]) {
      const paragraphs = Array.from(parsed(page.body(language).text).querySelectorAll("h1, p"), ({ textContent }) => textContent!);
      expect([page.title, page.description].map((text) => languageOf(text[language]))).toEqual([language, language]);
      expect(paragraphs.length).toBeGreaterThan(1);
      expect(paragraphs.filter((text) => languageOf(text) !== language)).toEqual([]);
    }
  });

  it("the page of an audit carries its example, whatever stands in it, and says what it needs", () => {
    const page = auditPage("a</script><b>1</b>");
    const document = parsed(page.body("zh").text);
    expect([page.name, page.synthetic, page.scripts, page.headings("zh"), JSON.parse(document.querySelector("#audit-example")!.textContent), document.querySelectorAll("b").length]).toEqual(["audit", false, ["assets/audit-page.js"], [{ level: 1, id: "title", text: "审核一张表" }], "a</script><b>1</b>", 0]);
    expect(auditPage().body("en").text).toContain('id="audit-example">null</script>');
  });

  it("the page of the data shows its tables in the page's language, each with its heading", () => {
    const tables = [{ ...smallTable, id: "a", synthetic: false }, { ...smallTable, id: "b", synthetic: true }];
    const page = inspectionPage(tables);
    const document = parsed(page.body("zh").text);
    expect([page.synthetic, inspectionPage(tables.slice(0, 1)).synthetic, page.headings("en").map(({ level, id, text }) => `${level} ${id} ${text}`)]).toEqual([true, false, ["1 title The data before any model", "2 a Staying", "2 b Staying"]]);
    expect(Array.from(document.querySelectorAll(".output-html"), (section) => [section.id, section.querySelector("caption")!.textContent!.includes("居留意愿"), section.textContent!.includes("Staying")])).toEqual([["a", true, false], ["b", true, false]]);
  });
});

describe("a folder of notebooks", () => {
  const run = [code("a", "1", [stdout("1")])];
  it("is read in the order of its names, each edition by itself", () => {
    const folder = notebookFolder({ "10.ipynb": run, "02.ipynb": run, "zh/02.ipynb": run });
    writeFileSync(join(folder, "notes.txt"), "x");
    const { en, zh } = readEditions(folder);
    expect([en.map(({ file }) => file), zh.map(({ file }) => file)]).toEqual([["notebooks/02.ipynb", "notebooks/10.ipynb"], ["notebooks/zh/02.ipynb"]]);
  });

  it("is refused where it holds none, names the front page, or has a Chinese one alone", () => {
    expect(() => readEditions(notebookFolder({}))).toThrow("notebooks: holds no notebook (expected files ending in .ipynb).");
    expect(() => readEditions(notebookFolder({ "index.ipynb": run }))).toThrow("notebooks/index.ipynb: index is the front page's name (expected another name).");
    expect(() => readEditions(notebookFolder({ "01.ipynb": run, "zh/02.ipynb": run }))).toThrow("notebooks/zh/02.ipynb: has no English edition (expected notebooks/02.ipynb).");
  });
});

describe("the folder of a site", () => {
  it("is written whole over an older site of ours or nothing, and over nothing of anybody's", () => {
    const folder = newFolder();
    const out = join(folder, "site");
    writeSite(out, [{ path: "a.html", content: "1" }, { path: "assets/b.js", content: "2" }]);
    writeSite(out, [{ path: "c.html", content: "3" }]);
    expect([readdirSync(out).sort(), readFileSync(join(out, "c.html"), "utf8")]).toEqual([[".sojourn-site", "c.html"], "3"]);
    mkdirSync(join(folder, "empty"));
    writeSite(join(folder, "empty"), [{ path: "a.html", content: "1" }]);
    mkdirSync(join(folder, "mine"));
    writeFileSync(join(folder, "mine", "thesis.txt"), "x");
    expect(() => writeSite(join(folder, "mine"), [])).toThrow(/mine: holds files that are no site of ours \(expected an empty or a new folder\)\. Nothing was written\./);
    expect(() => writeSite(join(folder, "mine", "thesis.txt"), [])).toThrow(/thesis\.txt: is not a folder \(expected a folder for the site\)/);
    expect(readdirSync(join(folder, "mine"))).toEqual(["thesis.txt"]);
  });
});
