import { describe, expect, it } from "vitest";
import type { Language } from "../../src/bilingual";
import type { Cell } from "../../src/notebook/nbformat/notebook";
import type { Pens } from "../../src/site/cellHtml";
import type { ExecutedNotebook } from "../../src/site/executedNotebook";
import { notebookPage, pagePath } from "../../src/site/notebookPage";
import { code, prose, stdout, table } from "./exampleNotebooks";

const pens = (live = false): Pens => ({
  prose: (source) => ({ html: `<p>${source}</p>`, headings: source.startsWith("# ") ? [{ level: 1, id: "t", text: source.slice(2).split("\n")[0] }] : [], hasMaths: source.includes("$") }),
  highlight: ((source: string) => source) as unknown as Pens["highlight"], link: (address) => address, traced: new Set(), live, exercises: {},
});
const notebook = (...cells: Cell[]): ExecutedNotebook => ({ file: "n/01.ipynb", name: "01", cells, content: Buffer.from("") });
const questionOf = (language: Language, ...sources: string[]) => notebookPage(notebook(code("c", "The code is no prose."), ...sources.map((source, k) => prose(`p${k}`, source))), language, pens()).question.text;

describe("a notebook as a page", () => {
  it("has its first heading as its title, else its file's name, and gathers what its cells need", () => {
    const page = notebookPage(notebook(prose("a", "# The title\n\nWhy $x$?"), code("b", "1", [stdout("1"), table()])), "zh", pens());
    expect([page.title, page.path, page.body.length, page.question.html.text, page.hasMaths, page.figures, page.hasTraces, page.hasTables, page.synthetic, page.headings.length]).toEqual(["The title", "zh/01.html", 2, "<p>Why $x$?</p>", true, 0, false, false, false, 1]);
    expect([notebookPage(notebook(code("b", "1")), "en", pens()).title, notebookPage(notebook(code("b", "1")), "en", pens()).path, pagePath("a", "zh")]).toEqual(["01", "01.html", "zh/a.html"]);
    expect([true, false].map((live) => notebookPage(notebook(code("b", "codedFrame(x)")), "en", pens(live)).body[0].text.includes("data-needs-node"))).toEqual([true, false]);
  });

  it.each<[Language, string[], string]>([
    ["en", ["# H\n\nFirst.\n\nSecond."], "First."], ["en", ["# Heading\nright below"], "right below"], ["en", ["论文认为如此。\n\nThe paper claims so."], "The paper claims so."], ["zh", ["The paper claims so.", "论文认为如此。"], "论文认为如此。"], ["zh", ["Only English here.", "And here."], "Only English here."],
    ["en", ["> quoted\n\n- item\n\n+ item\n\n* item\n\n1. first\n\n12. twelfth\n\n| a |\n\n```\ncode\n```\n\n$$x$$\n\n---\n\n<div>\n\n![p](a.png) with\n\n*Emphasis* begins."], "*Emphasis* begins."],
    ["en", ["See ![a picture](x.png) here."], "See  here."], ["en", ["#nospace\n\n2 people stay."], "2 people stay."], ["en", ["# Only"], ""], ["en", [], ""],
  ])("asks what the first paragraph in its language asks (%s, %j)", (language, sources, question) => expect(questionOf(language, ...sources)).toBe(question));
});
