import { parse } from "csv-parse/sync";
import { BadInput } from "../badInput";
import { said, word } from "../faults/said";

export const SEPARATORS = [",", ";", "\t", "|"] as const;

export type Separator = (typeof SEPARATORS)[number];

const NAMES: Readonly<Record<Separator, string>> = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" };

/** A separator as someone writes it on a command line: the sign itself, or `tab`; undefined for anything else. */
export const separatorNamed = (text: string): Separator | undefined =>
  SEPARATORS.find((known) => known === (["tab", "\\t"].includes(text.toLowerCase()) ? "\t" : text));

/** The first line with which Excel names its separator: `sep=;`. */
const SEP_LINE = /^"?sep=(.)"?[ ;,\t]*(?:\n|$)/i;

/**
 * What separates the cells of a table, its line ends being \n: as named, as a first line `sep=;` says, or the one that cuts all of
 * the first rows alike. A text with none of them has one column.
 *
 * @returns the separator, and the text with a `sep=` line made blank, so that lines keep their numbers
 * @throws {BadInput} where two fit, or where `named` and the file differ
 */
export function findSeparator(text: string, file: string, named?: Separator): { readonly text: string; readonly separator: Separator } {
  const line = SEP_LINE.exec(text);
  if (!line) return { text, separator: named ?? guess(text, file) };
  const separator = SEPARATORS.find((known) => known === line[1]);
  if (!separator) throw new BadInput({ file, row: 1 }, said`sep=${line[1]} names a separator that is not known`, "commas, semicolons, tabs or bars", "Save the table as CSV with commas.");
  if (named && named !== separator) throw new BadInput({ file, row: 1 }, said`the file says ${word(NAMES[separator])}, --separator ${word(NAMES[named])}`, "one separator", "Leave --separator out.");
  return { text: text.slice(line[0].replace(/\n$/, "").length), separator }; // a tab belongs to "sep=\t"
}

const ROWS_TRIED = 50;

function guess(text: string, file: string): Separator {
  const start = text.slice(0, 1 << 18);
  const tried = SEPARATORS.map((separator) => ({ separator, widths: widthsOf(start, separator) })).filter(({ widths }) => widths[0] > 1);
  if (tried.length === 0) {
    refuseOther(start, file);
    return ",";
  }
  if (tried.length === 1) return only(tried[0].separator, file);
  const even = tried.filter(({ widths }) => widths.length > 1 && widths.every((width) => width === widths[0]));
  if (even.length === 1) return only(even[0].separator, file);
  const [a, b] = even.length > 1 ? even : tried;
  throw new BadInput({ file }, said`its columns may be separated by ${word(NAMES[a.separator])} (${a.widths[0]}) or by ${word(NAMES[b.separator])} (${b.widths[0]})`, "a table that one of them cuts alike in every row", "Name it with --separator.");
}

/** Signs that people and programs put between cells, and that are none of ours. */
const OTHERS = ["，", "；", "、", "،", "^", "~", "¦"] as const;

/** A sign that stands equally often in each of the first rows, in a text of one column. */
function refuseOther(text: string, file: string): void {
  const rows = text.split("\n").filter((row) => row.trim() !== "").slice(0, ROWS_TRIED);
  if (rows.length < 3) return;
  const counts = OTHERS.map((sign) => ({ sign, counts: rows.map((row) => row.split(sign).length - 1) }));
  const found = counts.find(({ counts: [first, ...others] }) => first > 0 && others.every((count) => count === first));
  if (found) throw new BadInput({ file, row: 1 }, said`the columns seem to be separated by ${JSON.stringify(found.sign)}`, "commas, semicolons or tabs", "Replace these signs by commas; if it is one column, give --separator \",\". Nothing was written.");
}

/** A bar is seldom a separator and often a sign within a cell: it has to be named. */
function only(separator: Separator, file: string): Separator {
  if (separator !== "|") return separator;
  throw new BadInput({ file, row: 1 }, "the columns seem to be separated by bars", "commas, semicolons or tabs", "Give --separator \"|\". Nothing was written.");
}

/** How many cells each of the first rows has; of what cannot be cut to the end, the rows before. */
function widthsOf(text: string, separator: Separator): number[] {
  const widths: number[] = [];
  try {
    parse(text, {
      delimiter: separator, relax_column_count: true, skip_empty_lines: true, to: ROWS_TRIED, ltrim: separator !== "\t", rtrim: separator !== "\t",
      on_record: (cells: string[]) => {
        widths.push(cells.length);
        return null;
      },
    });
  } catch {
    // A quotation mark without its partner: told by readCsv, which knows the row.
  }
  return widths;
}
