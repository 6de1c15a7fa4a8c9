import { describe, expect, it } from "vitest";
import { SYNTHETIC_BANNER } from "../../src/display/synthetic";
import { documentHtml, type Frame } from "../../src/site/frame";
import { encoded, type PageEntry, relative, titleFor } from "../../src/site/pageEntry";
import { html } from "../../src/site/markup";
import { parsed } from "./parsed";


const page = (path: string, title: string, language: "en" | "zh" = "en", subtitle?: string): PageEntry => ({ path, title, language, subtitle });
const pages = [page("index.html", "Front"), page("01.html", "First", "en", "第一"), page("a b#.html", "Second"), page("zh/04.html", "第四", "zh", "Fourth"), page("zh/05.html", "第五", "zh")];
const frame = (more: Partial<Frame> = {}): Frame => ({
  ...pages[1], description: "What <it> asks", headings: [{ level: 1, id: "t", text: "First" }, { level: 2, id: "a", text: "A" }, { level: 3, id: "b", text: "B & b" }, { level: 4, id: "c", text: "C" }],
  pages, synthetic: false, hasMaths: false, figures: 0, hasCode: false, hasTraces: false, body: html`<p>body</p>`, foot: html`<p>foot</p>`, ...more,
});
const shown = (more: Partial<Frame> = {}): Document => parsed(documentHtml(frame(more)));
const scripts = (document: Document) => Array.from(document.querySelectorAll("script"), (script) => [script.getAttribute("src"), ...Object.entries(script.dataset).map(([key, value]) => `${key}=${value}`), ...(script.defer ? [] : ["at once"])].join(" "));
const links = (found: Iterable<Element>) => Array.from(found, (link) => [link.getAttribute("href"), link.getAttribute("lang"), link.getAttribute("hreflang"), link.textContent].filter((part) => part !== null).join(" | "));

