import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { compareCells, differenceText } from "../../src/notebook/compareOutputs";
import { codeCells, proseOf, theNotebooks } from "./theNotebooks";

const english = theNotebooks("en");
const chinese = theNotebooks("zh");

/** Prose without what is the same in any language: code, formulas, where links lead, and the English title below the Chinese one. */
const wordsOf = (prose: string): string =>
  prose.replace(/^### [^一-鿿]+$/m, "").replace(/^ {4}.*$/gm, "").replace(/\]\([^)]*\)/g, "]").replace(/\$\$[\s\S]*?\$\$|\$[^$\n]+\$|`[^`\n]+`/g, "");

/** Of the letters in a text, how many are Chinese; 1 where there are none. */
const chineseShare = (text: string): number => (text.match(/\p{Script=Han}/gu)?.length ?? 0) / (text.match(/\p{L}/gu)?.length || 1);

/** Three words in a row: a name or a term of the craft has fewer. */
const ENGLISH_PHRASE = /[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){2,}/g;

/** The figures that a text quotes: decimals, percentages, whole numbers of two digits and more. */
const figuresIn = (text: string): string[] => [...new Set(text.match(/\d+\.\d+%?|\d+%|\d{2,}/g))].sort();

/** A text's formulas, without the words in them. */
const formulasIn = (text: string): string[] => (text.match(/\$\$[\s\S]*?\$\$/g) ?? []).map((formula) => formula.replace(/\\text\{[^{}]*\}/g, ""));

const headingLevels = (text: string): string[] => text.match(/^#+(?= )/gm) ?? [];

it("has a Chinese edition of each English notebook, and no other", () => {
  expect(chinese.map(({ name }) => name)).toEqual(english.map(({ name }) => name));
});

describe.each(chinese)("$named", ({ name, notebook }) => {
  const original = english.find((other) => other.name === name)!.notebook;
  const [prose, originalProse] = [proseOf(notebook), proseOf(original)];

  it("has the cells of the English edition in the same order, with the same code to the byte", () => {
    const form = ({ cells }: typeof notebook) => cells.map(({ id, cell_type, metadata, source }) => [id, cell_type, metadata, cell_type === "code" ? source : "prose"]);
    expect(form(notebook)).toEqual(form(original));
  });

  it("has the committed outputs of the English edition, which is executed again by another test", () => {
    const differences = codeCells(original).flatMap((cell, index) =>
      compareCells(cell, codeCells(notebook)[index]).map((difference) => differenceText({ cell: index + 1, ...difference })));
    expect(differences).toEqual([]);
  });

  it("is told in Chinese, each paragraph of it", () => {
    const words = wordsOf(prose);
    expect(chineseShare(words)).toBeGreaterThan(0.85);
    const foreign = words.split(/\n+/).filter((line) => /\p{L}{3}/u.test(line) && chineseShare(line) < 0.5);
    expect(foreign).toEqual([]);
    expect(words.match(ENGLISH_PHRASE)).toBeNull();
  });

  it("quotes the figures of the English prose, and no others", () => {
    expect(figuresIn(prose)).toEqual(figuresIn(originalProse));
  });

  it("has the headings and formulas of the English prose, the formulas' words apart", () => {
    expect(headingLevels(prose)).toEqual(headingLevels(originalProse));
    expect(formulasIn(prose)).toEqual(formulasIn(originalProse));
  });

  it("leaves no asterisk unread: beside Chinese punctuation, an emphasis may not open or close", () => {
    const html = new MarkdownIt().render(wordsOf(prose));
    expect(html.match(/.{0,20}\*.{0,20}/g)).toBeNull();
  });
});
