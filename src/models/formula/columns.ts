import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import { numberIn, numberWritten } from "../../io/number";
import { missingTest, MISSING_CODES } from "../data/cells";
import { columnIndex, type Table } from "../data/table";
import { evaluate, NoMeaning, type Value } from "./evaluate";
import { namesIn, type Node, parseExpression } from "./parse";

/** A calculation by its name in a formula, such as I(x^2). */
export type Calculated = ReadonlyMap<string, Node>;

/** Reads an expression's value in every row of a table. @throws {BadInput} naming file, row and expression */
function valuesOf(node: Node, table: Table, label: string, codes: readonly string[] = MISSING_CODES): Value[] {
  const isMissing = missingTest(codes, table.decimal);
  const places = new Map(namesIn(node).filter((name) => name !== "TRUE" && name !== "FALSE").map((name) => [name, columnIndex(table, name)]));
  return table.rows.map((row, i) => {
    try {
      return evaluate(node, (name) => {
        const cell = row[places.get(name)!].trim().normalize("NFC");
        return isMissing(cell) ? undefined : (numberIn(cell, table.decimal) ?? cell);
      });
    } catch (error) {
      if (!(error instanceof NoMeaning)) throw error;
      throw new BadInput({ file: table.file, row: table.lines[i], column: label }, error.found, "a calculation with numbers");
    }
  });
}

/**
 * The table with a column for each calculation; empty where it needs an empty cell, 1 and 0 where it is true or false.
 * @throws {BadInput} where it is no finite number, as log(0)
 */
export function withCalculated(table: Table, calculated: Calculated, codes?: readonly string[]): Table {
  const added = [...calculated].map(([label, node]) => {
    if (table.columns.includes(label)) throw new BadInput({ file: table.file, column: label }, "the file has a column of the name of this calculation", "another name for the column");
    return valuesOf(node, table, label, codes).map((value, i) => {
      if (value === undefined) return "";
      if (typeof value === "string" || !Number.isFinite(Number(value))) throw new BadInput({ file: table.file, row: table.lines[i], column: label }, said`${label} is ${String(value)}`, "a finite number", "Leave such rows out with --where.");
      return numberWritten(Number(value), table.decimal);
    });
  });
  return { ...table, columns: [...table.columns, ...calculated.keys()], rows: table.rows.map((row, i) => [...row, ...added.map((column) => column[i])]) };
}

/**
 * Which rows a filter such as `age >= 18 & city == "Xi'an"` keeps; one that needs an empty cell is not kept, as in R's `subset`.
 * @throws {BadInput} at a filter that is not true or false
 */
export function rowsWhere(table: Table, where: string, codes?: readonly string[]): { keep: readonly boolean[]; empty: number } {
  const values = valuesOf(parseExpression(where, "--where"), table, "--where", codes);
  const stray = values.find((value) => value !== undefined && typeof value !== "boolean");
  if (stray !== undefined) throw new BadInput({ file: "--where" }, said`"${where}" comes to ${stray}`, "something true or false, such as age >= 18");
  return { keep: values.map((value) => value === true), empty: values.filter((value) => value === undefined).length };
}
