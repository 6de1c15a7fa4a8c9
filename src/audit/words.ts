import type { PublishedModel, PublishedRow } from "../published/publishedTable";

/** A number in a sentence: enough digits to see, none that rounding made up. */
export function say(x: number, digits = 3): string {
  if (!Number.isFinite(x)) return x > 0 ? "∞" : x < 0 ? "−∞" : "undefined";
  if (Math.abs(x) >= 1e6) return x.toPrecision(3).replace(/^-/, "−");
  const text = Math.abs(x) >= 1e-3 || x === 0 ? x.toFixed(digits) : x.toPrecision(2);
  return text.replace(/^-/, "−");
}

/** A p-value in a sentence. */
export function sayP(p: number): string {
  if (p < 0.0001) return "< .0001";
  // Four places where three would land on a cut-off that p is not at.
  const onCutoff = ["0.050", "0.100"].includes(p.toFixed(3));
  return p.toFixed(p < 0.01 || onCutoff ? 4 : 3).replace(/^0/, "");
}

/** `p = .015` or `p < .0001`. */
export const pIs = (p: number): string => (p < 0.0001 ? `p ${sayP(p)}` : `p = ${sayP(p)}`);

export const nameOf = (row: PublishedRow): { en: string; zh: string } => ({ en: row.en ?? row.label ?? row.term, zh: row.label ?? row.term });

/** A cell as it stands in print: coefficient, stars, and what stands beside it. */
export function printedCell({ coef, stars, se, z, t, wald, p, lower, upper }: PublishedRow): string {
  const limits = lower !== undefined && upper !== undefined ? `${lower} – ${upper}` : undefined;
  const beside = se !== undefined ? [se] : [z !== undefined && `z ${z}`, t !== undefined && `t ${t}`, wald !== undefined && `Wald ${wald}`, limits].filter((one) => typeof one === "string");
  if (p !== undefined) beside.push(`p ${p}`);
  return `${coef}${stars}${beside.length > 0 ? ` (${beside.join(", ")})` : ""}`;
}

/** Terms of the linear predictor that shift all rows alike, whatever the table calls them. */
const CONSTANT = /^(_?const(ant)?|_?cons|\(?intercept\)?|常数项?|截距项?)$/i;
const THRESHOLD = /^(\/?cut[\s_]?\d*|threshold.*|\S+\|\S+|_cut\d+|切点\s*\d*|阈值\s*\d*|临界值\s*\d*)$/i;

export const isConstant = ({ term, label }: PublishedRow): boolean => CONSTANT.test(term) || CONSTANT.test(label ?? "");
export const isThreshold = ({ term, label }: PublishedRow): boolean => THRESHOLD.test(term) || THRESHOLD.test(label ?? "");
export const slopesOf = (model: PublishedModel): PublishedRow[] => model.rows.filter((row) => !isConstant(row) && !isThreshold(row));
export const rowOf = (model: PublishedModel, term: string): PublishedRow | undefined => model.rows.find((row) => row.term === term);

/** A value inside a line of code. */
export const literal = (value: unknown): string => JSON.stringify(value);
