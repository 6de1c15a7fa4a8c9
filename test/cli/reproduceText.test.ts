import { afterEach, expect, it, vi } from "vitest";
import { useLanguage } from "../../src/cli/language";
import { reproduceText } from "../../src/cli/reproduceText";
import { defaultReadings } from "../../src/sfrc/readings";
import { sfrc } from "../../src/sfrc/study";

// The tables have tests of their own: here each is its title and the models it is of.
vi.mock("../../src/display/tables/descriptiveTable", () => ({ descriptiveTable: (given: object) => given }));
vi.mock("../../src/display/tables/regressionTable", () => ({ regressionTable: (given: object) => given }));
vi.mock("../../src/cli/hypothesesTable", () => ({ hypothesesTable: () => ({ title: { en: "Hypotheses", zh: "假设" } }) }));
vi.mock("../../src/cli/narrow", async (original) => ({ ...await original<object>(), narrow: (table: object, headings?: object) => ({ ...table, headings }) }));
vi.mock("../../src/cli/terminal", () => ({ terminalTable: (table: { title: { en: string }; models?: string[]; headings?: object; pseudoR2?: string }) => JSON.stringify([table.title.en, table.models, table.headings, table.pseudoR2]) }));

afterEach(() => useLanguage(undefined));
const test = (statistic: number | null, note?: string) => ({ statistic, df: 4, p: statistic === null ? null : 0.01, ...(note !== undefined && { note }) });
const number = (reason: string, met: boolean, field = "estimate") => ({ field, reason, met, printed: { text: "0.87" } });
const told = (language: "en" | "zh", more: { numbers?: object[]; readings?: object; parallelLines?: object; samples?: object } = {}) => {
  useLanguage(language);
  const { numbers = [], parallelLines = {}, samples = {}, readings = {} } = more;
  const text = reproduceText({ readings: { ...defaultReadings, ...readings }, synthetic: false }, {} as never, { result: { study: sfrc, parallelLines, samples }, exact: {}, comparison: { numbers }, match: { numbers: { met: 3, of: 5 }, stars: { met: 1, of: 2 } } } as never);
  return text.split("\n\n");
};

it("begins with the four tables, the models by their groups", () => {
  const tables = told("en").slice(0, 4).map((text) => JSON.parse(text) as [string, string[] | null, { en: string; zh: string }[] | null, string | null]);
  expect(tables.map(([title, models]) => [title, models])).toEqual([["Table 1. The sample", null], ["Table 2. Who wishes to stay (binary logits)", ["M1", "M2", "M3", "M4"]], ["Table 3. For how long (ordered logits)", ["O1", "O3", "O4"]], ["Hypotheses", null]]);
  expect(tables[1][2]![0]).toEqual({ en: "M1 Changchun", zh: "M1 长春组" });
  expect(tables[2][2]!.map(({ en }) => en.slice(0, 2))).toEqual(["O1", "O3", "O4"]);
  expect(tables[1][3]).toBe(defaultReadings.pseudoR2);
});

it("tells tests of parallel lines with what is to be said of them, beside the printed one", () => {
  const parallelLines = { O1: { lr: test(3.456, "the lines cross"), brant: test(null, "Brant's test is of logits"), score: test(5) }, O4: { lr: test(1) } };
  const numbers = [number("met", true), number("mismatch", false, "parallelLinesP")];
  expect(told("en", { parallelLines, numbers }).at(-1)!.split("\n").slice(0, 3)).toEqual([
    "parallel lines, O1: lr χ²(4) = 3.46, p = 0.010 (the lines cross); brant: Brant's test is of logits; score χ²(4) = 5.00, p = 0.010", "parallel lines, O4: lr χ²(4) = 1.00, p = 0.010", "printed p = 0.87, held against O4: ≠ mismatch",
  ]);
  expect(told("zh", { parallelLines, numbers }).at(-1)!.split("\n").slice(0, 3)).toEqual(["平行性检验，O1：似然比检验 χ²(4) = 3.46，p = 0.010（the lines cross）；Brant 检验：Brant 检验只用于 logit；得分检验 χ²(4) = 5.00，p = 0.010", "平行性检验，O4：似然比检验 χ²(4) = 1.00，p = 0.010", "文中 p = 0.87，与 O4 对照：≠ 不符"]);
});

it("tells who was left out of which model by which column, other readings, and how much agrees and why not", () => {
  const samples = { M1: { leftOut: { people: 0, byColumn: {} } }, M4: { leftOut: { people: 12, byColumn: { age: 5, male: 8 } } } };
  const numbers = [number("met", true), number("mismatch", false), number("stand-in", false), number("mismatch", false), number("coding unknown", true)];
  const last = (language: "en" | "zh") => told(language, { samples, numbers, readings: { gender: "male" } }).at(-1)!.split("\n");
  expect(last("en").slice(0, 2)).toEqual(["M4: 12 people left out (age 5, male 8)", "readings other than the default: gender=male"]);
  expect(last("zh").slice(0, 2)).toEqual(["M4：12 人因缺失未进入模型（age 5、male 8）", "非默认编码方案：gender=male"]);
  expect([last("en")[2], last("zh")[2]]).toEqual(["as printed: 3 / 5 numbers (≠ mismatch 2, ~ stand-in 1); 1 / 2 coefficients' stars", "与原文一致：3 / 5 个数字（≠ 不符 2，~ 替代数据 1）；1 / 2 个系数的星号"]);
  expect(told("en").at(-1)).toBe("as printed: 3 / 5 numbers; 1 / 2 coefficients' stars");
});
