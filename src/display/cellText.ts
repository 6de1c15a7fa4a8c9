import type { Cell, NumberCell, NumberFormat, PrintedCell } from "./table";
import { asLine, type Languages } from "./words";

/** How a medium writes what numbers need. */
export interface Typography {
  /** `−` where it can be shown; `-` where alignment or a spreadsheet asks for it. */
  readonly minus: string;
}

export const PRINT: Typography = { minus: "\u2212" };
export const PLAIN: Typography = { minus: "-" };

/** What a cell says, before a medium escapes it. */
export function cellText(cell: Cell, languages: Languages, typography: Typography): string {
  if ("text" in cell) return withMinus(asLine(cell.text, languages), typography);
  if ("between" in cell) return intervalText(cell.between, cell.format, typography);
  return "printed" in cell ? printedCellText(cell, typography) : numberCellText(cell, typography);
}

/** The minus signs of a text that holds numbers, written as the numbers beside it are; a hyphen (H3a-c, 2017-2018) stays one. */
export const withMinus = (text: string, { minus }: Typography): string => text.replace(/(?<![\p{L}\p{N}.])[-\u2212](?=\.?\d)/gu, minus);

function printedCellText({ printed, stars = "", parentheses, percent }: PrintedCell, { minus }: Typography): string {
  const written = printed.replace(/^-/, minus) + (percent ? "%" : "") + stars;
  return parentheses ? `(${written})` : written;
}

function numberCellText({ number, format, stars = "", interval }: NumberCell, typography: Typography): string {
  const written = formatNumber(number, format, typography) + stars;
  return interval ? `${written} ${intervalText(interval, format, typography)}` : written;
}

const intervalText = (interval: readonly [number, number], format: NumberFormat, typography: Typography): string =>
  `[${interval.map((end) => formatNumber(end, format, typography)).join(", ")}]`;

/**
 * A number as a table shows it.
 *
 * @throws {RangeError} for NaN and infinities: no table of ours says "NaN"
 */
export function formatNumber(number: number, format: NumberFormat, { minus }: Typography): string {
  if (!Number.isFinite(number)) throw new RangeError(`${number} is no number to show`);
  const { decimals, parentheses, percent, floor, signed } = format;
  const smallest = 10 ** -decimals;
  if (floor && number >= 0 && number < smallest / 2) return `<${smallest.toFixed(decimals)}`;
  const digits = Math.abs(number).toFixed(decimals);
  const isZero = Number(digits) === 0; // −0.0004 to three places is 0.000, without a sign
  const sign = isZero ? "" : number < 0 ? minus : signed ? "+" : "";
  const written = `${sign}${digits}${percent ? "%" : ""}`;
  return parentheses ? `(${written})` : written;
}
