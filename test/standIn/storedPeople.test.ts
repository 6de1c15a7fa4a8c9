import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readStoredPeople, restorePeople, storedText, storePeople } from "../../src/standIn/storedPeople";
import { FACTS } from "../../src/standIn/people";
import { peopleOfSeed } from "../../src/standIn/synthesize";
import { folder } from "../survey/rawFile";

const people = peopleOfSeed(11);

it("people come back from their letters as they were", () => {
  const { path } = folder();
  const file = join(path, "people.json");
  writeFileSync(file, storedText(11, people, "no search"));
  const back = readStoredPeople(file);
  expect(back.seed).toBe(11);
  for (const fact of FACTS) expect(back.people[fact], fact).toEqual(people[fact]);
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
  expect(() => readStoredPeople(put("people.json", JSON.stringify({ people: storePeople(people) })))).toThrow(/it has no seed/);
});
