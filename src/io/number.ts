/** The sign before the decimals: a point, or a comma where the reader asks for it. */
export type Decimal = "." | ",";

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const COMMA_NUMBER = /^[+-]?(?:\d+,?\d*|,\d+)(?:e[+-]?\d+)?$/i;

/** Whether a cell writes a whole number beyond 2^53, of which a double holds some only: 12345678901234567 would become …568. */
export const isBeyondDoubles = (cell: string): boolean => /^[+-]?\d+(?:[.,]0*)?$/.test(cell) && !Number.isSafeInteger(parseInt(cell, 10));

/**
 * The finite number that a cell writes, or undefined; undefined too where two whole numbers could become one. With a decimal comma, a point is no part of a number: 1.234 may be
 * a thousand or a bit more than one.
 */
export function numberIn(cell: string, decimal: Decimal = "."): number | undefined {
  if (!(decimal === "," ? COMMA_NUMBER : NUMBER).test(cell) || isBeyondDoubles(cell)) return undefined;
  const value = Number(cell.replace(",", "."));
  const vanished = value === 0 && /[1-9]/.test(cell.replace(/e.*/i, "")); // 1e-400
  return Number.isFinite(value) && !vanished ? value : undefined;
}

/**
 * Numbers of which one has three digits behind its decimal sign, the last a 0, and another none and three before: 1.200 beside 950.
 * No program writes decimals so; where all that have the sign are like the first, it parts thousands. Else undefined.
 */
export function partedThousands(cells: readonly string[], decimal: Decimal = "."): { readonly parted: string; readonly whole: string } | undefined {
  const [sign, group] = decimal === "," ? [",", /^[+-]?[1-9]\d{0,2},\d{3}$/] : [".", /^[+-]?[1-9]\d{0,2}\.\d{3}$/];
  let parted: string | undefined;
  let whole: string | undefined;
  for (const cell of cells) {
    if (cell.includes(sign)) {
      if (!group.test(cell)) return undefined;
      if (cell.endsWith("0")) parted ??= cell;
    } else if (/^[+-]?[1-9]\d{2}$/.test(cell)) whole ??= cell;
    else if (!/^[+-]?\d{1,2}$/.test(cell)) return undefined;
  }
  return parted === undefined || whole === undefined ? undefined : { parted, whole };
}

/** A cell that is read as this very number: whole numbers beyond 2^53 that were calculated have an exponent, as no count or id has. */
export const numberWritten = (value: number, decimal: Decimal = "."): string => {
  const text = Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);
  return decimal === "," ? text.replace(".", ",") : text;
};
