import { noted } from "../../faults/noted";
import { BadInput, type Place } from "../../badInput";
import { joined, said } from "../../faults/said";
import { grouped } from "../../grouped";
import { asSeen } from "../../io/cellText";
import { type Decimal, numberIn } from "../../io/number";
import { remembered } from "./remembered";
import { columnIndex, type Table } from "./table";

/** What counts as an empty cell where `--na` says nothing else, in small or capital letters. */
export const MISSING_CODES: readonly string[] = ["NA", "N/A", "NaN", "NULL", "."];

/** What a spreadsheet writes where a formula fails: no answer of anybody, and no category. */
const SPREADSHEET_ERROR = /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/i;

/** What a program writes that has no signs for the characters of a text (长春 saved as ANSI): several answers may have become one. */
const QUESTION_MARKS = /^\?{2,}$/;

/** A table whose used columns hold clean cells, missing ones empty; and what a reader should be told of it. */
export interface CleanTable {
  readonly table: Table;
  readonly notes: readonly string[];
  /** How many rows were left out, by code ("" for an empty cell) as well. */
  readonly leftOut: number;
  readonly byCode: ReadonlyMap<string, number>;
}

/**
 * Prepares the columns that a model uses: blanks around a cell go, characters take their composed form (NFC), missing
 * codes are empty cells, and rows with one are refused or left out.
 *
 * @param codes what is missing beside an empty cell; numbers by their value
 * @throws {BadInput} at a NUL byte, at an error of a spreadsheet or question marks alone, where they are no code; at a missing cell, unless `drop`, with its row and how many rows have one
 */
export function cleanTable(all: Table, used: readonly string[], { drop = false, codes = MISSING_CODES }: { readonly drop?: boolean | undefined; readonly codes?: readonly string[] | undefined }): CleanTable {
  const places = used.map((column) => columnIndex(all, column));
  const test = missingTest(codes, all.decimal);
  const composed = new Map<string, string>();
  const cleaned = used.map((column) => remembered((raw, i) => {
    const cell = cleanCell(raw, { file: all.file, row: all.lines[i], column }, test);
    const trimmed = raw.trim();
    if (cell !== trimmed) composed.set(trimmed, cell);
    return cell;
  }));
  const rows = all.rows.map((row, i) => {
    let clean: string[] | undefined; // a row is copied where something in it changes: there may be millions
    places.forEach((j, u) => {
      const cell = cleaned[u](row[j], i);
      if (cell !== row[j]) (clean ??= row.slice())[j] = cell;
    });
    return clean ?? row;
  });
  const isMissing = used.map(() => remembered(test));
  const missingIn = (row: readonly string[]): number | undefined => places.find((j, u) => isMissing[u](row[j], 0));
  const lacking = [...rows.keys()].filter((i) => missingIn(rows[i]) !== undefined);
  if (lacking.length > 0 && !drop) refuseMissing(all, rows, lacking, missingIn);
  const byCode = new Map<string, number>();
  const countOf = (i: number): number => all.counts?.[i] ?? 1;
  for (const i of lacking) byCode.set(rows[i][missingIn(rows[i])!], (byCode.get(rows[i][missingIn(rows[i])!]) ?? 0) + countOf(i));
  const gone = new Set(lacking);
  const kept = [...rows.keys()].filter((i) => !gone.has(i));
  return {
    table: { ...all, rows: kept.map((i) => rows[i]), lines: kept.map((i) => all.lines[i]), ...(all.counts && { counts: kept.map(countOf) }) },
    notes: composed.size === 0 ? [] : [composed.size === 1 ? noted`one spelling was brought into composed characters (Unicode NFC), such as ${[...composed.values()][0]}` : noted`${composed.size} spellings were brought into composed characters (Unicode NFC), such as ${[...composed.values()][0]}`],
    leftOut: lacking.reduce((sum, i) => sum + countOf(i), 0), byCode,
  };
}

/** Whether a cell counts as missing. */
export function missingTest(codes: readonly string[], decimal?: Decimal): (cell: string) => boolean {
  const words = new Set(codes.map((code) => code.toLowerCase()));
  const numbers = new Set(codes.map((code) => numberIn(code)));
  numbers.delete(undefined);
  return (cell) => cell === "" || words.has(cell.toLowerCase()) || (numbers.size > 0 && numbers.has(numberIn(cell, decimal)));
}

/**
 * A cell as it counts, in a file or an engine: without blanks around it, in composed characters.
 *
 * @throws {BadInput} at a NUL byte, at an error of a spreadsheet and at question marks alone, where they are no code for missing
 */
