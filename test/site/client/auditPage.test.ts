import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Language } from "../../../src/bilingual";
import type { DocumentLibraries } from "../../../src/published/table/documents/libraries";
import { nodeLibraries } from "../../../src/published/table/documents/nodeLibraries";
import { startAuditPage } from "../../../src/site/client/auditPage/page";
import { siteAuditExample } from "../../../src/cli/siteAuditExample";
import { readPublished } from "../../../src/sfrc/ourSurvey";

const example = siteAuditExample(readPublished(), 2);

/** The page at work in a document of its own. (Expect numbers and texts of it, never its elements: a failure would print the whole of jsdom.) */
function opened(language: Language = "en", libraries: DocumentLibraries = nodeLibraries) {
  const { window } = new JSDOM(`<main><div id="audit-app"></div></main>`);
  vi.stubGlobal("document", window.document);
  vi.stubGlobal("Event", window.Event);
  vi.stubGlobal("dispatchEvent", window.dispatchEvent.bind(window));
  const root = window.document.getElementById("audit-app")!;
  startAuditPage(root, language, example, libraries);
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
  const drop = (...files: File[]): boolean => {
    const event = Object.assign(new window.Event("drop", { bubbles: true, cancelable: true }), { dataTransfer: { types: ["Files"], files } });
    return root.dispatchEvent(event);
  };
  const fixture = (name: string): File => new File([readFileSync(join(__dirname, "../../fixtures/paperTables", name))], name.slice(name.lastIndexOf("/") + 1));
  return { root, type, press, read, drop, fixture, audited, trouble: () => root.querySelector(".trouble")!.textContent! };
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
    const said = () => root.querySelector("[role=status]")!.textContent;
    const notes = root.querySelectorAll(".audit-report li.note").length;
    expect(said()).toBe(`The audit is done: 0 inconsistent, ${notes} notes.`);
    type("#box-r7-m3-coefficient", "1.047*");
    expect(root.querySelector<HTMLElement>(".stale")!.hidden).toBe(false);
    press(/^Audit$/);
    await vi.waitFor(() => expect(root.querySelectorAll(".audit-report li.inconsistent").length).toBe(1));
    expect(said()).toBe(`The audit is done: 1 inconsistent, ${root.querySelectorAll(".audit-report li.note").length} notes.`);
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

  it.each(["table2.pdf", "table2.docx", "table2.xlsx"])("reads %s dropped beside the box, and the browser does not open it", async (name) => {
    const { root, drop, fixture } = opened("zh");
    expect(drop(fixture(`printings/${name}`))).toBe(false);
    await vi.waitFor(() => expect(root.querySelector(".sheet") === null).toBe(false), { timeout: 30_000 });
    expect(root.querySelectorAll(".sheet .coefficient input").length).toBe(2 * 44);
    expect(root.querySelector<HTMLInputElement>("#box-r7-m3-coefficient")!.value).toBe("1.047***");
    expect(root.querySelector(".file-said")!.textContent).toBe(`读自 ${name}。`);
    expect(root.querySelector<HTMLTextAreaElement>("textarea")!.value).toBe("");
  });

  it("tells in Chinese what cannot be read of a file, and shows no older table below", async () => {
    const { drop, fixture, press, root, trouble } = opened("zh", { ...nodeLibraries, pdf: () => Promise.reject(new Error("no such script")) });
    press(/表 2/);
    for (const [files, sentence] of [
      [[new File(["\u0089PNG\r\n"].map((text) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))), "scan.png")], /scan\.png：这是图片.*文字识别/],
      [[new File([Uint8Array.from("PK\u0003\u0004 word/document.xml", (sign) => sign.charCodeAt(0))], "a.docx")], /a\.docx：无法读取此 Word 文档/],
      [[fixture("printings/table2.pdf")], /no such script/],
      [[fixture("table1.txt"), fixture("table2.txt")], /2 个文件/],
    ] as [File[], RegExp][]) {
      drop(...files);
      await vi.waitFor(() => expect(trouble()).toMatch(sentence), { timeout: 30_000 });
      expect(root.querySelector(".sheet") === null).toBe(true);
    }
  });

  it("forgets a file that is still being read when the next comes", async () => {
    const { root, drop, fixture } = opened();
    const late = fixture("printings/table2.docx");
    const bytes = await late.arrayBuffer();
    let hand!: (given: ArrayBuffer) => void;
    drop(Object.assign(late, { arrayBuffer: () => new Promise<ArrayBuffer>((resolve) => { hand = resolve; }) }));
    drop(fixture("small/k9-esttab-1em.tex"));
    await vi.waitFor(() => expect(root.querySelector(".sheet") === null).toBe(false));
    hand(bytes);
    await new Promise((resolve) => setTimeout(resolve));
    expect(root.querySelector(".file-said")!.textContent).toBe("Read from k9-esttab-1em.tex.");
    expect(root.querySelectorAll(".sheet").length).toBe(1);
  });

  it("takes LaTeX that begins with a brace for LaTeX", () => {
    const { root, read } = opened();
    read(readFileSync(join(__dirname, "../../fixtures/paperTables/small/k9-esttab-1em.tex"), "utf8").replace(/^/, "{\n\\def\\sym#1{\\ifmmode^{#1}\\else\\(^{#1}\\)\\fi}\n"));
    expect(root.querySelector(".sheet") === null).toBe(false);
  });

  it("lists what was supposed with its value, and what was read and not used", async () => {
    const { root, drop, fixture } = opened("zh");
    drop(fixture("printings/table2.docx"));
    await vi.waitFor(() => expect(root.querySelector(".doubts") === null).toBe(false), { timeout: 30_000 });
    expect(root.textContent).toMatch(/推定.*括号内：标准误。没有说明括号内是什么/s);
    expect(root.querySelector("#supposed-1")!.textContent).not.toMatch(/nothing says/);
    drop(fixture("printings/table2.pdf"));
    await vi.waitFor(() => expect(root.querySelector(".unused")?.textContent).toMatch(/读到而未使用.*表头：变量/s), { timeout: 30_000 });
  });
});
