import { describe, expect, it } from "vitest";
import { figureHtml, type FigureBundle } from "../../src/site/figureHtml";
import { verdictTableHtml, type VerdictTable } from "../../src/site/verdictTable";
import { wordsOf } from "../../src/site/words";

const bundle: FigureBundle = { id: "f", number: 3, plotly: { data: [{ type: "bar", x: ["a & b"], y: [-0.5] }] }, words: "Shares by group\nfirst line\nsecond line\n\n各组比例\n第一行", leftOut: [], size: { width: 700, height: 400 } };
const made = (more: Partial<FigureBundle> = {}, language: "en" | "zh" = "en") => String(figureHtml({ ...bundle, ...more }, wordsOf(language), language));
const between = (html: string, from: string, to: string) => html.slice(html.indexOf(from), html.indexOf(to, html.indexOf(from)) + to.length);

describe("a figure on a page", () => {
  it("has its picture with the words of the page's language, as long as a text for a picture should be", () => {
    const html = made({ still: "s.png" });
    expect(between(html, "<img", ">")).toBe('<img class="figure-still" src="s.png" width="700" height="400" alt="Figure 3. Shares by group; first line; second line" loading="lazy">');
    expect(between(made({ still: "s.png" }, "zh"), "alt=", " loading")).toBe(`alt="${wordsOf("zh").figure} 3. 各组比例; 第一行" loading`);
    const long = (count: number) => between(made({ still: "s.png", words: `Title\n${"x".repeat(count)}\nlast` }), "alt=", " loading");
    // Title; x… is 300 characters at 293.
    expect(long(293)).toBe(`alt="Figure 3. Title; ${"x".repeat(293)} …" loading`);
    expect(long(294)).toBe('alt="Figure 3. Title …" loading');
    expect(long(287)).toBe(`alt="Figure 3. Title; ${"x".repeat(287)}; last" loading`);
    expect(made()).not.toContain("<img");
  });

  it("is named by its number, leads to itself, and says its lines beneath", () => {
    const html = made();
    expect(html.startsWith('<figure class="figure" id="f">\n<div class="figure-frame" style="--width: 700px; --height: 400px">')).toBe(true);
    expect(between(html, "<figcaption>", "</figcaption>")).toBe('<figcaption><p><a class="figure-label" href="#f">Figure 3.</a> <span lang="en">Shares by group</span></p></figcaption>');
    expect(between(html, "<ul", "</ul>")).toBe('<ul lang="en"><li>first line</li><li>second line</li></ul>');
    expect(html).toContain('aria-label="Figure 3. Shares by group"');
    expect(made({ words: "Only a title" })).not.toContain("figure-words");
    // In no language of the page: all it says.
    expect(between(made({ words: "各组比例\n第一行\n\n又一" }), "<figcaption>", "</figcaption>")).toContain("各组比例</span> <span");
  });

  it.each(["", " \n\n "])("may have no words (%j), and is then named by its number alone", (words) => {
    const html = made({ words, still: "s.png" });
    expect(between(html, "<figcaption>", "</figcaption>")).toBe('<figcaption><p><a class="figure-label" href="#f">Figure 3.</a></p></figcaption>');
    expect([between(html, "alt=", " loading"), html.includes('aria-label="Figure 3."'), html.includes("figure-words")]).toEqual(['alt="Figure 3." loading', true, false]);
  });

  it("has its numbers as a table, its data to take away, and what was left out of it, eight places by name", () => {
    const html = made();
    expect(between(html, "<thead>", "</tbody>")).toBe('<thead><tr><th scope="col">x</th><th scope="col">y</th></tr></thead>\n<tbody><tr><td>a &amp; b</td><td class="number">−0.5</td></tr></tbody>');
    expect([html.includes("download>"), between(made({ download: "d.json" }), '<a href="d', "</a>")]).toEqual([false, `<a href="d.json" download>${wordsOf("en").figureData}</a>`]);
    const places = Array.from({ length: 9 }, (_, i) => `p${i}`);
    expect(html).not.toContain("caution");
    expect(between(made({ leftOut: places.slice(0, 8) }), "<code>", "</p>")).toBe("<code>p0, p1, p2, p3, p4, p5, p6, p7</code></p>");
    expect(between(made({ leftOut: places }), "<code>", "</p>")).toBe("<code>p0, p1, p2, p3, p4, p5, p6, p7</code> …</p>");
  });
});

