// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import type { Language } from "../../../../src/bilingual";
import { PLOTLY_MIME, TABLE_MIME } from "../../../../src/display/mimeTypes";
import type { Output } from "../../../../src/site/client/kernel/outputs";
import { outputElements } from "../../../../src/site/client/live/outputs";
import { smallTable } from "../../../display/smallTable";

const place = (language: Language = "en") => ({ language, cell: 12, word: "word.js", traced: new Set<string>() });
const shown = (outputs: readonly Output[], language?: Language) => outputElements({ outputs }, place(language));
const stream = (text: string, name: "stdout" | "stderr" = "stdout"): Output => ({ output_type: "stream", name, text });
const data = (of: Readonly<Record<string, unknown>>): Output => ({ output_type: "display_data", data: of, metadata: {} });
/** A printed text as its tag, style, name and what it says. */
const printed = (element: HTMLElement) => [element.localName, element.className, element.getAttribute("role"), element.getAttribute("aria-label"), element.textContent];

afterEach(() => void Reflect.deleteProperty(window, "sojournDraw"));

it.each<[Language, string, string, string]>([["en", "Printed by the cell", "Messages of the cell", "Error"], ["zh", "单元的打印输出", "单元的提示信息", "出错"]])("what a cell prints is shown as text, and its error with its place (%s)", (language, out, warned, failed) => {
  const outputs = [stream("one\n  two \n"), stream("careful", "stderr"), stream("a  b"), stream("a   \nb"), stream("│"), data({ "text/plain": "c\n" }), data({})];
  const told = (error: { name: string; message: string; line?: number; column?: number }) => printed(outputElements({ outputs: outputs.slice(0, 1), error }, place(language))[1]).slice(1);
  const names = shown(outputs, language).map((element) => element.getAttribute("aria-label"));
  expect(names).toEqual([out, warned, out, out, out, out, out]);
  expect(shown(outputs, language).map((element) => printed(element).filter((_, k) => k !== 3))).toEqual([
    ["pre", "stream", "group", "one\n  two"], ["pre", "stream stderr", "group", "careful"], ["pre", "stream columns-of-text", "group", "a  b"], ["pre", "stream", "group", "a   \nb"], ["pre", "stream columns-of-text", "group", "│"], ["pre", "stream", "group", "c"], ["pre", "stream", "group", ""],
  ]);
  expect([told({ name: "RangeError", message: "p = 2", line: 3, column: 7 }), told({ name: "E", message: "m" })]).toEqual([
    ["stream raised", "group", failed, language === "zh" ? "RangeError（第 3 行第 7 列）: p = 2" : "RangeError (line 3, column 7): p = 2"], ["stream raised", "group", failed, "E: m"],
  ]);
});

it("HTML is kept without what could do harm, its tables framed; texts beside it are not shown twice", () => {
  const [element] = shown([data({ "text/html": "<b>x</b><script>alert(1)</script><img src=x onerror=alert(1)><table><caption>C</caption><tr><td>1</td></tr></table>", "text/plain": "x" })], "zh");
  expect([element.className, element.querySelector("b")!.textContent, element.querySelectorAll("script, [onerror]").length, element.querySelector(".table-frame")!.getAttribute("aria-label")]).toEqual(["output-html", "x", 0, "表格，可左右滚动: C"]);
});

it("a table is the package's own, with its tools; one that is none is refused by its place", () => {
  const [element] = shown([data({ [TABLE_MIME]: smallTable, "text/html": "<p>other</p>" })]);
  expect([element.className, element.querySelectorAll(".table-frame table").length, element.querySelector("caption")!.textContent!.includes("Staying"), element.querySelectorAll("button").length > 0, element.textContent!.includes("other")]).toEqual(["output-html", 1, true, true, false]);
  expect(() => shown([data({ [TABLE_MIME]: { ...smallTable, id: 3 } })])).toThrow("id of a table is 3 (expected a text)");
});

it("a figure is named by its cell and its place in it, as large as it says, else as the page draws it, and drawn once it is there", async () => {
  const drawn: string[] = [];
  window.sojournDraw = (figure) => void drawn.push(figure.id);
  const figure = (layout: object, words?: string): Output => data({ [PLOTLY_MIME]: { data: [{ type: "bar", y: [1] }], layout }, ...(words !== undefined && { "text/plain": words }), "text/html": "<p>other</p>" });
  const made = shown([stream("before"), figure({ width: 300, height: 200, images: [] }, "Shares\none half"), figure({})]).slice(1).map((element) => element.firstElementChild as HTMLElement);
  const [, width, height] = /width: (\d+), height: (\d+), \.\.\.layout/.exec(readFileSync(join(__dirname, "../../../../src/site/assets/figures.js"), "utf8"))!;
  expect(made.map((one) => [one.localName, one.id, one.querySelector(".figure-label")!.textContent, one.querySelector(".figure-frame")!.getAttribute("style")])).toEqual([
    ["figure", "live-figure-12-1", "Figure 12.2.", "--width: 300px; --height: 200px"], ["figure", "live-figure-12-2", "Figure 12.3.", `--width: ${width}px; --height: ${height}px`],
  ]);
  expect([made[0].querySelector("figcaption")!.textContent, made[0].querySelector(".figure-words li")!.textContent, made[0].querySelector(".caution")!.textContent!.includes("layout.images"), made[1].querySelector(".caution")]).toEqual(["Figure 12.2. Shares", "one half", true, null]);
  expect(JSON.parse(made[0].querySelector(".figure-json")!.textContent)).toEqual({ data: [{ type: "bar", y: [1] }], layout: { width: 300, height: 200 } });
  await new Promise((resolve) => { requestAnimationFrame(resolve); });
  expect(drawn).toEqual(["live-figure-12-1", "live-figure-12-2"]);
});
