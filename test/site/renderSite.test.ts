import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, it } from "vitest";
import { SYNTHETIC_BANNER } from "../../src/display/synthetic";
import { commitOf } from "../../src/site/commit";
import { renderSite, type SiteRequest } from "../../src/site/renderSite";
import type { Cell } from "../../src/notebook/nbformat/notebook";
import type { VerdictTable } from "../../src/site/verdictTable";
import { code, display, everything, figure, newFolder, notebookFolder, png, prose, stdout, table } from "./exampleNotebooks";

const verdicts: VerdictTable = {
  groups: [{ id: "changchun", label: { en: "Changchun", zh: "长春" }, model: "M1" }, { id: "all", label: { en: "All", zh: "全部" }, model: "M4" }],
  hypotheses: [{
    id: "H3b", claim: { en: "Those met by kin wish to stay <more>", zh: "有亲友接应的人更愿意居留" },
    verdicts: [
      { refitted: { supported: true, level: "**" }, printed: { supported: true, level: "*" }, also: { model: "M2", refitted: { supported: false, level: "" } } },
      { refitted: { supported: null, level: "" }, printed: { supported: false, level: "***" } },
    ],
  }],
};

/** The answers of a survey, as a file. */
function answers(): string {
  const path = join(newFolder(), "answers.csv");
  writeFileSync(path, "id\n1\n");
  return path;
}

const request = (notebooks: string, more: Partial<SiteRequest> = {}): SiteRequest => ({
  notebooks, out: join(newFolder(), "site"), downloads: [],
  provenance: { packageVersion: "9.8.7", nodeMajor: 20, commit: { hash: "0123456789abcdef", clean: false }, data: [{ path: answers(), seed: 4711 }] },
  ...more,
});

/** The digest of every file of a folder, by its path. */
function contents(folder: string, under = ""): Record<string, string> {
  return Object.assign({}, ...readdirSync(join(folder, under)).sort().map((name) => {
    const path = join(under, name);
    return statSync(join(folder, path)).isDirectory() ? contents(folder, path) : { [path]: createHash("sha256").update(readFileSync(join(folder, path))).digest("hex") };
  })) as Record<string, string>;
}

const render = async (files: Record<string, readonly Cell[]>, more: Partial<SiteRequest> = {}) => {
  const asked = request(notebookFolder(files), more);
  const report = await renderSite(asked);
  const page = (path: string): Document => new JSDOM(readFileSync(join(asked.out, path), "utf8")).window.document;
  return { report, page, out: asked.out };
};

