import { CODED_COLUMNS, type CodedSample, type SfrcPerson } from "./codeSample";

/**
 * A coded sample as the text of a CSV file: one row a person in the order of the raw files, LF after every line,
 * no quotation marks, numbers in plain decimals that read back as the very same number, an undefined value an empty cell.
 */
export function codedCsv({ people }: CodedSample): string {
  const lines = people.map((person) => CODED_COLUMNS.map((column) => cell(person[column])).join(","));
  return [CODED_COLUMNS.join(","), ...lines, ""].join("\n");
}

function cell(value: SfrcPerson[keyof SfrcPerson]): string {
  if (value === undefined) return "";
  return typeof value === "number" ? plainDecimal(value) : value;
}

/** JavaScript writes the shortest decimal that reads back the same; below 1e-6 and from 1e21 on it would add an exponent. */
function plainDecimal(value: number): string {
  const text = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`${text} has no plain decimal, and no coded value should need one`);
  return text;
}