describe("the frame of a page", () => {
  it("names the page and the site, in the page's language, and loads only what lies on the site", () => {
    const document = shown();
    expect([document.documentElement.lang, document.title, document.querySelector("meta[name=description]")!.getAttribute("content"), document.querySelector("main p")!.textContent, document.querySelector("footer")!.innerHTML]).toEqual(["en", "First · Sojourn", "What <it> asks", "body", "<p>foot</p>"]);
    expect(document.querySelector("meta[http-equiv]")!.getAttribute("content")).toBe("default-src 'none'; script-src 'self' file:; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data: blob:; font-src 'self' file:; connect-src 'none'; base-uri 'none'; form-action 'none'");
    expect([scripts(document), Array.from(document.querySelectorAll("link"), (link) => link.getAttribute("href"))]).toEqual([["assets/theme.js at once", "assets/site.js", "assets/search.js root= index=assets/search-index.js"], ["assets/icon.svg", "assets/site.css", "assets/tools.css"]]);
    expect([document.querySelectorAll(".fold, .language, .synthetic, main[data-notebook]").length, document.querySelector(".site-name")!.getAttribute("href")]).toEqual([0, "index.html"]);
    const chinese = shown({ ...pages[3], title: "Sojourn · 居留" });
    expect([chinese.documentElement.lang, chinese.title, chinese.querySelector(".site-name")!.textContent, chinese.querySelector(".skip")!.textContent]).toEqual(["zh-Hans", "Sojourn · 居留", "Sojourn · 居留", "跳到正文"]);
  });

  it("brings what a page needs, and only that, by addresses from where the page lies", () => {
    const document = shown({ ...pages[3], hasMaths: true, figures: 1, hasCode: true, hasTraces: true, hasTables: true, scripts: ["assets/a.js", "assets/b.js"], live: { notebook: "04", version: "7", script: "downloads/n 4.js", study: true }, twin: page("04.html", "Fourth"), synthetic: true });
    expect(scripts(document)).toEqual([
      "../assets/theme.js at once", "../assets/site.js", "../assets/search.js root=../ index=../assets/search-index.js", "../assets/tables.js word=../assets/word.js", "../assets/traces.js traces=../assets/traces-zh.js", "../assets/a.js", "../assets/b.js", "../assets/figures.js plotly=../assets/plotly-cartesian.min.js",
      expect.stringMatching(/^\.\.\/assets\/live\.js kernel=\.\.\/assets\/live-kernel\.js files=\.\.\/\S+ formats=\.\.\/assets\/live-formats\.js editor=\.\.\/assets\/live-editor\.js types=\.\.\/assets\/live-types\.js declarations=\.\.\/assets\/live-declarations\.js word=\.\.\/assets\/word\.js notebook=\.\.\/downloads\/n%204\.js study=$/),
    ]);
    expect(document.querySelector("meta[http-equiv]")!.getAttribute("content")).toContain("script-src 'self' file: blob: 'wasm-unsafe-eval'; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data: blob:; font-src 'self' file:; connect-src 'none'; base-uri 'none'; form-action 'none'; worker-src blob:");
    expect([document.querySelector("link[rel=stylesheet]")!.getAttribute("href"), document.querySelector("main")!.dataset.notebook, document.querySelector("main")!.dataset.version]).toEqual(["../assets/katex/katex.min.css", "04", "7"]);
    expect(links(document.querySelectorAll(".language a"))).toEqual(["../04.html | en | en | English"]);
    const fold = document.querySelector<HTMLElement>(".fold")!;
    expect([fold.textContent, fold.dataset.hide, fold.dataset.show]).toEqual(["收起代码", "收起代码", "展开代码"]);
    expect([document.querySelector(".synthetic")!.textContent, document.querySelector(".synthetic span")!.getAttribute("lang")]).toEqual([`${SYNTHETIC_BANNER.zh} ${SYNTHETIC_BANNER.en}`, "en"]);
    const plain = shown({ live: { notebook: "01", version: "7", script: "n.js", study: false }, twin: page("zh/01.html", "一", "zh"), synthetic: true });
    expect([scripts(plain).at(-1)!.endsWith("notebook=n.js"), links(plain.querySelectorAll(".language a")), plain.querySelector(".synthetic span")!.getAttribute("lang")]).toEqual([true, ["zh/01.html | zh-Hans | zh-Hans | 中文"], "zh-Hans"]);
  });

  it("lists all pages, the one that is read with its headings, titles in the reader's language where a page has them", () => {
    const document = shown();
    expect(links(document.querySelectorAll(".pages > li > a"))).toEqual(["index.html | Front", "01.html | First", "a%20b%23.html | Second", "zh/04.html | zh-Hans | Fourth", "zh/05.html | zh-Hans | zh-Hans | 第五"]);
    expect([Array.from(document.querySelectorAll("[aria-current]"), ({ textContent }) => textContent), links(document.querySelectorAll(".on-this-page a")), Array.from(document.querySelectorAll(".on-this-page li"), ({ className }) => className)]).toEqual([["First"], ["#a | A", "#b | B & b"], ["level-2", "level-3"]]);
    expect(shown({ headings: [{ level: 1, id: "t", text: "First" }, { level: 4, id: "c", text: "C" }] }).querySelectorAll(".on-this-page").length).toBe(0);
    expect(links(shown(pages[4]).querySelectorAll(".pages > li > a"))).toEqual(["../index.html | en | en | Front", "../01.html | en | 第一", "../a%20b%23.html | en | en | Second", "04.html | 第四", "05.html | 第五"]);
  });

  it("leads to its neighbours, the first and the last to one", () => {
    const neighbours = (of: PageEntry) => Array.from(shown(of).querySelectorAll(".neighbours a"), (link) => `${link.getAttribute("rel")} ${link.getAttribute("href")} ${link.textContent}`);
    expect([neighbours(pages[0]), neighbours(pages[2]), neighbours(pages[4])]).toEqual([["next 01.html Next First"], ["prev 01.html Previous First", "next zh/04.html Next Fourth"], ["prev 04.html 上一页 第四"]]);
  });
});

it("addresses and titles of pages", () => {
  expect([["zh/a b.html", "index.html"], ["zh/a.html", "zh/c d.html"], ["a.html", "zh/c.html"], ["a.html", "b#.html"]].map(([from, to]) => relative({ path: from }, { path: to }))).toEqual(["../index.html", "c%20d.html", "zh/c.html", "b%23.html"]);
  expect([encoded("a/100% sure"), encoded("javascript:a")]).toEqual(["a/100%25%20sure", "javascript%3Aa"]);
  expect([titleFor(pages[1], "en"), titleFor(pages[1], "zh"), titleFor(pages[2], "zh")]).toEqual(["First", "第一", "Second"]);
});
