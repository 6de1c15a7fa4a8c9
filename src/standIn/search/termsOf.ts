import type { People } from "../people";
import { RECEPTION } from "../people";

/** Age² enters the search in thousands of years², so that no column is much larger than another. */
export const AGE2_SCALE = 1000;

/** Writes person i's ten terms into `x`, in the order of TERMS. */
export function termsOf(people: People, i: number, x: Float64Array): void {
  const { age, reception } = people;
  x[0] = (age[i] * age[i]) / AGE2_SCALE;
  x[1] = people.gender[i];
  x[2] = people.education[i];
  x[3] = people.cumulativeCausation[i];
  x[4] = people.contactSum[i] / 3;
  x[5] = reception[i] === RECEPTION.self ? 1 : 0;
  x[6] = reception[i] === RECEPTION.kin ? 1 : 0;
  x[7] = reception[i] === RECEPTION.unit ? 1 : 0;
  x[8] = people.behaviour[i];
  x[9] = people.cognition[i];
}
