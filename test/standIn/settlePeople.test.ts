import { describe, expect, it } from "vitest";
import { emptyPeople, type People } from "../../src/standIn/people";
import { Random } from "../../src/standIn/random";
import { everyAnswerIsMixed, settlePeople } from "../../src/standIn/settlePeople";

const YES_NO = ["gender", "education", "cumulativeCausation", "behaviour", "cognition"] as const;

/** Twelve people: each of four receptions with one who goes, one who stays long and one who stays for ever; the other answers yes for two of the receptions. */
function twelve(change: (people: People) => void = () => undefined): People {
  const people = emptyPeople(12, 6);
  for (let i = 0; i < 12; i++) {
    people.reception[i] = i % 4;
    for (const fact of YES_NO) people[fact][i] = i % 2;
    people.outcome[i] = [0, 3, 4][Math.floor(i / 4)];
  }
  change(people);
  return people;
}
const all = () => true;

describe("every answer is mixed", () => {
  it("where each has somebody who goes, somebody who does not, and somebody who stays, long and for ever", () => {
    expect(everyAnswerIsMixed(twelve(), all)).toBe(true);
    // Who considered it before coming does not go without a thought, but does not stay either: one who goes is wanted beside.
    expect(everyAnswerIsMixed(twelve(({ outcome }) => { outcome[0] = 1; }), all)).toBe(false);
    expect(everyAnswerIsMixed(twelve(({ outcome }) => { outcome[4] = 2; }), all)).toBe(false);
    expect(everyAnswerIsMixed(twelve(({ outcome }) => { outcome[11] = 3; }), all)).toBe(false);
  });

  it.each(YES_NO)("not where all answer alike to %s", (fact) => {
    expect(everyAnswerIsMixed(twelve((people) => { people[fact].fill(1); }), all)).toBe(false);
  });

  it("among those who are asked about", () => {
    const people = twelve();
    expect([everyAnswerIsMixed(people, (i) => i !== 7), everyAnswerIsMixed(people, (i) => i < 6), everyAnswerIsMixed(emptyPeople(0, 0), all)]).toEqual([false, false, false]);
  });
});

it("settling deals three southern cities, Changchun's three waves, and when southern leavers considered it", () => {
  const people = emptyPeople(777, 187);
  for (let i = 0; i < 777; i++) {
    people.reception[i] = i % 4;
    for (const fact of YES_NO) people[fact][i] = Math.floor(i / 4) % 2;
    people.outcome[i] = i % 5;
  }
  const before = people.outcome.slice();
  settlePeople(people, new Random(3));
  const count = (values: Int16Array | number[], value: number) => Array.from(values).filter((one) => one === value).length;
  expect(Array.from(people.city.slice(0, 187)).every((city) => city === 0)).toBe(true);
  expect([1, 2, 3].map((city) => count(people.city.slice(187), city))).toEqual([350, 142, 98]);
  expect([2017, 2018, 2019].map((wave) => count(people.wave.slice(0, 187), wave))).toEqual([46, 51, 90]);
  expect(count(people.wave.slice(187), 2019)).toBe(590);
  expect(everyAnswerIsMixed(people, (i) => i < 187 && people.wave[i] === 2019)).toBe(true);
  // Changchun keeps its outcomes, and so do all in the south but those who leave and considered it: 45 of 100 of these before.
  expect(people.outcome.slice(0, 187)).toEqual(before.slice(0, 187));
  const south = Array.from({ length: 590 }, (_, i) => 187 + i);
  expect(south.filter((i) => ![1, 2].includes(before[i])).every((i) => people.outcome[i] === before[i])).toBe(true);
  const considered = south.filter((i) => [1, 2].includes(before[i])).map((i) => people.outcome[i]);
  expect(new Set(considered)).toEqual(new Set([1, 2]));
  expect(Math.abs(count(considered, 1) / considered.length - 0.45)).toBeLessThan(0.065); // 2 standard deviations of 236
});

it("chance decides of each southern leaver who considered it, 45 of a hundred before coming; nobody else is asked about", () => {
  const asked: number[] = [];
  class Same extends Random {
    constructor(private readonly so: boolean, seed: number) { super(seed); }
    override happens(chance: number): boolean { asked.push(chance); return this.so; }
  }
  const settled = (so: boolean, seed: number): People => {
    const people = emptyPeople(777, 187);
    for (let i = 0; i < 777; i++) {
      people.reception[i] = i % 4;
      for (const fact of YES_NO) people[fact][i] = Math.floor(i / 4) % 2;
      people.outcome[i] = i % 5;
    }
    people.city.fill(9);
    settlePeople(people, new Same(so, seed));
    return people;
  };
  const leavers = Array.from({ length: 590 }, (_, i) => 187 + i).filter((i) => [1, 2].includes(i % 5));
  for (const [so, outcome] of [[true, 1], [false, 2]] as const) {
    asked.length = 0;
    const { outcome: outcomes } = settled(so, 5);
    expect(asked).toEqual(leavers.map(() => 45));
    outcomes.forEach((one, i) => expect(one).toBe(leavers.includes(i) ? outcome : i % 5));
  }
  for (const seed of [1, 2, 3, 4]) {
    const { city, wave } = settled(true, seed);
    expect(Array.from(city.slice(0, 187)).every((one) => one === 0)).toBe(true);
    expect(Array.from(wave.slice(187)).every((one) => one === 2019)).toBe(true);
    expect(Array.from(wave.slice(0, 187)).filter((one) => one === 2017)).toHaveLength(46);
  }
});
