import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataFile } from "../../../src/projectFolder";
import type { PublishedTable } from "../../../src/published/publishedTable";
import { readTable } from "../../../src/published/table/joinTables";

const published = JSON.parse(readFileSync(dataFile("published.json"), "utf8")) as PublishedTable;
const text = (number: number) => readFileSync(join(__dirname, `../../fixtures/paperTables/table${number}.txt`), "utf8");
const models = (number: number) => Object.values(published.models).filter(({ table }) => table === number);

/** What counts of a model: its numbers, in order. */
const numbers = ({ n, pseudoR2, logLik, group, rows }: { n?: number | undefined; pseudoR2?: string | undefined; logLik?: string | undefined; group: string; rows: readonly { coef: string; se?: string | undefined; stars: string }[] }) =>
  ({ n, pseudoR2, logLik, group, rows: rows.map(({ coef, se, stars }) => `${coef}${stars} (${se})`) });

describe("the paper's tables as a PDF gives them", () => {
  it.each([[2, 4], [3, 3]])("Table %i comes out right to the last star", (number, count) => {
    const read = readTable(text(number))!;
    expect(Object.keys(read.models)).toHaveLength(count);
    expect(Object.values(read.models).map(numbers)).toEqual(models(number).map(numbers));
    expect(Object.values(read.models).map(({ family }) => family)).toEqual(models(number).map(({ family }) => family));
    expect(read.unsure.filter(({ field }) => field !== "family")).toEqual([]);
  });

  it("Table 2 keeps its headings, labels and legend", () => {
    const read = readTable(text(2))!;
    expect(Object.values(read.models).map(({ heading }) => heading)).toEqual(["模型1", "模型2", "模型3", "模型4"]);
    expect(read.models.m1.rows.map(({ label }) => label)).toEqual(published.models.M1.rows.map(({ label }) => label!.replace("²", "2")));
    expect(read.models.m1.outcome).toBe("居留意愿");
    expect(read.cutoffs).toEqual(published.cutoffs);
  });

  it("Table 3 says what it cannot know: which family", () => {
    expect(readTable(text(3))!.supposed.filter(({ field }) => field === "family").map(({ model, field }) => [model, field])).toEqual([["m1", "family"], ["m2", "family"], ["m3", "family"]]);
  });

  it("Table 1 gives every count, percentage and mean, from its two halves", () => {
    const { table1, unsure, models: none } = readTable(text(1))!;
    expect(none).toEqual({});
    expect(unsure).toEqual([]);
    const answers = (table: PublishedTable["table1"]) => Object.values(table!).filter((value) => typeof value === "object").map((value) => Object.entries(value)).flat().sort();
    expect(answers(table1)).toEqual(answers(published.table1));
    expect(table1).toMatchObject({ n: 777, 年龄: "35.4", 族际交往水平: "3.8", 城市: { 长春: [187, "24.1"] }, 支持网络: { "无/自己": [381, "49.0"] }, 累积因果网络: { 有: [195, "25.1"] } });
    expect(Object.keys(table1!)).toHaveLength(9);
  });

  it("all three, one after the other in one text, are told apart", () => {
    const read = readTable([1, 2, 3].map(text).join("\n\n"))!;
    expect(Object.values(read.models).map(({ table }) => table)).toEqual([2, 2, 2, 2, 3, 3, 3]);
    expect(Object.values(read.models).map(numbers)).toEqual(Object.values(published.models).map(numbers));
    expect(Object.keys(read.table1!)).toHaveLength(9);
  });
});
