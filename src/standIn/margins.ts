/**
 * What the paper prints of the 777: Table 1's counts and means, and the outcome counts that its Table 2 gives away.
 * Every stand-in, whatever its seed, has exactly these.
 */
export const MARGINS = {
  n: 777,
  city: { changchun: 187, guangzhou: 350, hangzhou: 142, yiwu: 98 },
  education: { belowCollege: 52, collegeOrAbove: 725 },
  reception: { self: 381, kin: 140, unit: 118, other: 138 },
  cumulativeCausation: { yes: 195, no: 582 },
  participationBehaviour: { china: 79, home: 698 },
  participationCognition: { china: 323, home: 454 },
  /** Printed 35.4: the mean lies in [35.35, 35.45). */
  ageMean: [35.35, 35.45],
  /** Printed 3.8, the mean of three items: [3.75, 3.85). */
  contactMean: [3.75, 3.85],
  /**
   * Not printed. With Nagelkerke's definition, each model's log-likelihood and pseudo-R² leave one set of event
   * counts that also adds up over the pooled model (111 + 421 = 532).
   */
  events: { changchun: { transnational: 111, inMigration: 102 }, south: { transnational: 421 } },
} as const;

export const CHANGCHUN = MARGINS.city.changchun;
export const SOUTH = MARGINS.n - CHANGCHUN;
