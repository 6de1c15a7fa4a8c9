import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { readMaths, typeset } from "../../src/site/maths";

const rendered = (source: string) => {
  const md = new MarkdownIt();
  readMaths(md);
  return md.render(source).trimEnd();
};
const inline = (tex: string) => `<code data-tex="inline">${tex}</code>`;
const display = (tex: string) => `<code data-tex="display">${tex}</code>`;
const block = (tex: string) => `<p class="equation">${display(tex)}</p>`;

describe("TeX in Markdown", () => {
  it.each([
    ["a $x$ b", `<p>a ${inline("x")} b</p>`], ["$x_1 < 2$, $y$.", `<p>${inline("x_1 &lt; 2")}, ${inline("y")}.</p>`], ["a $$x$$ b", `<p>a ${display("x")} b</p>`], ["[$x$](y)", `<p><a href="y">${inline("x")}</a></p>`],
    ["$5 and $10", "<p>$5 and $10</p>"], ["$ x$ and $x $", "<p>$ x$ and $x $</p>"], ["$a\\$b$", `<p>${inline("a\\$b")}</p>`], ["one $ alone", "<p>one $ alone</p>"],
  ])("in a line: %s", (source, html) => {
    expect(rendered(source)).toBe(html);
  });

  it.each([
    ["$$x$$", block("x")], ["  $$x + y$$  ", block("x + y")], ["$$\na\n  b\n$$", block("\na\nb\n")], ["$$a\nb$$\nafter", `${block("a\nb")}\n<p>after</p>`], ["text\n$$x$$\nmore", `<p>text</p>\n${block("x")}\n<p>more</p>`],
    ["$$\nnever closed", "<p>$$\nnever closed</p>"], ["$$$$\nx\n$$", block("$$\nx\n")], ["$$x$$\n\n$$y$$", `${block("x")}\n${block("y")}`], ["> $$x$$", `<blockquote>\n${block("x")}\n</blockquote>`], ["$$a\n\nb$$", block("a\n\nb")],
  ])("as a block: %j", (source, html) => {
    expect(rendered(source)).toBe(html);
  });

  it("is set with MathML beside it, displayed or in the line, and refused where it is none", () => {
    expect(typeset("x", false)).toMatch(/^<span class="katex">.*<math xmlns="[^"]*">/);
    expect(typeset("x", true)).toMatch(/^<span class="katex-display">.*<math [^>]*display="block"/);
    expect(() => typeset("\\frac{1", false)).toThrow(/KaTeX parse error/);
    expect(typeset("\\href{https://example.org}{x}", false)).not.toContain("<a ");
  });
});
