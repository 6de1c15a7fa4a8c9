import type { Person } from "../person";
import type { Random } from "../random";
import { arrival } from "./arrival";
import { comparisons } from "./comparisons";
import { contactItems } from "./contactItems";
import { origin } from "./origin";
import { participation } from "./participation";
import { schooling } from "./schooling";
import { staying, workersResidence } from "./staying";
import { highSkilledWork } from "./work";

/** A filled-in questionnaire: the codebook's code for every column but `id`, "" for an empty cell. */
export type Questionnaire = Record<string, string>;

/**
 * Answers that code back to the person, all else drawn from the models in this folder: independent of the outcome,
 * given the coded facts, the city and the age.
 */
export function answer(person: Person, random: Random): Questionnaire {
  return {
    source: "synthetic",
    wave: String(person.wave),
    city: person.city,
    age: String(person.age),
    gender: person.gender,
    ...origin(person.city, random),
    residenceStatus: workersResidence(person.age, random),
    education: schooling(person.college, person.age, random),
    ...highSkilledWork(person.city, person.college, random),
    ...staying(person.outcome, random),
    ...contactItems(person.contactSum, person.age, random),
    ...arrival(person, random),
    ...comparisons(person.findsBetter, random),
    ...participation(person.takesPartIn, random),
  };
}
