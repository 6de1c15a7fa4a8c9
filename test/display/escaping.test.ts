import { JSDOM } from "jsdom";
import { parse } from "csv-parse/sync";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { distribution } from "../../src/display/figures/distribution";
import { escapeHtml } from "../../src/display/render/escapeHtml";
import { tableCsv } from "../../src/display/render/tableCsv";
import { tableHtml } from "../../src/display/render/tableHtml";
import { tableLatex } from "../../src/display/render/tableLatex";
import { tableMarkdown } from "../../src/display/render/tableMarkdown";
import { figureSvg } from "../../src/display/stills/figureSvg";
import { smallTable, tableWith } from "./smallTable";

const HARM = `<img src=x onerror="alert(1)"> & 'q' | $x_1^2$ 50% {#} [a](b) \\ ~`;

it("the five characters that could end a text or a quoted attribute are escaped, all of them, each time, and no other", () => {
  expect(escapeHtml(`&<>"'`)).toBe("&amp;&lt;&gt;&quot;&#39;");
  expect(escapeHtml("a && b 'c' “d” `e` 中")).toBe("a &amp;&amp; b &#39;c&#39; “d” `e` 中");
});

describe("a label that would do harm", () => {
  it("is a text in HTML, wherever it stands", () => {
    const { document } = new JSDOM(tableHtml(tableWith(HARM))).window;
    expect(document.querySelector("img, script, a")).toBeNull();
    const places = ["caption", "thead th", "tbody th[scope=rowgroup]", "tbody th[scope=row]", "tbody td", "tfoot td:last-child"];
    for (const place of places) expect([...document.querySelectorAll(place)].map((cell) => cell.textContent).join("\n")).toContain(HARM);
  });

  it("is a text in LaTeX: no bare special character is left", () => {
    const body = tableLatex(tableWith(HARM)).split("\n").find((line) => line.includes("onerror") && line.endsWith(String.raw`\\`) && !line.includes("multicolumn"))!;
    const bare = body.replaceAll(String.raw`\textbackslash{}`, "").replaceAll(String.raw`\textasciicircum{}`, "").replaceAll(String.raw`\textasciitilde{}`, "")
      .replace(/\$[<>-]\$/g, "").replace(/\\[{}$&#%_]/g, "").replaceAll("{[}", "").replaceAll("{]}", "").replace(/ & /g, " ").replace(/ \\\\$/, "");
    expect(bare).not.toMatch(/[\\{}$&#%_^~<>[\]]/);
  });

  it("is a text in Markdown, and stays in its cell", () => {
    const { document } = new JSDOM(new MarkdownIt({ html: true }).render(tableMarkdown(tableWith(HARM)))).window;
    expect(document.querySelector("img, a, em")).toBeNull();
    expect([...document.querySelectorAll("tbody tr:last-child td")].map((cell) => cell.textContent)).toEqual([HARM, HARM, HARM, HARM]);
  });

  it("is a text in CSV, and a formula gets an apostrophe, but a negative number does not", () => {
    const [headings, row] = parse(tableCsv(tableWith(HARM)), { relax_column_count: true }) as string[][];
    expect(headings[0]).toBe(HARM);
    expect(row).toEqual([`${HARM}: ${HARM}`, HARM, HARM, HARM]);
    expect(tableCsv(tableWith("=cmd|' /C calc'!A0"))).toContain(`,'=cmd|' /C calc'!A0,`);
    for (const formula of [" =1+1", "+1+1", "@SUM(A1)", "\uff1d1+1", "\uff0b1+1", "\uff0d1+1", "\uff20SUM(A1)", "\t=1+1", "-1+1"]) expect(tableCsv(tableWith(formula))).toContain(`'${formula}`);
    expect(tableCsv(smallTable)).toContain(",-0.0001,");
  });

  it("is a text in a figure", async () => {
    const label = `<b>x</b> <img onerror=y> & <a href="z">k</a>`;
    const svg = await figureSvg(distribution({ id: "f", title: { en: label, zh: label }, categories: [label, "b"], groups: [{ name: label, counts: [3, 4] }], synthetic: true }));
    const { document } = new JSDOM(svg, { contentType: "image/svg+xml" }).window;
    expect(document.querySelector("a, img, foreignObject")).toBeNull();
    expect([...document.querySelectorAll("text")].map((text) => text.textContent)).toContain(label);
  });
});
