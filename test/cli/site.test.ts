import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import * as site from "../../src/cli/site";
import { code, notebookFolder, prose, stdout as printed } from "../site/exampleNotebooks";
import { inventedFile } from "../sfrc/inventedSurvey";
import { inProcess, type Outcome } from "./inProcess";

const sojourn = inProcess(site);
const out = (): string => join(mkdtempSync(join(tmpdir(), "sojourn-site-")), "site");
const page = (folder: string, path: string): Document => new JSDOM(readFileSync(join(folder, path), "utf8")).window.document;
const verdictCells = (document: Document): string[][] => Array.from(document.querySelectorAll("#verdicts tbody tr"), (row) =>
  Array.from(row.querySelectorAll("td"), (cell) => cell.textContent!.trim()));

/** A site that several tests look at, rendered by the first of them. */
function rendered(...words: string[]): () => Promise<Outcome & { folder: string }> {
  const folder = out();
  let site: Promise<Outcome> | undefined;
  return async () => ({ ...(await (site ??= sojourn("site", ...words, "--out", folder))), folder });
}

const ofOurs = rendered();
const ofSomebody = rendered("--notebooks", notebookFolder({ "h1.ipynb": [prose("a", "# H1. Own run"), code("b", "1", [printed("1")])] }), "--data", inventedFile((row) => ({ ...row, source: "" })));

describe("sojourn site", () => {
  it("renders every committed notebook, the verdicts beside the paper's, and the data for the taking", async () => {
    const { exit, stdout, stderr, folder } = await ofOurs();
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(stdout).toMatch(/^\d+ pages, \d+ figures: .*site\/index\.html$/);
    const front = page(folder, "index.html");
    expect(front.querySelectorAll(".page-list > li").length).toBeGreaterThanOrEqual(11);
    expect(front.querySelectorAll("#verdicts tbody th a")).toHaveLength(7); // each hypothesis leads to its notebook
    // The printed columns, from the paper's Table 2: Changchun (M1, with M2 beside it), the South (M3), all (M4).
    expect(verdictCells(front).map((cells) => [cells[1], cells[3], cells[5]])).toEqual([
      ["noM2: no", "yes **", "yes ***"], ["noM2: no", "yes ***", "yes ***"], ["yes *M2: yes *", "no", "yes **"], ["yes *M2: no", "no", "yes *"],
      ["yes ***M2: yes ***", "yes **", "yes ***"], ["yes **M2: yes **", "yes **", "yes ***"], ["yes **M2: yes **", "no", "yes *"],
    ]);
    expect(front.querySelector(".caution")).not.toBeNull();
    expect(page(folder, "index.html").querySelector(".provenance")!.textContent).toMatch(/sfrc-synthetic\.csv, seed \d+/);
    for (const file of ["sfrc-synthetic.csv", "codebook.json", "wvs.csv"]) expect(existsSync(join(folder, "downloads/data", file)), file).toBe(true);
  });

  it("says of each page which data it reads", async () => {
    const { folder } = await ofOurs();
    const data = (name: string): string[] => Array.from(page(folder, name).querySelectorAll(".provenance a"), (a) => a.textContent!).filter((text) => text.startsWith("data/"));
    expect(data("04-h2-contact-willingness.html")).toEqual(["data/sfrc-synthetic.csv"]);
    expect(data("10-a-real-survey.html")).toEqual(["data/wvs.csv"]);
  });

  it("renders somebody's own run with their verdicts, their data named but not copied, and no word of ours on the stand-in", async () => {
    const { exit, stderr, folder } = await ofSomebody();
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(verdictCells(page(folder, "index.html"))).toHaveLength(7);
    expect(page(folder, "index.html").querySelector(".caution")).toBeNull();
    expect(page(folder, "h1.html").querySelector(".provenance")!.textContent).toMatch(/[0-9a-f]{64}/);
    expect(existsSync(join(folder, "downloads/data/sfrc-synthetic.csv"))).toBe(false);
  });

  it("looks at one's own data first, on a page that names nobody", async () => {
    const { folder } = await ofSomebody();
    const page = readFileSync(join(folder, "inspect.html"), "utf8");
    expect(page).toContain("The data before any model");
    expect(page).toMatch(/rows that agree in every answer/);
    expect(page).not.toContain("SYN-1");
    expect(readFileSync(join(folder, "zh", "inspect.html"), "utf8")).toContain("建模之前的数据");
  });

  it("shows no verdicts for notebooks whose data it is not told", async () => {
    const folder = out();
    const notebooks = notebookFolder({ "h1.ipynb": [prose("a", "# H1"), code("b", "1", [printed("1")])] });
    await sojourn("site", "--notebooks", notebooks, "--out", folder);
    expect(page(folder, "index.html").querySelector("#verdicts")).toBeNull();
  });

  it("refuses notebooks that were not run, by name, with exit 2 and nothing written", async () => {
    const folder = out();
    const notebooks = notebookFolder({ "h1.ipynb": [prose("a", "# H1"), code("b", "1")] });
    const { exit, stderr } = await sojourn("site", "--notebooks", notebooks, "--out", folder);
    expect(exit).toBe(2);
    expect(stderr).toBe("notebooks/h1.ipynb: holds no output (expected an executed notebook). Run it: npx --no-install sojourn run notebooks/h1.ipynb.");
    expect(existsSync(folder)).toBe(false);
  });

  it("refuses --data without --notebooks: the committed notebooks ran on the stand-in", async () => {
    const { exit, stderr } = await sojourn("site", "--data", inventedFile(), "--out", out());
    expect(exit).toBe(2);
    expect(stderr).toMatch(/--notebooks/);
  });

  it("refuses an option it does not know", async () => expect((await sojourn("site", "--outt", "x")).exit).toBe(2));
});
