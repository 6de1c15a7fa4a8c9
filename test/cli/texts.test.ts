import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnNames, csv, folder, rawCells } from "../survey/rawFile";
import { sojourn } from "./wholeProgram";

const here = folder();
const home = process.cwd();
const model = ["d.csv", "--outcome", "y", "--terms", "x", "--family", "binomial"];

/** All columns of the codebook, and one of them left out for another. */
const ALL = columnNames.length;
const OTHERS = [...columnNames.filter((name) => name !== "joinedHomeAssociation"), "weight"];

beforeAll(async () => {
  process.chdir(here.path);
  // Events: 4 of 10 where x is 0, 7 of 10 where it is 1; half of each in group a, half in b.
  here.put("d.csv", `y,x,g\n${Array.from({ length: 20 }, (_, i) => `${i % 10 < (i < 10 ? 4 : 7) ? 1 : 0},${i < 10 ? 0 : 1},${"ab"[i % 2]}`).join("\n")}\n`);
  const theirs: Readonly<Record<string, string>> = { gender: "性别", age: "年龄", votedAtHome: "shoe size" };
  here.put("s.csv", csv(columnNames.map((name) => theirs[name] ?? name), rawCells([{ city: "Guangzhou City" }, { city: "Guangzhou City", gender: "女", age: "many" }, { gender: "X", votedAtHome: "43" }])));
  here.put("t.csv", csv(columnNames, rawCells([{}, { votedAtHome: "9" }])));
  here.put("u.csv", csv(columnNames, rawCells([{}, {}])));
  here.put("v.csv", csv(OTHERS, rawCells([{ weight: "61.5" }], OTHERS)));
  await sojourn("fit", ...model, "--out", "f.json");
});
afterAll(() => process.chdir(home));

/** What a command line prints in English and in Chinese, below the first line's end. */
const is = (argv: readonly string[], exit: number, en: string, zh: string) => it(argv.join(" "), async () => {
  expect(await sojourn(...argv, "--lang", "en")).toEqual({ exit, stdout: en.slice(1), stderr: "" });
  expect(await sojourn(...argv, "--lang", "zh")).toEqual({ exit, stdout: zh.slice(1), stderr: "" });
});

// The effect of x is 7/10 − 4/10, its standard error √(.4·.6/10 + .7·.3/10); where x is set it is the same whatever the parameters,
// and so is the difference of two such effects: it has no p. In shares it is β(1 − p̄), summed over people.
describe("effects for people", () => {
  is(["effects", ...model], 0, `
Average marginal effects of d.csv
---------------------------------------------------
term  kind       effect       SE     lower    upper
---------------------------------------------------
x     discrete  0.30000  0.21213  -0.11577  0.71577
---------------------------------------------------`, `
d.csv 的平均边际效应
---------------------------------------------------
变量  类型         效应   标准误      下限     上限
---------------------------------------------------
x     离散变化  0.30000  0.21213  -0.11577  0.71577
---------------------------------------------------`);
  is(["effects", ...model, "--by", "g"], 0, `
Average marginal effects of d.csv
--------------------------------------------------------
term       kind       effect       SE     lower    upper
--------------------------------------------------------
x · a      discrete  0.30000  0.21213  -0.11577  0.71577
x · b      discrete  0.30000  0.21213  -0.11577  0.71577
x · b − a  discrete  0.00000  0.00000   0.00000  0.00000
--------------------------------------------------------`, `
d.csv 的平均边际效应
--------------------------------------------------------
变量       类型         效应   标准误      下限     上限
--------------------------------------------------------
x · a      离散变化  0.30000  0.21213  -0.11577  0.71577
x · b      离散变化  0.30000  0.21213  -0.11577  0.71577
x · b − a  离散变化  0.00000  0.00000   0.00000  0.00000
--------------------------------------------------------`);
  is(["effects", ...model, "--at", "x=0,1"], 0, `
Average marginal effects of d.csv
------------------------------------------------------
term     kind       effect       SE     lower    upper
------------------------------------------------------
x · x=0  discrete  0.30000  0.21213  -0.11577  0.71577
x · x=1  discrete  0.30000  0.21213  -0.11577  0.71577
------------------------------------------------------`, `
d.csv 的平均边际效应
------------------------------------------------------
变量     类型         效应   标准误      下限     上限
------------------------------------------------------
x · x=0  离散变化  0.30000  0.21213  -0.11577  0.71577
x · x=1  离散变化  0.30000  0.21213  -0.11577  0.71577
------------------------------------------------------`);
  is(["effects", ...model, "--at", "x=0,1", "--contrast", "pairwise", "--adjust", "holm"], 0, `
Average marginal effects of d.csv
---------------------------------------------------------------------
term           kind       effect       SE     lower    upper  p
---------------------------------------------------------------------
x · x=0        discrete  0.30000  0.21213  -0.11577  0.71577  0.15730
x · x=1        discrete  0.30000  0.21213  -0.11577  0.71577  0.15730
x · x=1 − x=0  discrete  0.00000  0.00000   0.00000  0.00000  none
---------------------------------------------------------------------
p corrected by Holm for the comparisons of one outcome level; intervals are
Bonferroni's, for all of them together`, `
d.csv 的平均边际效应
---------------------------------------------------------------------
变量           类型         效应   标准误      下限     上限  p
---------------------------------------------------------------------
x · x=0        离散变化  0.30000  0.21213  -0.11577  0.71577  0.15730
x · x=1        离散变化  0.30000  0.21213  -0.11577  0.71577  0.15730
x · x=1 − x=0  离散变化  0.00000  0.00000   0.00000  0.00000  无
---------------------------------------------------------------------
p 按 Holm 法对同一类别的各次比较作校正；区间为 Bonferroni 同时区间`);
});

