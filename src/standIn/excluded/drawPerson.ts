import { YOUNGEST } from "../answers/schooling";
import { AGE_WEIGHTS, CONTACT_WEIGHTS, DECKS } from "../distributions";
import { OUTCOME, RECEPTION } from "../people";
import type { City, Person } from "../person";
import type { Random } from "../random";

/** The outcomes of those outside the sample; nothing is printed of them. */
const OUTCOMES = { goes: 34, consideredBefore: 4, consideredAfter: 8, staysLong: 32, staysForever: 22 } as const satisfies Record<keyof typeof OUTCOME, number>;

/** Somebody of a given age outside the sample: facts drawn one by one, as often as the south's 590 have them. */
export function drawPerson(city: City, wave: number, age: number, random: Random): Person {
  const southernShare = (fact: keyof typeof DECKS): Record<string, number> =>
    Object.fromEntries(DECKS[fact].map(([value, , south]) => [String(value), south]));
  const one = (fact: keyof typeof DECKS): number => Number(random.pick(southernShare(fact)));
  const receptions = Object.keys(RECEPTION) as Person["reception"][];
  return {
    city, wave, age,
    gender: one("gender") === 1 ? "female" : "male",
    college: age >= YOUNGEST.graduate && one("education") === 1,
    familyWasInChina: one("cumulativeCausation") === 1,
    contactSum: Number(random.pick<string>(CONTACT_WEIGHTS)),
    reception: receptions[one("reception")],
    takesPartIn: one("behaviour") === 1 ? "china" : "home",
    findsBetter: one("cognition") === 1 ? "china" : "home",
    outcome: random.pick(OUTCOMES),
  };
}

export const workingAge = (random: Random): number => Number(random.pick<string>(AGE_WEIGHTS));
