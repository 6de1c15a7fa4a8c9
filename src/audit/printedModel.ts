import type { Bilingual } from "../bilingual";
import type { Interval } from "../published/printedNumber";
import { type CoefficientScale, type Family, type PublishedModel, type PublishedRow, STATISTICS } from "../published/publishedTable";
import { printedInterval, printedIntervalAboveZero, type Rounding } from "./printedInterval";
import { isConstant, isThreshold, nameOf } from "./words";

type Statistic = (typeof STATISTICS)[number];

/** A printed row with every value that each of its numbers may stand for. */
export interface PrintedRow {
  readonly row: PublishedRow;
  readonly name: Bilingual;
  readonly isConstant: boolean;
  readonly isThreshold: boolean;
  readonly coef: Interval;
  /** Absent where none is printed, or a negative one. */
  readonly se?: Interval;
  readonly beside: Readonly<Partial<Record<Statistic, Interval>>>;
}

export interface PrintedModel {
  readonly id: string;
  /** As a reader of the table knows it. */
  readonly name: string;
  readonly published: PublishedModel;
  readonly family: Family;
  readonly isLogit: boolean;
  readonly scale: CoefficientScale;
  readonly n: number | undefined;
  readonly rows: readonly PrintedRow[];
  /** Rows that are neither constant nor threshold. */
  readonly slopes: readonly PrintedRow[];
  readonly row: (term: string) => PrintedRow | undefined;
}

/** Ids that the reading of a table gave; one that a person chose is the name to use. */
const GIVEN_ID = /^m\d+$/;

export function printedModel(id: string, published: PublishedModel, rounding: Rounding): PrintedModel {
  const rows = published.rows.map((row) => printedRow(row, rounding));
  const byTerm = new Map(rows.map((row) => [row.row.term, row]));
  return {
    id,
    name: nameOfModel(id, published),
    published,
    family: published.family,
    isLogit: published.family !== "other",
    scale: published.scale ?? "logOdds",
    n: published.n,
    rows,
    slopes: rows.filter((row) => !row.isConstant && !row.isThreshold),
    row: (term) => byTerm.get(term),
  };
}

export function nameOfModel(id: string, { heading, group }: PublishedModel): string {
  const printed = [...new Set([heading, group])].filter((part) => part && part.trim() !== "" && part !== id).join(" ");
  return GIVEN_ID.test(id) && printed !== "" ? printed : id;
}

function printedRow(row: PublishedRow, rounding: Rounding): PrintedRow {
  const se = row.se === undefined || row.se.startsWith("-") ? undefined : printedIntervalAboveZero(row.se, rounding);
  return {
    row,
    name: nameOf(row),
    isConstant: isConstant(row),
    isThreshold: isThreshold(row),
    coef: printedInterval(row.coef, rounding),
    ...(se && { se }),
    beside: Object.fromEntries(STATISTICS.flatMap((name) => {
      const text = row[name];
      return text === undefined ? [] : [[name, name === "p" ? printedP(text, rounding) : printedInterval(text, rounding)]];
    })),
  };
}

/** A printed p, or a bound: "<0.001". */
function printedP(text: string, rounding: Rounding): Interval {
  if (text.startsWith("<")) return { lower: 0, upper: Number(text.slice(1)) };
  const { lower, upper } = printedInterval(text, rounding);
  return { lower: Math.max(0, lower), upper: Math.min(Math.max(1, lower), upper) };
}

/** The log of an interval of odds ratios; none where no value of it has one. */
export const logOf = ({ lower, upper }: Interval): Interval | undefined =>
  upper <= 0 ? undefined : { lower: lower > 0 ? Math.log(lower) : -Infinity, upper: Math.log(upper) };

/** The estimate on the scale that its test is made on: an odds ratio's log. */
export const estimateOf = ({ coef }: PrintedRow, scale: CoefficientScale): Interval | undefined => (scale === "oddsRatio" ? logOf(coef) : coef);
