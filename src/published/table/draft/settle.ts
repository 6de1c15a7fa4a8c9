import { type PrintedNumber, printedNumber } from "../../printedNumber";

/** A coefficient with its stars and a number that may be its standard error, t, z or p. */
export interface Case {
  readonly coef: string;
  readonly number: string;
  readonly marks: string;
}

const ENOUGH = 5;

/**
 * What the numbers beside coefficients are, where stars and legend settle it: at least five cells fit one reading alone,
 * and none (but one, which may be an error) fits another alone.
 */
export function settled(cases: readonly Case[], cutoffs: Readonly<Record<string, string>> | undefined): "se" | "t" | "p" | undefined {
  if (!cutoffs) return undefined;
  const limits = strictestLast(cutoffs);
  const alone = { se: 0, t: 0, p: 0 };
  for (const { coef, number, marks } of cases) {
    const [c, v] = [printedNumber(coef), printedNumber(number)];
    if (!c || !v) continue;
    const half = v.unit / 2;
    const size = Math.abs(v.value);
    const fits = {
      se: v.value > 0 && mayCarry(marks, limits, pOfError(c, v)),
      t: mayCarry(marks, limits, [tail(size + half), tail(Math.max(0, size - half))]),
      p: v.value >= 0 && v.value <= 1 && mayCarry(marks, limits, [v.value - half, v.value + half]),
    };
    const fitting = (["se", "t", "p"] as const).filter((kind) => fits[kind]);
    if (fitting.length === 1) alone[fitting[0]]++;
  }
  const [best, ...others] = (["se", "t", "p"] as ("se" | "t" | "p")[]).sort((a, b) => alone[b] - alone[a]);
  // One cell may be an error of print: it is left out.
  return alone[best] >= ENOUGH && others.reduce((sum, kind) => sum + alone[kind], 0) <= 1 ? best : undefined;
}

const SCHEMES: readonly Readonly<Record<string, string>>[] = [
  { "*": "0.1", "**": "0.05", "***": "0.01" }, { "*": "0.05", "**": "0.01", "***": "0.001" },
  { "+": "0.1", "*": "0.05", "**": "0.01", "***": "0.001" }, { "*": "0.05", "**": "0.01" },
];

/** The usual legend that the stars of these coefficients and standard errors bear out alone, by the same rule. */
export function settledLegend(cases: readonly Case[]): Readonly<Record<string, string>> | undefined {
  const fits = cases.map((one) => SCHEMES.map((scheme) => starFits(one, scheme)));
  const borneOut = SCHEMES.map((_, s) => fits.filter((row) => row[s] && row.some((fit) => !fit)).length);
  const against = SCHEMES.map((_, s) => fits.filter((row) => !row[s] && row.some(Boolean)).length);
  const candidates = SCHEMES.flatMap((_, s) => (borneOut[s] >= ENOUGH && against[s] <= 1 ? [s] : []));
  // Marks that never stand in print tell nothing between schemes: then none is settled.
  return candidates.length === 1 ? SCHEMES[candidates[0]] : undefined;
}

function starFits({ coef, number, marks }: Case, scheme: Readonly<Record<string, string>>): boolean {
  const [c, v] = [printedNumber(coef), printedNumber(number)];
  // An error of 0 tells nothing.
  return !c || !v || v.value <= 0 || mayCarry(marks, strictestLast(scheme), pOfError(c, v));
}

type Limits = readonly (readonly [mark: string, limit: number])[];

const strictestLast = (cutoffs: Readonly<Record<string, string>>): Limits => Object.entries(cutoffs).map(([mark, limit]) => [mark, Number(limit)] as const).sort(([, a], [, b]) => b - a);

/** The least and the largest p of coefficient over standard error, by the rounding of both; the error is printed above 0, so at least one unit. */
function pOfError(coef: PrintedNumber, error: PrintedNumber): [number, number] {
  const [size, halfCoef, halfError] = [Math.abs(coef.value), coef.unit / 2, error.unit / 2];
  return [tail((size + halfCoef) / (error.value - halfError)), tail(Math.max(0, size - halfCoef) / (error.value + halfError))];
}

/** May a p from … to have these marks? Each stands for p from the next stricter limit up to its own, none for p from the loosest. */
function mayCarry(marks: string, limits: Limits, [least, most]: readonly [number, number]): boolean {
  const at = limits.findIndex(([mark]) => mark === marks);
  if (at < 0 && marks !== "") return false;
  const [own, stricter] = [limits[at]?.[1] ?? Infinity, limits[at + 1]?.[1] ?? 0];
  return least < own && most >= stricter;
}

/** Two-sided tail of the normal law, to 1e-7 (Abramowitz and Stegun 26.2.17): fine enough beside printed digits. */
function tail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return Math.min(1, 2 * Math.exp((-z * z) / 2) * 0.3989422804014327 * series);
}
