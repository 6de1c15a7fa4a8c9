import { printedNumber } from "../../printedNumber";

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
  const limits = Object.entries(cutoffs).map(([mark, limit]) => [mark, Number(limit)] as const).sort((a, b) => b[1] - a[1]);
  const alone = { se: 0, t: 0, p: 0 };
  for (const { coef, number, marks } of cases) {
    const [c, v] = [printedNumber(coef), printedNumber(number)];
    if (!c || !v) continue;
    const between = (low: number, high: number) => expected(limits, low).includes(marks) || expected(limits, high).includes(marks) || spans(limits, low, high, marks);
    const half = [c.unit / 2, v.unit / 2];
    const size = Math.abs(c.value);
    const fits = {
      se: v.value > 0 && between(tail((size + half[0]) / Math.max(v.value - half[1], 1e-300)), tail(Math.max(0, size - half[0]) / (v.value + half[1]))),
      t: between(tail(Math.abs(v.value) + half[1]), tail(Math.max(0, Math.abs(v.value) - half[1]))),
      p: v.value >= 0 && v.value <= 1 && between(Math.max(0, v.value - half[1]), v.value + half[1]),
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
  if (!c || !v || v.value <= v.unit / 2) return true;
  const limits = Object.entries(scheme).map(([mark, limit]) => [mark, Number(limit)] as const).sort((a, b) => b[1] - a[1]);
  const size = Math.abs(c.value);
  const low = tail((size + c.unit / 2) / (v.value - v.unit / 2));
  const high = tail(Math.max(0, size - c.unit / 2) / (v.value + v.unit / 2));
  return expected(limits, low).includes(marks) || expected(limits, high).includes(marks) || spans(limits, low, high, marks);
}

const expected = (limits: readonly (readonly [string, number])[], p: number): string[] => [limits.filter(([, limit]) => p < limit).at(-1)?.[0] ?? ""];
const spans = (limits: readonly (readonly [string, number])[], low: number, high: number, marks: string): boolean => limits.some(([mark, limit]) => mark === marks && limit > low && limit <= high);

/** Two-sided tail of the normal law, to 1e-7 (Abramowitz and Stegun 26.2.17): fine enough beside printed digits. */
function tail(z: number): number {
  if (!Number.isFinite(z)) return 0;
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return Math.min(1, 2 * Math.exp((-z * z) / 2) * 0.3989422804014327 * series);
}
