import { describe, expect, it } from "vitest";
import type { Raw, SourceColumn } from "../../../src/engines/engine";
import { readPatterns } from "../../../src/engines/patterns";
import { modelDataOfPatterns, patternsFrom } from "../../../src/engines/modelDataFrom";
import { fitBySteps } from "../../../src/engines/steps/fitBySteps";
import { type FitModelOptions, fitModelData } from "../../../src/models/data/fitModelData";
import { type ModelDataSpec, modelDataOf } from "../../../src/models/data/modelData";
import { bothLanguages } from "../../io/bothLanguages";
import { sqlOfRows } from "../sqlOfRows";

const noise = (i: number, k: number): number => Math.abs(Math.sin((i + 1) * (12.9898 + k)) * 43758.5453) % 1;
const COLUMNS: SourceColumn[] = [["y", "boolean"], ["a", "double"], ["b", "integer"], ["town", "text"], ["w", "integer"], ["o", "real"], ["firm", "text"], ["code", "integer"], ["day", "date"]].map(([name, kind]) => ({ name, kind: kind as SourceColumn["kind"], type: kind.toUpperCase() }));
const people = Array.from({ length: 60 }, (_, i): Raw[] => {
  const [a, b, town] = [Math.round(noise(i, 1) * 40) / 8, Math.floor(noise(i, 2) * 5), ["Ulm", "Aalen", "Bonn"][Math.floor(noise(i, 3) * 3)]];
  return [noise(i, 4) < 1 / (1 + Math.exp(1 - 0.4 * a - 0.2 * b + Number(town === "Bonn"))), a, b, town, i % 4, Math.round(noise(i, 5) * 8) / 8 - 0.5, ["7", "7.0", "8", "9", "11", "12"][i % 6], 100 + (i % 7), `2020-01-0${1 + (i % 5)}`];
});
const asFile = (rows: readonly Raw[][]) => ({ file: "rows", columns: COLUMNS.map(({ name }) => name), lines: rows.map((_, i) => i + 2), rows: rows.map((row) => row.map((cell) => (cell === null ? "" : String(typeof cell === "boolean" ? Number(cell) : cell)))) });
const base: ModelDataSpec = { outcome: "y", terms: ["a", "b"], family: "binomial" };
const town = { column: "town", contrast: "treatment" as const };
const near = (value: number, digits = 9) => expect.closeTo(value, digits);

/** The same of the rows read as a file, which R tells to be right. */
function inMemory(spec: ModelDataSpec, options: FitModelOptions, rows = people) {
  const data = modelDataOf(asFile(rows), spec);
  return fitModelData(data, options);
}

