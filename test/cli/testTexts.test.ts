import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as fit from "../../src/cli/fit";
import { useLanguage } from "../../src/cli/language";
import * as test from "../../src/cli/test";
import { folder } from "../survey/rawFile";
import { inProcess } from "./inProcess";

const here = folder();
const path = (name: string): string => `${here.path}/${name}`;
const [fitted, tested] = [inProcess(fit), inProcess(test)];
const saved: string[] = [];
const fitTo = async (out: string, data: string, terms: string, ...more: string[]) => {
  const { stderr } = await fitted("fit", path(data), "--outcome", "y", "--terms", terms, "--family", "binomial", ...more, "--out", path(out));
  saved.push(stderr);
};

beforeAll(() => {
  // Events: 20 of 200 where x is 0, 100 of 200 where it is 1; z is unrelated, c names forty clusters of ten, k eight of fifty.
  here.put("big.csv", `y,x,z,c,k\n${Array.from({ length: 400 }, (_, i) => `${i % 200 < (i < 200 ? 20 : 100) ? 1 : 0},${i < 200 ? 0 : 1},${(i * 7) % 5},c${i % 40},k${i % 8}`).join("\n")}\n`);
});
beforeEach(() => {
  useLanguage("en");
  return () => useLanguage(undefined);
});

/** Its lines, cells told apart; the title stands in as many as the folder's name needs. */
const told = async (...argv: string[]): Promise<string[][]> => (await tested("test", ...argv)).stdout.split("\n").map((line) => line.trim().split(/ {2,}/));
/** From the header's line on. */
const tableOf = (lines: string[][]): string[][] => lines.slice(lines.findIndex(([first]) => first === "hypothesis" || first === "假设"));
const titleOf = (lines: string[][]): string => lines.slice(0, -tableOf(lines).length).flat().join("").replaceAll(" ", "");
const shown = async (...argv: string[]) => [await told(...argv), (useLanguage("zh"), await told(...argv))];

describe("tests for people", () => {
  // Pearson's χ² of the table is 76.19, its p 2.58e−18.
  it("a p below one in ten thousand is written by its power", async () => {
    await fitTo("x.json", "big.csv", "x");
    expect(saved.at(-1)).toBe("");
    expect(tableOf(await told(path("x.json"), "--terms", "x", "--method", "score"))[2]).toEqual(["x = 0", "76.190", "1", "2.58e-18", "score"]);
  });

  it("of several fits each is held against the next", async () => {
    await fitTo("xz.json", "big.csv", "x,z");
    const [en, zh] = await shown(path("x.json"), path("xz.json"));
    expect(titleOf(en)).toMatch(new RegExp(`^Testsof${path("x.json")},${path("xz.json")}-+$`));
    expect(titleOf(zh)).toMatch(new RegExp(`^${path("x.json")}、${path("xz.json")}的检验-+$`));
    expect([tableOf(en)[0], tableOf(zh)[0]]).toEqual([["hypothesis", "χ²", "df", "p", "method"], ["假设", "χ²", "自由度", "p", "方法"]]);
    expect([tableOf(en)[2].at(-1), tableOf(en)[2].at(2)]).toEqual(["likelihood ratio", "1"]);
    expect(await told(path("x.json"), path("xz.json"), "--method", "lr")).toEqual(zh);
  });

  it("by default every term is tested given the others, with --drop1 each that no other contains", async () => {
    expect(tableOf(await told(path("xz.json"))).slice(2, 4).map((cells) => [cells[0], cells.at(-1)])).toEqual([["x = 0", "Wald"], ["z = 0", "Wald"]]);
    expect(tableOf(await told(path("xz.json"), "--drop1")).slice(2, 4).map((cells) => [cells[0], cells.at(-1)])).toEqual([["x = 0", "likelihood ratio"], ["z = 0", "likelihood ratio"]]);
    expect(tableOf(await told(path("xz.json"), "--drop1", "--method", "score"))[2].at(-1)).toBe("score");
  });

  it("a bootstrap says of which clusters it is, by which weights, and how many draws", async () => {
    await fitTo("c.json", "big.csv", "x,z", "--se", "cluster:k");
    const note = async (...more: string[]): Promise<string[]> => (await shown(path("c.json"), "--terms", "z", "--bootstrap", ...more)).map((lines) => lines.flat().find((text) => /clusters|个聚类/.test(text))!);
    expect(await note("99")).toEqual(["8 clusters, Webb's six weights, 99 draws", "8 个聚类，Webb 六点权重，抽取 99 次"]);
    useLanguage("en");
    expect(await note("400", "--wild", "rademacher")).toEqual(["8 clusters, weights ±1, all 256 combinations", "8 个聚类，±1 权重，全部 256 种组合"]);
    useLanguage("en");
    expect(await note("99", "--cluster", "c")).toEqual(["40 clusters, weights ±1, 99 draws", "40 个聚类，±1 权重，抽取 99 次"]);
  });

  it("by CR2 p is of F, and its degrees of freedom are told; two restrictions at once are not tested", async () => {
    await fitTo("cr2.json", "big.csv", "x,z", "--se", "CR2:c");
    const [en, zh] = await shown(path("cr2.json"), "--terms", "x");
    expect(en.flat().find((text) => text.includes("by F"))).toMatch(/^x = 0: p by F on 1 and \d+(\.\d{1,2})? degrees of freedom$/);
    expect(zh.flat().find((text) => text.includes("F 分布"))).toMatch(/^x = 0：p 按自由度为 1 与 \d+(\.\d{1,2})? 的 F 分布$/);
    useLanguage("en");
    const both = tableOf(await told(path("cr2.json"), "--terms", "x,z"));
    expect(both[2]).toEqual(["x, z = 0", "not tested", "2", "Wald"]);
    expect(both.slice(4).flat().join(" ")).toBe("x, z = 0: CR2 has degrees of freedom for one restriction at a time: test each by itself");
  });
});
