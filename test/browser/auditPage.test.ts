import { JSDOM } from "jsdom";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Language } from "../../src/bilingual";
import { startAuditPage } from "../../src/browser/auditPage/page";
import { siteAuditExample } from "../../src/cli/siteAuditExample";
import { readPublished } from "../../src/sfrc/ourSurvey";

const example = siteAuditExample(readPublished(), 2);

/** The page at work in a document of its own. (Expect numbers and texts of it, never its elements: a failure would print the whole of jsdom.) */
function opened(language: Language = "en") {
  const { window } = new JSDOM(`<main><div id="audit-app"></div></main>`);
  vi.stubGlobal("document", window.document);
  vi.stubGlobal("Event", window.Event);
  vi.stubGlobal("dispatchEvent", window.dispatchEvent.bind(window));
  const root = window.document.getElementById("audit-app")!;
  startAuditPage(root, language, example);
  const type = (selector: string, text: string): void => {
    const box = root.querySelector<HTMLInputElement>(selector)!;
    box.value = text;
    box.dispatchEvent(new window.Event("input", { bubbles: true }));
  };
  const press = (text: RegExp): void => Array.from(root.querySelectorAll("button")).find((button) => text.test(button.textContent!))!.click();
  const audited = async (): Promise<string> => {
    press(/^(Audit|审核)$/);
    await vi.waitFor(() => { if (!root.querySelector(".audit-report, .trouble li, .trouble p")) throw new Error("not yet"); });
    return root.querySelector(".audit-report")?.textContent ?? "";
  };
  const read = (text: string): void => {
    type("textarea", text);
    press(/^(Read|读取)$/);
  };
  return { root, type, press, read, audited, trouble: () => root.querySelector(".trouble")!.textContent! };
}

afterEach(() => vi.unstubAllGlobals());

describe("the audit page", () => {
  it("reads the example, every cell a named box, and marks what is unsure with its reason", () => {
    const { root, press } = opened();
    press(/Table 2/);
    expect(root.querySelectorAll(".sheet .coefficient input").length).toBe(2 * 44);
    const names = Array.from(root.querySelectorAll(".sheet input, .sheet select"), (box) => box.getAttribute("aria-label"));
    expect(names.every(Boolean)).toBe(true);
    expect(new Set(names).size).toBe(names.length);
    const marked = root.querySelector("#box-m0-family")!;
    expect(marked.classList.contains("unsure")).toBe(true);
    expect(root.querySelector(`#${marked.getAttribute("aria-describedby")}`)!.textContent).toContain("nothing names the kind of model");
  });

  it("finds the star that was changed, and none before", async () => {
    const { root, press, type, audited } = opened();
    press(/Table 2/);
    await audited();
    expect(root.querySelectorAll(".audit-report li.inconsistent").length).toBe(0);
    type("#box-r7-m3-coefficient", "1.047*");
    expect(root.querySelector<HTMLElement>(".stale")!.hidden).toBe(false);
    press(/^Audit$/);
    await vi.waitFor(() => expect(root.querySelectorAll(".audit-report li.inconsistent").length).toBe(1));
    expect(root.querySelector(".audit-report li.inconsistent")!.textContent).toMatch(/单位支持网络.*1\.047\*/s);
    expect(root.querySelector<HTMLElement>(".stale")!.hidden).toBe(true);
  });

  it("holds the pools that were chosen against each other", async () => {
    const { root, press, audited } = opened();
    press(/Table 2/);
    root.querySelector<HTMLInputElement>(".pool input")!.click();
    expect(await audited()).toContain("29.306");
  });

  it("says in Chinese what it is unsure of, and what cannot be audited", async () => {
    const { root, press, type, audited } = opened("zh");
    press(/表 2/);
    expect(root.querySelector(".doubts")!.textContent).toContain("没有说明模型类型");
    type("#box-r1-m0-coefficient", "abc");
    await audited();
    expect(root.querySelector("#box-r1-m0-coefficient")!.getAttribute("aria-invalid")).toBe("true");
    expect(root.querySelector(".trouble a")!.getAttribute("href")).toBe("#box-r1-m0-coefficient");
    expect(root.querySelector(".trouble li")!.textContent).toContain("“abc”不是数字");
  });

  it("takes the JSON of sojourn table, and a row added by hand", async () => {
    const { root, read, press, type, audited } = opened();
    read(JSON.stringify({ models: { a: { family: "binary logit", n: 500, rows: [{ term: "x", coef: "1.00", se: "0.25", stars: "***" }] } } }));
    press(/Add a row/);
    type("#box-r1-label", "income");
    type("#box-r1-m0-coefficient", "0.10***");
    type("#box-r1-m0-standardError", "0.20");
    await audited();
    expect(root.querySelector(".audit-report li.inconsistent")!.textContent).toContain("income");
  });

  it.each([
    ["nothing at all", "  ", /The box is empty/],
    ["prose", "We find that support matters a great deal.", /No table was understood/],
    ["JSON that is cut off", '{"models": {', /looks like JSON/],
    ["JSON of another kind", '{"a": 1}', /JSON: unknown key "a"/],
  ])("answers %s with a sentence", (_, text, sentence) => {
    const { read, trouble, root } = opened();
    read(text);
    expect(trouble()).toMatch(sentence);
    expect(root.querySelector(".sheet") === null).toBe(true);
  });

  it("shows a hostile paste as text: no element of it comes to be", async () => {
    const { root, read, audited, press } = opened();
    const evil = `<img src=x onerror=alert(1)>"'`;
    read(`| variable | ${evil} |\n|---|---|\n| ${evil} | 1.00*** (0.25) |\n| age | 0.50 (0.90) |\n| N | 500 |`);
    expect(root.querySelector(".sheet") === null).toBe(false);
    await audited();
    expect(root.querySelector(".audit-report")!.textContent).toContain("onerror");
    expect(root.querySelectorAll("img, script, [onerror]").length).toBe(0);
    press(/^Read$/);
    expect(root.querySelectorAll("img, script, [onerror]").length).toBe(0);
  });
});
