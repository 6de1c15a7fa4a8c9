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
  return Number.isFinite(value) ? value : undefined;
}

/** A cell that is read as this very number: whole numbers beyond 2^53 that were calculated have an exponent, as no count or id has. */
export const numberWritten = (value: number, decimal: Decimal = "."): string => {
  const text = Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);
  return decimal === "," ? text.replace(".", ",") : text;
};
