import { describe, expect, it } from "vitest";
import { measurement } from "../../../src/audit/checks/measurement";
import { exampleModel } from "../../../src/audit/exampleTable";
import { Given } from "../../../src/audit/given";
import type { OpenReading } from "../../../src/audit/options";
import type { PublishedRow, PublishedTable } from "../../../src/published/publishedTable";

const row = (term: string, names: Partial<PublishedRow> = {}): PublishedRow => ({ term, coef: "0.1", stars: "", ...names });
const run = (table: Partial<PublishedTable>, readings: readonly OpenReading[] = []) => measurement.run(new Given({ models: {}, ...table }, { readings }));
const said = (table: Partial<PublishedTable>) => run(table).findings.map(({ term, message }) => `${term}: ${message}`);
const squaredOf = (...rows: readonly PublishedRow[]) => run({ models: { A: exampleModel(rows) } }).findings.map(({ term }) => term);

describe("a squared term without its linear term", () => {
  it("is noted once, with every model where it stands", () => {
    const models = { A: exampleModel([row("age2", { label: "年龄平方", en: "age squared" })]), B: exampleModel([row("age"), row("age2")]), m3: exampleModel([row("age2")], { heading: "North" }) };
    const { findings, results, needs } = run({ models });
    expect(findings).toEqual([{
      severity: "note", model: "A", term: "age2", printed: { A: "0.1", m3: "0.1" }, code: 'audit(published).findings.find(({ check, term }) => check === "measurement" && term === "age2")',
      message: "age squared stands in A, North without its linear term. The curve is then forced to turn at zero, so its sign says only whether the effect rises with the value.",
      messageZh: "年龄平方 在 A、North 中没有相应的一次项。曲线被迫以零为顶点，其符号只说明随数值增大而上升或下降。",
    }]);
    expect(results).toEqual([{ model: "A", term: "age2", verdict: "cannot-tell", interval: null, why: findings[0].message, whyZh: findings[0].messageZh }]);
    expect(needs).toEqual([]);
  });

  it("is told by any of its names, unless one of them has its base, or it is the second of several", () => {
    for (const name of ["age²", "age^2", "age squared", "age_sq", "Age.sq", "年龄的平方", "年龄平方", "age2"]) expect(squaredOf(row(name)), name).toEqual([name]);
    expect(squaredOf(row("v", { label: "Age squared" }))).toEqual(["v"]);
    expect(squaredOf(row("v", { label: "Age squared" }), row("w", { en: "age" }))).toEqual([]);
    expect(squaredOf(row("AGE2"), row("age"))).toEqual([]);
    expect(squaredOf(row("x1"), row("x2"), row("y2"), row("y3"))).toEqual([]);
    for (const name of ["squared", "²", "age", "2"]) expect(squaredOf(row(name)), name).toEqual([]);
  });
});

describe("the descriptive table", () => {
  it("leaves out terms and outcomes of the models", () => {
    const models = { A: exampleModel([row("age"), row("ageGroup"), row("income"), row("const"), row("cut1")], { outcome: "留沪意愿" }), B: exampleModel([row("income"), row("kin", { label: "亲属", en: "kin" })], { outcome: "" }) };
    expect(run({ models, table1: { n: 5, ageMean: { a: [1, "20"] } } }).findings.map(({ model, term, message, messageZh, code }) => [model, term, message, messageZh, code])).toEqual([
      [null, "income", "income is in the models but not in the descriptive table. How it is coded and how many have it cannot be seen.", "income 进入了模型，却未出现在描述统计表中。其编码与分布无从得知。", 'Object.keys(published.table1).some((key) => "income".startsWith(key))'],
      [null, "kin", "kin is in the models but not in the descriptive table. How it is coded and how many have it cannot be seen.", "亲属 进入了模型，却未出现在描述统计表中。其编码与分布无从得知。", 'Object.keys(published.table1).some((key) => "kin".startsWith(key))'],
      [null, null, "The descriptive table leaves out the outcome (留沪意愿). How many had the event has to be worked out from log-likelihood and R².", "描述统计表缺少因变量（留沪意愿）。事件数只能由对数似然与 R² 反推。", "Object.keys(published.table1)"],
    ]);
    expect(said({ models })).toEqual([]);
    const outcomes = (...names: string[]) => run({ models: Object.fromEntries(names.map((outcome, i) => [`M${i}`, exampleModel([], { outcome })])), table1: { stay: { a: [1, "20"] } } }).findings.map(({ message, messageZh }) => [message.split("(")[1]?.split(")")[0], messageZh.split("。")[0]]);
    expect(outcomes("Staying", "stay")).toEqual([]);
    expect(outcomes("moves", "moves", "buys")).toEqual([["moves; buys", "描述统计表缺少因变量"]]);
    expect(outcomes("moves", "购房")).toEqual([["moves; 购房", "描述统计表缺少因变量"]]);
    expect(outcomes("落户", "购房")).toEqual([["落户; 购房", "描述统计表缺少因变量（落户；购房）"]]);
  });

  it("prints means without standard deviations", () => {
    expect(run({ table1: { n: 5, age: "30.1", kin: "2.0", sex: { a: [1, "20"] } }, scales: { kin: { sd: "1.0" } } }).findings).toMatchObject([{
      model: null, term: null, printed: { age: "30.1" }, code: "published.table1", message: "Means are printed without standard deviations (age). One-unit effects cannot be set against how much people differ, and GRIMMER cannot be run.", messageZh: "1 个均值未附标准差。无法把单位变化的效应与个体差异对照，也无法进行 GRIMMER 检验。",
    }]);
    expect(said({ table1: { kin: "2.0" }, scales: { kin: { sd: "1.0" } } })).toEqual([]);
    expect(said({ table1: { kin: "2.0" }, scales: { kin: { n: 3 } } })).toHaveLength(1);
  });
});

