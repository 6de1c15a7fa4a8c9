// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { button, choice } from "../../../src/display/reader/controls";
import { TableReader, type Surroundings } from "../../../src/display/reader/tableReader";
import { copyText, saveFile } from "../../../src/display/reader/takeAway";
import { tableCsv } from "../../../src/display/render/tableCsv";
import { tableLatex } from "../../../src/display/render/tableLatex";
import { tableMarkdown } from "../../../src/display/render/tableMarkdown";
import type { Table } from "../../../src/display/table";
import { PLAIN_VIEW } from "../../../src/display/view/tableView";
import { viewTable } from "../../../src/display/view/viewTable";
import { smallTable } from "../smallTable";

const coefficient = { estimate: 0.5, standardError: 0.1, lower: 0.304, upper: 0.696 };
/** A regression of one term, in print and refitted, with what it needs to be seen otherwise. */
const regression: Table = {
  ...smallTable, id: "t3", notes: [],
  columnGroups: [{ columns: [{ header: { en: "printed", zh: "刊印" }, role: "printed" }, { header: { en: "refitted", zh: "重估" }, role: "refitted" }] }],
  rowGroups: [{ rows: [
    { header: "age", cells: [{ printed: "0.50", of: { part: "estimate", coefficient } }, { number: 0.5, format: { decimals: 3 }, of: { part: "estimate", coefficient } }] },
    { header: { en: "standard error", zh: "标准误" }, continues: true, cells: [{ printed: "0.10", parentheses: true, of: { part: "spread", coefficient } }, { number: 0.1, format: { decimals: 3, parentheses: true }, of: { part: "spread", coefficient } }] },
  ] }],
};

let copied: string[] = [];
beforeEach(() => {
  copied = [];
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) } });
});
afterEach(() => {
  Reflect.deleteProperty(navigator, "clipboard");
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

function reader(table: Table, more: Partial<Surroundings> = {}, written?: HTMLElement) {
  const told: string[] = [];
  const { nodes: [tools, place] } = new TableReader(table, { language: "en", languages: "both", rememberLanguages: (languages) => void told.push(languages), word: () => Promise.reject(new Error("no library")), dress: () => void told.push("dressed"), ...more }, written);
  document.body.append(tools, place);
  const select = (label: string) => Array.from(tools.querySelectorAll("select")).find((one) => one.getAttribute("aria-label") === label)!;
  const choose = (label: string, value: string): void => {
    select(label).value = value;
    select(label).dispatchEvent(new Event("change"));
  };
  const press = (text: string) => Array.from(tools.querySelectorAll("button")).find(({ textContent }) => textContent === text)!.click();
  return { tools, place, told, choose, press, select, status: () => tools.querySelector("[role=status]")!.textContent };
}

describe("a table with its tools", () => {
  it("is written in its languages, under no id of its own, and its tools are named after it", () => {
    const { tools, place, told } = reader(smallTable);
    expect([tools.className, tools.getAttribute("role"), tools.getAttribute("aria-label"), place.className, told]).toEqual(["sojourn-table-tools", "group", "Show and take away this table: Staying", "sojourn-table-place", ["dressed"]]);
    expect([place.querySelector("table")!.id, place.querySelector("table")!.dataset.tableId, place.textContent!.includes("居留意愿"), place.textContent!.includes("Staying")]).toEqual(["", "table-2", true, true]);
    expect(Array.from(tools.querySelectorAll("select"), (one) => one.getAttribute("aria-label"))).toEqual(["Language"]);
    expect(reader(smallTable, { language: "zh", languages: "zh" }).tools.getAttribute("aria-label")).toBe("查看与导出此表: 居留意愿");
  });

  it("stays as the page wrote it until something else is asked for", () => {
    const written = document.createElement("p");
    const { place, told, choose } = reader(smallTable, {}, written);
    expect([place.firstElementChild === written, told]).toEqual([true, []]);
    choose("Language", "zh");
    expect([place.querySelector("p") === written, place.querySelector("caption")!.textContent!.includes("居留意愿"), place.textContent!.includes("Staying"), told]).toEqual([false, true, false, ["zh", "dressed"]]);
  });

  it("offers what the table has to choose from, and shows what is chosen, one choice beside the other", () => {
    const { tools, place, choose, select } = reader(regression, { languages: "en" });
    expect(Array.from(tools.querySelectorAll("select"), (one) => [one.getAttribute("aria-label"), one.value, Array.from(one.options, ({ text }) => text).join("|")])).toEqual([
      ["Numbers", "coefficient", "coefficients|odds ratios"], ["Uncertainty", "standardError", "standard errors|95% intervals"], ["Columns", "both", "published beside refitted|published|refitted"], ["Language", "en", "English / 中文|English|中文"],
    ]);
    choose("Numbers", "oddsRatio");
    choose("Columns", "refitted");
    choose("Uncertainty", "interval");
    const view = viewTable(regression, { scale: "oddsRatio", spread: "interval", columns: "refitted" });
    expect(Array.from(place.querySelectorAll("tbody td"), ({ textContent }) => textContent)).toEqual(["1.649", "[1.355, 2.006]"]);
    expect([place.querySelectorAll("thead th").length, view.columnGroups[0].columns.length, select("Numbers").value]).toEqual([2, 1, "oddsRatio"]);
  });

  it.each([["Markdown", tableMarkdown], ["LaTeX", tableLatex], ["CSV", tableCsv]] as const)("gives away just what is seen as %s", async (name, write) => {
    const { press, choose, status } = reader(regression);
    choose("Language", "zh");
    choose("Columns", "printed");
    press(name);
    await expect.poll(status).toBe(`✓ ${name} copied`);
    expect(copied).toEqual([write(viewTable(regression, { ...PLAIN_VIEW, columns: "printed" }), "zh")]);
  });

  it("is saved as a Word file of its name, or says why not", async () => {
    const saved: string[] = [];
    Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => undefined });
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) { saved.push(`${this.download} ${this.href}`); });
    const asked: unknown[] = [];
    const { press, status } = reader(smallTable, { language: "zh", word: (table, languages) => { asked.push(table.id, languages); return Promise.resolve(new Blob([])); } });
    press("Word");
    await expect.poll(status).toBe("✓ table-2.docx 已保存");
    expect([saved, asked]).toEqual([["table-2.docx blob:x"], ["table-2", "both"]]);
    const other = reader(smallTable);
    other.press("Word");
    await expect.poll(other.status).toBe("✗ could not be taken away: no library");
    const third = reader(smallTable, { language: "zh", word: () => Promise.reject("plain") });
    third.press("Word");
    await expect.poll(third.status).toBe("✗ 未能导出: plain");
  });
});