describe("the table of verdicts that a site opens with", () => {
  const table: VerdictTable = {
    groups: [{ id: "s", label: { en: "South", zh: "南" }, model: "M3" }, { id: "a", label: { en: "All", zh: "全" }, model: "M4" }],
    hypotheses: [
      { id: "H1", claim: { en: "they stay", zh: "居留" }, verdicts: [{ refitted: { supported: true, level: "**" }, printed: { supported: false, level: "" }, also: { model: "O3", refitted: { supported: null, level: "" } } }, undefined] },
      { id: "H2", claim: { en: "they go", zh: "离开" }, verdicts: [{ refitted: { supported: false, level: "*" } }, { refitted: { supported: null, level: "" }, printed: { supported: true, level: "***" }, also: { model: "O4", refitted: { supported: true, level: "*" }, printed: { supported: false, level: "" } } }] },
    ],
  };
  const cells = (html: string) => html.split("</tr>").slice(2, -1).map((row) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell));

  it("shows both sources by group, a second model beneath, a dash where nothing is known", () => {
    const html = String(verdictTableHtml(table, "en", (id) => (id === "H1" ? "h1.html" : undefined)));
    expect(html).toContain('<caption>Is the hypothesis supported? As refitted here, and as the paper prints it</caption>');
    expect(html.match(/<th scope="colgroup" colspan="2">.*?<\/th>/g)).toEqual(['<th scope="colgroup" colspan="2">South <small>(M3)</small></th>', '<th scope="colgroup" colspan="2">All <small>(M4)</small></th>']);
    expect(html.match(/<th scope="col">(.*?)<\/th>/g)).toEqual(["refitted", "paper", "refitted", "paper"].map((word) => `<th scope="col">${word}</th>`));
    const word = (key: string, text: string, stars = "") => `<span class="verdict-${key}">${text}${stars && ` <span class="stars">${stars}</span>`}</span>`;
    expect(cells(html)).toEqual([
      ['<a href="h1.html">H1</a> they stay', `${word("yes", "yes", "**")}<br><small>O3: ${word("unknown", "?")}</small>`, word("no", "no"), "–", "–"],
      ["H2 they go", word("no", "no", "*"), "–", `${word("unknown", "?")}<br><small>O4: ${word("yes", "yes", "*")}</small>`, `${word("yes", "yes", "***")}<br><small>O4: ${word("no", "no")}</small>`],
    ]);
  });

  it("of refits alone has one column a group; in Chinese it is Chinese", () => {
    const html = String(verdictTableHtml({ ...table, refittedOnly: true }, "zh", () => undefined));
    expect(html).toContain("<caption>假设是否得到支持？</caption>");
    expect(html).toContain('<th scope="col" rowspan="2">假设</th><th scope="colgroup" colspan="1">南 <small>(M3)</small></th>');
    expect(cells(html)).toEqual([
      ["H1 居留", '<span class="verdict-yes">是 <span class="stars">**</span></span><br><small>O3: <span class="verdict-unknown">？</span></small>', "–"],
      ["H2 离开", '<span class="verdict-no">否 <span class="stars">*</span></span>', '<span class="verdict-unknown">？</span><br><small>O4: <span class="verdict-yes">是 <span class="stars">*</span></span></small>'],
    ]);
    expect(String(verdictTableHtml(table, "zh", () => undefined))).toContain("<caption>假设是否得到支持？重新拟合的结果与论文所刊结果对照</caption>");
    expect(String(verdictTableHtml({ ...table, refittedOnly: true }, "en", () => undefined))).toContain("<caption>Is the hypothesis supported?</caption>");
    expect(String(verdictTableHtml(table, "zh", () => undefined)).match(/<th scope="col">(.*?)<\/th>/g)!.slice(0, 2)).toEqual(['<th scope="col">重新拟合</th>', '<th scope="col">论文</th>']);
  });
});
