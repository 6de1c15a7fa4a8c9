import { OUTCOME, RECEPTION } from "./people";

/** How many of Changchun's 187 and the south's 590 have each answer; the sums are Table 1's. Women are not printed. */
export const DECKS = {
  gender: [[1, 45, 145], [0, 142, 445]],
  education: [[0, 11, 41], [1, 176, 549]],
  cumulativeCausation: [[1, 42, 153], [0, 145, 437]],
  behaviour: [[1, 15, 64], [0, 172, 526]],
  cognition: [[1, 78, 245], [0, 109, 345]],
  reception: [[RECEPTION.self, 73, 308], [RECEPTION.kin, 33, 107], [RECEPTION.unit, 44, 74], [RECEPTION.other, 37, 101]],
} as const;

/** Rises from 22 to 26, then falls to a thin tail: mean about 35.3, SD about 9.6, no age above 6%. */
const ageWeight = (age: number): number => (age < 26 ? 15 * (age - 19) : Math.max(3, Math.floor((72 - age) ** 2 / 20)));
export const AGE_WEIGHTS = Object.fromEntries(Array.from({ length: 47 }, (_, i) => [String(22 + i), ageWeight(22 + i)]));

/** Of the sum of three items, 3–15: mean about 11.4, SD about 2.6. */
export const CONTACT_WEIGHTS = { 3: 6, 4: 8, 5: 14, 6: 28, 7: 42, 8: 62, 9: 94, 10: 122, 11: 138, 12: 150, 13: 140, 14: 115, 15: 130 };

/** From the strongest wish down. The last two of a group are who leaves: having considered it, or not at all. */
export const RANKS = {
  changchun: [[OUTCOME.staysForever, 45], [OUTCOME.staysLong, 47], [OUTCOME.consideredAfter, 10], [OUTCOME.consideredBefore, 9], [OUTCOME.goes, 76]],
  south: [[OUTCOME.staysForever, 180], [OUTCOME.staysLong, 195], [OUTCOME.consideredAfter, 46], [OUTCOME.goes, 169]],
} as const;