it("a text is copied by way of a selection where the page may not write to the clipboard", async () => {
  Reflect.deleteProperty(navigator, "clipboard");
  const seen: (string | undefined)[] = [];
  let allowed = true;
  Object.assign(document, { execCommand: (command: string) => { seen.push(command, document.querySelector("textarea")?.value); return allowed; } });
  await copyText("a\tb");
  expect([seen, document.querySelectorAll("textarea").length]).toEqual([["copy", "a\tb"], 0]);
  allowed = false;
  await expect(copyText("c")).rejects.toThrow("the browser does not let this page copy");
  expect(document.querySelectorAll("textarea").length).toBe(0);
  Reflect.deleteProperty(document, "execCommand");
});

it("a saved file is held until it has surely been taken", () => {
  vi.useFakeTimers();
  const letGo: string[] = [];
  Object.assign(URL, { createObjectURL: () => "blob:y", revokeObjectURL: (address: string) => void letGo.push(address) });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  saveFile(new Blob([]), "a.csv");
  vi.advanceTimersByTime(5000);
  expect(letGo).toEqual([]);
  vi.runAllTimers();
  expect(letGo).toEqual(["blob:y"]);
  vi.useRealTimers();
});

it("a choice among one thing is none; the one that holds is chosen", () => {
  expect(choice("L", [{ value: "a", text: "A" }], "a", () => undefined)).toEqual([]);
  const told: string[] = [];
  const [label] = choice("L", [{ value: "a", text: "A" }, { value: "b", text: "B" }], "b", (value) => void told.push(value));
  const select = label.querySelector("select")!;
  expect([label.textContent, select.value, Array.from(select.options, ({ value, defaultSelected }) => `${value} ${defaultSelected}`)]).toEqual(["L AB", "b", ["a false", "b true"]]);
  select.value = "a";
  select.dispatchEvent(new Event("change"));
  expect(told).toEqual(["a"]);
});

it.each([["▶ Run", "Run 3", "Run 3"], ["CSV", "Copy as CSV", "Copy as CSV"], ["Reset", "Forget everything", null]])("a button %j, described as %j, is named %j", (text, description, name) => {
  const made = button(text, description, () => undefined);
  expect([made.type, made.textContent, made.title, made.getAttribute("aria-label")]).toEqual(["button", text, description, name]);
});