// Leverages are 1/10; Cook's distance of 0 at p = .7 is (.7/.3)/.9 · .1/.9 / 2. The area is ½(1 + 7/11 − 3/9), its error DeLong's.
describe("what to doubt about a model, for people", () => {
  is(["diagnose", ...model], 0, `
Hosmer-Lemeshow: not tested; the fitted probabilities make 2 groups only
called events from 0.5: 7 of 11 events (sensitivity 63.6%), 3 of 9 others (specificity 66.7%); 65.0% right
area under the ROC curve 0.6515 (95% 0.4304 to 0.8726); Tjur's R² 0.0909
events per variable 9.0
! Only 9.0 events per variable (fewer than 10): estimates lean away from 0 and intervals are too narrow.
VIF, x: 1.000

Most influential rows of d.csv
------------------------------------
file line  leverage  Cook's distance
------------------------------------
19           0.1000           0.1440
20           0.1000           0.1440
21           0.1000           0.1440
2            0.1000           0.0926
3            0.1000           0.0926
4            0.1000           0.0926
5            0.1000           0.0926
6            0.1000           0.0412
7            0.1000           0.0412
8            0.1000           0.0412
------------------------------------`, `
Hosmer-Lemeshow 检验：未检验：拟合概率只能分成 2 组
概率达到 0.5 判为事件：11 个事件中判出 7 个（灵敏度 63.6%），9 个非事件中误判 3 个（特异度 66.7%）；判对 65.0%
ROC 曲线下面积 0.6515（95% 置信区间 0.4304 至 0.8726）；Tjur R² 0.0909
每个变量的事件数 9.0
! 每个变量只有 9.0 个事件（少于 10）：系数偏离 0，置信区间过窄。
VIF，x：1.000

影响最大的行
-----------------------
行号  杠杆值  Cook 距离
-----------------------
19    0.1000     0.1440
20    0.1000     0.1440
21    0.1000     0.1440
2     0.1000     0.0926
3     0.1000     0.0926
4     0.1000     0.0926
5     0.1000     0.0926
6     0.1000     0.0412
7     0.1000     0.0412
8     0.1000     0.0412
-----------------------`);
});

// b = ln(.7/.3) − ln(.4/.6), its variance 1/7 + 1/3 + 1/4 + 1/6; the score's χ² is Pearson's of the table; ln L is −12.8388 and −13.7628.
describe("tests for people", () => {
  is(["test", "f.json", "--terms", "x"], 0, `
Tests of f.json
-------------------------------------
hypothesis     χ²  df       p  method
-------------------------------------
x = 0       1.758   1  0.1849  Wald
-------------------------------------`, `
f.json 的检验
----------------------------------
假设      χ²  自由度       p  方法
----------------------------------
x = 0  1.758       1  0.1849  Wald
----------------------------------`);
  is(["test", "f.json"], 0, `
Tests of f.json
-------------------------------------
hypothesis     χ²  df       p  method
-------------------------------------
x = 0       1.758   1  0.1849  Wald
-------------------------------------`, `
f.json 的检验
----------------------------------
假设      χ²  自由度       p  方法
----------------------------------
x = 0  1.758       1  0.1849  Wald
----------------------------------`);
  is(["test", "f.json", "--terms", "x", "--method", "score"], 0, `
Tests of f.json
-------------------------------------
hypothesis     χ²  df       p  method
-------------------------------------
x = 0       1.818   1  0.1775  score
-------------------------------------`, `
f.json 的检验
----------------------------------
假设      χ²  自由度       p  方法
----------------------------------
x = 0  1.818       1  0.1775  得分
----------------------------------`);
});

// Shares .4 and .7 of ten, with intervals of their logits.
describe("predictions for people", () => {
  is(["predict", "f.json", "--at", "x=0,1"], 0, `
Predictions of f.json
-----------------------------------------------
at   level  estimate       SE    lower    upper
-----------------------------------------------
x=0          0.40000  0.15492  0.15834  0.70260
x=1          0.70000  0.14491  0.37632  0.90023
-----------------------------------------------`, `
f.json 的预测
----------------------------------------------
取值  类别     估计   标准误     下限     上限
----------------------------------------------
x=0         0.40000  0.15492  0.15834  0.70260
x=1         0.70000  0.14491  0.37632  0.90023
----------------------------------------------`);
});

