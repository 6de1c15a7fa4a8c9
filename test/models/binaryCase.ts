import type { Link } from "../../src/models/fit";

/** A binary fit as binary.R wrote it. */
export interface BinaryCase {
  name: string; link: Link; terms: string[]; X: number[][]; y: number[]; weights: number[] | null; offset: number[] | null;
  n: number; events: number; estimate: number[]; standardError: number[]; covariance: number[][]; z: number[]; p: number[];
  logLik: number; logLikNull: number;
}
