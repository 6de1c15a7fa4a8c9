import { describe, expect, it } from "vitest";
import { theNotebooks } from "./theNotebooks";
import { ofNoTable, universals } from "./universals";

const english = theNotebooks("en");
const chinese = theNotebooks("zh");
const textsOf = ({ notebook }: (typeof english)[number]): string[] => notebook.cells.filter((cell) => cell.cell_type === "markdown").map((cell) => cell.source);
const numberOf = (name: string): number => Number(/^(\d+)-/.exec(name)![1]);

/** The other language's lines of an edition: the title, and the English edition's short answer. */
const ownWords = (text: string): string => text.replace(/^### .*$/m, "").replace(/^\*\*回答。\*\* .*$/m, (line) => (/^\*\*Answer/m.test(text) ? "" : line));

const distinct = (found: Iterable<string>): string[] => [...new Set(found)].sort();
const figures = (text: string): string[] => distinct(text.match(/(?<![\w.])\d*\.\d+%?|\d+%|\d{2,}/g) ?? []);
const models = (text: string): string[] => distinct(text.match(/\b[MO][1-4]\b|\bH[1-4][abc]?\b/g) ?? []);

/** Words that turn a claim about some into one about none, or bound it, in each language. */
const QUANTIFIERS: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  "at least": [/\bat least\b/i, /至少/],
  "at most": [/\bat most\b/i, /至多/],
  exactly: [/\bexactly\b/i, /恰好|精确/],
  "without exception": [/without exception/i, /无一例外/],
  "after Holm": [/after Holm's correction/i, /Holm 校正之后/],
  "very likely": [/\b(?:very|most) likely\b/i, /很可能/],
  proof: [/\bproof\b|\bproofs\b|\bproved?\b/i, /证明/],
};

describe.each(english)("$name", (edition) => {
  const [en, zh] = [textsOf(edition), textsOf(chinese.find(({ name }) => name === edition.name)!)];

  it("claims the same in both editions, cell by cell: figures, models and hypotheses", () => {
    en.forEach((text, cell) => {
      expect({ cell, figures: figures(ownWords(text)), models: models(ownWords(text)) }).toEqual({ cell, figures: figures(ownWords(zh[cell])), models: models(ownWords(zh[cell])) });
    });
  });

  it("bounds its claims alike in both editions, cell by cell", () => {
    en.forEach((text, cell) => {
      for (const [name, [inEnglish, inChinese]] of Object.entries(QUANTIFIERS)) {
        expect([cell, name, inEnglish.test(ownWords(text))]).toEqual([cell, name, inChinese.test(ownWords(zh[cell]))]);
      }
    });
  });

  it("says all, none or only of the tables where a computation bears it out, or not of the tables", () => {
    const mine = universals.filter(({ notebook }) => notebook === numberOf(edition.name));
    const sentences = en.flatMap((text) => ownWords(text).replace(/\$\$[\s\S]*?\$\$/g, "").split(/\n/))
      .map((line) => mine.reduce((rest, { en: known }) => rest.replace(known, ""), line))
      .flatMap((line) => line.split(/(?<=[.?!:;])\s+/));
    const universal = sentences.filter((sentence) =>
      /\b(every|each|all|both|none|neither|nothing|no|only|alone|any|exactly|without exception|never|always)\b/i.test(sentence)
      && /\b(stars?|starred|signs?|plus|models?|verdicts?|coefficients?|differs?|differences?|supported|survives?|rows?|cells?|variables?|estimates?|passes?|tables?|counts?|definition)\b/i.test(sentence));
    expect(universal.filter((sentence) => !ofNoTable.some((known) => known.test(sentence.trim())))).toEqual([]);
  });
});

describe.each(universals)("notebook $notebook: $en", ({ notebook, en, zh, holds }) => {
  it("is said in both editions in the same cell, and is so", async () => {
    const [inEnglish, inChinese] = [english, chinese].map((edition) => textsOf(edition.find(({ name }) => numberOf(name) === notebook)!));
    const cell = inEnglish.findIndex((text) => en.test(text));
    expect(cell).toBeGreaterThanOrEqual(0);
    expect(inChinese[cell]).toMatch(zh);
    expect(await holds()).toBe(true);
  });
});