describe("a site of two notebooks, one of them in Chinese too", () => {
  let site: Awaited<ReturnType<typeof render>>;
  beforeAll(async () => {
    site = await render({ "01-h2.ipynb": everything(), "other.ipynb": everything("H3a–c. Who received them?"), "zh/01-h2.ipynb": everything("H2. 愿意交往的人想留下吗？") }, { verdicts });
  });

  it("has a page for each notebook and a front page in each language", () => {
    expect(site.report.pages).toEqual(["index.html", "01-h2.html", "other.html", "audit.html", "zh/index.html", "zh/01-h2.html", "zh/audit.html"]);
    expect(site.report.figures).toBe(3);
  });

  it("pairs the pages of a notebook, and offers no other language where there is none", () => {
    expect(site.page("01-h2.html").querySelector(".language a")!.getAttribute("href")).toBe("zh/01-h2.html");
    expect(site.page("zh/01-h2.html").querySelector(".language a")!.getAttribute("href")).toBe("../01-h2.html");
    expect(site.page("zh/01-h2.html").documentElement.lang).toBe("zh-Hans");
    expect(site.page("other.html").querySelector(".language a")).toBeNull();
  });

  it("lists all pages in the sidebar, the reader's own edition first choice, with the headings of the one that is read", () => {
    const links = Array.from(site.page("zh/01-h2.html").querySelectorAll("#sidebar .pages > li > a"), (a) => a.getAttribute("href"));
    expect(links).toEqual(["index.html", "01-h2.html", "../other.html", "audit.html"]);
    const headings = Array.from(site.page("01-h2.html").querySelectorAll("#sidebar .on-this-page a"), (a) => a.textContent);
    expect(headings).toEqual(["The rule", "What can be concluded"]);
  });

  it("links neighbours", () => {
    const neighbours = site.page("01-h2.html").querySelectorAll(".neighbours a");
    expect(Array.from(neighbours, (a) => `${a.getAttribute("rel")} ${a.getAttribute("href")}`)).toEqual(["prev index.html", "next other.html"]);
  });

  it("has every cell under its id, code cells with their number", () => {
    const document = site.page("01-h2.html");
    expect(["title", "rule", "load", "table", "figure", "end"].map((id) => document.getElementById(id)?.tagName)).toEqual(Array(6).fill("SECTION"));
    expect(document.querySelector("#figure > .cell-number")!.textContent).toBe("cell 3");
    expect(new Set(Array.from(document.querySelectorAll("[id]"), ({ id }) => id)).size).toBe(document.querySelectorAll("[id]").length);
  });

  it("shows a figure's still, words and numbers, and carries its Plotly JSON", () => {
    const shown = site.page("01-h2.html").querySelector("figure")!;
    expect(shown.querySelector("img")!.getAttribute("alt")).toBe("Figure 1. Contact willingness by region; Changchun: 0.213; South: 0.471");
    expect(existsSync(join(site.out, shown.querySelector("img")!.getAttribute("src")!))).toBe(true);
    expect(shown.querySelector("figcaption")!.textContent).toBe("Figure 1. Contact willingness by region");
    expect(Array.from(shown.querySelectorAll(".figure-words li"), (li) => li.textContent)).toEqual(["Changchun: 0.213", "South: 0.471"]);
    expect(shown.querySelectorAll(".figure-numbers tbody tr")).toHaveLength(6);
    expect(JSON.parse(shown.querySelector(".figure-json")!.textContent!).data).toHaveLength(2);
  });

  it("shows the table's own HTML with scoped headers, and what the cell printed", () => {
    const document = site.page("01-h2.html");
    expect(document.querySelector("#table .outputs table caption")!.textContent).toBe("Table 1. Description 描述统计");
    expect(Array.from(document.querySelectorAll("#table .outputs th"), (th) => th.getAttribute("scope"))).toEqual(["col", "col", "row", "row"]);
    expect(document.querySelector("#load .stream")!.textContent).toBe("777 people");
  });

  it("leads links between notebooks and to data to what lies on the site", () => {
    const links = (path: string) => Array.from(site.page(path).querySelectorAll("#rule a"), (a) => a.getAttribute("href"));
    expect(links("01-h2.html")).toEqual(["other.html#rule", "downloads/data/answers.csv"]);
    expect(links("zh/01-h2.html")).toEqual(["../other.html#rule", "../downloads/data/answers.csv"]);
  });

  it("says where each page comes from, and gives notebook and data along", () => {
    const foot = site.page("01-h2.html").querySelector(".provenance")!;
    expect(foot.querySelector('a[href="assets/THIRD-PARTY-LICENSES.txt"]')!.textContent).toBe("third-party licences");
    expect(readFileSync(join(site.out, "assets", "THIRD-PARTY-LICENSES.txt"), "utf8")).toContain("codemirror");
    expect(foot.textContent).toContain("sojourn 9.8.7");
    expect(foot.textContent).toContain("Node 20");
    expect(foot.textContent).toContain("0123456789ab with changes not committed");
    expect(foot.textContent).toContain("seed 4711");
    expect(foot.textContent).toContain(execFileSync("sha256sum", [join(site.out, "downloads/data/answers.csv")], { encoding: "utf8" }).slice(0, 64));
    expect(existsSync(join(site.out, foot.querySelector("a")!.getAttribute("href")!))).toBe(true);
  });

  it("opens with the verdicts beside the paper's, each linked to its page", () => {
    const cells = Array.from(site.page("index.html").querySelectorAll("#verdicts tbody tr *:is(th, td)"), (cell) => cell.textContent!.replace(/\s+/g, " ").trim());
    expect(cells).toEqual(["H3b Those met by kin wish to stay <more>", "yes **M2: no", "yes *", "?", "no ***"]);
    expect(site.page("index.html").querySelector("#verdicts tbody a")!.getAttribute("href")).toBe("other.html");
    expect(site.page("zh/index.html").querySelector("#verdicts tbody td")!.textContent).toMatch(/^是 \*\*/);
  });

  it("lists each notebook with its question", () => {
    const items = site.page("index.html").querySelectorAll(".page-list > li");
    expect(items).toHaveLength(2);
    expect(items[0].querySelector(".question")!.innerHTML).toContain("<strong>contact willingness</strong>");
    expect(site.page("zh/index.html").querySelector(".question")!.textContent).toContain("论文认为");
  });

  it("loads nothing from any other host and by no module", () => {
    for (const path of site.report.pages) {
      const document = site.page(path);
      const loaded = Array.from(document.querySelectorAll("[src], link[href]"), (el) => el.getAttribute("src") ?? el.getAttribute("href")!);
      expect(loaded.filter((address) => /^([a-z]+:)?\/\//i.test(address))).toEqual([]);
      expect(document.querySelector('script[type="module"], script:not([src]):not([type="application/json"])')).toBeNull();
    }
    const css = readFileSync(join(site.out, "assets/site.css"), "utf8") + readFileSync(join(site.out, "assets/katex/katex.min.css"), "utf8");
    const addresses = Array.from(css.matchAll(/url\(([^)]*)\)/g), ([, address]) => address);
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(existsSync(join(site.out, "assets/katex", address)), address).toBe(true);
  });

  it("comes out the same, to the byte, a second time", async () => {
    const again = await render({ "01-h2.ipynb": everything(), "other.ipynb": everything("H3a–c. Who received them?"), "zh/01-h2.ipynb": everything("H2. 愿意交往的人想留下吗？") }, { verdicts });
    expect(contents(again.out)).toEqual(contents(site.out));
  });
});

const tableJson = (synthetic: boolean) => ({
  kind: "table", id: "table-2", title: { en: "Coefficients", zh: "系数" }, stub: { en: "variable", zh: "变量" }, synthetic,
  columnGroups: [{ columns: [{ header: { en: "estimate", zh: "估计" } }] }],
  rowGroups: [{ rows: [{ header: { en: "kin", zh: "亲缘" }, cells: [{ number: -0.5, format: { decimals: 2 } }] }] }], notes: [],
});

describe("what a cell sends", () => {
  it("is shown in the page's language alone where it is a table of ours, with its data for the reader to choose", async () => {
    const cells = [prose("a", "# H1"), code("b", "show(t)", [display({ "application/vnd.sojourn.table+json": tableJson(false), "text/html": "<p>old</p>", "text/plain": "t" })])];
    const { page } = await render({ "h1.ipynb": cells, "zh/h1.ipynb": cells });
    expect(page("h1.html").querySelector(".outputs table")!.textContent!.replace(/\s+/g, " ").trim()).toBe("Coefficients variableestimate kin−0.50");
    expect(page("zh/h1.html").querySelector(".outputs table")!.textContent!.replace(/\s+/g, " ").trim()).toBe("系数 变量估计 亲缘−0.50");
    expect(JSON.parse(page("h1.html").querySelector(".table-json")!.textContent!)).toEqual(tableJson(false));
  });

  it("is drawn as a figure only where it is one: no class of the page's own comes from HTML", async () => {
    const html = '<div class="figure-json table-json">{}</div><ol class="on-this-page"><li><a href="#%E0%A4%A">a</a></li></ol>';
    const { page } = await render({ "h1.ipynb": [prose("a", "# H1"), code("b", "1", [display({ "text/html": html })])] });
    expect(page("h1.html").querySelector(".outputs :is(.figure-json, .table-json, .on-this-page)")).toBeNull();
  });

  it("comes from a notebook of any name: its links are addresses", async () => {
    const cells = [prose("a", "# H1"), code("b", "1", [stdout("1"), figure()])];
    const names = ["100% sure", "a?b", "javascript:alert(1);a", "what#now"];
    const { page, out, report } = await render(Object.fromEntries(names.map((name) => [`${name}.ipynb`, cells])));
    expect(report.pages.slice(1, 5).sort()).toEqual(names.map((name) => `${name}.html`));
    const document = page("a?b.html");
    const addresses = Array.from(document.querySelectorAll(".sidebar a, .neighbours a, .figure img, .provenance a"), (link) => link.getAttribute("href") ?? link.getAttribute("src")!);
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses) {
      expect(address).not.toMatch(/^javascript:|[?]/);
      expect(existsSync(join(out, decodeURIComponent(address.split("#")[0]))), address).toBe(true);
    }
  });

  it("can be run again on a live page: from scripts of the page's own making, in a worker, without a connection or eval", async () => {
    const cells = [prose("a", "# H1"), code("b", "1", [stdout("1")]), code("c", "await codedFrame(people)", [stdout("frame")])];
    const { page, out } = await render({ "h1.ipynb": cells }, { live: true });
    const policy = page("h1.html").querySelector("meta[http-equiv]")!.getAttribute("content")!;
    expect(policy).toContain("script-src 'self' file: blob: 'wasm-unsafe-eval';");
    expect(policy).toContain("worker-src blob:");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(page("index.html").querySelector("meta[http-equiv]")!.getAttribute("content")).not.toMatch(/blob: 'wasm|worker-src/);
    expect(page("h1.html").querySelector("main")!.getAttribute("data-version")).toMatch(/^[0-9a-f]{16}$/);
    expect(JSON.parse(page("h1.html").querySelector("#c .live-committed")!.textContent!)).toEqual([{ output_type: "stream", name: "stdout", text: "frame" }]);
    expect(page("h1.html").querySelector("#b .live-committed")).toBeNull();
    for (const script of Array.from(page("h1.html").querySelectorAll<HTMLElement>("script[src]"))) {
      for (const address of [script.getAttribute("src")!, ...Object.values(script.dataset as Record<string, string>).filter((value) => value.endsWith(".js"))]) expect(existsSync(join(out, address)), address).toBe(true);
    }
  });

  it("gives the cell of an exercise what its page needs to ask for the answer, and only where cells run", async () => {
    const cells = [prose("a", "# H1"), code("b", "check(\"5a\", \"\");", [stdout("1")]), code("c", "check(\"99\", NaN);", [stdout("1")])];
    const exercises = { "5a": { words: { "": ["larger", "<same>"] }, hints: 2 } };
    const { page } = await render({ "h1.ipynb": cells }, { live: true, exercises });
    expect(JSON.parse(page("h1.html").querySelector("#b")!.getAttribute("data-exercise")!)).toEqual({ id: "5a", hints: 2, parts: [{ name: "", words: ["larger", "<same>"] }] });
    expect(page("h1.html").querySelector("#c")!.hasAttribute("data-exercise")).toBe(false);
    const { page: still } = await render({ "h1.ipynb": cells }, { exercises });
    expect(still("h1.html").querySelector("[data-exercise]")).toBeNull();
  });

  it("may come from nowhere else: every page says so to the browser before anything is loaded", async () => {
    const { page, report } = await render({ "h1.ipynb": [prose("a", "# H1"), code("b", "1", [stdout("1")])] });
    for (const path of report.pages) {
      const [charset, policy] = Array.from(page(path).head.children);
      expect(charset.getAttribute("charset")).toBe("utf-8");
      expect(policy.getAttribute("http-equiv")).toBe("Content-Security-Policy");
      expect(policy.getAttribute("content")).toMatch(/^default-src 'none'; script-src 'self' file:.*connect-src 'none'/);
      expect(policy.getAttribute("content")).not.toMatch(/'unsafe-eval'|https?:|\*/);
    }
  });

  it("cannot bring a script or a handler onto the page, from data or from prose", async () => {
    const evil = '<img src="data:image/png;base64,AAAA" onerror="alert(1)"><script>alert(2)</script>';
    const plotly = { data: [{ type: "bar", name: "</script><script>alert(3)</script>", x: [evil], y: [1] }], layout: { title: { text: evil } } };
    const { page, out } = await render({ "h1.ipynb": [
      prose("a", `# ${evil}\n\n[x](javascript:alert(4))`), code("b", `// ${evil}`, [stdout(evil), table("Table 1", evil), figure(plotly, evil)]),
    ] });
    const document = page("h1.html");
    const scripts = Array.from(document.querySelectorAll("script:not([src])"));
    expect(scripts.map((script) => script.getAttribute("type"))).toEqual(["application/json"]);
    expect(JSON.parse(scripts[0].textContent!)).toEqual({ data: [{ type: "bar", name: "alert(3)", x: ["alert(2)"], y: [1] }], layout: { title: { text: "alert(2)" } } });
    expect(document.querySelector("figure .caution")!.textContent).toContain("data[0].name, data[0].x[0], layout.title.text");
    expect(Array.from(document.querySelectorAll("*")).flatMap((el) => Array.from(el.attributes)).filter(({ name, value }) => name.startsWith("on") || /^javascript:/i.test(value))).toEqual([]);
    expect(readFileSync(join(out, "index.html"), "utf8")).not.toContain("alert(2)</script>");
  });

  it("puts the synthetic banner on a page exactly where an output says so", async () => {
    const quiet = [prose("a", "# H1\n\nNothing is synthetic here."), code("b", "show(t)", [table()])];
    const { page } = await render({
      "quiet.ipynb": quiet,
      "html.ipynb": [...quiet, code("c", "show(t)", [table(`Table 1. ${SYNTHETIC_BANNER.zh}`)])],
      "stream.ipynb": [...quiet, code("c", "console.log(t)", [stdout(`Table 1\n${SYNTHETIC_BANNER.en}\n`)])],
      "json.ipynb": [...quiet, code("c", "show(t)", [display({ "application/vnd.sojourn.table+json": tableJson(true), "text/plain": "t" })])],
      "real.ipynb": [...quiet, code("c", "show(t)", [display({ "application/vnd.sojourn.table+json": tableJson(false), "text/plain": "t" })])],
    });
    const banner = (name: string) => page(`${name}.html`).querySelector("main > .synthetic")?.textContent;
    expect(banner("html")).toContain(SYNTHETIC_BANNER.en);
    expect(banner("stream")).toContain(SYNTHETIC_BANNER.zh);
    expect(banner("json")).toContain(SYNTHETIC_BANNER.zh);
    expect(banner("quiet")).toBeUndefined();
    expect(banner("real")).toBeUndefined();
  });

  it("folds code where its author did, and shows an error that was wanted without its colours", async () => {
    const wanted = code("c", "boom()", [{ output_type: "error", ename: "E", evalue: "no", traceback: ["\u001b[31m1:5 - no such name.\u001b[0m"] }], { tags: ["raises-exception"] });
    const { page } = await render({ "h1.ipynb": [prose("a", "# H1"), code("b", "1", [stdout("1")], { jupyter: { source_hidden: true } }), wanted] });
    expect(page("h1.html").querySelector("#b details.code")!.hasAttribute("open")).toBe(false);
    expect(page("h1.html").querySelector("#c details.code")!.hasAttribute("open")).toBe(true);
    expect(page("h1.html").querySelector("#c .raised")!.textContent).toBe("1:5 - no such name.");
  });

  it("keeps two tables of one id apart", async () => {
    const { page } = await render({ "h1.ipynb": [prose("a", "# H1"), code("b", "1", [table(), table()])] });
    expect(Array.from(page("h1.html").querySelectorAll(".outputs table"), ({ id }) => id)).toEqual(["table-1", "table-1-2"]);
  });

  it("shows a picture kept in a prose cell", async () => {
    const pictured = { ...prose("a", "# H1\n\n![a map](attachment:map.png)"), attachments: { "map.png": { "image/png": png(10, 10) } } };
    const { page } = await render({ "h1.ipynb": [pictured, code("b", "1", [stdout("1")])] });
    expect(page("h1.html").querySelector("#a img")!.getAttribute("src")).toMatch(/^data:image\/png;base64,iVBOR/);
  });
});

describe("refuses, naming the notebook,", () => {
  const unrun = { ...code("b", "1"), execution_count: null };
  const failed = code("b", "1", [{ output_type: "error", ename: "TypeError", evalue: "x is no number\nat 1:1", traceback: [] }]);
  const ok = [prose("a", "# H1"), code("b", "1", [stdout("1")])];
  it.each<[string, Record<string, readonly Cell[]>, RegExp]>([
    ["a notebook that was not run", { "h1.ipynb": [prose("a", "# H1"), unrun] }, /notebooks\/h1\.ipynb, column cell b: was never run.*npx --no-install sojourn run notebooks\/h1\.ipynb/],
    ["one without any output", { "h1.ipynb": [prose("a", "# H1"), code("b", "1")] }, /notebooks\/h1\.ipynb: holds no output/],
    ["one with an error", { "h1.ipynb": [prose("a", "# H1"), failed] }, /notebooks\/h1\.ipynb, column cell b: ended in an error, "TypeError: x is no number"/],
    ["a figure without a still", { "h1.ipynb": [code("b", "1", [display({ "application/vnd.plotly.v1+json": { data: [] }, "text/plain": "a" })])] }, /h1\.ipynb, column cell b: a figure without a still/],
    ["a figure without words", { "h1.ipynb": [code("b", "1", [display({ "application/vnd.plotly.v1+json": { data: [] }, "image/png": png() })])] }, /h1\.ipynb, column cell b: a figure without words/],
    ["a figure that is none", { "h1.ipynb": [code("b", "1", [display({ "application/vnd.plotly.v1+json": { data: 1 }, "image/png": png(), "text/plain": "a" })])] }, /h1\.ipynb, column cell b: its output: data of a figure is 1 \(expected a list of traces\)/],
    ["a table that is none", { "h1.ipynb": [code("b", "1", [display({ "application/vnd.sojourn.table+json": { ...tableJson(true), rowGroups: 1 } })])] }, /h1\.ipynb, column cell b: its output: rowGroups of a table is 1 \(expected a list\)/],
    ["a picture as wide as a style", { "h1.ipynb": [code("b", "1", [display({ "image/png": png() }, { "image/png": { width: "1px; position:fixed" } })])] }, /h1\.ipynb, column cell b: the width of its picture is "1px; position:fixed"/],
    ["HTML nested too deeply", { "h1.ipynb": [...ok, code("c", "1", [display({ "text/html": "<div>".repeat(3000) })])] }, /h1\.ipynb, column cell c: its output: is nested more than 120 levels deep/],
    ["JSON nested too deeply", { "h1.ipynb": [...ok, code("c", "1", [display({ "application/json": Array.from({ length: 500 }).reduce((inner) => [inner], 1 as unknown), "text/plain": "a" })])] }, /h1\.ipynb, column cell c: its output is nested more than 120/],
    ["prose nested too deeply", { "h1.ipynb": [...ok, prose("c", "<div>".repeat(3000))] }, /h1\.ipynb, column cell c: is nested more than 120/],
    ["a link that is no address", { "h1.ipynb": [...ok, prose("c", '<a href="%E0%A4%A">a</a>')] }, /h1\.ipynb, column cell c: the address "%E0%A4%A" is no address/],
    ["a still that is no picture", { "h1.ipynb": [code("b", "1", [display({ "application/vnd.plotly.v1+json": { data: [] }, "image/png": "aGVsbG8=", "text/plain": "a" })])] }, /its image\/png is no PNG/],
    ["a picture of another place", { "h1.ipynb": [...ok, prose("c", "![a](https://example.org/a.png)")] }, /h1\.ipynb, column cell c: the picture "https:\/\/example\.org\/a\.png"/],
    ["a link to no notebook", { "h1.ipynb": [...ok, prose("c", "[a](h9.ipynb)")] }, /h1\.ipynb, column cell c: the link "h9\.ipynb" leads to no notebook \(expected h1\.ipynb\)/],
    ["a formula that cannot be read", { "h1.ipynb": [...ok, prose("c", "$\\frac{1}$")] }, /h1\.ipynb, column cell c: the formula/],
    ["a Chinese edition without an English one", { "h1.ipynb": ok, "zh/h2.ipynb": ok }, /notebooks\/zh\/h2\.ipynb: has no English edition/],
    ["the front page's name", { "index.ipynb": ok }, /index\.ipynb: index is the front page's name/],
    ["an empty folder", {}, /notebooks: holds no notebook/],
  ])("%s", async (_, files, message) => {
    const asked = request(notebookFolder(files));
    await expect(renderSite(asked)).rejects.toThrow(message);
    expect(existsSync(asked.out)).toBe(false);
  });
});

describe("where the site goes", () => {
  const notebooks = notebookFolder({ "h1.ipynb": [prose("a", "# H1"), code("b", "1", [stdout("1")])] });

  it("replaces an older site whole", async () => {
    const asked = request(notebooks);
    await renderSite({ ...asked, notebooks: notebookFolder({ "old.ipynb": [prose("a", "# H1"), code("b", "1", [stdout("1")])] }) });
    await renderSite(asked);
    expect(existsSync(join(asked.out, "old.html"))).toBe(false);
    expect(existsSync(join(asked.out, "h1.html"))).toBe(true);
    expect(readdirSync(join(asked.out, ".."))).toEqual(["site"]);
  });

  it("leaves the older site as it was where a notebook is refused", async () => {
    const asked = request(notebooks);
    await renderSite(asked);
    const before = contents(asked.out);
    await expect(renderSite({ ...asked, notebooks: notebookFolder({ "h1.ipynb": [code("b", "1")] }) })).rejects.toThrow("holds no output");
    expect(contents(asked.out)).toEqual(before);
  });

  it("refuses a folder that holds something else, and touches nothing in it", async () => {
    const asked = request(notebooks);
    mkdirSync(asked.out);
    writeFileSync(join(asked.out, "thesis.docx"), "years of work");
    await expect(renderSite(asked)).rejects.toThrow(/holds files that are no site of ours/);
    expect(readdirSync(asked.out)).toEqual(["thesis.docx"]);
  });

  it("never copies data that are somebody's own", async () => {
    const path = answers();
    const asked = request(notebooks, { provenance: { packageVersion: "1", nodeMajor: 20, data: [{ path, secret: true }] } });
    await renderSite(asked);
    expect(existsSync(join(asked.out, "downloads/data"))).toBe(false);
    expect(readFileSync(join(asked.out, "h1.html"), "utf8")).toMatch(/answers\.csv.*[0-9a-f]{64}/);
  });
});

describe("the commit that a page names", () => {
  it("is that of the folder's own repository, with a word on changes", () => {
    const folder = newFolder();
    const git = (...words: string[]) => execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...words], { cwd: folder });
    git("init", "-q");
    writeFileSync(join(folder, "a"), "1");
    git("add", "a");
    git("commit", "-q", "-m", "a");
    expect(commitOf(folder)).toEqual({ hash: execFileSync("git", ["rev-parse", "HEAD"], { cwd: folder, encoding: "utf8" }).trim(), clean: true });
    writeFileSync(join(folder, "a"), "2");
    expect(commitOf(folder)?.clean).toBe(false);
    mkdirSync(join(folder, "inner"));
    expect(commitOf(join(folder, "inner"))).toBeUndefined();
  });

  it("is left out where there is no repository", () => expect(commitOf(newFolder())).toBeUndefined());
});
