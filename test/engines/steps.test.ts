import { expect, test } from "vitest";
import type { Batch, SourceColumn } from "../../src/engines/engine";
import { fitBySteps } from "../../src/engines/steps/fitBySteps";
import { stepSql } from "../../src/engines/steps/stepSql";
import { fitBinaryLogit } from "../../src/models/binary";
import { fakeEngine } from "./fakeEngine";

const COLUMNS: SourceColumn[] = [{ name: "y", kind: "integer", type: "INTEGER" }, { name: "select", kind: "decimal", type: "DECIMAL" }, { name: "t", kind: "text", type: "VARCHAR" }];
const X = [1, 2, 3, 4, 5, 6, 7, 8];
const Y = [0, 0, 1, 0, 1, 0, 1, 1];
const spec = { outcome: "y", terms: ["select"], family: "binomial" } as const;
const row = (numbers: readonly number[]): Batch => numbers.map((number) => [number]);

test("a step is one query: columns cast, standardised, summed", () => {
  const question = { columns: [{ name: "select", term: "select", sql: `CAST(s."select" AS DOUBLE)` }], y: "CAST(s.y AS DOUBLE)", weight: undefined, offset: undefined };
  const at = { centre: Float64Array.of(0, 4.5), scale: Float64Array.of(1, 2), parameters: Float64Array.of(0.5, -1) };
  const sql = stepSql(question, fakeEngine(COLUMNS, []), at);
  expect(sql).toMatch(/sum\(1e0 \* \(y - p\) \* z1\).*sum\(1e0 \* v\).*sum\(1e0 \* v \* z1\).*sum\(1e0 \* v \* z1 \* z1\)/);
  expect(sql).toContain("SELECT y, (x1 - (4.5e0)) / (2e0) AS z1 FROM");
  expect(sql).toContain("(5e-1) + (-1e0) * z1 AS eta");
  expect(sql).toContain("WHERE y IS NOT NULL AND x1 IS NOT NULL");
});

test("the sums lead to the fit of the rows", async () => {
  const [mean, scale] = [4.5, Math.sqrt(X.reduce((sum, x) => sum + (x - 4.5) ** 2, 0) / 8)];
  const Z = X.map((x) => (x - mean) / scale);
  const engine = fakeEngine(COLUMNS, []);
  engine.query = async function* (sql: string) {
    if (sql.includes("AS missing")) return yield* [row([8, 0])];
    if (sql.includes("min(x1)")) return yield* [row([8, 8, 4, 0, 0, 1, 8, mean, 1, 6, 3, 8])];
    if (sql.includes("avg((x1")) return yield* [row([scale ** 2])];
    const [, a, b] = /\((\S+)\) \+ \((\S+)\) \* z1 AS eta/.exec(sql)!.map(Number);
    const p = Z.map((z) => 1 / (1 + Math.exp(-(a + b * z))));
    const sum = (of: (i: number) => number): number => X.reduce((so, _, i) => so + of(i), 0);
    const v = (i: number): number => (sql.includes("max(abs(") ? (Y[i] - p[i]) ** 2 : p[i] * (1 - p[i]));
    const triangle = [sum(v), sum((i) => v(i) * Z[i]), sum((i) => v(i) * Z[i] ** 2)];
    yield sql.includes("max(abs(") ? row([0, ...triangle]) : row([sum((i) => Math.log(Y[i] ? p[i] : 1 - p[i])), sum((i) => Y[i] - p[i]), sum((i) => (Y[i] - p[i]) * Z[i]), ...triangle]);
  } as typeof engine.query;
  const { fit } = await fitBySteps(engine, spec, { family: "binomial" });
  const whole = fitBinaryLogit(X.map((x) => [1, x]), Y, ["const", "select"]);
  fit.coefficients.forEach((coefficient, j) => {
    expect(coefficient.estimate).toBeCloseTo(whole.coefficients[j].estimate, 11);
    expect(coefficient.standardError).toBeCloseTo(whole.coefficients[j].standardError, 11);
  });
  expect(fit).toMatchObject({ n: 8, events: 4 });
  expect(fit.logLik).toBeCloseTo(whole.logLik, 12);
});

const ranges = (least1: number, most1: number): number[] => [8, 8, 4, 0, 0, 1, 8, 4.5, 1, 4, least1, most1];

test.each([
  ["what is missing, by rows", [row([8, 3])], /3 rows lack something/], ["strange outcomes", [row([8, 0]), row([8, 8, 4, 2, 0, 1, 8, 4, 1, 8, 1, 8])], /outcome of 2 rows is neither 0 nor 1/],
  ["a column of one value", [row([8, 0]), row([8, 8, 4, 0, 0, 3, 3, 3, 3, 3, 3, 3])], /collinear.*select has the same value/], ["a column that alone separates", [row([8, 0]), row(ranges(5, 8))], /separation.*select alone foretells/],
  ["an outcome of one value", [row([8, 0]), row([8, 8, 8, 0, 0, 1, 8, 4, NaN, NaN, 1, 8])], /constant-outcome/], ["infinite numbers", [row([8, 0]), row([8, 8, 4, 0, 0, 1, Infinity, Infinity, 1, 8, 1, 8])], /infinite number/],
])("refuses %s", async (_, answers, words) => {
  await expect(fitBySteps(fakeEngine(COLUMNS, answers.map((answer) => [answer])), spec, { family: "binomial" })).rejects.toThrow(words);
});

test.each([
  ["ordered outcomes", { ...spec, family: "ordered" as const }, {}, /^--family ordered/], ["CR2", { ...spec, labels: ["t"] }, { standardErrors: { cr2: "t" } }, /^--se/], ["other labels than clusters", { ...spec, labels: ["t"] }, { standardErrors: "HC1" as const }, /^--se/], ["other links", spec, { link: "probit" as const }, /^--link probit/],
  ["texts as numbers", { ...spec, terms: ["t"] }, {}, /column t: its type is VARCHAR, and fits by steps in SQL need numbers.*CAST\("t" AS DOUBLE\)/],
])("refuses %s by name", async (_, question, options, words) => {
  await expect(fitBySteps(fakeEngine(COLUMNS, []), question, { family: question.family, ...options })).rejects.toThrow(words);
});
