import { dateText, numberText } from "./cellText";
import type { DataFile, Variable } from "./dataFile";
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
    columns: data.variables.map((variable, j) => notesOf(variable, texts[j])),
    notes: data.notes,
  };
}

function cellsOf({ values, kind, tags }: Variable, { format }: DataFile): string[] {
  if (!(values instanceof Float64Array)) return values.map((text) => text.trim());
  const stata = format.startsWith("Stata");
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

function textOf(value: number, kind: Variable["kind"], stata: boolean): string {
  if (kind === "date") return dateText(stata ? STATA_ZERO + value * DAY : SPSS_ZERO + value * 1000, kind);
  if (kind === "datetime") return dateText(stata ? STATA_ZERO + value : SPSS_ZERO + value * 1000, kind);
  return numberText(value);
}

function notesOf({ label, labels, tagLabels, missing }: Variable, cells: readonly string[]): ColumnNotes {
  const { range } = missing;
  const within = (text: string): boolean => range !== undefined && text !== "" && Number(text) >= range[0] && Number(text) <= range[1];
  return {
    label,
    labels: new Map([...[...labels].map(([value, text]) => [typeof value === "number" ? numberText(value) : value.trim(), text] as const), ...[...tagLabels].map(([tag, text]) => [`.${tag}`, text] as const)]),
    missing: new Set([...missing.values.map((value) => (typeof value === "number" ? numberText(value) : value.trim())), ...new Set(cells.filter((text) => /^\.[a-z]$/.test(text) || within(text)))]),
  };
}
