import type { Fit } from "../../src/models/fit";

/** A fit's parameters in the order of its covariance: coefficients, then thresholds. */
export const parametersOf = ({ coefficients, thresholds = [] }: Fit): number[] => [...coefficients, ...thresholds].map(({ estimate }) => estimate);
