import type { Bilingual } from "../../bilingual";
import { twoSidedT } from "../../models/numeric/studentT";
import type { Interval } from "../../published/printedNumber";
import { DEFAULT_CUTOFFS, type PublishedRow } from "../../published/publishedTable";
import type { Check, Example, Need, Outcome, RawFinding, Result, Verdict } from "../check";
import { type Evidence, evidenceOf, levelsOf, type Reading, readingsOf, tailOf } from "../evidence";
import { exampleTable } from "../exampleTable";
import type { Given } from "../given";
import { asPair, magnitudeOf, printedInterval, printedIntervalAboveZero, type Rounding } from "../printedInterval";
import type { PrintedModel, PrintedRow } from "../printedModel";
import { Settling } from "../settle";
import { marksIn, rangeOf, verdictOn } from "../starMarks";
import { literal, pIs, printedCell, say, sayP } from "../words";

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

type Cell = { readonly coef: string; readonly se: string; readonly stars: string };

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
  const p = { lower: twoSidedT(z.upper, df), upper: twoSidedT(z.lower, df) };
  const face = Number(se) > 0 ? twoSidedT(Number(coef) / Number(se), df) : undefined;
  if (!rangeOf(stars, cutoffs)) throw new RangeError(`"${stars}" is not in the legend (${["", ...Object.keys(cutoffs)].map((mark) => `"${mark}"`).join(", ")})`);
  return { verdict: verdictOn(stars, cutoffs, { p, likelyP: p, face }), z, p, face, possible: marksIn(p, cutoffs) };
}

/** A starred or bare cell whose p something printed bears on. */
interface StarCell {
  readonly model: PrintedModel;
  readonly row: PrintedRow;
}

function run(given: Given): Outcome<null> {
  const models = [...given.models.values()];
  const silent = models.every(({ rows }) => rows.every(({ row }) => row.stars === ""));
  const results: Result[] = [];
  const findings: RawFinding[] = [];
  const needs: Need[] = [];
  if (silent && models.some(({ rows }) => rows.length > 0)) needs.push({ model: null, ...NEEDS_STARS });
  const judge = silent ? undefined : judging(given, models);
  for (const model of models) {
    let unread = 0;
    for (const row of model.rows) {
      const at = { model: model.id, term: row.row.term } as const;
      const excuse = silent ? NO_STARS : row.isThreshold && row.row.stars === "" ? THRESHOLDS : undefined;
      const judged = excuse ? undefined : judge!(model, row);
      if (excuse || !judged) {
        if (!excuse) unread++;
        results.push({ ...at, verdict: "cannot-tell", interval: null, ...(excuse ?? NO_EVIDENCE) });
        continue;
      }
      results.push({ ...at, verdict: judged.verdict, interval: asPair(judged.evidence.p), ...reason(row, judged) });
      if (judged.tell) findings.push({ ...at, ...tell(given, model, row, judged) });
    }
    if (unread > 0 && unread === model.rows.length) needs.push({ model: model.id, ...NEEDS_EVIDENCE });
  }
  return { results, findings, needs, answer: null };
}

interface Judged {
  readonly verdict: Verdict;
  readonly evidence: Evidence;
  readonly reading: Reading;
  readonly df: number | undefined;
  /** "inconsistent" only where no reading that is still open allows the cell. */
  readonly tell: "proof" | "supposition" | "rounding" | undefined;
}

