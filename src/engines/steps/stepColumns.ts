import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import type { ModelDataSpec } from "../../models/data/modelData";
import { asFactor } from "../../models/data/factor";
import { codedInFull, parseTerms } from "../../models/data/terms";
import type { AskedColumn } from "../columnsAsked";
import type { Engine } from "../engine";
import { valueSql } from "../patternsSql";
import { quotedName, quotedText } from "../sqlText";
import { type FactorLabels, textSql } from "./stepLabels";

/** A column of the design as SQL calculates it: a double, or NULL where something is missing. */
export interface StepColumn {
  /** `a`, `b=level`, `a:b=level`, as in a design made of a file. */
  readonly name: string;
  /** The term it belongs to. */
  readonly term: string;
  readonly sql: string;
}

/**
 * The columns of a design, to be calculated in SQL as doubles: numbers, products, and factors by treatment contrasts.
 * @param labels  those of each factor
 * @throws {BadInput} other contrasts, a factor that is coded in full or has one level, a reference that does not occur, numbers that are texts
 */
export function stepColumns(engine: Engine, asked: readonly AskedColumn[], { terms, factors = [] }: ModelDataSpec, labels: ReadonlyMap<string, FactorLabels>): StepColumn[] {
  const parsed = parseTerms(terms, engine.columns.map(({ name }) => name), engine.name);
  const columns: StepColumn[] = [];
  for (const term of parsed) {
    let products: { name: string; sql: string }[] = [{ name: "", sql: "" }];
    for (const part of term.parts) {
      const column = asked.find(({ name }) => name === part)!;
      const factor = factors.find((one) => one.column === part);
      if (factor && (factor.contrast !== "treatment" || codedInFull(term, part, parsed))) throw new BadInput({ file: "--factor", column: part }, "fits by steps in SQL code a factor by treatment contrasts only, beside its own term", "such a coding", "Calculate other columns in --sql.");
      const own = factor ? asFactor(factor, [...labels.get(part)!.texts.keys()], engine.name).coded.map((level) => ({ name: `${part}=${level}`, sql: indicator(engine, column, level, labels.get(part)!) })) : [{ name: part, sql: numberSql(engine, column) }];
      products = own.flatMap((one) => products.map((before) => (before.name === "" ? one : { name: `${before.name}:${one.name}`, sql: `${before.sql} * ${one.sql}` })));
    }
    columns.push(...products.map((one) => ({ ...one, term: term.name })));
  }
  return columns;
}

/** A column as a double; NaN is missing, as everywhere. @throws {BadInput} a column of text */
export function numberSql({ name: file, dialect }: Engine, column: AskedColumn): string {
  if (column.kind === "text") throw new BadInput({ file, column: column.name }, said`its type is ${column.type}, and fits by steps in SQL need numbers`, "a column of numbers", said`Say it in --sql: CAST(${quotedName(column.name)} AS ${dialect.double}).`);
  const value = valueSql(column, dialect);
  const number = `CAST(${value} AS ${dialect.double})`;
  return column.kind === "double" || column.kind === "real" ? `CASE WHEN lower(CAST(${value} AS VARCHAR)) = 'nan' THEN NULL ELSE ${number} END` : number;
}

/** 1 for a level, 0 for the others. */
const indicator = ({ dialect }: Engine, column: AskedColumn, level: string, { sql, texts }: FactorLabels): string =>
  `CASE WHEN ${textSql(column, dialect)} IN (${texts.get(level)!.map(quotedText).join(", ")}) THEN 1e0 WHEN ${sql} IS NOT NULL THEN 0e0 END`;
