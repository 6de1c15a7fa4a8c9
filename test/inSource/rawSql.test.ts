import { expect, test } from "vitest";
import type { ColumnKind } from "../../src/engines/engine";
import { rawSql } from "../../src/inSource/rawSql";

const sql = (kind: ColumnKind) => rawSql("fake", { name: 'a"b', kind, type: kind.toUpperCase() }, { double: "DOUBLE PRECISION", given: (expression) => expression });
const column = 's."a""b"';
const whole = `CASE WHEN abs(CAST(${column} AS DOUBLE PRECISION)) < 1e15 AND CAST(${column} AS DOUBLE PRECISION) = floor(CAST(${column} AS DOUBLE PRECISION)) THEN CAST(CAST(${column} AS BIGINT) AS VARCHAR) ELSE CAST(${column} AS VARCHAR) END`;

test.each<[ColumnKind, string]>([
  ["text", `CAST(${column} AS VARCHAR)`], ["integer", `CAST(${column} AS VARCHAR)`], ["date", `CAST(${column} AS VARCHAR)`],
  ["double", whole], ["real", whole], ["decimal", whole],
  ["boolean", `CASE WHEN ${column} THEN 'TRUE' WHEN NOT ${column} THEN 'FALSE' END`],
])("a column of %s is read as text", (kind, expected) => expect(sql(kind)).toBe(expected));

test("lists and structures are none", () => expect(() => sql("other")).toThrow(/^fake, column a"b: its type is OTHER, which is neither number nor text/));
