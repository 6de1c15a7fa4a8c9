import { beforeAll, describe, expect, it } from "vitest";
import { loadHighlight } from "../../src/site/highlight";
import { PageInMaking } from "../../src/site/pageInMaking";
import { proseRenderer, type Prose, type ProsePlace } from "../../src/site/prose";

let render: (source: string, place: ProsePlace) => Prose;
beforeAll(async () => {
  render = proseRenderer(await loadHighlight());
});

const place = (page = new PageInMaking("notebooks/h1.ipynb", "h1", "en", ["the-rule"])): ProsePlace => ({
  language: page.language,
  headingId: (text) => page.takeId(text),
  link: (address) => (address.startsWith("../src") ? undefined : address.replace(".ipynb", ".html")),
  picture: (address) => address,
  fail: (what) => new Error(what),
});

const html = (source: string): string => render(source, place()).html;

describe("maths in prose", () => {
  it.each([
    ["in a line", "so $x^2$ grows", "inline"],
    ["displayed within a line", "so $$x^2$$ grows", "display"],
    ["as a block on one line", "$$x^2$$", "display"],
    ["as a block of several lines", "$$\nx^2\n$$", "display"],
    ["as a block whose lines look like a list or a heading", "$$\nx^2\n- y\n= z\n---\n$$", "display"],
    ["right after a paragraph", "so\n$$\nx^2\n$$\nends", "display"],
  ])("is typeset %s, for the eye and for a screen reader", (_, source, kind) => {
    const out = html(source);
    expect(out).toContain('<annotation encoding="application/x-tex">');
    expect(out).toContain("<msup>");
    expect(out.includes("katex-display")).toBe(kind === "display");
    expect(out).not.toContain("$");
  });

  it.each(["It costs $5 or $6.", "from $5–$6 on", "a $ x$ b", "a \\$x\\$ b", "one $ alone", "`$x$`", "$ x $", "    $$\n    x\n    $$"])("is not seen in %j", (source) => {
    expect(html(source)).not.toContain("katex");
  });

  it("keeps underscores and stars of a formula from being read as emphasis", () => {
    expect(html("$a_1 * b_2 * c_1$")).not.toContain("<em>");
  });

  it("is refused where it cannot be read, with the formula", () => {
    expect(() => html("$\\frac{1}$")).toThrow(/\\frac\{1\}/);
  });
});

describe("prose", () => {
  it("gives each heading an id of its own, clear of the cells' ids", () => {
    const { headings } = render("# The rule\n\nfirst\n\n## 规则 (1)\n\n## 规则 (1)", place());
    expect(headings.map(({ id }) => id)).toEqual(["the-rule-2", "规则-1", "规则-1-2"]);
    expect(headings.map(({ level }) => level)).toEqual([1, 2, 2]);
  });

  it("takes the title said again in the other language for a subtitle, and no other heading", () => {
    const { html: out, headings, subtitle } = render("# 2. Who are they?\n### 他们是谁？\n\n## 规则", place());
    expect(out).toMatch(/<p class="subtitle" lang="zh-Hans">他们是谁？<\/p>/);
    expect(subtitle).toBe("他们是谁？");
    expect(headings.map(({ text }) => text)).toEqual(["2. Who are they?", "规则"]);
    expect(render("# Title\n\n## Part", place()).subtitle).toBeUndefined();
  });

  it("marks the language of what is not in the page's", () => {
    const out = html("English, with 中文 in it.\n\n论文认为 contact willingness 提高居留意愿\n\n| a | 甲 |\n|--|--|\n| b | 乙 |");
    expect(out).toContain('<p>English');
    expect(out).toContain('<p lang="zh-Hans">论文');
    expect(out).toContain('<th scope="col" lang="zh-Hans">甲</th>');
  });

  it("joins the lines of a Chinese paragraph without a space, and those of an English one with", () => {
    expect(html("居留\n意愿，\n等等")).toContain("居留意愿，等等");
    expect(html("to\nstay")).toContain("to\nstay");
  });

  it("leads links to pages, and leaves the name of a file that the site does not carry", () => {
    expect(html("[next](h2.ipynb)")).toContain('<a href="h2.html">next</a>');
    const file = html("[the **source**](../src/index.ts)");
    expect(file).toContain('<span class="repository-file" title="src/index.ts">the <strong>source</strong></span>');
    expect(file).not.toContain("<a");
  });

  it("colours fenced code without a script or a fixed colour", () => {
    const out = html("```ts\nconst a = 1;\n```");
    expect(out).toContain("var(--code-token-keyword)");
    expect(out).not.toMatch(/#[0-9a-f]{6}/i);
  });

  it("shows code of an unknown language as it stands", () => {
    expect(html("```stata\nlogit y x <b>\n```")).toContain("logit y x &lt;b&gt;");
  });

  it("strips what a Markdown cell may bring in of HTML", () => {
    expect(html('a <span onclick="x()">b</span>\n\n<script>x()</script>\n\n<pre class="shiki" style="x" onclick="x()"><code>c</code></pre>')).not.toMatch(/onclick|<script|style="x"/);
  });

  it("sets the heading of a column of numbers over the numbers, below a heading that spans, and no other", () => {
    const out = html('<table><thead><tr><th rowspan="2">a</th><th colspan="2">b</th></tr><tr><th>c</th><th>d</th></tr></thead>'
      + '<tbody><tr><th rowspan="2">e</th><td class="number">1</td><td class="number">2</td></tr><tr><td></td><td>x</td></tr></tbody></table>');
    expect(out).toContain('<th scope="col" class="align-right">c</th><th scope="col">d</th>');
    expect(out.match(/align-right/g)).toHaveLength(1);
  });

  it("scopes a table's headers and lets it scroll in a frame", () => {
    const out = html("| a | b |\n|---|--:|\n| 1 | 2 |");
    expect(out).toMatch(/^<div class="table-frame" role="group"/);
    expect(out).toContain('<th class="align-right" scope="col">b</th>');
  });
});