it("a pseudo R² that is not named is noted where one is printed", () => {
  const models = { A: exampleModel([]), B: exampleModel([], { pseudoR2: "0.12" }) };
  expect(run({ models }).findings).toMatchObject([{ printed: { B: "0.12" }, code: "published.pseudoR2Definition", message: "A pseudo R² is printed and not named; at least 8 are in use, and they differ severalfold. They cannot be compared with other papers' until it is named.", messageZh: "表中列出伪 R² 而未说明定义；常用的至少有 8 种，数值可相差数倍。未说明之前无法与其他研究比较。" }]);
  expect(run({ models, pseudoR2Definition: "McFadden" }).findings).toEqual([]);
  expect(run({ models: { A: models.A } }).findings).toEqual([]);
});

it("one term under two labels is noted, with the first model of each", () => {
  const models = { A: exampleModel([row("x", { label: "Income" }), row("y", { label: "Kin" })]), B: exampleModel([row("x", { label: "Income" }), row("y")]), C: exampleModel([row("x", { label: "Earnings" }), row("y", { label: "Kin" })]) };
  expect(run({ models }).findings).toEqual([{
    severity: "note", model: "A", term: "x", printed: { A: "Income", C: "Earnings" }, code: 'audit(published).findings.find(({ check, term }) => check === "measurement" && term === "x")',
    message: "One variable goes by 2 names: Income, Earnings. A reader may take them for different measures.", messageZh: "同一变量有 2 个名称：Income、Earnings。读者可能误以为是不同的测量。",
  }]);
});

it("what is handed in is told: notes on the text and readings left open", () => {
  const reading = { name: "kin", choices: ["any", "all"], default: "any", paperSection: "3.1", en: "Which kin?", zh: "哪些亲属？" } as unknown as OpenReading;
  expect(run({ measurement: [{ id: "one", model: "A", term: "x", section: "2", en: "Not said.", zh: "未说明。" }, { id: "two", en: "Nor this.", zh: "亦未说明。" }] }, [reading]).findings).toEqual([
    { severity: "note", model: "A", term: "x", printed: { section: "2" }, message: "Not said.", messageZh: "未说明。", code: 'published.measurement.find(({ id }) => id === "one")' },
    { severity: "note", model: null, term: null, printed: {}, message: "Nor this.", messageZh: "亦未说明。", code: 'published.measurement.find(({ id }) => id === "two")' },
    { severity: "note", model: null, term: null, printed: { section: "3.1" }, message: "Left open (§3.1): Which kin? Readings: any | all; any is taken here.", messageZh: "文中未定（§3.1）：哪些亲属？ 编码方案：any | all；此处取 any。", code: 'readings.find(({ name }) => name === "kin")' },
  ]);
});

it("a squared term has its linear one by any of its names; a variable is described by the one that its name begins with", () => {
  expect(squaredOf(row("age2", { label: "年龄²", en: "age squared" }), row("age"))).toEqual([]);
  expect(squaredOf(row("v", { label: "年龄²", en: "age squared" }), row("w", { label: "年龄" }))).toEqual([]);
  const described = (...terms: string[]) => run({ models: { A: exampleModel(terms.map((term) => row(term))) }, table1: { n: 10, ageMean: "30.0", gender: { f: [5, "50.0"] } }, scales: { ageMean: { sd: "1.0" } } }).findings.map(({ term }) => term);
  expect([described("age", "genderFemale", "Age10"), described("nationality", "age"), described("network", "gender")]).toEqual([[], ["nationality"], ["network"]]);
});
