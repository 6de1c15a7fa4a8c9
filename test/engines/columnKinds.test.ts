import { expect, test } from "vitest";
import { kindOfDuckDb } from "../../src/engines/duckdb";
import { kindOfPostgres } from "../../src/engines/postgres";
import { kindOfTrino } from "../../src/engines/trino";

const kinds = <T extends unknown[]>(kindOf: (...type: T) => string, types: Readonly<Record<string, readonly T[]>>) => {
  for (const [kind, all] of Object.entries(types)) for (const type of all) expect(kindOf(...type), type.join()).toBe(kind);
};
const each = (...types: string[]) => types.map((type): [string] => [type]);

test("DuckDB's types are numbers, texts, days or none of these; lists are none", () => {
  kinds(kindOfDuckDb, {
    integer: each("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT"), decimal: each("DECIMAL(18,3)", "BIGNUM", "VARINT"), double: each("DOUBLE"), real: each("FLOAT"), boolean: each("BOOLEAN"),
    text: each("VARCHAR", "UUID", "ENUM('a', 'b')"), date: each("DATE", "TIME", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "INTERVAL"), other: each("INTEGER[]", "DECIMAL(18,3)[]", "DATE[]", "VARCHAR[]", "STRUCT(a INTEGER)", "BLOB", "JSON", "BIT"),
  });
});

test("PostgreSQL's by their name, else by what the catalogue says they are", () => {
  kinds(kindOfPostgres, {
    integer: each("int2", "int4", "int8", "oid"), decimal: each("numeric"), real: each("float4"), double: each("float8"), boolean: each("bool"),
    text: [["uuid"], ["varchar", "b", "S"], ["mood", "e", "E"]], date: [["date", "b", "D"], ["interval", "b", "T"]], other: [["bytea", "b", "U"], ["unknown"], ["toString", "b", "X"]],
  });
});

test("Trino's by their first word", () => {
  kinds(kindOfTrino, {
    integer: each("tinyint", "smallint", "integer", "bigint"), decimal: each("decimal(10,2)", "decimal"), double: each("double"), real: each("real"), boolean: each("boolean"),
    text: each("varchar", "varchar(20)", "char(3)", "uuid"), date: each("date", "time(3)", "timestamp(3) with time zone", "interval day to second"), other: each("array(integer)", "row(a integer)", "json", "varbinary", "integers", ""),
  });
});