/** How cells are judged: under the reading that the table settles, or the one supposed. */
function judging(given: Given, models: readonly PrintedModel[]): (model: PrintedModel, row: PrintedRow) => Judged | undefined {
  const cells: StarCell[] = models.flatMap((model) => model.rows.filter((row) => !(row.isThreshold && row.row.stars === "")).map((row) => ({ model, row })));
  const evidence = ({ model, row }: StarCell, reading: Reading) => levelsOf(given, model).flatMap((level) => evidenceOf(row, reading, tailOf(given, model), level) ?? []);
  const fits = (cell: StarCell, reading: Reading) => evidence(cell, reading).some((one) => verdictOn(cell.row.row.stars, reading.cutoffs, one) !== "inconsistent");
  // Models that leave the same open are read alike.
  const alike = new Map<string, { readings: Reading[]; cells: StarCell[] }>();
  for (const model of models) {
    const readings = readingsOf(given, model);
    const key = JSON.stringify(readings);
    const group = alike.get(key) ?? { readings, cells: [] };
    group.cells.push(...cells.filter((cell) => cell.model === model && readings.some((reading) => evidence(cell, reading).length > 0)));
    alike.set(key, group);
  }
  const placeOf = new Map<PrintedRow, { settling: Settling<Reading>; cell: number }>();
  for (const { readings, cells: own } of alike.values()) {
    const settling = new Settling(readings, own.length, (reading, cell) => fits(own[cell], reading));
    own.forEach(({ row }, cell) => placeOf.set(row, { settling, cell }));
  }
  return (model, row) => {
    const place = placeOf.get(row);
    if (!place) return undefined;
    const { settling, cell } = place;
    const reading = settling.likeliest;
    const df = tailOf(given, model).likeliest;
    const all = evidence({ model, row }, reading);
    if (all.length === 0) return undefined;
    // Of several confidence levels that may be meant, the kindest to the cell.
    const judged = all.map((one) => ({ evidence: one, verdict: verdictOn(row.row.stars, reading.cutoffs, one) }))
      .sort((a, b) => KINDNESS.indexOf(a.verdict) - KINDNESS.indexOf(b.verdict))[0];
    if (judged.verdict !== "inconsistent") return { ...judged, reading, df, tell: judged.verdict === "only-by-rounding" ? "rounding" : undefined };
    const proved = settling.rulesOut(cell) && !given.doubts(model.id, row.row.term) && provable(given, model, judged.evidence);
    return { ...judged, reading, df, verdict: proved ? "inconsistent" : "cannot-tell", tell: proved ? "proof" : "supposition" };
  };
}

const KINDNESS: readonly Verdict[] = ["consistent", "cannot-tell", "only-by-rounding", "inconsistent"];

/**
 * Stars of marginal effects may be those of the coefficients; one-sided tests halve p; a profile interval is no Wald
 * interval. A p that is printed itself leaves none of these open.
 */
const provable = (given: Given, { scale }: PrintedModel, { from }: Evidence): boolean =>
  from === "p" || (from !== "limits" && (scale === "logOdds" || scale === "oddsRatio") && !given.said.has("one-sided tests") && !given.said.has("resampling"));

const NEEDS_STARS: Bilingual = { en: "stars: the table prints none", zh: "星号：表中没有任何星号" };
const NEEDS_EVIDENCE: Bilingual = { en: "standard errors, z, t, Wald, p or confidence limits beside the coefficients", zh: "系数旁的标准误、z、t、Wald、p 或置信区间" };
const NO_STARS = { why: "The table stars nothing at all, so it may not use stars.", whyZh: "全表没有任何星号，可能并未使用星号标注。" };
const THRESHOLDS = { why: "Thresholds are commonly left unstarred.", whyZh: "切点（阈值）通常不标星号。" };
const NO_EVIDENCE = { why: "Nothing printed beside the coefficient bears on its p.", whyZh: "系数旁没有可用于推算 p 值的数字。" };

const shown = (mark: string): string => mark || "–";
const marksOf = ({ evidence, reading }: Judged): string => marksIn(evidence.p, reading.cutoffs).map(shown).join(" / ");

const NAMES: Readonly<Record<Evidence["from"], Bilingual>> = {
  p: { en: "p as printed", zh: "表中的 p" },
  z: { en: "|z| as printed", zh: "表中的 |z|" },
  t: { en: "|t| as printed", zh: "表中的 |t|" },
  wald: { en: "√Wald", zh: "√Wald" },
  se: { en: "|z|", zh: "|z|" },
  limits: { en: "|z| from the confidence limits", zh: "由置信区间得到的 |z|" },
};

function reason(row: PrintedRow, judged: Judged): { why: string; whyZh: string } {
  const { statistic, p, from } = judged.evidence;
  const [pLower, pUpper] = [sayP(p.lower), sayP(p.upper)];
  const stated = rangeOf(row.row.stars, judged.reading.cutoffs) === undefined
    ? { en: `The legend does not say what ${row.row.stars} means; p from ${pLower} to ${pUpper}.`, zh: `表注未说明 ${row.row.stars} 的含义；p 介于 ${pLower} 与 ${pUpper}。` } : undefined;
  if (stated) return { why: stated.en, whyZh: stated.zh };
  const name = NAMES[from];
  const range = (zh: boolean) => (statistic === undefined ? "" : zh ? `${name.zh} 介于 ${say(statistic.lower)} 与 ${say(statistic.upper)}，` : `${name.en} from ${say(statistic.lower)} to ${say(statistic.upper)}, `);
  return {
    why: `${range(false)}p from ${pLower} to ${pUpper}: ${marksOf(judged)}; printed ${shown(row.row.stars)}.`,
    whyZh: `${range(true)}p 介于 ${pLower} 与 ${pUpper}：应标 ${marksOf(judged)}；表中为 ${shown(row.row.stars)}。`,
  };
}

