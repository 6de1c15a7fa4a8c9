import { chiSquareTail } from "./numeric/chiSquare";

/** A χ² test; where it could not be carried out, `note` says why and the numbers are null. */
export interface ChiSquareTest {
  readonly statistic: number | null;
  readonly df: number;
  readonly p: number | null;
  /** Of a Wald test whose p is by F: its denominator's degrees of freedom. */
  readonly denominator?: number;
  readonly note?: string;
}

export const chiSquareTest = (statistic: number, df: number, note?: string): ChiSquareTest =>
  ({ statistic, df, p: chiSquareTail(statistic, df), ...(note === undefined ? {} : { note }) });

export const notTested = (df: number, note: string): ChiSquareTest => ({ statistic: null, df, p: null, note });
