import { expect, test } from "vitest";
import type { AskedColumn } from "../../src/engines/columnsAsked";
import { fitBySteps } from "../../src/engines/steps/fitBySteps";
import { clusterLabels, factorLabels, labelSql } from "../../src/engines/steps/stepLabels";
import { fakeEngine } from "./fakeEngine";
import { sqlOfRows } from "./sqlOfRows";

const firm: AskedColumn = { name: "firm", kind: "text", type: "VARCHAR", as: "label" };
const DIALECT = fakeEngine([], []).dialect;

test("a label is trimmed, and what counts as missing is NULL", () => {
  const trimmed = `TRIM(BOTH ' \t\n\v\f\r' FROM CAST(s."firm" AS VARCHAR))`;
  expect(labelSql(firm, DIALECT)).toBe(`CASE WHEN lower(${trimmed}) NOT IN ('', 'na', 'n/a', 'nan', 'null', '.') THEN ${trimmed} END`);
  expect(labelSql({ ...firm, kind: "boolean" }, DIALECT)).toContain("THEN 'TRUE'"); // as patterns write it
  expect(labelSql({ ...firm, kind: "integer" }, DIALECT)).toBe('CAST(s."firm" AS VARCHAR)');
});

test("a factor's texts become the labels of a file: 7 and 7.0 are one, and so are composed characters", async () => {
  const numbers = fakeEngine([firm], [[[["7.0", "7", " 8"], ["7.0", "7", " 8"]]]]);
  const { texts, notes } = await factorLabels(numbers, firm, "TRUE");
  expect(Object.fromEntries(texts)).toEqual({ 7: ["7", "7.0"], 8: [" 8"] });
  expect(notes).toEqual(["firm: 7 / 7.0 count as one label, 7"]);
  const words = ["Cafe\u0301", "Caf\u00e9", "\u00a0NA", "b"];
  const others = await factorLabels(fakeEngine([firm], [[[words, words]]]), firm, "TRUE");
  expect(others.texts).toEqual(new Map([["Caf\u00e9", ["Cafe\u0301", "Caf\u00e9"]], ["b", ["b"]]]));
  expect(others.sql).toMatch(/^CASE WHEN CAST\(s\."firm" AS VARCHAR\) NOT IN \('\u00a0NA'\) THEN /);
});

test("clusters that are all numbers are told apart by value where spellings differ, else by text", async () => {
  const engine = fakeEngine([firm], [[[["7", "7.0", "8"]]], [[["7"], ["7.0"], [7]]]]);
  const { sql, notes } = await clusterLabels(engine, firm, "x IS NOT NULL");
  expect(engine.asked[1]).toContain("GROUP BY v HAVING count(*) > 1");
  expect(sql).toBe(`CASE WHEN x IS NOT NULL THEN CAST(${labelSql(firm, DIALECT)} AS DOUBLE) END`);
  expect(notes).toEqual(["firm: 7 / 7.0 count as one label, 7"]);
  for (const keys of [["7", "7.0", "A"], ["007", "008"], ["1234567890123456", "1234567890123457.0"]]) {
    expect(await clusterLabels(fakeEngine([firm], [[[keys]], []]), firm, "TRUE")).toEqual({ sql: labelSql(firm, DIALECT), notes: [] });
  }
  const respelt = await clusterLabels(fakeEngine([firm], [[[["Cafe\u0301", "\u00a0NA"]]]]), firm, "TRUE");
  expect(respelt.sql).toMatch(/WHEN 'Cafe\u0301' THEN 'Caf\u00e9' WHEN '\u00a0NA' THEN NULL ELSE /);
});

test("clusters spelt in several ways are counted; a decimal comma is a point in SQL; days and booleans are told apart as they stand", async () => {
  const spelt = ["7", "7.0", "8,5", "8.5", "9", "9.0", "9.00"];
  const engine = sqlOfRows([firm], spelt.filter((text) => !text.includes(",")).map((text) => [text]));
  expect((await clusterLabels(engine, firm, "TRUE")).notes).toEqual(["firm: 7 / 7.0 count as one label, 7 (and 1 more such)"]);
  const comma = sqlOfRows([firm], [["7,50"], ["7,5"], ["8"]]);
  const { sql, notes } = await clusterLabels(comma, firm, 's."firm" IS NOT NULL', ",");
  expect(notes).toEqual(["firm: 7,5 / 7,50 count as one label, 7.5"]);
  expect(sql).toBe(`CASE WHEN s."firm" IS NOT NULL THEN CAST(REPLACE(${labelSql(firm, DIALECT)}, ',', '.') AS DOUBLE) END`);
  for (const kind of ["boolean", "date"] as const) expect(await clusterLabels(fakeEngine([], []), { ...firm, kind }, "TRUE")).toEqual({ sql: labelSql({ ...firm, kind }, DIALECT), notes: [] });
  expect(await clusterLabels(fakeEngine([], []), { ...firm, kind: "double" }, "TRUE")).toEqual({ sql: `CASE WHEN ${labelSql({ ...firm, kind: "double" }, DIALECT)} IS NOT NULL THEN s."firm" END`, notes: [] });
});

test("an error of a spreadsheet is no label, as it is none in a file", async () => {
  const factor = factorLabels(fakeEngine([firm], [[[["#N/A", "b"], ["#N/A", "b"]]]]), firm, "TRUE");
  await expect(factor).rejects.toThrow(/column firm: the cell holds the error #N\/A \(expected a value or nothing\)/);
  await expect(clusterLabels(fakeEngine([firm], [[[["b", " #div/0!"]]]]), firm, "TRUE")).rejects.toThrow(/column firm: the cell holds the error #div\/0!/);
});

test("missing labels are refused with how many rows lack something, unless they are left out", async () => {
  const columns = [{ name: "y", kind: "integer", type: "INTEGER" }, { name: "x", kind: "double", type: "DOUBLE" }, firm] as const;
  const engine = fakeEngine(columns, [[[["A"]]], [[[8], [3]]]]);
  const asked = fitBySteps(engine, { outcome: "y", terms: ["x"], family: "binomial", labels: ["firm"] }, { family: "binomial", standardErrors: { cluster: "firm" } });
  await expect(asked).rejects.toThrow(/a cell is empty, or counts as missing \(NA, N\/A, NaN, NULL, \.\); 3 rows lack something/);
  expect(engine.asked[1]).toContain(`NOT IN ('', 'na', 'n/a', 'nan', 'null', '.')`);
});
