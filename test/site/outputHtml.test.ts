import { describe, expect, it } from "vitest";
import { BadInput } from "../../src/badInput";
import type { Language } from "../../src/bilingual";
import type { Output } from "../../src/notebook/nbformat/notebook";
import { outputHtml } from "../../src/site/outputHtml";
import { PageInMaking } from "../../src/site/pageInMaking";
import { smallTable } from "../display/smallTable";
import { code, display, stdout } from "./exampleNotebooks";

const [PLOTLY, TABLE, PNG] = ["application/vnd.plotly.v1+json", "application/vnd.sojourn.table+json", "image/png"];
/** The first 24 bytes of a picture, by which its size is known. */
function png(width: number, height: number): string {
  const bytes = Buffer.alloc(24);
  bytes.write("\u0089PNG\r\n\u001a\n", "latin1");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes.toString("base64");
}
const bar = { data: [{ type: "bar", x: ["a"], y: [1] }], layout: {} };
const pageOf = (language: Language = "en", traced: string[] = []) => new PageInMaking("notebooks/h1.ipynb", "h1", language, ["cell-1"], new Set(traced));
const shown = (output: Output, page = pageOf()) => outputHtml(output, code("cell-1", "x"), page).text;
const refused = (output: Output): BadInput => {
  try {
    shown(output);
  } catch (error) {
    return error as BadInput;
  }
  throw new Error("it was shown");
};

describe("what a cell prints", () => {
  it.each<[Output, string]>([
    [stdout("777 people\n  two lines \n\n"), '<pre class="stream" role="group" aria-label="Printed by the cell">777 people\n  two lines</pre>'], [stdout("a  b"), '<pre class="stream columns-of-text" role="group" aria-label="Printed by the cell">a  b</pre>'],
    [stdout("┌──"), '<pre class="stream columns-of-text" role="group" aria-label="Printed by the cell">┌──</pre>'], [{ output_type: "stream", name: "stderr", text: "\u001b[31mcare & <b>\u001b[0m" }, '<pre class="stream stderr" role="group" aria-label="Messages of the cell">care &amp; &lt;b&gt;</pre>'],
    [{ output_type: "error", ename: "E", evalue: "m", traceback: ["\u001b[31mE: m", "  at x"] }, '<pre class="stream raised" role="group" aria-label="Error raised on purpose">E: m\n  at x</pre>'],
    [{ output_type: "error", ename: "E", evalue: "m", traceback: [] }, '<pre class="stream raised" role="group" aria-label="Error raised on purpose">E: m</pre>'], [display({ "text/plain": "x" }), '<pre class="stream" role="group" aria-label="Printed by the cell">x</pre>'],
  ])("is text, without a terminal's colours: %#", (output, html) => expect(shown(output)).toBe(html));

  it("is named in the page's language", () => expect(shown(stdout("x"), pageOf("zh"))).toContain('aria-label="单元的打印输出"'));
});

