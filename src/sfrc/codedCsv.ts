import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { CODED_COLUMNS, type CodedSample } from "./codeSample";
import type { CodedPerson } from "../study/study";

/**
 * A coded sample as the text of a CSV file: one row a person in the order of the raw files, LF after every line,
 * no quotation marks, numbers in plain decimals that read back as the very same number, an undefined value an empty cell.
 */
export const codedCsv = ({ people }: CodedSample): string => columnsCsv(CODED_COLUMNS, people);

/** The same of any study's columns. */
export function columnsCsv(columns: readonly string[], people: readonly CodedPerson[]): string {
  const lines = people.map((person) => columns.map((column) => cell(person[column])).join(","));
  return [columns.join(","), ...lines, ""].join("\n");
}

function cell(value: number | string | undefined): string {
  if (value === undefined) return "";
  return typeof value === "number" ? plainDecimal(value) : unquotable(value);
}

/** JavaScript writes the shortest decimal that reads back the same; below 1e-6 and from 1e21 on it would add an exponent. */
function plainDecimal(value: number): string {
  const text = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`${text} has no plain decimal, and no coded value should need one`);
  return text;
}

function unquotable(text: string): string {
  if (/[",\r\n]/.test(text)) throw new BadInput({ file: "coded file" }, said`${JSON.stringify(text)} holds a comma, a quotation mark or a line break`, "codes without them, since a coded file has no quotation marks");
  return text;
}
