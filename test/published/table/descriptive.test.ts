import { describe, expect, it } from "vitest";
import { descriptiveTable, isDescriptive } from "../../../src/published/table/descriptive/descriptive";
import { tokensOf } from "../../../src/published/table/descriptive/tokens";

const tokens = (line: string) => tokensOf(line).map(({ kind, text }) => `${kind} ${text}`);

describe("a line of a table of counts and means", () => {
  it.each([
    ["Age 35.4 9.8", ["words Age", "number 35.4", "number 9.8"]], ["年龄2 35", ["words 年龄2", "number 35"]], ["R2 0.5", ["words R2", "number 0.5"]], ["18-24 30 12.5%", ["words 18-24", "number 30", "number 12.5"]], ["65+ 30", ["words 65+", "number 30"]], ["25 - 34 5", ["words 25 - 34", "number 5"]],
    ["N 1,234", ["words N", "number 1234"]], ["a - 0. 0004 * *", ["words a", "number -0.0004"]], ["a (0.5)**", ["words a", "bracketed 0.5"]], ["a ( 0.5 * )", ["words a", "bracketed 0.5"]], ["a [-0.5]", ["words a", "bracketed -0.5"]], ["a 0.5†", ["words a", "number 0.5"]], ["a 0.5^{**}", ["words a", "number 0.5"]],
    ["a -- 5", ["words a", "blank ", "number 5"]], ["a … 5", ["words a", "blank ", "number 5"]], ["a / 5", ["words a", "blank ", "number 5"]], ["单位 / 客户 5", ["words 单位 / 客户", "number 5"]], ["a n/a 5", ["words a", "blank ", "number 5"]], ["", []], ["   ", []], ["words", ["words words"]],
  ])("%j", (line, expected) => expect(tokens(line)).toEqual(expected));

  it("a dash before a blank is a minus", () => expect(tokens("a - 5")).toEqual(["words a", "number -5"]));

  it("every token knows its place", () => {
    expect(tokensOf("Age  35 (9)").map(({ kind, from, to }) => [kind, from, to])).toEqual([["words", 0, 5], ["number", 5, 7], ["bracketed", 8, 11]]);
  });
});