describe("a fit by steps", () => {
  it.each<[string, Partial<ModelDataSpec>, Partial<FitModelOptions>]>([
    ["numbers", {}, {}], ["one", { terms: ["b"] }, { level: 0.9 }], ["a factor and products", { terms: ["a", "b", "town", "a:b", "b:town"], factors: [town] }, {}], ["a factor with a reference", { terms: ["town", "b"], factors: [{ ...town, reference: "Ulm" }] }, { standardErrors: "HC1" }],
    ["weights", { weights: "w" }, {}], ["an offset", { offset: "o" }, { standardErrors: "HC0" }], ["weights and an offset", { weights: "w", offset: "o", terms: ["a", "town"], factors: [town] }, { standardErrors: "robust" }], ["weights, HC1", { weights: "w" }, { standardErrors: "HC1" }],
    ["clusters that are numbers", { labels: ["firm"] }, { standardErrors: { cluster: "firm" } }], ["clusters and weights", { weights: "w", labels: ["code"] }, { standardErrors: { cluster: "code" } }], ["clusters that are days", { labels: ["day"] }, { standardErrors: { cluster: "day" }, level: 0.99 }],
  ])("of %s is that of the rows in memory", async (_, more, options) => {
    const [spec, asked] = [{ ...base, ...more }, { family: "binomial" as const, ...options }];
    const engine = sqlOfRows(COLUMNS, people);
    const { fit } = await fitBySteps(engine, spec, asked);
    const whole = inMemory(spec, asked);
    expect(fit.coefficients).toEqual(whole.coefficients.map((row) => ({ ...row, ...Object.fromEntries(Object.entries(row).filter(([, value]) => typeof value === "number").map(([name, value]) => [name, near(value as number, 7)])) })));
    expect([fit.logLik, fit.n, fit.events, fit.covarianceKind]).toEqual([near(whole.logLik), whole.n, whole.events, whole.covarianceKind]);
    expect(fit.covariance.values.flat()).toEqual(whole.covariance.values.flat().map((value) => near(value, 7)));
    expect(fit.warnings).toEqual(whole.warnings);
  });

  it("says by how many steps, of which rows, and what counted as one label; begins at the share of events", async () => {
    const gaps = people.map((row, i) => row.map((cell, j) => (j === 1 && i % 10 === 0 ? (i === 0 ? Number.NaN : null) : j === 6 && i === 5 ? " NA " : cell)));
    const engine = sqlOfRows(COLUMNS, gaps);
    const { fit, notes } = await fitBySteps(engine, { ...base, dropMissing: true, labels: ["firm"] }, { family: "binomial", standardErrors: { cluster: "firm" } });
    expect(notes).toEqual([expect.stringMatching(/^53 rows of too many patterns to be counted: fitted by \d Newton steps in SQL, one query each$/), "7 rows with an empty cell were left out, 53 are used", "firm: 7 / 7.0 count as one label, 7"]);
    const steps = Number(/by (\d)/.exec(notes[0])![1]);
    expect(engine.asked.filter((sql) => sql.includes("GREATEST"))).toHaveLength(steps + 1);
    const whole = inMemory({ ...base, dropMissing: true, labels: ["firm"] }, { family: "binomial", standardErrors: { cluster: "firm" } }, gaps);
    expect(fit.coefficients.map(({ standardError }) => standardError)).toEqual(whole.coefficients.map(({ standardError }) => near(standardError)));
    const kept = gaps.filter((row) => typeof row[1] === "number" && !Number.isNaN(row[1]) && row[6] !== " NA ");
    const events = kept.filter(([y]) => y === true).length;
    const start = Number(/, \((\S+)\) \+ \(0e0\) \* z1 \+ \(0e0\) \* z2 AS eta/.exec(engine.asked.find((sql) => sql.includes("GREATEST"))!)![1]);
    expect(start).toBeCloseTo(Math.log(events / (53 - events)), 12);
    const shifted = sqlOfRows(COLUMNS, people);
    await fitBySteps(shifted, { ...base, offset: "o" }, { family: "binomial" });
    expect(shifted.asked.find((sql) => sql.includes("GREATEST"))).toContain(", (0e0) + o + (0e0) * z1 + (0e0) * z2 AS eta");
  });

  const refused = async (spec: Partial<ModelDataSpec>, options: Partial<FitModelOptions> = {}, rows = people, more = {}) => {
    const engine = sqlOfRows(COLUMNS, rows, more);
    const thrown: unknown = await fitBySteps(engine, { ...base, ...spec }, { family: "binomial", ...options }).catch((error: unknown) => error);
    return { told: bothLanguages(() => { throw thrown; }), asked: engine.asked.length };
  };

  it("names the first column that those before it make up", async () => {
    const twice = people.map((row) => row.with(5, (row[1] as number) * 2 - 3));
    expect((await refused({ terms: ["a", "b", "o"] }, {}, twice)).told).toEqual(["Model refused (collinear): o is a combination of the columns before it, as far as sums over the rows can tell. Drop it.", "模型被拒绝（共线）：就各行的和所能判断，o 是它之前各列的线性组合。请去掉它。"]);
    expect((await refused({ terms: ["o", "b", "a", "code"] }, {}, twice)).told[0]).toMatch(/: a is a combination of the columns before it/);
  });

  it("finds the direction that separates, where none of the columns does alone", async () => {
    const apart = people.map((row) => [(row[1] as number) + (row[2] as number) > 4.6, ...row.slice(1)]);
    const { told, asked } = await refused({}, {}, apart);
    expect(told).toEqual(["Model refused (separation): a, b together foretell outcomes among 60 rows without error, so no finite estimate exists. Merge the category or drop the term.", "模型被拒绝（数据分离）：a, b 合起来能无误地预知 60 行中的结果，因此不存在有限的估计。请合并类别或去掉该变量。"]);
    expect(asked).toBe(3 + 13 + 1); // missing, ranges, squares; steps 0 to 12; the margins
  });

  it("has room for so many columns that one query can give their sums", async () => {
    // With the constant, m columns have 1 + m + m(m + 1)/2 sums: 10 of three, 15 of four.
    const wide = async (widest: number, terms: string[]) => (await refused({ terms }, {}, people, { dialect: { ...sqlOfRows([], []).dialect, widest } })).told[0];
    const told = (columns: number, room: number) => `rows: the design has ${columns} columns, and fits by steps in SQL have room for ${room} (expected fewer columns). Group the levels of factors in --sql.`;
    expect([await wide(14, ["a", "b", "o"]), await wide(10, ["a", "b", "o"]), await wide(9, ["a", "b"]), await wide(5, ["a"])]).toEqual([told(4, 3), told(4, 3), told(3, 2), told(2, 1)]);
    await expect(fitBySteps(sqlOfRows(COLUMNS, people, { dialect: { ...sqlOfRows([], []).dialect, widest: 10 } }), base, { family: "binomial" })).resolves.toBeDefined();
    await expect(fitBySteps(sqlOfRows(COLUMNS, people, { dialect: { ...sqlOfRows([], []).dialect, widest: 15 } }), { ...base, terms: ["a", "b", "o"] }, { family: "binomial" })).resolves.toBeDefined();
    // 198 columns have 19,900 sums, and 199 have 20,100.
    const many = (levels: number) => people.concat(people, people, people).map((row, i) => row.with(3, `t${String(Math.min(i, levels - 1)).padStart(3, "0")}`));
    expect((await refused({ terms: ["town"], factors: [town] }, {}, many(199))).told[0]).toBe(told(199, 198));
  });

  it("is offered with no more than it can, each by its name, the first of them first", async () => {
    const told = (option: string) => [
      `${option}: the columns have too many patterns to be counted, and fits by steps in SQL do not offer it (expected binary logits with classical, HC0, HC1, robust or cluster:COLUMN standard errors). Round or group the columns of many values in --sql, and equal rows are counted together.`,
      expect.stringMatching(new RegExp(`^${option}：[^a-z]`)),
    ];
    const cases: [string, Partial<ModelDataSpec>, Partial<FitModelOptions>][] = [
      ["--family ordered", { family: "ordered" }, { firth: true }], ["--link cloglog", {}, { link: "cloglog", firth: true }], ["--se", {}, { standardErrors: "HC3", interval: "profile" }], ["--se", { labels: ["firm", "day"] }, { standardErrors: { cluster: "firm" } }],
      ["--firth", {}, { firth: true, interval: "profile" }], ["--nonparallel", {}, { nonparallel: ["a"], interval: "profile" }], ["--interval profile", { formula: "y ~ a" }, { interval: "profile" }], ["--formula", { formula: "y ~ a", missing: ["9"] }, {}], ["--na", { missing: ["9"] }, {}],
    ];
    for (const [option, spec, options] of cases) expect(await refused(spec, options)).toEqual({ told: told(option), asked: 0 });
    expect((await refused({ terms: ["town", "a"], factors: [{ ...town, contrast: "sum" }] })).told[0]).toBe("--factor, column town: fits by steps in SQL code a factor by treatment contrasts only, beside its own term (expected such a coding). Calculate other columns in --sql.");
    expect((await refused({ terms: ["a:town"], factors: [town] })).told[0]).toMatch(/^--factor, column town: fits by steps in SQL code a factor by treatment contrasts only/);
    expect((await refused({ terms: ["town"] })).told[0]).toBe('rows, column town: its type is TEXT, and fits by steps in SQL need numbers (expected a column of numbers). Say it in --sql: CAST("town" AS DOUBLE).');
  });

  it("ends without a maximum where the sums are none, or a row would still move", async () => {
    const rows = sqlOfRows(COLUMNS, people);
    const answering = (change: (sql: string, numbers: number[]) => number[]) => ({ query: async function* (sql: string) {
      for await (const batch of rows.query(sql)) yield change(sql, batch.map(([cell]) => Number(cell))).map((value) => [value]);
    } });
    const none = "Model refused (not-converged): no maximum within 40 Newton steps, and no direction was found that separates the outcomes";
    expect((await refused({}, {}, people, answering((sql, numbers) => (sql.includes("GREATEST") ? numbers.with(0, Number.NaN) : numbers)))).told[0]).toBe(none);
    expect((await refused({}, {}, people, answering((sql, numbers) => (sql.includes("max(abs(") ? numbers.with(0, 1) : numbers)))).told[0]).toBe(none);
    await expect(fitBySteps({ ...rows, ...answering((sql, numbers) => (sql.includes("max(abs(") ? numbers.with(0, 0.99) : numbers)) }, base, { family: "binomial" })).resolves.toBeDefined();
  });
});

