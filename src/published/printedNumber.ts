/**
 * A number as a table prints it. The text is kept: its trailing zeros say how far it was rounded,
 * so "0.50" stands for anything from 0.495 to 0.505, and "0.5" for ten times as much.
 */
export interface PrintedNumber {
  readonly text: string;
  readonly value: number;
  /** Digits after the point (of the plain number: 6 + 2 for 2.19e-06; below 0 for 1.2e+03). */
  readonly decimals: number;
  /** One unit of the last printed place, 10^−decimals. */
  readonly unit: number;
}

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** ASCII digits, an optional minus, point and power of ten; no spaces or thousands separators. ".05" and "2.19e-06" are printed numbers too. */
const PRINTED = /^-?(?:\d+(?:\.(\d+))?|\.(\d+))(?:e([+-]?\d{1,3}))?$/i;

/** The text as a printed number, or undefined where it is none. */
export function printedNumber(text: string): PrintedNumber | undefined {
  const match = PRINTED.exec(text);
  if (!match) return undefined;
  const decimals = (match[1] ?? match[2] ?? "").length - Number(match[3] ?? 0);
  const unit = Number(`1e${-decimals}`); // parsed, not 10 ** -decimals, whose last digit differs between versions of Node
  return Number.isFinite(unit) && unit > 0 ? { text, value: Number(text), decimals, unit } : undefined;
}

/**
 * Does a value, rounded to as many places, print as this number? Both ends of the half-unit interval count
 * (half-up and half-even differ there); the slack is that of the decimal fractions in binary.
 */
export function roundsTo(value: number, printed: PrintedNumber): boolean {
  const slack = 1e-12 * Math.max(1, Math.abs(printed.value));
  return Math.abs(value - printed.value) <= printed.unit / 2 + slack;
}
