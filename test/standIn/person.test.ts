import { expect, it } from "vitest";
import { emptyPeople } from "../../src/standIn/people";
import { personAt } from "../../src/standIn/person";

it("a person is said in words", () => {
  const people = emptyPeople(5, 2);
  people.city.set([0, 1, 2, 3, 0]);
  people.wave.set([2017, 2018, 2019, 2019, 2019]);
  people.age.set([22, 33, 44, 55, 66]);
  people.gender.set([1, 0, 1, 0, 0]);
  people.education.set([0, 1, 0, 0, 1]);
  people.cumulativeCausation.set([1, 0, 0, 1, 0]);
  people.contactSum.set([3, 7, 11, 15, 9]);
  people.reception.set([0, 1, 2, 3, 1]);
  people.behaviour.set([0, 0, 1, 0, 1]);
  people.cognition.set([0, 1, 0, 1, 1]);
  people.outcome.set([0, 1, 2, 3, 4]);
  expect([0, 1, 2, 3, 4].map((i) => Object.values(personAt(people, i)).join(" "))).toEqual([
    "changchun 2017 22 female false true 3 self home home goes",
    "guangzhou 2018 33 male true false 7 kin home china consideredBefore",
    "hangzhou 2019 44 female false false 11 unit china home consideredAfter",
    "yiwu 2019 55 male false true 15 other home china staysLong",
    "changchun 2019 66 male true false 9 kin china china staysForever",
  ]);
});