describe("a table or HTML of a cell", () => {
  it("is framed, stripped to what is safe, its ids not those of others, its languages marked", () => {
    const page = pageOf();
    page.takeId("t");
    const html = shown(display({ "text/html": '<p id="T">年龄与教育</p><script>x</script><table id="cell-1"><tr><td onclick="x">1</td></tr></table><img src="data:image/png;base64,AA">', "text/plain": "other" }), page);
    expect(html.startsWith('<div class="output-html"><p id="t-2" lang="zh-Hans">年龄与教育</p>')).toBe(true);
    expect(html.match(/ id="/g)).toHaveLength(2);
    expect([html.includes("<script"), html.includes("onclick"), html.includes('<div class="table-frame" role="group" aria-label="Table, scrolls sideways"><table id="cell-1-2">'), page.hasTables, page.hasTraces]).toEqual([false, false, true, false, false]);
  });

  it("of ours is written in the page's language and brings its data; printed numbers lead to their traces, where the site has them", () => {
    const place = { model: "M4", term: "age" };
    const table = { ...smallTable, rowGroups: [{ rows: [{ header: "age", cells: [{ printed: "0.1", place }, { text: "" }, { text: "" }] }] }] };
    const [page, other] = [pageOf("zh", ["M4.age"]), pageOf("en", ["M4.sex"])];
    const html = shown(display({ [TABLE]: table, "text/html": "<p>other</p>" }), page);
    expect([html.startsWith('<div class="output-html table-output"><div class="table-frame"'), html.includes("居留意愿"), html.split("<script")[0].includes("Staying"), html.includes("<p>other")]).toEqual([true, true, false, false]);
    expect(JSON.parse(/<script type="application\/json" class="table-json">(.*)<\/script><\/div>$/s.exec(html)![1])).toEqual(JSON.parse(JSON.stringify(table)));
    expect([page.hasTables, page.hasTraces, html.includes('class="traced" href="trace.html#M4.age"')]).toEqual([true, true, true]);
    expect([shown(display({ [TABLE]: table }), other).includes("traced"), other.hasTraces]).toEqual([false, false]);
  });
});

describe("a figure of a cell", () => {
  const figure = (more: Record<string, unknown> = {}, metadata: Record<string, unknown> = {}) => display({ [PLOTLY]: bar, [PNG]: png(700, 350), "text/plain": "Shares", ...more }, metadata);

  it("is numbered on its page, its picture and its data are files of the site", () => {
    const page = pageOf("zh");
    page.takeId("figure-1");
    const [first, second] = [shown(figure({}, { [PNG]: { width: 300 } }), page), shown(figure(), page)];
    expect([first, second].map((html) => /<figure class="figure" id="([^"]*)">\n<div class="figure-frame" style="([^"]*)">\n<img class="figure-still" src="([^"]*)"/.exec(html)!.slice(1))).toEqual([
      ["figure-1-2", "--width: 300px; --height: 350px", "../assets/figures/zh-h1-figure-1.png"], ["figure-2", "--width: 700px; --height: 350px", "../assets/figures/zh-h1-figure-2.png"],
    ]);
    expect([page.figures, page.hasTables, page.files.map(({ path }) => path)]).toEqual([2, false, ["assets/figures/zh-h1-figure-1.png", "downloads/figures/zh-h1-figure-1.json", "assets/figures/zh-h1-figure-2.png", "downloads/figures/zh-h1-figure-2.json"]]);
    expect([page.files[1].content, Buffer.from(page.files[0].content).equals(Buffer.from(png(700, 350), "base64"))]).toEqual([`${JSON.stringify(bar)}\n`, true]);
    const english = pageOf();
    shown(figure({ [PLOTLY]: { ...bar, layout: { images: [] } } }), english);
    expect(english.files.map(({ path }) => path)).toEqual(["assets/figures/h1-figure-1.png", "downloads/figures/h1-figure-1.json"]);
  });

  it("may be a picture alone, in its own size or the one that is meant", () => {
    const page = pageOf();
    expect(shown(display({ [PNG]: png(20_000, 1), "text/plain": "A <map>" }), page)).toBe('<figure class="figure"><img class="figure-still" src="assets/figures/h1-1.png" width="20000" height="1" alt="A &lt;map&gt;" loading="lazy"></figure>');
    expect(shown(display({ [PNG]: png(2, 3) }, { [PNG]: { height: 30 } }), page)).toBe('<figure class="figure"><img class="figure-still" src="assets/figures/h1-2.png" width="2" height="30" alt="Figure" loading="lazy"></figure>');
  });

  it.each<[Output, string]>([
    [display({}), "notebooks/h1.ipynb, column cell cell-1: an output of nothing cannot be shown (expected application/vnd.plotly.v1+json, text/html, image/png or text/plain)."],
    [display({ "text/latex": "x", "text/plain": "" }), "notebooks/h1.ipynb, column cell cell-1: an output of text/latex, text/plain cannot be shown (expected application/vnd.plotly.v1+json, text/html, image/png or text/plain)."],
    [display({ "text/html": '<img src="https://example.org/a.png">' }), "notebooks/h1.ipynb, column cell cell-1: a picture that is not kept in the output (expected data:image/png;base64,…)."],
    [display({ "text/html": "<img>" }), "notebooks/h1.ipynb, column cell cell-1: a picture that is not kept in the output (expected data:image/png;base64,…)."],
    [display({ [TABLE]: { ...smallTable, id: 1 } }), "notebooks/h1.ipynb, column cell cell-1: its output: id of a table is 1 (expected a text)."], [display({ [PLOTLY]: { data: 1 } }), "notebooks/h1.ipynb, column cell cell-1: its output: data of a figure is 1 (expected a list of traces)."],
    [figure({ "text/plain": "" }), "notebooks/h1.ipynb, column cell cell-1: a figure without words (expected text/plain beside the figure, saying what it shows)."],
    [figure({ [PNG]: undefined }), "notebooks/h1.ipynb, column cell cell-1: a figure without a still (expected image/png beside the figure). It is what shows where no script runs."],
    [figure({ [PNG]: Buffer.from(png(1, 1), "base64").subarray(0, 23).toString("base64") }), "notebooks/h1.ipynb, column cell cell-1: its image/png is no PNG."], [figure({ [PNG]: "A".repeat(40) }), "notebooks/h1.ipynb, column cell cell-1: its image/png is no PNG."],
    [figure({ [PNG]: png(0, 5) }), "notebooks/h1.ipynb, column cell cell-1: the width of its picture is 0 (expected pixels, 1 to 20000)."], [figure({}, { [PNG]: { height: "9" } }), 'notebooks/h1.ipynb, column cell cell-1: the height of its picture is "9" (expected pixels, 1 to 20000).'],
    [figure({ [PNG]: png(20_001, 5) }), "notebooks/h1.ipynb, column cell cell-1: the width of its picture is 20001 (expected pixels, 1 to 20000)."],
  ])("is refused by file and cell where nothing, or not all of it, can be shown: %#", (output, sentence) => {
    const error = refused(output);
    expect([error instanceof BadInput, error.message]).toEqual([true, sentence]);
  });
});
