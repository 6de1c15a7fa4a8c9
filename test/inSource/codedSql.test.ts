import { expect, test } from "vitest";
import { codedRows, itemsSql } from "../../src/inSource/codedSql";
import { chooseReadings } from "../../src/sfrc/readings";
import { codebook } from "../survey/rawFile";
import { fakeEngine } from "../engines/fakeEngine";

const codes = (of: Record<string, string>) => new Map(Object.entries(of));
const engine = fakeEngine([], []);
const fenced = { ...engine, dialect: { ...engine.dialect, fence: " OFFSET 0" } };
const sqlOf = (columns: Record<string, Record<string, string>>, wave?: string, of = engine) =>
  itemsSql(of, { columns: new Map(Object.entries(columns).map(([name, found]) => [name, { raw: name.toUpperCase(), codes: codes(found) }])), wave, rows: 5, synthetic: false }, codebook, chooseReadings({}));
/** The part that numbers the answers, and what follows it. */
const numbers = (sql: string): string => /FROM \((SELECT .*?)\) AS a WHERE /.exec(sql)![1];

test("answers become the numbers of the codebook, in its order; what the source lacks is left out", () => {
  const sql = sqlOf({ gender: { 2: "female", "it's": "male" }, wave: { 2019: "2019" }, age: { 30: "30", " 031": "31", 45: "45" }, city: {} });
  expect(numbers(sql)).toBe([
    "SELECT CAST(CASE WAVE WHEN '2019' THEN 3 END AS INTEGER) AS \"wave\"", 'CAST(NULL AS INTEGER) AS "city"',
    "CAST(CASE WHEN AGE = ' 031' THEN 31 WHEN AGE IN ('30', '45') THEN CAST(AGE AS INTEGER) END AS INTEGER) AS \"age\"",
    "CAST(CASE GENDER WHEN '2' THEN 1 WHEN 'it''s' THEN 2 END AS INTEGER) AS \"gender\" FROM \"t\" AS s",
  ].join(", "));
});

test("ages of which none is written as it is are told by their texts", () => {
  expect(numbers(sqlOf({ age: { "030": "30" } }))).toBe("SELECT CAST(CASE AGE WHEN '030' THEN 30 END AS INTEGER) AS \"age\" FROM \"t\" AS s");
});

test("the wave that the mapping gives stands in every row, whatever the source says", () => {
  const sql = sqlOf({ wave: { 2019: "2019" }, gender: { 1: "male" } }, "2018", fenced);
  expect(numbers(sql)).toBe("SELECT 2 AS \"wave\", CAST(CASE GENDER WHEN '1' THEN 2 END AS INTEGER) AS \"gender\" FROM \"t\" AS s OFFSET 0");
  expect(sql).toMatch(/ = 0 OFFSET 0$/);
});

test("ids and labels are no answers", () => {
  expect(numbers(sqlOf({ id: { A: "A" }, source: { x: "x" }, gender: { 1: "male" } }))).toBe("SELECT CAST(CASE GENDER WHEN '1' THEN 2 END AS INTEGER) AS \"gender\" FROM \"t\" AS s");
});

test("coded rows hold the paper's columns, cities and groups as text", () => {
  const names = ["age", "age2", "stay", "stayTransnational", "stayInMigration", "gender", "education", "cumulativeCausation", "supportSelf", "supportKin", "supportUnit", "participationBehaviour", "participationCognition"];
  expect(codedRows("ITEMS", "CONTACT", engine)).toEqual({
    rows: `(SELECT "city", "group", ${names.map((name) => `"${name}"`).join(", ")}, CONTACT AS "contactWillingness" FROM (ITEMS) AS i)`,
    columns: [
      { name: "city", kind: "text", type: "VARCHAR" }, { name: "group", kind: "text", type: "VARCHAR" }, ...names.map((name) => ({ name, kind: "integer", type: "INTEGER" })),
      { name: "contactWillingness", kind: "double", type: "DOUBLE" },
    ],
  });
});
