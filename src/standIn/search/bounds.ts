import type { People } from "../people";
import { OUTCOME, RECEPTION } from "../people";

/** A degree takes until here. */
export const YOUNGEST_GRADUATE = 22;
/** Table 1 does not print gender; this keeps it a minority of some size. */
const WOMEN = { least: 155, most: 272 } as const; // 20% to 35% of 777
/** Nor how long they want to stay: no level may become so rare that the ordered models hang on a few people. */
const LEAST_AT_A_LEVEL = 0.24;

/** What the margins leave open and still must hold, whatever the search does. */
export function withinBounds(people: People): boolean {
  return womenWithin(people.gender) && graduatesAreOldEnough(people) && someOfTheFewLeave(people)
    && levelsAreFilled(people.outcome, 0, people.changchun) && levelsAreFilled(people.outcome, people.changchun, people.n);
}

function womenWithin(gender: Int16Array): boolean {
  let women = 0;
  for (const one of gender) women += one;
  return women >= WOMEN.least && women <= WOMEN.most;
}

function graduatesAreOldEnough({ n, age, education }: People): boolean {
  for (let i = 0; i < n; i++) if (education[i] === 1 && age[i] < YOUNGEST_GRADUATE) return false;
  return true;
}

/**
 * Few in Changchun have no degree or take part more in China, and the printed coefficients let hardly any of either leave.
 * One of each who does must have been received by others than "others", or the reading
 * `supportNetwork=otherLeftOut` would be separated.
 */
function someOfTheFewLeave({ changchun, education, behaviour, outcome, reception }: People): boolean {
  let unschooled = false, participant = false;
  for (let i = 0; i < changchun; i++) {
    if (outcome[i] !== OUTCOME.goes || reception[i] === RECEPTION.other) continue;
    unschooled ||= education[i] === 0;
    participant ||= behaviour[i] === 1;
  }
  return unschooled && participant;
}

function levelsAreFilled(outcome: Int16Array, from: number, to: number): boolean {
  let long = 0, forever = 0;
  for (let i = from; i < to; i++) {
    if (outcome[i] === OUTCOME.staysLong) long++;
    if (outcome[i] === OUTCOME.staysForever) forever++;
  }
  const least = LEAST_AT_A_LEVEL * (to - from);
  return long >= least && forever >= least;
}
