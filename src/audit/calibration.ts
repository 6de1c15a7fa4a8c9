/**
 * How often notes that are no proofs cry on right tables: simulated tables, all printed without a mistake.
 * Counted by `npm run audit-trust` (`calibration` in docs/audit-trust.json); a test holds the two together.
 */
export const CRIES = {
  inverseVarianceMean: { tables: 1000, cried: 81 },
  likelihood: { tables: 1000, cried: 2 },
} as const;

/** LR over Σz² of the slopes, averaged over the ordered models of simulated right tables, 1st to 99th percentile. */
export const LR_PER_WALD = { lower: 0.85, upper: 1.5 } as const;
