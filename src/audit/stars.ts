import { DEFAULT_CUTOFFS } from "../published/cutoffs";
import type { Interval } from "../published/printedNumber";
import type { PublishedRow, PublishedTable } from "../published/publishedTable";
import type { AuditOptions } from "./options";
import { magnitudeOf, overlaps, printedInterval, printedIntervalAboveZero, type Rounding, SLACK } from "./printedInterval";
import { REFERENCES } from "./references";
import { twoSidedP } from "./tails";
import { asPair, type Audited, type CheckResult, type Finding, type Verdict, verdictOf } from "./vocabulary";
import { cell, isThreshold, literal, nameOf, pIs, say, sayP } from "./words";

export interface StarsAnswer {
  readonly verdict: Verdict;
  /** |coefficient / standard error| over all values the digits may stand for. */
  readonly z: Interval;
  readonly p: Interval;
  /** p at the printed face values; undefined where the standard error is printed as 0. */
  readonly face: number | undefined;
  /** The marks that some value in the interval would carry, fewest first. */
  readonly possible: readonly string[];
}

type Cell = Pick<PublishedRow, "coef" | "se" | "stars">;

/**
 * Do the stars of a cell follow from its coefficient and standard error?
 *
 * Method    |z| = |coef|/se over the box of values that rounding leaves; p falls as |z| rises, so the two corners of the
 *           box bound p; a mark allows p from the next stricter cut-off up to its own.
 * Source    Nuijten et al. (2016), statcheck.
 * Inconsistent means: no point of the box has a p that the legend marks so. Proof: z is continuous on the box and
 *           monotone in both sides, hence takes exactly the values between its two corners; if [p] and the mark's range
 *           are disjoint, so is every point.
 * Assumes   two-sided tests of zero effect with the printed standard error, z (or t with the df given), the legend's
 *           cut-offs (.1/.05/.01 where it has none). A p equal to a cut-off may fall on either side.
 *
 * @param df  degrees of freedom where the table rests on t
 * @example checkStars({ coef: "0.818", se: "0.370", stars: "**" }).verdict  // "consistent"
 * @example checkStars({ coef: "0.818", se: "0.370", stars: "***" }).verdict  // "inconsistent"
 * @example checkStars({ coef: "-0.0002", se: "0.0001", stars: "*" }).verdict  // "only-by-rounding"
 */
export function checkStars(
  { coef, se, stars }: Cell,
  cutoffs: Readonly<Record<string, string>> = DEFAULT_CUTOFFS,
  rounding: Rounding = "any",
  df?: number,
): StarsAnswer {
  const b = magnitudeOf(printedInterval(coef, rounding));
  const s = printedIntervalAboveZero(se, rounding);
  const z = { lower: b.lower / s.upper, upper: s.lower > 0 ? b.upper / s.lower : Infinity };
  const p = { lower: twoSidedP(z.upper, df), upper: twoSidedP(z.lower, df) };
  const face = Number(se) > 0 ? twoSidedP(Number(coef) / Number(se), df) : undefined;
  const ranges = markRanges(cutoffs);
  const range = ranges.find(({ mark }) => mark === stars)?.range;
  if (!range) throw new RangeError(`"${stars}" is not in the legend (${ranges.map(({ mark }) => `"${mark}"`).join(", ")})`);
  return {
    verdict: verdictOf({
      some: overlaps(p, range),
      all: p.lower >= range.lower - SLACK && p.upper <= range.upper + SLACK,
      // A standard error printed as 0 has no face value to disagree with.
      face: face === undefined || (face >= range.lower - SLACK && face <= range.upper + SLACK),
    }),
    z,
    p,
    face,
    possible: ranges.filter((one) => overlaps(p, one.range)).map(({ mark }) => mark),
  };
}

/** The range of p that each mark of a legend stands for, the unmarked one first. */
function markRanges(cutoffs: Readonly<Record<string, string>>): { mark: string; range: Interval }[] {
  const byP = Object.entries(cutoffs).map(([mark, p]) => ({ mark, p: Number(p) })).sort((a, b) => b.p - a.p);
  const limits = [1, ...byP.map(({ p }) => p), 0];
  return ["", ...byP.map(({ mark }) => mark)].map((mark, i) => ({ mark, range: { lower: limits[i + 1], upper: limits[i] } }));
}