export function cleanCell(raw: string, place: Place, isMissing: (cell: string) => boolean): string {
  const cell = raw.trim().normalize("NFC");
  if (cell.includes("\0")) throw new BadInput(place, "the cell holds a NUL byte", "text");
  if (SPREADSHEET_ERROR.test(cell) && !isMissing(cell)) throw new BadInput(place, said`the cell holds the error ${cell}`, "a value or nothing", "Mend its formula, or name the error with --na, as a code for missing.");
  if (QUESTION_MARKS.test(cell) && !isMissing(cell)) throw new BadInput(place, said`the cell holds ${JSON.stringify(cell)}, which a program may have written for characters that it could not`, "a value or nothing", "Go back to the file this one was made from; if it is a code for missing, name it with --na.");
  return cell;
}

function refuseMissing(all: Table, rows: readonly (readonly string[])[], lacking: readonly number[], missingIn: (row: readonly string[]) => number | undefined): never {
  const i = lacking[0];
  const j = missingIn(rows[i])!;
  const cell = rows[i][j];
  const found = cell === "" ? "the cell is empty" : said`the cell is "${cell}", which counts as missing`;
  const rowsLacking = lacking.reduce((sum, at) => sum + (all.counts?.[at] ?? 1), 0);
  const others = rowsLacking === 1 ? "no other row lacks anything" : said`${rowsLacking} rows lack something`;
  throw new BadInput({ file: all.file, row: all.lines[i], column: all.columns[j] }, joined([found, others], "; "), "a value",
    cell === "" ? "Fill it, or leave such rows out with --missing drop." : "Fill it, or leave such rows out with --missing drop; --na names other codes for missing (--na '' has none).");
}

/** As many digits as a double tells apart: longer numbers stay text, or two ids could become one. */
const MOST_DIGITS = 15;

/** The number that a label writes, if it is one. */
export const labelNumber = (cell: string, decimal?: Decimal): number | undefined => (cell.replace(/\D/g, "").length <= MOST_DIGITS ? numberIn(cell, decimal) : undefined);

/** Whether a cell is of a level: by its spelling, or by its number, so that 1 and 1.0 are one. */
export const isOfLevel = (level: string, cell: string, decimal?: Decimal): boolean =>
  level.normalize("NFC") === cell || (numberIn(level) !== undefined && numberIn(level) === numberIn(cell, decimal));

/**
 * Labels of a factor or cluster. Where all are numbers, one number is one label however it is spelt (7 and 7.0). Texts that the
 * eye takes for one another stay several labels.
 * @returns the labels, and a note where spellings were brought together, or could be mistakes
 */
export function oneSpelling(cells: readonly string[], column: string, decimal?: Decimal): { labels: string[]; notes: string[] } {
  const numbers = cells.map((cell) => labelNumber(cell, decimal));
  if (numbers.includes(undefined)) return { labels: [...cells], notes: lookAlikes(cells, column) };
  const spellings = new Map<number, Set<string>>();
  cells.forEach((cell, i) => spellings.set(numbers[i]!, (spellings.get(numbers[i]!) ?? new Set()).add(cell)));
  const several = [...spellings].filter(([, own]) => own.size > 1);
  if (several.length === 0) return { labels: [...cells], notes: [] };
  const [value, own] = several[0];
  return {
    labels: numbers.map(String),
    notes: [oneLabelNote(column, [...own].join(" / "), value, several.length)],
  };
}

/** That spellings of a number are one label, and of how many numbers that is so. */
export const oneLabelNote = (column: string, spellings: string, value: number, several: number): string => several === 1
  ? noted`${column}: ${spellings} count as one label, ${value}` : noted`${column}: ${spellings} count as one label, ${value} (and ${several - 1} more such)`;

function lookAlikes(cells: readonly string[], column: string): string[] {
  const alike = [...grouped(new Set(cells), lookOf).values()].filter((labels) => labels.length > 1);
  if (alike.length === 0) return [];
  const labels = alike[0].map((label) => `"${withSignsShown(label)}"`).join(" / ");
  return [alike.length === 1 ? noted`${column}: ${labels} are different labels, which differ in capitals, width, blanks or invisible characters only; recode them if they mean the same`
    : noted`${column}: ${labels} are different labels (and ${alike.length - 1} more such), which differ in capitals, width, blanks or invisible characters only; recode them if they mean the same`];
}

/** As it is seen, without capitals and several blanks. */
const lookOf = (label: string): string => asSeen(label).replace(/\s+/g, " ").toLowerCase();

/** Blanks but the usual one, and what is not seen, by their numbers. */
const withSignsShown = (label: string): string => label.replace(/(?! )[\p{Cf}\s]/gu, (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`);
