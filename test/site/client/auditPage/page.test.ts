// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Language } from "../../../../src/bilingual";
import { startAuditPage } from "../../../../src/site/client/auditPage/page";
import { sourceBox } from "../../../../src/site/client/auditPage/source";
import { sayIn, WORDS } from "../../../../src/site/client/auditPage/words";

const row = (term: string, coef: string, se: string, stars: string) => ({ term, coef, se, stars });
const TABLE = JSON.stringify({ models: { a: { family: "binary logit", n: 500, rows: [row("row 3", "1.00", "0.25", "***"), row("x", "0.10", "0.20", "")] } } });
const libraries = { pdf: () => Promise.reject(new Error("no pdf")), word: () => Promise.reject(new Error("no word")), excel: () => Promise.reject(new Error("no excel")) };

/** The page on a small document. (Expect texts and truths of it, never its elements.) */
function opened(language: Language = "en", example: string | null = null) {
  document.body.innerHTML = "<div></div>";
  const root = document.body.firstElementChild as HTMLElement;
  startAuditPage(root, language, example, libraries);
  const press = (key: "read" | "audit" | "addRow" | "example" | "saveReport" | "saveJson" | "saveTable") => Array.from(root.querySelectorAll("button")).find(({ textContent }) => textContent === WORDS[key][language])!.click();
  const read = (text: string): void => {
    root.querySelector("textarea")!.value = text;
    press("read");
  };
  const type = (box: string, text: string): void => {
    const input = root.querySelector<HTMLInputElement>(`#${box}`)!;
    input.value = text;
    input.dispatchEvent(new Event("input"));
  };
  const drop = (...files: { name: string; text: string }[]): boolean => document.dispatchEvent(Object.assign(new Event("drop", { cancelable: true }), {
    dataTransfer: { types: ["Files"], files: files.map(({ name, text }) => ({ name, arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer) })) },
  }));
  const said = () => root.querySelector("[role=status]")!.textContent;
  const audited = async () => {
    vi.useFakeTimers();
    press("audit");
    await vi.runAllTimersAsync();
    vi.useRealTimers();
  };
  const trouble = () => Array.from(root.querySelectorAll(".trouble"), ({ textContent }) => textContent);
  const shown = (selector: string) => { const found = root.querySelector<HTMLElement>(selector)!; return found.hidden ? undefined : found.textContent; };
  return { root, press, read, type, drop, said, audited, trouble, shown };
}