function tell(given: Given, { id, name }: PrintedModel, { row, name: term }: PrintedRow, judged: Judged): Omit<RawFinding, "model" | "term"> {
  const { evidence: { p, face } } = judged;
  const printed = { coef: row.coef, ...(row.se !== undefined && { se: row.se }), ...(row.p !== undefined && { p: row.p }), stars: row.stars };
  const [pLower, pUpper] = [sayP(p.lower), sayP(p.upper)];
  const digits = `${name}, ${term.en}: printed ${printedCell(row)}; its digits allow p from ${pLower} to ${pUpper}`;
  const digitsZh = `${name}，${term.zh}：表中为 ${printedCell(row)}；这些数字允许的 p 介于 ${pLower} 与 ${pUpper}`;
  const code = codeFor(row, judged);
  if (judged.tell === "rounding") {
    return {
      severity: "note", printed, code,
      message: `${digits}, so that ${shown(row.stars)} is possible. At face value (${pIs(face!)}) the stars would be others: only the rounding saves them.`,
      messageZh: `${digitsZh}，故 ${shown(row.stars)} 并非不可能。但按印出的数值（${pIs(face!)}）应标不同的星号，只有四舍五入才能解释。`,
    };
  }
  const marks = marksOf(judged);
  if (judged.tell === "proof") {
    return {
      severity: "inconsistent", printed, code,
      message: `${digits}, which the legend marks ${marks}, not ${shown(row.stars)}. The stars or one of the numbers are misprinted, or the stars rest on another test.`,
      messageZh: `${digitsZh}，按表注应标 ${marks}，而非 ${shown(row.stars)}。星号或某个数字必有一处印错，或星号依据的是另一种检验。`,
    };
  }
  const open = supposedHere(given, id, row.term);
  return {
    severity: "note", printed, code, weight: 30,
    message: `${digits}, which would be marked ${marks}, not ${shown(row.stars)}. It proves nothing: ${open.en}.`,
    messageZh: `${digitsZh}，应标 ${marks}，而非 ${shown(row.stars)}。但不能据此断定有误：${open.zh}。`,
  };
}

/** What keeps a star that does not fit from being a proof. */
function supposedHere(given: Given, model: string, term: string): Bilingual {
  const fields = (given.table.supposed ?? []).map(({ field }) => field);
  const names = [["cutoffs", { en: "the cut-offs of the stars", zh: "星号的界值" }], ["brackets", { en: "what stands in brackets", zh: "括号内数字的含义" }], ["scale", { en: "the scale of the coefficients", zh: "系数的尺度" }]] as const;
  const open = names.filter(([field]) => fields.includes(field)).map(([, words]) => words);
  return open.length > 0
    ? { en: `${open.map(({ en }) => en).join(" and ")} had to be supposed`, zh: `${open.map(({ zh }) => zh).join("、")}系推定` }
    : given.doubts(model, term) ? { en: "the cell was read with doubt", zh: "该单元格的读取存疑" }
    : { en: "the stars may rest on another test or interval than the one shown", zh: "星号依据的检验或区间可能与表中所列不同" };
}

function codeFor({ coef, se, z, t, wald, p, stars: mark }: PublishedRow, { reading, df, evidence }: Judged): string {
  if (evidence.from === "se" && !reading.oddsRatios) return `checkStars(${[literal({ coef, se, stars: mark }), literal(reading.cutoffs), ...(df === undefined ? [] : ['"any"', df])].join(", ")})`;
  return `[${[coef, se, z, t, wald, p].filter((one) => one !== undefined).map((one) => literal(one.replace("<", ""))).join(", ")}].map((printed) => printedInterval(printed))`;
}

const example = (stars: string): Example => exampleTable([{ term: "x", coef: "0.818", se: "0.370", stars }]);

/** Stars against whatever else is printed of the same cell. */
export const stars: Check<null> = {
  name: "stars",
  title: { en: "Stars against coefficient and standard error", zh: "星号与系数、标准误是否相符" },
  source: "Nuijten et al. (2016), Behavior Research Methods 48: 1205–1226 (statcheck), carried over from test statistics to coefficient tables",
  proves: true,
  weight: 35,
  run,
  passes: example("**"),
  fails: example("***"),
};