describe("misfits for people", () => {
  is(["map", "s.csv"], 1, `
s.csv: 3 rows, ${ALL - 1} columns found without a question
  ? votedAtHome ← shoe size
  ? city: "Guangzhou City" ×2 → guangzhou
  ? age: "many" ×1 → ?
  ? gender: "X" ×1 → ?
  ? votedAtHome: "43" ×1 → ?

5 questions left ("?")
--out mapping.json writes them as a mapping to complete`, `
s.csv：3 行，直接识别 ${ALL - 1} 列
  ? votedAtHome ← shoe size
  ? city: "Guangzhou City" ×2 → guangzhou
  ? age: "many" ×1 → ?
  ? gender: "X" ×1 → ?
  ? votedAtHome: "43" ×1 → ?

5 个问题待定（“?”）
--out mapping.json 可写出映射草稿`);
  is(["map", "u.csv"], 0, `
u.csv: 2 rows, ${ALL} columns found without a question

no mapping is needed`, `
u.csv：2 行，直接识别 ${ALL} 列

无需映射`);
  is(["map", "v.csv"], 1, `
v.csv: 1 row, ${ALL - 1} columns found without a question
  ? joinedHomeAssociation: not in the file
  left over: weight

1 question left ("?")
--out mapping.json writes them as a mapping to complete`, `
v.csv：1 行，直接识别 ${ALL - 1} 列
  ? joinedHomeAssociation：文件中没有
  未用的列：weight

1 个问题待定（“?”）
--out mapping.json 可写出映射草稿`);
});

describe("a mapping", () => {
  it("is written, and what is settled in it is asked no more", async () => {
    const { exit, stdout } = await sojourn("map", "s.csv", "t.csv", "--out", "m.json", "--lang", "en");
    expect([exit, ...stdout.split("\n").slice(-5)]).toEqual([1, `t.csv: 2 rows, ${ALL} columns found without a question`, '  ? votedAtHome: "9" ×1 → ?', "", '6 questions left ("?")', "m.json: written"]);
    const draft = readFileSync("m.json", "utf8");
    const own = { columns: { votedAtHome: "? shoe size" }, values: { city: { "Guangzhou City": "? guangzhou" }, age: { many: "?" }, gender: { X: "?" }, votedAtHome: { 43: "?" } } };
    expect(JSON.parse(draft)).toEqual({ files: { "s.csv": own, "t.csv": { values: { votedAtHome: { 9: "?" } } } } });
    here.put("n.json", draft.replace('"? guangzhou"', '"guangzhou"').replaceAll('"?"', '"refused"').replace('"? shoe size"', '"shoe size"'));
    expect((await sojourn("map", "s.csv", "--out", "n.json", "--lang", "zh")).stdout.split("\n").slice(-2)).toEqual(["映射完整", "n.json：已写入"]);
  });

  it("is shown as a page: where each column is, and what answers mean", async () => {
    await sojourn("map", "s.csv", "v.csv", "--explain", "e.html");
    const page = readFileSync("e.html", "utf8");
    const found = [...page.matchAll(/<th scope="row">(\w+)<\/th><td>.*?<\/td><td>(.*?)<\/td><\/tr>/g)].map(([, name, cell]) => [name, cell]);
    expect(found).toHaveLength(2 * columnNames.length);
    expect(found.filter(([name, cell]) => name !== cell)).toEqual([["city", "city; Guangzhou City ×2 → guangzhou"], ["age", "年龄; many ×1 → ?"], ["gender", "性别; X ×1 → ?"], ["votedAtHome", "? shoe size; 43 ×1 → ?"], ["joinedHomeAssociation", "?"]]);
    expect(page).toContain("<caption><span lang=\"en\">v.csv (1 row)</span><span class=\"between\"> / </span><span lang=\"zh\">v.csv（1 行）</span></caption>");
    expect(page).toContain("left over: weight</span><span class=\"between\"> / </span><span lang=\"zh\">未用的列：weight</span>");
  });

  it("in JSON has every doubt, with counts", async () => {
    const { exit, stdout } = await sojourn("map", "s.csv", "v.csv", "--json");
    expect([exit, JSON.parse(stdout)]).toEqual([1, {
      columns: {}, values: {},
      files: {
        "s.csv": { columns: { votedAtHome: "? shoe size" }, values: { city: { "Guangzhou City": "? guangzhou" }, age: { many: "?" }, gender: { X: "?" }, votedAtHome: { 43: "?" } } },
        "v.csv": { columns: { joinedHomeAssociation: "?" } },
      },
      doubtful: [
        { file: "s.csv", column: "votedAtHome", proposed: "shoe size", count: 3 }, { file: "s.csv", column: "city", value: "Guangzhou City", count: 2, proposed: "guangzhou" },
        { file: "s.csv", column: "age", value: "many", count: 1 }, { file: "s.csv", column: "gender", value: "X", count: 1 }, { file: "s.csv", column: "votedAtHome", value: "43", count: 1 },
      ],
      missing: [{ file: "v.csv", column: "joinedHomeAssociation" }], leftOver: [{ file: "v.csv", column: "weight", label: "", answers: 1 }],
    }]);
  });
});