/** What is handed out as files meanwhile: name, type and text of each. */
async function filesOf(act: () => void): Promise<[string, string, string][]> {
  const blobs: Blob[] = [];
  const names: string[] = [];
  Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`, revokeObjectURL: () => undefined });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) { names.push(this.download); });
  act();
  const texts = await Promise.all(blobs.map((blob) => new Promise<string>((resolve) => { const reader = new FileReader(); reader.onload = () => resolve(reader.result as string); reader.readAsText(blob); })));
  return names.map((name, k) => [name, blobs[k].type, texts[k]]);
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe("the audit page", () => {
  it("begins with a box to paste into, a file to choose and, where there is one, an example", () => {
    const { root, said, trouble, shown } = opened();
    expect([root.querySelector("h2")!.textContent, Array.from(root.querySelectorAll("button, label"), ({ textContent }) => textContent), said(), trouble(), shown(".file-said")]).toEqual(["1. Paste the table, or drop its file", ["The table as text", "Read", "Choose a file"], "", [""], undefined]);
    expect(["spellcheck", "autocomplete", "wrap", "rows"].map((name) => root.querySelector("textarea")!.getAttribute(name))).toEqual(["false", "off", "off", "10"]);
    const other = opened("zh", TABLE);
    other.press("example");
    expect([other.root.querySelector("textarea")!.value, other.root.querySelectorAll("table.sheet").length]).toEqual([TABLE, 1]);
  });

  it.each<[Language, string, string]>([["en", "Read: 1 models, 2 rows, 0 unsure.", "2. Look over what was understood"], ["zh", "已读取：1 个模型，2 行，0 处存疑。", "二、核对读出的内容"]])("says what it read and leads to it; what cannot be read takes its place (%s)", (language, sentence, heading) => {
    const { read, said, trouble, root } = opened(language);
    read(TABLE);
    expect([said(), document.activeElement!.textContent, trouble()]).toEqual([sentence, heading, ["", ""]]);
    read(" ");
    expect([said(), trouble(), root.querySelectorAll(".sheet").length]).toEqual(["", [WORDS.empty[language]], 0]);
    read(TABLE);
    expect([said(), trouble(), root.querySelectorAll("table.sheet").length]).toEqual([sentence, ["", ""], 1]);
  });

  it("audits, says so, and says when the table is another than the one audited", async () => {
    const { read, said, audited, root, type, shown, press } = opened();
    read(TABLE);
    const resized = vi.fn();
    addEventListener("resize", resized);
    type("box-m0-n", "600");
    expect(root.querySelector<HTMLElement>("section[aria-labelledby=report]")!.hidden).toBe(true);
    expect(root.querySelector(".stale") === null).toBe(true);
    press("audit");
    expect(said()).toBe("Auditing …");
    await audited();
    const notes = root.querySelectorAll(".audit-report li.note").length;
    expect([said(), document.activeElement!.textContent, shown(".stale"), resized.mock.calls.length > 0]).toEqual([`The audit is done: 0 inconsistent, ${notes} notes.`, "3. The report", undefined, true]);
    type("box-r1-m0-coefficient", "0.10***");
    expect(shown(".stale")).toBe("The table was changed after this audit: audit again.");
    await audited();
    expect([said(), shown(".stale"), root.querySelectorAll(".audit-report").length]).toEqual([`The audit is done: 1 inconsistent, ${root.querySelectorAll(".audit-report li.note").length} notes.`, undefined, 1]);
    removeEventListener("resize", resized);
  });

  it("lists what keeps it from an audit, each sentence with its box, until it is mended", async () => {
    const { read, audited, root, type, trouble } = opened();
    read(TABLE);
    type("box-r0-m0-coefficient", "abc");
    type("box-m0-n", "few");
    await audited();
    const list = root.querySelectorAll(".trouble")[1];
    expect([list.querySelector("p")!.textContent, ...Array.from(list.querySelectorAll("li a"), (link) => `${link.getAttribute("href")}: ${link.textContent}`)]).toEqual(["The table cannot be audited as it stands:",
      "#box-m0-n: a, Observations (n): “few” is no number of observations.", "#box-r0-m0-coefficient: a, row 3: “abc” is no printed number (expected one such as -0.30)."]);
    expect([Array.from(root.querySelectorAll("[aria-invalid=true]"), ({ id }) => id), root.querySelectorAll(".audit-report").length]).toEqual([["box-r0-m0-coefficient", "box-m0-n"], 0]);
    type("box-r0-m0-coefficient", "1.00***");
    await audited();
    expect([root.querySelectorAll(".trouble li").length, root.querySelectorAll(".audit-report").length]).toEqual([1, 0]);
    type("box-m0-n", "500");
    await audited();
    expect([trouble(), root.querySelectorAll("[aria-invalid=true]").length, root.querySelectorAll(".audit-report").length]).toEqual([["", ""], 0, 1]);
  });

  it.each<Language>(["en", "zh"])("gives away report, results and table, rows added by hand under names of their own, without standard errors (%s)", async (language) => {
    const { read, audited, root, type, press } = opened(language);
    read(TABLE);
    press("addRow");
    expect(document.activeElement!.id).toBe("box-r2-label");
    press("addRow");
    for (const k of [2, 3]) {
      type(`box-r${k}-label`, `added ${k}`);
      type(`box-r${k}-m0-coefficient`, "0.50");
    }
    type("table-name", " Table 9 ");
    await audited();
    expect(Array.from(root.querySelectorAll(".sheet tbody:nth-of-type(2) .name"), (box) => (box as HTMLInputElement).value)).toEqual(["row 3", "x", "added 2", "added 3"]);
    const frames = Array.from(root.querySelectorAll(".audit-report .table-frame"), (frame) => [frame.getAttribute("role"), frame.getAttribute("aria-label") === (frame.querySelector(`caption [lang="${language}"]`)?.textContent ?? "")]);
    expect([root.querySelector<HTMLElement>(".audit-report")!.dataset.language, frames.length > 0, frames.every(([role, called]) => role === "group" && called)]).toEqual([language, true, true]);
    const files = await filesOf(() => (["saveReport", "saveJson", "saveTable"] as const).forEach(press));
    expect(files.map(([name, type]) => `${name} ${type}`)).toEqual(["audit.html text/html;charset=utf-8", "audit.json application/json;charset=utf-8", "table.json application/json;charset=utf-8"]);
    expect(files[0][2]).toMatch(/^<!doctype html>/i);
    expect(Object.keys(JSON.parse(files[1][2]))).toContain("findings");
    const table = JSON.parse(files[2][2]);
    expect([table.source, table.models.a.rows.map(({ term, label, coef }: Record<string, string>) => [term, label, coef])]).toEqual(["Table 9", [["row 3", "row 3", "1.00"], ["x", "x", "0.10"], ["row 1", "added 2", "0.50"], ["row 2", "added 3", "0.50"]]]);
    expect(files.map(([, , text]) => text.includes("\n  ")).slice(1)).toEqual([true, true]);
  });
});

describe("a file dropped on the audit page", () => {
  it("is read, its name said, its text shown", async () => {
    const { drop, root, said, shown, trouble } = opened();
    expect(drop({ name: "t.json", text: TABLE })).toBe(false);
    expect([said(), shown(".file-said")]).toEqual(["Reading t.json …", "Reading t.json …"]);
    await expect.poll(() => root.querySelectorAll("table.sheet").length).toBe(1);
    expect([said(), shown(".file-said"), root.querySelector("textarea")!.value, trouble()]).toEqual(["Read from t.json.", "Read from t.json.", TABLE, ["", ""]].map((text, k) => (k === 0 ? "Read: 1 models, 2 rows, 0 unsure." : text)));
  });

  it("is refused in a sentence, and what an earlier one gave is gone; none at all changes nothing", async () => {
    const { drop, read, root, shown, trouble } = opened();
    read(TABLE);
    drop();
    expect(root.querySelectorAll("table.sheet").length).toBe(1);
    drop({ name: "a.json", text: TABLE }, { name: "b.json", text: TABLE });
    expect([shown(".file-said"), trouble(), root.querySelectorAll(".sheet").length]).toEqual([undefined, ["2 files were given: one at a time can be read."], 0]);
    drop({ name: "c.json", text: '{"models": {' });
    await expect.poll(trouble).toEqual([WORDS.badJson.en]);
    expect(shown(".file-said")).toBe(undefined);
  });

  it("is forgotten, refused or not, where another is asked for meanwhile", async () => {
    const { drop, root, trouble, shown } = opened();
    drop({ name: "c.json", text: '{"models": {' });
    drop({ name: "a.json", text: TABLE });
    await expect.poll(() => root.querySelectorAll("table.sheet").length).toBe(1);
    expect([trouble(), shown(".file-said")]).toEqual([["", ""], "Read from a.json."]);
  });
});

it("a file that was chosen is taken, and may be chosen again; only files are kept from the browser", () => {
  const taken: string[][] = [];
  const box = sourceBox(sayIn("en"), null, { read: () => undefined, take: (files) => void taken.push(files.map(({ name }) => name)) }).element.querySelector<HTMLInputElement>("#table-file")!;
  let value = "C:\\fakepath\\a.pdf";
  Object.defineProperty(box, "value", { get: () => value, set: (text: string) => { value = text; } });
  for (const files of [[new File([], "a.pdf")], null]) {
    Object.defineProperty(box, "files", { configurable: true, value: files });
    box.dispatchEvent(new Event("change"));
  }
  expect([taken, value, box.accept.split(",").slice(0, 3)]).toEqual([[["a.pdf"], []], "", [".pdf", ".docx", ".xlsx"]]);
  const kept = (kind: string, dataTransfer: unknown) => !document.dispatchEvent(Object.assign(new Event(kind, { cancelable: true }), { dataTransfer }));
  expect([["dragover", { types: ["Files"] }], ["dragover", { types: ["text/plain"] }], ["dragover", null], ["drop", { types: ["text/plain"], files: [] }], ["drop", null]].map(([kind, data]) => kept(kind as string, data))).toEqual([true, false, false, false, false]);
});
