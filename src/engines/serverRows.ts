import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { splitUnquoted, unquoted } from "../models/data/quoted";
import { quotedName } from "./sqlText";

/**
 * What stands after FROM for a server: a table by its name (`schema.table`; a part with a dot in "quotes"), or a SELECT in brackets.
 * @throws {BadInput} neither, or both
 */
export function serverRows(name: string, table: string | undefined, sql: string | undefined): string {
  if (table !== undefined && sql !== undefined) throw new BadInput({ file: "--table" }, "a table and a SELECT are named", "--table NAME or --sql, not both");
  if (sql !== undefined) return `(${sql}\n)`;
  if (table === undefined) throw new BadInput({ file: name }, "it says no table", "--table NAME, or --sql \"SELECT …\"", "A name that ends as a file to be written (.csv, .md) is asked for in --sql.");
  const parts = splitUnquoted(table, ".").map(unquoted);
  if (parts.includes("")) throw new BadInput({ file: "--table" }, said`"${table}" is no name of a table`, "TABLE, or SCHEMA.TABLE");
  return parts.map(quotedName).join(".");
}