/** Every cell of a table. */
export function auditStars(table: PublishedTable, { rounding = "any" }: AuditOptions = {}): Audited {
  const cutoffs = table.cutoffs ?? DEFAULT_CUTOFFS;
  const silent = Object.values(table.models).every(({ rows }) => rows.every(({ stars }) => stars === ""));
  const checks: CheckResult[] = [];
  const findings: Finding[] = [];
  for (const [model, { n, rows }] of Object.entries(table.models)) {
    const df = table.statistic === "t" ? n - rows.length : undefined;
    for (const row of rows) {
      const excuse = silent ? NO_STARS : isThreshold(row) && row.stars === "" ? THRESHOLDS : undefined;
      const at = { check: "stars", model, term: row.term } as const;
      if (excuse) {
        checks.push({ ...at, verdict: "cannot-tell", interval: null, ...excuse });
        continue;
      }
      const answer = checkStars(row, cutoffs, rounding, df);
      checks.push({ ...at, verdict: answer.verdict, interval: asPair(answer.p), ...reason(row, answer, df) });
      if (answer.verdict === "inconsistent" || answer.verdict === "only-by-rounding") {
        findings.push({ ...at, ...tell(model, row, answer), reference: REFERENCES.stars, code: codeFor(row, cutoffs, df) });
      }
    }
  }
  return { checks, findings };
}

const NO_STARS = { why: "The table stars nothing at all, so it may not use stars.", whyZh: "全表没有任何星号，可能并未使用星号标注。" };
const THRESHOLDS = { why: "Thresholds are commonly left unstarred.", whyZh: "切点（阈值）通常不标星号。" };

const shown = (mark: string): string => mark || "–";
const marksOf = ({ possible }: StarsAnswer): string => possible.map(shown).join(" / ");

function reason(row: PublishedRow, answer: StarsAnswer, df: number | undefined): { why: string; whyZh: string } {
  const statistic = df === undefined ? "|z|" : `|t| (df ${df})`;
  const [zLower, zUpper, pLower, pUpper] = [say(answer.z.lower), say(answer.z.upper), sayP(answer.p.lower), sayP(answer.p.upper)];
  return {
    why: `${statistic} from ${zLower} to ${zUpper}, p from ${pLower} to ${pUpper}: ${marksOf(answer)}; printed ${shown(row.stars)}.`,
    whyZh: `${statistic} 介于 ${zLower} 与 ${zUpper}，p 介于 ${pLower} 与 ${pUpper}：应标 ${marksOf(answer)}；表中为 ${shown(row.stars)}。`,
  };
}

function tell(model: string, row: PublishedRow, answer: StarsAnswer): Pick<Finding, "severity" | "printed" | "message" | "messageZh"> {
  const name = nameOf(row);
  const printed = { coef: row.coef, se: row.se, stars: row.stars };
  const [pLower, pUpper] = [sayP(answer.p.lower), sayP(answer.p.upper)];
  const digits = `${model}, ${name.en}: printed ${cell(row)}; its digits allow p from ${pLower} to ${pUpper}`;
  const digitsZh = `${model}，${name.zh}：表中为 ${cell(row)}；这些数字允许的 p 介于 ${pLower} 与 ${pUpper}`;
  if (answer.verdict === "inconsistent") {
    return {
      severity: "inconsistent", printed,
      message: `${digits}, which the legend marks ${marksOf(answer)}, not ${shown(row.stars)}. The stars, the coefficient or the standard error is misprinted, or the stars rest on another test.`,
      messageZh: `${digitsZh}，按表注应标 ${marksOf(answer)}，而非 ${shown(row.stars)}。星号、系数或标准误必有一处印错，或星号依据的是另一种检验。`,
    };
  }
  const face = pIs(answer.face!);
  return {
    severity: "note", printed,
    message: `${digits}, so that ${shown(row.stars)} is possible. At face value (${face}) the stars would be others: only the rounding saves them.`,
    messageZh: `${digitsZh}，故 ${shown(row.stars)} 并非不可能。但按印出的数值（${face}）应标不同的星号，只有四舍五入才能解释。`,
  };
}

const codeFor = ({ coef, se, stars }: PublishedRow, cutoffs: Readonly<Record<string, string>>, df: number | undefined): string =>
  `checkStars(${[literal({ coef, se, stars }), literal(cutoffs), ...(df === undefined ? [] : ['"any"', df])].join(", ")})`;
