import { afterEach, expect, it } from "vitest";
import { useLanguage } from "../../src/cli/language";
import { sensitivityLines } from "../../src/cli/multiverseSensitivity";
import type { Sensitivity } from "../../src/study/sensitivity";

afterEach(() => useLanguage(undefined));
const row = (hypothesis: string, printed: Sensitivity["printed"]): Sensitivity => ({
  hypothesis, group: "all", model: "M4", term: "x", n: 700, share: 0.4, estimate: 0.5, standardError: 0.2, oddsRatio: 1.6487, eValue: { estimate: 2.678, limit: 1.234 }, effect: { estimate: 0.1234, standardError: 0.05, type: "change" }, atN: 777, minimumDetectable: 0.0456, power: [{ effect: 0.05, power: 0.254 }, { effect: 0.1, power: 0.995 }], printed,
} as unknown as Sensitivity);
const found = [row("H1", { standardError: 0.379, designs: [{ oddsRatio: 1.5, power: 0.305, typeS: 0.0123, typeM: 2.04 }, { oddsRatio: 2, power: 0.7, typeS: 0.0004, typeM: 1.26 }] } as never), row("H2", null)];
const tables: string[][][] = [];
const lines = (language: "en" | "zh") => {
  useLanguage(language);
  tables.length = 0;
  return sensitivityLines(found, (rows) => `table ${tables.push(rows.map((cells) => [...cells]))}`);
};

it("two tables: what effects are and how often they would be found, and what the printed errors allow", () => {
  const told = lines("en");
  expect(tables[0]).toEqual([
    ["H", "model", "odds ratio", "E-value", "limit's", "effect", "n", "detectable", "at 5", "at 10"],
    ["H1", "M4", "1.65", "2.68", "1.23", "12.3", "777", "4.6", "25%", "> 99%"], ["H2", "M4", "1.65", "2.68", "1.23", "12.3", "777", "4.6", "25%", "> 99%"],
  ]);
  expect(tables[1]).toEqual([["H", "model", "printed SE", "odds ratio 1.5", "odds ratio 2", "odds ratio 3"], ["H1", "M4", "0.379", "31% 1.2% ×2.0", "70% 0.0% ×1.3"]]);
  expect(told.slice(0, 3)).toEqual(["", "Sensitivity beyond choices (the paper's own universe):", "table 1"]);
  expect(told[3]).toContain("the smallest that would get a star (p < 0.1) in 80% of studies of this n");
  expect(told.slice(4, 6)).toEqual(["", "table 2"]);
  expect(told[6]).toMatch(/^If the true odds ratio were so large/);
});

it("in Chinese all of it is", () => {
  const told = lines("zh");
  expect(tables[0][0]).toEqual(["假设", "模型", "优势比", "E 值", "区间端点的 E 值", "效应", "n", "可检出", "5 点时", "10 点时"]);
  expect(tables[1][0]).toEqual(["假设", "模型", "刊印标准误", "优势比 1.5", "优势比 2", "优势比 3"]);
  expect(told[1]).toBe("选择之外的敏感性（论文自己的设定）：");
  expect(told[3]).toContain("80% 的研究会得到星号（p < 0.1）");
  expect(told[6]).toMatch(/^若真实优势比如此之大/);
});
