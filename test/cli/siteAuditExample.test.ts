import { expect, it } from "vitest";
import { siteAuditExample } from "../../src/cli/siteAuditExample";
import type { PublishedTable } from "../../src/published/publishedTable";

const row = (term: string, coef: string, stars: string, se: string, label?: string) => ({ term, coef, stars, se, ...(label && { label }) });
const model = (table: number, heading: string, group: string, n: number, pseudoR2: string, logLik: string, ...rows: object[]) => ({ table, heading, group, n, pseudoR2, logLik, rows });
const published = {
  models: {
    A: model(2, "模型1", "长春", 101, "0.10", "-50.1", row("age", "-0.02", "", "0.01", "年龄"), row("gender", "0.50", "**", "0.20")),
    B: model(3, "模型2", "南方", 102, "0.20", "-60.2", row("age", "9.99", "***", "9.98", "年龄")),
    C: model(2, "模型3", "全国", 103, "0.30", "-70.3", row("kin", "0.70", "***", "0.30", "亲属"), row("age", "0.03", "*", "0.02", "年龄")),
  },
} as unknown as PublishedTable;

it("is the text of one table, each label once, with empty cells where a model lacks the term", () => {
  expect(siteAuditExample(published, 2).split("\n").map((line) => line.split("\t"))).toEqual([
    ["变量", "模型1", "模型3"], ["", "长春", "全国"],
    ["年龄", "-0.02", "0.03*"], ["", "(0.01)", "(0.02)"], ["gender", "0.50**", ""], ["", "(0.20)", ""], ["亲属", "", "0.70***"], ["", "", "(0.30)"],
    ["样本数量", "101", "103"], ["伪R²", "0.10", "0.30"], ["对数似然值", "-50.1", "-70.3"], ["注：括号内为标准误；*** p<0.01，** p<0.05，* p<0.1"],
  ]);
});
