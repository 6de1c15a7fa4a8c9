import type { ChiSquareTest } from "../models/parallelLines";
import type { PublishedTable, PublishedTable1 } from "../published/publishedTable";
import { compareNumber, match, type Comparison, type Count } from "../study/comparison";
import { compareModels } from "../study/compareModels";
import { compareDescriptive, type DescriptiveTable, printDescriptive } from "../study/descriptiveTable";
import { runStudy, type StudyResult } from "../study/runStudy";
import type { CodedFigures } from "./codeSample";
import type { Readings } from "./readings";
import { sfrc } from "./study";
import { table1 } from "./table1";

/** The paper's exhibits made anew and held against print. */
export interface Reproduction {
  readonly result: StudyResult;
  /** As printed; an empty text where nobody has a value. */
  readonly table1: PublishedTable1;
  /** The same before rounding. */
  readonly exact: DescriptiveTable;
  /** Tables 1 to 3 and the p of the parallel-lines test: all 202 printed numbers and 74 printed coefficients' stars. */
  readonly comparison: Comparison;
  readonly match: { readonly numbers: Count; readonly stars: Count };
}

/** The model to whose parallel-lines test the paper's one p is taken to belong: the paper names none, this is the whole sample. */
export const PARALLEL_LINES_MODEL = "O4";

/** Fits the seven models on coded people, recomputes Table 1 and holds every printed number against its refit. */
export const reproduce = (coded: CodedFigures, published: PublishedTable): Reproduction => heldAgainstPrint(coded, runStudy(sfrc, coded), table1(coded), published);

/** The same of models and a Table 1 that were made elsewhere, such as in a database. */
export function heldAgainstPrint(coded: Pick<CodedFigures, "readings" | "synthetic">, result: StudyResult, exact: DescriptiveTable, published: PublishedTable): Reproduction {
  const comparisons = [
    ...(published.table1 ? [compareDescriptive(published.table1, exact, coded.synthetic)] : []),
    compareModels(published, result, coded.readings.pseudoR2),
    comparePOfParallelLines(coded, published, result),
  ];
  return {
    result,
    exact,
    table1: printDescriptive(exact, published.table1 ?? {}),
    comparison: { numbers: comparisons.flatMap((c) => c.numbers), stars: comparisons.flatMap((c) => c.stars) },
    match: match(...comparisons),
  };
}

/** The one p of the text. Which test it is of is a reading, and on which model an assumption: a difference is the coding's. */
function comparePOfParallelLines({ readings, synthetic }: Pick<CodedFigures, "readings" | "synthetic">, { parallelLinesP }: PublishedTable, result: StudyResult): Comparison {
  if (parallelLinesP === undefined) return { numbers: [], stars: [] };
  const tests: Partial<Record<Readings["parallelLines"], ChiSquareTest>> = result.parallelLines[PARALLEL_LINES_MODEL] ?? {};
  const p = tests[readings.parallelLines]?.p ?? null;
  const where = { exhibit: "text", model: PARALLEL_LINES_MODEL, term: null, field: "parallelLinesP" };
  return { numbers: [compareNumber(where, parallelLinesP, p, { synthetic, codingOpen: true })], stars: [] };
}
