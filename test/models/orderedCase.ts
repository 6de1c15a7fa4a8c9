import type { Link } from "../../src/models/fit";

/** An ordered fit as ordered.R wrote it. */
export interface OrderedCase {
  name: string; link: Link; terms: string[]; levels: number[]; X: number[][]; y: number[]; weights: number[] | null; offset: number[] | null;
  n: number; estimate: number[]; standardError: number[]; covariance: number[][]; logLik: number; logLikNull: number; lr: number | null; lrDf: number;
}
