import type { People } from "./people";
import { CITY, OUTCOME, RECEPTION } from "./people";

export type SampleCity = keyof typeof CITY;
export type City = SampleCity | "xian" | "lanzhou" | "xuzhou";

/** One person at coded level, in words: what the answers to the questionnaire must add up to. */
export interface Person {
  readonly city: City;
  readonly wave: number;
  readonly age: number;
  readonly gender: "female" | "male";
  readonly college: boolean;
  readonly familyWasInChina: boolean;
  /** Sum of the three contact items, 3–15, 15 being very willing throughout. */
  readonly contactSum: number;
  readonly reception: keyof typeof RECEPTION;
  readonly takesPartIn: "china" | "home";
  readonly findsBetter: "china" | "home";
  readonly outcome: keyof typeof OUTCOME;
}

export function personAt(people: People, i: number): Person {
  return {
    city: nameOf(CITY, people.city[i]),
    wave: people.wave[i],
    age: people.age[i],
    gender: people.gender[i] === 1 ? "female" : "male",
    college: people.education[i] === 1,
    familyWasInChina: people.cumulativeCausation[i] === 1,
    contactSum: people.contactSum[i],
    reception: nameOf(RECEPTION, people.reception[i]),
    takesPartIn: people.behaviour[i] === 1 ? "china" : "home",
    findsBetter: people.cognition[i] === 1 ? "china" : "home",
    outcome: nameOf(OUTCOME, people.outcome[i]),
  };
}

const nameOf = <K extends string>(codes: Readonly<Record<K, number>>, value: number): K => (Object.keys(codes) as K[]).find((key) => codes[key] === value)!;
