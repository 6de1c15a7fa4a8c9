import type { Column } from "../survey/codebook";
import { quotedName, quotedText } from "../engines/sqlText";
import { answersOf, type AnswerTree, type TreeValue } from "./answerTree";

/** An answer as the number by which SQL knows it: its place among the codebook's answers, or the whole number that it is. */
export function numberOf(column: Column, answer: string): number {
  const place = answersOf(column).indexOf(answer);
  if (place < 0) throw new Error(`${column.name} has no answer ${answer}`);
  return column.answers ? place + 1 : Number(answer);
}

/** A tree as an SQL expression over columns that hold the numbers of answers, NULL where there is none. */
export function treeSql(tree: AnswerTree, columnOf: (name: string) => Column): string {
  if ("value" in tree) return valueSql(tree.value);
  const column = columnOf(tree.column);
  const branches = tree.branches.map(({ answers, then }) => `WHEN ${oneOf(quotedName(tree.column), answers.map((answer) => numberOf(column, answer)))} THEN ${treeSql(then, columnOf)}`);
  return `CASE ${branches.join(" ")} ELSE ${treeSql(tree.otherwise, columnOf)} END`;
}

const oneOf = (name: string, numbers: readonly number[]): string => (numbers.length === 1 ? `${name} = ${numbers[0]}` : `${name} IN (${numbers.join(", ")})`);

function valueSql(value: TreeValue): string {
  if (value === undefined) return "NULL";
  return typeof value === "string" ? quotedText(value) : String(Number(value));
}
