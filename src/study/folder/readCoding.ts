import { didYouMean } from "../../faults/nearest";
import { said } from "../../faults/said";
import type { JsonSpot } from "../../published/jsonSpot";
import type { Codebook, Column } from "../../survey/codebook";
import type { Coding, ColumnRule, RuleOfAnswer, SampleRule } from "./coding";
import { readCondition } from "./readModels";

const RULES = ["is", "values", "rank", "number", "text"] as const;
const COMBINATIONS = ["product", "sum", "mean"] as const;

/**
 * `coding.json`: `{"sample": [{"column", "keep", "en", "zh"}], "columns": [{"name", "from", RULE} | {"name", COMBINATION: [names]}]}`.
 *
 * @throws {BadInput} naming the column and what is wrong with its rule
 */
export function readCoding(spot: JsonSpot, codebook: Codebook): Coding {
  const { sample, columns } = spot.record(["columns"], ["sample"]);
  const known = new Set<string>(["id"]);
  return {
    sample: (sample?.list((item, i) => `sample rule ${nameIn(item, "column") ?? i + 1}`) ?? []).map((rule) => readSampleRule(rule, codebook)),
    columns: columns.list((item, i) => `column ${nameIn(item, "name") ?? i + 1}`).map((column) => readColumn(column, codebook, known)),
  };
}

function readColumn(spot: JsonSpot, codebook: Codebook, known: Set<string>): ColumnRule {
  const record = spot.record(["name"], ["from", ...RULES, "power", ...COMBINATIONS]);
  const name = record.name.text();
  if (known.has(name)) spot.refuse("a column of this name stands before it", "each name once (id is taken)");
  const given = [...RULES, ...COMBINATIONS].filter((key) => record[key]);
  if (given.length !== 1) spot.refuse(given.length === 0 ? "it has no rule" : said`it has several rules: ${given.join(", ")}`, said`one of ${[...RULES, ...COMBINATIONS].join(", ")}`);
  const by = COMBINATIONS.find((key) => record[key]);
  if (by) {
    if (record.from) spot.refuse(said`it has both from and ${by}`, "one of the two");
    if (Array.isArray(record[by]!.value) && record[by]!.value.length < 2) record[by]!.refuse("fewer than two columns", "columns to combine", "A column as it is needs no combination.");
    const of = record[by]!.list((item) => `${by} of ${String(item)}`).map((item) => known.has(item.text()) ? item.text() : item.refuse("no column before it has this name", [...known].join(", ")));
    known.add(name);
    return { name, of, by };
  }
  if (!record.from) spot.refuse("no from", "the column of the codebook that it is made from");
  const column = columnIn(record.from, codebook);
  known.add(name);
  return { name, from: column.name, as: readRule(record, given[0] as (typeof RULES)[number], column, spot) };
}

function readRule(record: Partial<Record<(typeof RULES)[number] | "power", JsonSpot | undefined>>, kind: (typeof RULES)[number], column: Column, spot: JsonSpot): RuleOfAnswer {
  const rule = record[kind]!;
  if (record.power && kind !== "number") spot.refuse("power stands without number", '"number": true beside it');
  if ((kind === "rank" || kind === "number" || kind === "text") && rule.value !== true) rule.refuse(JSON.stringify(rule.value), "true", "A rule that is not wanted is left out.");
  const codes = column.answers?.map(({ code }) => code);
  switch (kind) {
    case "is": return { kind, answers: rule.list((item) => `is ${String(item)}`).map((item) => answerIn(item, item.text(), codes)) };
    case "values": {
      if (!codes) return rule.refuse(said`${column.name} is of type ${column.type}`, "a column with answers");
      const values = Object.fromEntries(rule.entries((code) => `value of ${code}`).map(([code, value]) => [answerIn(value, code, codes), value.value === null ? null : numberOf(value)]));
      const left = codes.filter((code) => !Object.hasOwn(values, code));
      if (left.length === 0 && Object.values(values).every((value) => value === null)) rule.refuse("every answer has null", "a number for one answer at least", "A column without any value leaves everybody out.");
      return left.length === 0 ? { kind, values } : rule.refuse(said`nothing is said of ${left.join(", ")}`, "a number for every answer of the codebook, or null for none");
    }
    case "rank": return column.type === "ordered" ? { kind } : rule.refuse(said`${column.name} is of type ${column.type}`, "an ordered column");
    case "number": return column.type === "whole number" ? { kind, power: record.power ? numberOf(record.power) : 1 } : rule.refuse(said`${column.name} is of type ${column.type}`, "a column of whole numbers");
    case "text": return { kind };
  }
}

function readSampleRule(spot: JsonSpot, codebook: Codebook): SampleRule {
  const { column, keep, en, zh } = spot.record(["column", "keep", "en", "zh"]);
  return { column: columnIn(column, codebook).name, keep: readCondition(keep), en: en.text(), zh: zh.text() };
}

function columnIn(spot: JsonSpot, { columns }: Codebook): Column {
  const name = spot.text();
  const names = columns.map((column) => column.name);
  return columns.find((column) => column.name === name) ?? spot.refuse(said`the codebook has no column ${JSON.stringify(name)}${didYouMean(name, names)}`, names.join(", "));
}

const answerIn = (spot: JsonSpot, code: string, codes: readonly string[] | undefined): string =>
  !codes || codes.includes(code) ? code : spot.refuse(said`${JSON.stringify(code)} is no answer of the codebook`, codes.join(", "));

const numberOf = (spot: JsonSpot): number =>
  typeof spot.value === "number" && Number.isFinite(spot.value) ? spot.value : spot.refuse(JSON.stringify(spot.value), "a number");

export const nameIn = (item: unknown, key: string): string | undefined => {
  const name = (item as Record<string, unknown> | null)?.[key];
  return typeof name === "string" ? name : undefined;
};
