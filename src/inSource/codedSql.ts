import type { Engine, SourceColumn } from "../engines/engine";
import { S } from "../engines/patternsSql";
import { quotedName, quotedText } from "../engines/sqlText";
import type { Readings } from "../sfrc/readings";
import { type Codebook, columnOf } from "../survey/codebook";
import { CONTACT_ITEMS, codingTrees, dropTrees, TABULATED } from "./rules";
import type { AnsweredColumn, SourceAnswers } from "./readAnswers";
import { numberOf, treeSql } from "./treeSql";

/** The sample with its three items of contact, before a scale is made of them. */
export function itemsSql(engine: Engine, answers: SourceAnswers, codebook: Codebook, readings: Readings): string {
  const column = (name: string) => columnOf(codebook, name);
  const { double, fence = "" } = engine.dialect;
  const trees = codingTrees(codebook, readings);
  const typed = (name: string, type: string): string => `CAST(${treeSql(trees.get(name)!, column)} AS ${type}) AS ${quotedName(name)}`;
  const coded = [
    typed("city", "VARCHAR"), typed("group", "VARCHAR"), `"age" AS "age"`, `"age" * "age" AS "age2"`,
    ...TABULATED.map((name) => typed(name, "INTEGER")), ...CONTACT_ITEMS.map((name) => typed(name, double)),
  ];
  const drops = dropTrees(codebook, readings).map((tree) => `${treeSql(tree, column)} = 0`);
  return `SELECT ${coded.join(", ")} FROM (${numbersSql(engine, answers, codebook)}) AS a WHERE ${drops.join(" AND ")}${fence}`;
}

/** The sample, coded: an engine as any, whose rows are the paper's people. */
export function codedRows(items: string, contact: string, { dialect }: Engine): { rows: string; columns: SourceColumn[] } {
  const names = ["city", "group", "age", "age2", ...TABULATED];
  const columns = names.map((name): SourceColumn => (name === "city" || name === "group" ? { name, kind: "text", type: "VARCHAR" } : { name, kind: "integer", type: "INTEGER" }));
  return {
    rows: `(SELECT ${names.map(quotedName).join(", ")}, ${contact} AS "contactWillingness" FROM (${items}) AS i)`,
    columns: [...columns, { name: "contactWillingness", kind: "double", type: dialect.double }],
  };
}

/** Every answer as its number. */
function numbersSql(engine: Engine, { columns, wave }: SourceAnswers, codebook: Codebook): string {
  const numbered = codebook.columns.filter(({ type }) => type !== "id" && type !== "label").map((column) => {
    const answered = columns.get(column.name);
    if (column.name === "wave" && wave !== undefined) return `${numberOf(column, wave)} AS "wave"`;
    if (answered === undefined) return undefined;
    const value = (code: string): number => numberOf(column, code);
    return `CAST(${column.answers ? byText(answered, value) : byDigits(answered, value)} AS INTEGER) AS ${quotedName(column.name)}`;
  });
  return `SELECT ${numbered.filter((sql) => sql !== undefined).join(", ")} FROM ${engine.rows} AS ${S}${engine.dialect.fence ?? ""}`;
}

function byText({ raw, codes }: AnsweredColumn, value: (code: string) => number): string {
  const branches = [...codes].map(([cell, code]) => `WHEN ${quotedText(cell)} THEN ${value(code)}`);
  return branches.length === 0 ? "NULL" : `CASE ${raw} ${branches.join(" ")} END`;
}

/** Whole numbers are mostly written as they are; what is written otherwise, or means no answer, is told apart by its text. */
function byDigits({ raw, codes }: AnsweredColumn, value: (code: string) => number): string {
  const plain = [...codes].filter(([cell, code]) => cell === code).map(([cell]) => cell);
  const others = new Map([...codes].filter(([cell, code]) => cell !== code));
  if (plain.length === 0) return byText({ raw, codes: others }, value);
  const branches = [...others].map(([cell, code]) => `WHEN ${raw} = ${quotedText(cell)} THEN ${value(code)}`);
  return `CASE ${branches.join(" ")} WHEN ${raw} IN (${plain.map(quotedText).join(", ")}) THEN CAST(${raw} AS INTEGER) END`;
}
