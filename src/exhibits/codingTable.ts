import type { Cell, Row, Table } from "../display/table";
import type { CodedNumber, CodedSample } from "../sfrc/codeSample";
import { sfrcCodebook } from "../sfrc/readSfrc";
import { variableOf, type Variable } from "../sfrc/variables";
import { terms } from "../sfrc/terms";
import { columnOf, type Column } from "../survey/codebook";
import { joinWords } from "../display/words";
import { originOf } from "../provenance";
import { answersOf } from "./answersOf";

const COUNT = { decimals: 0 } as const;
const CODE = { decimals: 2 } as const;

/**
 * From question to number: each question that a variable reads, its answers, how many gave each, and what the coded column
 * holds for them (their mean, where several questions are combined).
 *
 * @throws {BadInput} people whose answers stand elsewhere, as after a filter
 */
export function codingTable(coded: CodedSample, name: string): Table {
  const variable = variableOf(name);
  const respondents = answersOf(coded, "codingTable");
  return {
    kind: "table", id: `coding-${variable.name}`, ...originOf(coded),
    title: joinWords([labelOf(variable), { en: "from question to number", zh: "从题目到数值" }], ": "),
    stub: { en: "question and answer", zh: "题目与答案" },
    columnGroups: [
      { columns: [{ header: { en: "respondents", zh: "人数" } }] },
      { label: { en: "coded as", zh: "取值" }, columns: variable.gives.map((column) => ({ header: termLabel(column) })) },
    ],
    rowGroups: variable.reads.map((column) => ({
      label: columnOf(sfrcCodebook(), column).question,
      rows: answerRows(coded.people, respondents, columnOf(sfrcCodebook(), column), variable.gives),
    })),
    notes: [
      ...(variable.reads.length > 1 ? [{ en: "Several questions are combined: the coded value is the mean over those who gave the answer.", zh: "由多道题合成：所列取值为给出该答案者的均值。" }] : []),
      { en: `Rule: src/sfrc/coding/${variable.file}`, zh: `规则：src/sfrc/coding/${variable.file}` },
    ],
  };
}

function answerRows(everybody: CodedSample["people"], respondents: CodedSample["respondents"], column: Column, gives: readonly CodedNumber[]): Row[] {
  const answered = (code: string | undefined) => everybody.filter((_, i) => respondents[i][column.name] === code);
  const rows = (column.answers ?? []).map(({ code, en, zh }) => ({ header: { en, zh }, people: answered(code) }));
  const silent = answered(undefined);
  const all = silent.length > 0 ? [...rows, { header: { en: "no answer", zh: "未答" }, people: silent }] : rows;
  return all.map(({ header, people }) => ({
    header,
    cells: [{ number: people.length, format: COUNT }, ...gives.map((given) => meanCell(people.map((person) => person[given])))],
  }));
}

function meanCell(values: readonly (number | undefined)[]): Cell {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return { text: values.length === 0 ? "" : { en: "left out", zh: "不赋值" } };
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return { number: mean, format: known.every((value) => value === known[0]) && Number.isInteger(mean) ? COUNT : CODE };
}

const termLabel = (column: string) => terms.find((term) => term.name === column)?.label ?? column;
const labelOf = (variable: Variable) => termLabel(variable.gives.length === 1 ? variable.gives[0] : variable.name);
