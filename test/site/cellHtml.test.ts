import { describe, expect, it } from "vitest";
import type { Language } from "../../src/bilingual";
import type { CodeCell, TextCell } from "../../src/notebook/nbformat/notebook";
import { codeHtml, placeOf, proseHtml, type Pens } from "../../src/site/cellHtml";
import { PageInMaking } from "../../src/site/pageInMaking";
import type { ProsePlace } from "../../src/site/prose";
import { code, display, prose, stdout } from "./exampleNotebooks";
import { parsed } from "./parsed";

const asked: string[] = [];
const pens = (more: Partial<Pens> = {}): Pens => ({
  prose: (source, place: ProsePlace) => ({ html: `<p>${place.language} ${source.length}</p>`, headings: [{ level: 2, id: "h", text: source }], subtitle: source.startsWith("#") ? `of ${source}` : undefined, hasMaths: source.includes("$") }) as ReturnType<Pens["prose"]>,
  highlight: ((source: string, language: string) => `<pre>${language}: ${source}</pre>`) as unknown as Pens["highlight"],
  link: (address, { language, file, cell }) => { asked.push(`${address} ${language} ${file} ${cell}`); return "there"; },
  traced: new Set(), live: false, exercises: {}, ...more,
});
const pageOf = (language: Language = "en", live = false) => Object.assign(new PageInMaking("n.ipynb", "n", language, []), { live });
const shown = (cell: CodeCell, page = pageOf(), more: Partial<Pens> = {}) => codeHtml(cell, page, pens(more)).text;

describe("a cell of prose", () => {
  it("gives its headings, the first subtitle and its formulas to its page; a raw one is shown as it stands", () => {
    const page = pageOf("zh");
    expect(proseHtml(prose("a", "x"), page, pens()).text).toBe('<section class="prose" id="a"><p>zh 1</p></section>');
    expect([page.subtitle, page.hasMaths]).toEqual([undefined, false]);
    for (const source of ["# one $", "# two"]) proseHtml(prose("b", source), page, pens());
    proseHtml({ cell_type: "raw", id: "c", source: "r", metadata: {} }, page, pens());
    expect([page.subtitle, page.hasMaths, page.headings.map(({ text }) => text)]).toEqual(["of # one $", true, ["x", "# one $", "# two", "``````text\nr\n``````"]]);
  });
});

describe("a cell of code", () => {
  it("has its source in a fold, a number to call it by, and what came out of it", () => {
    const page = pageOf("zh");
    expect(shown(code("a", "let x;", [stdout("1"), stdout("2")]), page)).toBe(`<section class="cell" id="a" aria-label="代码, 单元 1">
<a class="cell-number" href="#a" title="本单元的链接"><span class="visually-hidden">单元 </span>1</a>
<details class="code" open>
<summary>代码</summary><pre>typescript: let x;</pre></details>
<div class="outputs"><pre class="stream" role="group" aria-label="单元的打印输出">1</pre><pre class="stream" role="group" aria-label="单元的打印输出">2</pre></div>
</section>`);
    expect([shown(code("b", " \n"), page), page.codeCells]).toEqual(["", 2]);
    expect(shown(code("c", "", [stdout("x")]), page)).toMatch(/^<section class="cell" id="c" aria-label="代码, 单元 3">\n<a [^\n]*3<\/a>\n\n<div class="outputs"><pre/);
  });

  it.each<[Record<string, unknown>, boolean]>([[{}, true], [{ jupyter: { source_hidden: true } }, false], [{ jupyter: { source_hidden: false } }, true], [{ tags: ["x", "hide-input"] }, false], [{ tags: ["hide-cell"] }, false], [{ tags: ["hide-output"] }, true]])("is open, unless its author shut it: %j", (metadata, open) => {
    expect(shown(code("a", "x", [], metadata)).includes('<details class="code" open>')).toBe(open);
  });

  it("of a live page says what it was made from, whether it needs Node, and what it asks; of another page nothing of this", () => {
    const cell = code("a", 'frameTable(people);\ncheck("4a", { mean: NaN });', [display({ "text/plain": "x" }, { sojourn: { data: ["d<"] } }), display({ "text/plain": "y" }), stdout("z")]);
    const exercises = { "4a": { hints: 2 } };
    const section = parsed(shown(cell, pageOf("en", true), { exercises })).querySelector("section")!;
    expect([JSON.parse(section.dataset.exercise!), section.dataset.needsNode, JSON.parse(section.querySelector(".live-made")!.textContent), JSON.parse(section.querySelector(".live-committed")!.textContent).length]).toEqual([{ id: "4a", hints: 2, parts: [{ name: "mean" }] }, "", [{ data: ["d<"] }], 3]);
    expect(shown(code("b", "1", [stdout("z")]), pageOf("en", true), { exercises })).not.toMatch(/live-|data-/);
    expect(shown(cell, pageOf(), { exercises })).not.toMatch(/live-|data-/);
  });
});

describe("what prose needs of its page", () => {
  const cell: TextCell = { ...prose("c", ""), attachments: { "a b.png": { "image/png": "AAA" }, "l.gif": { "image/gif": ["B", "C"] }, "d.svg": { "image/svg+xml": "D" }, "e.png": {} } };
  const place = placeOf(cell, pageOf("zh"), pens());

  it("links by its language, file and cell, and names faults so", () => {
    asked.length = 0;
    expect([place.link("x.ipynb"), asked, place.headingId("The rule"), place.language, place.fail("no!").message]).toEqual(["there", ["x.ipynb zh n.ipynb c"], "the-rule", "zh", "n.ipynb, column cell c: no!."]);
  });

  it.each([["data:image/png;base64,AA", "data:image/png;base64,AA"], ["attachment:a%20b.png", "data:image/png;base64,AAA"], ["attachment:l.gif", "data:image/gif;base64,BC"]])("finds the picture %s in the notebook", (address, data) => {
    expect(place.picture(address)).toBe(data);
  });

  it.each(["https://example.org/a.png", "a b.png", "attachment:none.png", "attachment:d.svg", "attachment:e.png"])("refuses %s", (address) => {
    expect(() => place.picture(address)).toThrow(`n.ipynb, column cell c: the picture "${address}" is not kept in the notebook (expected an attachment of the cell). The site loads nothing from elsewhere: drag the picture into the cell.`);
  });
});