describe("rows counted together", () => {
  it("are those that are equal, and their fit that of the rows", async () => {
    const spec: ModelDataSpec = { ...base, terms: ["b", "town"], factors: [town], weights: "w" };
    const table = await patternsFrom(sqlOfRows(COLUMNS, people), spec);
    const keys = people.map((row) => [Number(row[0]), row[2], row[3], row[4]].join());
    expect(table.rows.length).toBe(new Set(keys).size);
    expect(table.counts!.reduce((sum, count) => sum + count, 0)).toBe(60);
    const [counted, whole] = [fitModelData(modelDataOfPatterns(table, spec), { family: "binomial" }), inMemory(spec, { family: "binomial" })];
    expect(counted.coefficients.map(({ estimate }) => estimate)).toEqual(whole.coefficients.map(({ estimate }) => near(estimate)));
    expect(await readPatterns(sqlOfRows(COLUMNS, people), [{ ...COLUMNS[2], as: "number" }, { ...COLUMNS[0], as: "label" }], { most: 9 })).toBeUndefined();
    expect((await readPatterns(sqlOfRows(COLUMNS, people), [{ ...COLUMNS[2], as: "number" }, { ...COLUMNS[0], as: "label" }], { most: 10 }))!.rows).toEqual([0, 1, 2, 3, 4].flatMap((b) => ["FALSE", "TRUE"].map((y) => [String(b), y])));
  });
});