describe("a table of counts and means", () => {
  const read = (caption: string, ...lines: string[]) => {
    const { table1, scales, unsure } = descriptiveTable({ caption, lines }) ?? { table1: undefined, scales: {}, unsure: [] };
    return { table1, ...(Object.keys(scales).length > 0 && { scales }), ...(unsure.length > 0 && { unsure: unsure.map(({ code, term, values = [] }) => [code, term ?? "", ...values].join(" ")) }) };
  };

  it("is one by two of its headings, or by one and its caption, and hardly any brackets", () => {
    const is = (caption: string, ...lines: string[]) => isDescriptive({ caption, lines });
    expect([is("", "Variable Mean SD", "Age 35 9"), is("", "Variable Mean", "Age 35"), is("Table 1. Descriptive statistics", "Variable Mean", "Age 35"), is("", "a", "b", "c", "d", "Variable Mean SD")]).toEqual([true, false, true, false]);
    expect([is("", "Variable Mean SD", "Age 35 (9)"), is("", "Variable Mean SD", "Age 35 9", "Sex 1 2", "Kin 1 (2)")]).toEqual([false, true]); // one in five tokens, one in ten
  });

  it("has counts with percentages under their question, and means by themselves", () => {
    expect(read("Table 1 (N = 1,000)", "Variable  n  %", "City", "North 400 40.0", "South 600 60.0", "Age 35.4")).toEqual({ table1: { n: 1000, City: { North: [400, "40.0"], South: [600, "60.0"] }, Age: "35.4" } });
    expect(read("", "Variable  n  %", "North 400 40.0")).toEqual({ table1: undefined });
    expect(read("", "Variable  n  %", "North 400 40.0", "Age 35.4")).toEqual({ table1: { Age: "35.4" }, unsure: ["belongsNowhere North 400 40.0"] });
    expect(read("", "Variable  n  %", "City", "North 400 140.0", "Age 35.4")).toEqual({ table1: { Age: "35.4" }, unsure: ["unplaced North 400 140.0"] });
    expect(read("", "Variable  n  %", "City", "North 400 100", "South 4.5 60.0", "East 4 -6.5", "Age 35.4")).toEqual({ table1: { City: { North: [400, "100"] }, Age: "35.4" }, unsure: ["unplaced South 4.5 60.0", "unplaced East 4 -6.5"] });
  });

  it("or means with deviations, numbers and ranges, in the order of the headings", () => {
    expect(read("", "Variable  N  Mean  SD  Min  Max", "Age 300 35.4 9.8 18 70", "Will 299 3.81 0.92 1 5")).toEqual({ table1: { Age: "35.4", Will: "3.81" }, scales: { Age: { sd: "9.8", n: 300, lower: 18, upper: 70 }, Will: { sd: "0.92", n: 299, lower: 1, upper: 5 } } });
    expect(read("", "Variable  SD  Mean", "Age 9.8 35.4", "Sex 9.8")).toEqual({ table1: { Age: "35.4", Sex: "9.8" }, scales: { Age: { sd: "9.8" } } });
    expect(read("", "Variable Mean SD", "Age 35.4 9.8 3", "Sex 1")).toEqual({ table1: { Sex: "1" }, unsure: ["unplaced Age 35.4 9.8 3"] });
  });

  it("set in two halves is read left and then right", () => {
    expect(read("", "变量 频数 百分比 变量 频数 百分比", "城市          学历", "长春  40 40.0  小学  10 10.0", "广州  60 60.0  中学  50 50.0", "               大学  40 40.0")).toEqual({ table1: { 城市: { 长春: [40, "40.0"], 广州: [60, "60.0"] }, 学历: { 小学: [10, "10.0"], 中学: [50, "50.0"], 大学: [40, "40.0"] } } });
    expect(read("", "n % n %", "City       School", "North 40 40.0  Low 10 10.0", "a 1 2 b 3 4 c 5 6")).toMatchObject({ unsure: ["unplaced  a 1 2 b 3 4 c 5 6"] });
  });

  it("in two halves: the right ones begin where any of them does; in Chinese a blank parts labels, elsewhere a wide gap", () => {
    expect(read("", "n % n %", "City           School", "North 40 40.0  Low 10 10.0", "South 60 60.0     Mid pay 50 50.0", "               High 40 40.0", "East 0 0.0")).toEqual({ table1: { City: { North: [40, "40.0"], South: [60, "60.0"], East: [0, "0.0"] }, School: { Low: [10, "10.0"], "Mid pay": [50, "50.0"], High: [40, "40.0"] } } });
    expect(read("", "变量 频数 百分比 变量 频数 百分比", "教育水平 母国参与", "小学 40 40.0 无 / 自己 10 10.0", "中学 60 60.0 有 90 90.0")).toEqual({ table1: { 教育水平: { 小学: [40, "40.0"], 中学: [60, "60.0"] }, 母国参与: { "无/自己": [10, "10.0"], 有: [90, "90.0"] } } });
    expect(read("", "变量 频数 变量 频数", "城市  学历", "年龄  35.4", "长春  40 40.0  小学  10 10.0")).toEqual({ table1: { 年龄: "35.4" }, unsure: ["unplaced 长春 40 40.0", "unplaced 小学 10 10.0"] }); // no column of percentages
    expect(read("", "Variable Mean Mean", "Age 35.4", "Kin 1.5")).toEqual({ table1: { Age: "35.4", Kin: "1.5" } });
  });

  it("has its headings in the first line of words that names a kind of number, or none", () => {
    expect(read("", "Of all of them", "N 300", "Variable  Mean  SD", "Age 35.4 9.8", "Mean scores", "Will 3.8 0.9")).toEqual({ table1: { Age: "35.4", Will: "3.8" }, scales: { Age: { sd: "9.8" }, Will: { sd: "0.9" } } });
    expect(read("", "City", "North 40 40.0", "South 60 101")).toEqual({ table1: { City: { North: [40, "40.0"] } }, unsure: ["unplaced South 60 101"] });
    expect(read("", "Variable  Mean", "City", "Kin 5 1.5", "Age 35.4")).toEqual({ table1: { Age: "35.4" }, unsure: ["unplaced Kin 5 1.5"] });
    const is = (...lines: string[]) => isDescriptive({ caption: "", lines });
    expect([is("Descriptive statistics", "Variable Mean"), is("Variable Mean", "b", "c", "Summary"), is("Variable Mean", "b", "c", "d", "Summary")]).toEqual([true, true, false]);
  });

  it("a line that cannot be placed is said, at most eighty signs of it", () => {
    expect(read("", "Variable Mean SD", "35 Age 9", "Sex 1", `${"1 x ".repeat(30)}`)).toEqual({ table1: { Sex: "1" }, unsure: ["unplaced  35 Age 9", `unplaced  ${"1 x ".repeat(20)}`] });
  });
});
