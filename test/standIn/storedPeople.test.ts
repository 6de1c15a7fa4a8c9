import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readStoredPeople, restorePeople, storedText, storePeople } from "../../src/standIn/storedPeople";
import { emptyPeople, FACTS } from "../../src/standIn/people";
import { peopleOfSeed } from "../../src/standIn/synthesize";
import { folder } from "../survey/rawFile";

const people = peopleOfSeed(11);

it("people come back from their letters as they were", () => {
  const { path } = folder();
  const file = join(path, "people.json");
  writeFileSync(file, storedText(11, people, "no search"));
  expect(storedText(11, people, "no search").slice(0, 14)).toBe('{\n "seed": 11,');
  const back = readStoredPeople(file);
  expect(back.seed).toBe(11);
  for (const fact of FACTS) expect(back.people[fact], fact).toEqual(people[fact]);
});

it("each value has its letter", () => {
  const some = emptyPeople(777, 187);
  some.city.set([0, 1, 2, 3]);
  some.wave.fill(2017).set([2018, 2019]);
  some.age.set([7, 22, 68]);
  some.gender.set([1]);
  some.education.set([1]);
  some.cumulativeCausation.set([1]);
  some.contactSum.fill(3).set([3, 4, 9, 10, 11, 12, 13, 14, 15]);
  some.reception.set([0, 1, 2, 3]);
  some.behaviour.set([1]);
  some.cognition.set([1]);
  some.outcome.set([0, 1, 2, 3, 4]);
  const letters = storePeople(some);
  expect(Object.fromEntries(FACTS.map((fact) => [fact, letters[fact].slice(0, 10)]))).toEqual({
    city: "cghycccccc", wave: "8977777777", age: "0722680000", gender: "fmmmmmmmmm", education: "cbbbbbbbbb", cumulativeCausation: "ynnnnnnnnn",
    contactSum: "349abcdef3", reception: "skuossssss", behaviour: "chhhhhhhhh", cognition: "chhhhhhhhh", outcome: "0ba2300000",
  });
  expect(restorePeople(letters, "people.json")).toEqual(some);
});

it.each([
  ["a fact is missing", { city: undefined }, /people\.json: people\.city does not describe 777 people/],
  ["a fact is cut short", { age: "35" }, /people\.age does not describe 777 people/],
  ["a letter stands for nothing", { reception: "z".repeat(777) }, /people\.reception holds "z", which stands for nothing/],
  ["an age is no number", { age: "x5".repeat(777) }, /people\.age holds "x5"/],
])("refuses stored people of which %s", (_, damage, message) => {
  expect(() => restorePeople({ ...storePeople(people), ...damage }, "people.json")).toThrow(message);
});

it("refuses a file without a seed", () => {
  const { put } = folder();
  const of = (content: object) => () => readStoredPeople(put("people.json", JSON.stringify(content)));
  expect(of({ people: storePeople(people) })).toThrow(/it has no seed[^]*Restore the file that ships with the project. Nothing was written./);
  expect(of({ seed: 1.5, people: storePeople(people) })).toThrow(/it has no seed/);
  expect(of({ seed: 2 })).toThrow(/people\.city does not describe 777 people/);
});
