import type { Questionnaire } from "../answers/answer";
import { answer } from "../answers/answer";
import { schooling, YOUNGEST } from "../answers/schooling";
import { otherWork } from "../answers/work";
import type { City } from "../person";
import type { Random } from "../random";
import { drawPerson, workingAge } from "./drawPerson";

/** A kind of person met at the counter, whatever becomes of them in the sample selection. */
export type Kind = (city: City, wave: number, random: Random) => Questionnaire;

export const worker: Kind = (city, wave, random) => answer(drawPerson(city, wave, workingAge(random), random), random);

export const otherWorker: Kind = (city, wave, random) => {
  const filled = worker(city, wave, random);
  return {
    ...filled, ...otherWork(random),
    education: schooling(Number(filled.age) >= YOUNGEST.graduate && random.happens(45), Number(filled.age), random),
    residenceStatus: random.pick({ work: 45, family: 50, permanent: Number(filled.age) >= 30 ? 5 : 0 }),
  };
};

export const student: Kind = (city, wave, random) => {
  const age = 18 + random.below(8) + random.below(8);
  return {
    ...answer(drawPerson(city, wave, age, random), random),
    education: age < YOUNGEST.graduate ? "seniorSecondary" : random.pick({ seniorSecondary: 15, college: 60, master: age >= YOUNGEST.doctor ? 25 : 0 }),
    workCategory: "student", occupation: "student",
    residenceStatus: random.pick({ study: 94, family: 6 }),
  };
};

/** Here for a short trip or for treatment: of any age and occupation. */
export const visitor: Kind = (city, wave, random) => ({
  ...random.pick({ worker: 65, other: 35 }) === "worker" ? worker(city, wave, random) : otherWorker(city, wave, random),
  residenceStatus: random.pick({ shortVisit: 60, medical: 40 }),
});

/** Under 18: at school, here with the family; marriage is not asked of all of them, and nobody has voted. */
export const minor: Kind = (city, wave, random) => {
  const age = 13 + random.below(5);
  const atSchool = random.happens(90);
  const marriageAsked = random.happens(35);
  return {
    ...answer(drawPerson(city, wave, age, random), random),
    education: age < 15 ? "primary" : age < 17 ? "juniorSecondary" : random.pick({ juniorSecondary: 60, seniorSecondary: 40 }),
    workCategory: atSchool ? "student" : "unemployed", occupation: atSchool ? "student" : "none",
    residenceStatus: random.pick({ family: 60, study: 40 }),
    votedAtHome: "no",
    ...(marriageAsked ? { childMarryChinese: "notApplicable" } : { marryChinese: "notApplicable", childMarryChinese: "notApplicable" }),
  };
};
