import { describe, expect, test } from "vitest";
import { BadInput } from "../../src/badInput";
import { CATALOGUES, ZH } from "../../src/faults/chinese";
import { codeOf, either, inLanguage, joined, said, word } from "../../src/faults/said";
import { unsaid, untranslated } from "./sentences";

const error = new BadInput({ file: "a.csv", row: 3, column: "年龄" }, said`"${"三十"}" is not a number`, "a number", "Correct it or map it. Nothing was written.");

describe("a fault is data", () => {
  test("with a code and values, whatever the language", () => {
    expect(error).toMatchObject({ code: "is-not-a-number", values: ["三十"], found: '"三十" is not a number', expected: "a number" });
    expect(codeOf(said`${1} of ${2} rows`)).toBe("of-rows");
  });

  test("that is said in English and in Chinese", () => {
    expect(error.message).toBe('a.csv, row 3, column 年龄: "三十" is not a number (expected a number). Correct it or map it. Nothing was written.');
    expect(error.inLanguage("en")).toBe(error.message);
    expect(error.inLanguage("zh")).toBe("a.csv，第 3 行，列 年龄：“三十”不是数字（应为：数字）。请改正，或在映射文件中给出对应。没有写入任何文件。");
  });

  test("whose parts are said in the same language, each in its place", () => {
    expect(inLanguage(joined([said`all ${3} rows`, "x"], "; "), "zh")).toBe("全部 3 行; x");
  });
});

test("a translation has the values of its sentence, no more and no fewer", () => {
  const count = (text: string): number[] => {
    const numbered = [...text.matchAll(/\{(\d*)\}/g)].map(([, number], i) => (number === "" ? i + 1 : Number(number)));
    return numbered.sort((a, b) => a - b);
  };
  for (const [en, zh] of Object.entries(ZH)) expect(count(zh), en).toEqual(count(en));
});

test("a sentence that stands in several catalogues has one Chinese", () => {
  const said = new Map<string, Set<string>>();
  for (const [en, zh] of CATALOGUES.flatMap((catalogue) => Object.entries(catalogue))) said.set(en, (said.get(en) ?? new Set()).add(zh));
  expect(said.size).toBe(Object.keys(ZH).length);
  expect([...said].filter(([, all]) => all.size > 1)).toEqual([]);
});

/** Words that are typed as they stand (`--family binomial`), which the count above takes for sentences: the number may only fall. */
const UNTRANSLATED = 16;

test("every sentence of reading a file has its Chinese, and the others are counted", () => {
  const missing = untranslated();
  expect(missing.filter(({ file }) => /^io\/(text|file|csv|json|separator)\.ts/.test(file))).toEqual([]);
  expect(missing.length).toBeLessThanOrEqual(UNTRANSLATED);
});

test("no refusal is put together before it is said, or it could be said in English only", () => {
  // An expected value of an option: commander's sentence is taken apart again (src/cli/commandLineFault.ts).
  expect(unsaid().filter(({ file }) => file !== "cli/csvFormat.ts")).toEqual([]);
});

test("braces that are the sentence's own stay", () => {
  expect(inLanguage("a value, or {} for everybody", "en")).toBe("a value, or {} for everybody");
  expect(inLanguage(said`${1} of ${"{}"}`, "en")).toBe("1 of {}");
});

test("one of several is said in the reader's language", () => {
  expect([["a"], ["a", "b"], ["a", "b", "c"]].map((names) => [inLanguage(either(names), "en"), inLanguage(either(names), "zh")])).toEqual([["a", "a"], ["a or b", "a 或 b"], ["a or b or c", "a 或 b 或 c"]]);
  expect(inLanguage(either([word("a text"), word("a list [ … ]")]), "zh")).toBe("文本或列表 [ … ]");
});
