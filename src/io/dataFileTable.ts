import { dateText, numberText } from "./cellText";
import { type DataFile, missingKind, type Variable } from "./dataFile";
import type { ColumnNotes, DataTable } from "./table";

const DAY = 86_400_000;
/** Where SPSS and Stata begin to count, in milliseconds since 1970. */
const SPSS_ZERO = -141_428 * DAY;
const STATA_ZERO = -3653 * DAY;

/** A file of SPSS or Stata as a table of text: codes stay codes, their labels stand in the column's notes. */
export function dataFileTable(data: DataFile): DataTable {
  const texts = data.variables.map((variable) => cellsOf(variable, data));
  return {
    file: data.name,
    format: data.format,
    header: { line: 1, cells: data.variables.map(({ name }) => name) },
    rows: Array.from({ length: data.rows }, (_, i) => ({ line: i + 1, cells: texts.map((cells) => cells[i]) })),
    columns: data.variables.map((variable, j) => notesOf(variable, texts[j], data)),
    notes: data.notes,
  };
}

function cellsOf({ values, kind, tags }: Variable, { format }: DataFile): string[] {
  if (!(values instanceof Float64Array)) return values.map((text) => text.trim());
  const stata = isStata(format);
  const known = new Map<number, string>(); // codes repeat
  return Array.from(values, (value, i) => {
    if (Number.isNaN(value)) return tags.has(i) ? `.${tags.get(i)!}` : "";
    let text = known.get(value);
    if (text === undefined) {
      text = textOf(value, kind, stata);
      if (known.size < 10_000) known.set(value, text);
    }
    return text;
  });
}

/** A number that no date can be stays a number. */
function textOf(value: number, kind: Variable["kind"], stata: boolean): string {
  if (kind !== "date" && kind !== "datetime") return numberText(value);
  const milliseconds = stata ? STATA_ZERO + value * (kind === "date" ? DAY : 1) : SPSS_ZERO + value * 1000;
  return dateText(milliseconds, kind) ?? numberText(value);
}

/** Labels and missing values by the texts that stand in the column: of a date, the date. */
function notesOf(variable: Variable, cells: readonly string[], { format }: DataFile): ColumnNotes {
  const { label, labels, tagLabels, missing, kind } = variable;
  const cellOf = (value: number | string): string => (typeof value === "number" ? textOf(value, kind, isStata(format)) : value.trim());
  return {
    label,
    labels: new Map([...[...labels].map(([value, text]) => [cellOf(value), text] as const), ...[...tagLabels].map(([tag, text]) => [`.${tag}`, text] as const)]),
    missing: new Set([...missing.values.map(cellOf), ...cells.filter((text, i) => text !== "" && missingKind(variable, i) !== undefined)]),
  };
}

const isStata = (format: string): boolean => format.startsWith("Stata");
