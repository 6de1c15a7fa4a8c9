// @vitest-environment jsdom
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { WORDS } from "../../../src/site/client/search/words";
import { searchIndex } from "../../../src/site/search/searchIndex";

/** Twenty-five pages of one word, and one of another in Chinese. */
const pages = [
  ...Array.from({ length: 25 }, (_, i) => ({ path: `p${i}.html`, title: `Page ${i}`, language: "en" as const, body: `<section class="prose"><h1 id="top">Page ${i}</h1><p>An apple ${i === 3 ? "pear" : ""} here.</p></section>` })),
  { path: "zh/q.html", title: "第一页", language: "zh" as const, body: '<section class="prose"><h1 id="top">第一页</h1><p>quince 木梨</p></section>' },
];
const index = searchIndex(pages).content as string;

document.body.innerHTML = '<a id="outside" href="#">out</a><form id="site-search" hidden><input id="search-box"><div id="search-results" hidden></div><p id="search-status"></p></form>';
const script = document.createElement("script");
Object.assign(script.dataset, { root: "../", index: "index.js" });
Object.defineProperty(document, "currentScript", { value: script, configurable: true });
document.documentElement.lang = "en";
afterAll(() => {
  Reflect.deleteProperty(document, "currentScript");
});
document.body.addEventListener("click", (event) => event.preventDefault()); // no page is left
beforeAll(async () => void (await import("../../../src/site/client/search/main.js")));

const form = document.querySelector<HTMLFormElement>("#site-search")!;
const box = form.querySelector<HTMLInputElement>("#search-box")!;
const results = form.querySelector<HTMLElement>("#search-results")!;
const status = form.querySelector<HTMLElement>("#search-status")!;
const loaders = () => [...document.head.querySelectorAll("script")].filter(({ src }) => src.endsWith("index.js"));
const bring = (source: string) => {
  const json = source.replace(/^sojournSearchIndex\(/, "").replace(/\);\n$/, "");
  window.sojournSearchIndex!(JSON.parse(json) as never);
};
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const ask = async (words: string) => {
  box.value = words;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
};
const key = (target: Element, name: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event.defaultPrevented;
};

describe("the search box", () => {
  it("is shown once it works, and says why the index did not come", async () => {
    expect([form.hidden, loaders().length]).toEqual([false, 0]);
    box.focus();
    expect([loaders().length, results.hidden]).toEqual([1, true]);
    loaders()[0].onerror!(new Event("error"));
    await ask("apple");
    expect([status.textContent, results.textContent, results.hidden]).toEqual([WORDS.broken.en("index.js"), WORDS.broken.en("index.js"), false]);
    await ask("pear");
    expect(loaders()).toHaveLength(2); // it is tried anew
    loaders()[1].onload!(new Event("load"));
    await settle();
    expect(status.textContent).toBe(WORDS.broken.en("index.js: no index in it"));
  });

  it("finds in what it loaded, twenty at most, the words marked", async () => {
    await ask("apple");
    bring(index);
    await settle();
    expect([results.querySelectorAll("li").length, status.textContent]).toEqual([20, WORDS.first.en(20, 25)]);
    await ask("pear");
    expect([status.textContent, results.hidden]).toEqual([WORDS.found.en(1), false]);
    const link = results.querySelector("a")!;
    expect([link.getAttribute("href"), link.hreflang, link.querySelector(".search-page")!.textContent, link.querySelector(".search-heading"), link.querySelector("mark")!.textContent]).toEqual(["../p3.html#top", "", "Page 3", null, "pear"]);
    await ask("quince");
    const chinese = results.querySelector("a")!;
    expect([chinese.hreflang, chinese.querySelector(".search-page")!.textContent]).toEqual(["zh", `第一页 · ${WORDS.edition.en.zh}`]);
    await ask("zzzz");
    expect([status.textContent, results.querySelectorAll("li").length]).toEqual([WORDS.none.en("zzzz"), 0]);
    expect(loaders()).toHaveLength(3);
  });

  it("closes with nothing in it, Escape, or a click or focus elsewhere", async () => {
    const outside = document.querySelector<HTMLElement>("#outside")!;
    for (const close of [() => ask("  "), () => void key(box, "Escape"), () => outside.click(), () => box.dispatchEvent(new FocusEvent("focusout", { bubbles: true, relatedTarget: outside })), () => results.querySelector("a")!.click()]) {
      await ask("pear");
      expect(results.hidden).toBe(false);
      await close();
      expect(results.hidden).toBe(true);
    }
    await ask("pear");
    results.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    box.click();
    box.dispatchEvent(new FocusEvent("focusout", { bubbles: true, relatedTarget: results.querySelector("a") }));
    expect(results.hidden).toBe(false);
  });

  it("is walked with the arrows, from the box down and back", async () => {
    await ask("apple");
    box.focus();
    const links = results.querySelectorAll("a");
    expect([key(box, "ArrowUp"), key(box, "ArrowDown"), document.activeElement === links[0]]).toEqual([false, true, true]);
    expect([key(links[0], "ArrowDown"), document.activeElement === links[1], key(links[1], "ArrowUp"), key(links[0], "ArrowUp"), document.activeElement === box]).toEqual([true, true, true, true, true]);
  });

  it("opens the first hit when it is sent", async () => {
    await ask("pear");
    let clicked = "";
    results.addEventListener("click", (event) => { clicked = (event.target as Element).closest("a")!.getAttribute("href")!; event.preventDefault(); }, { once: true });
    const sent = new Event("submit", { bubbles: true, cancelable: true });
    form.dispatchEvent(sent);
    expect([clicked, sent.defaultPrevented]).toEqual(["../p3.html#top", true]);
  });
});

describe("a slash", () => {
  beforeEach(() => box.blur());
  it("goes to the box, unless it is typed somewhere or held with another key", () => {
    const outside = document.querySelector<HTMLElement>("#outside")!;
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) expect(key(outside, "/", held)).toBe(false);
    expect([key(outside, "x"), key(box, "/"), document.activeElement === box]).toEqual([false, false, false]);
    expect([key(outside, "/"), document.activeElement === box]).toEqual([true, true]);
  });
});
