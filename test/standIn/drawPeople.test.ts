import { expect, it } from "vitest";
import { dataFile } from "../../src/projectFolder";
import { readPublished } from "../../src/published/readPublished";
import { YOUNGEST } from "../../src/standIn/answers/schooling";
import { drawPeople } from "../../src/standIn/drawPeople";
import { OUTCOME } from "../../src/standIn/people";
import { Random } from "../../src/standIn/random";
import { peopleOfSeed } from "../../src/standIn/synthesize";
import { correlation, countBy, mean } from "./standIn";

const drawn = Array.from({ length: 25 }, (_, seed) => peopleOfSeed(1000 + seed));

it("no seed has an age above 7% of the people, or a spread that no survey of workers has", () => {
  for (const { age } of drawn) {
    const m = mean([...age]);
    const sd = Math.sqrt(mean([...age].map((years) => (years - m) ** 2)));
    expect(Math.max(...Object.values(countBy([...age], String)))).toBeLessThanOrEqual(0.07 * 777);
    expect(mean([...age])).toBeGreaterThanOrEqual(35.35);
    expect(mean([...age])).toBeLessThan(35.45);
    expect(sd).toBeGreaterThan(8.5);
    expect(sd).toBeLessThan(11);
    expect(Math.min(...age)).toBeGreaterThanOrEqual(YOUNGEST.graduate);
  }
});

it("of one age there are 50 at most, and of some draws so many; contact has no such bound, and a printed mean", () => {
  expect(Math.max(...drawn.map(({ age }) => Math.max(...Object.values(countBy([...age], String)))))).toBe(50);
  for (const { contactSum } of drawn) {
    expect(mean([...contactSum]) / 3).toBeGreaterThanOrEqual(3.75);
    expect(mean([...contactSum]) / 3).toBeLessThan(3.85);
    expect(Math.max(...Object.values(countBy([...contactSum], String)))).toBeGreaterThan(90);
  }
});

it("the outcome is the rank, within the group, of the printed Model 1 or 3 plus twelve uniform draws", () => {
  const noise: number[] = [];
  class Listening extends Random {
    override below(n: number): number {
      const drawn = super.below(n);
      if (n === 2 * 9070 + 1) noise.push(drawn - 9070);
      return drawn;
    }
  }
  const people = drawPeople(new Listening(4));
  expect(noise.length % (12 * 777)).toBe(0);
  const last = noise.slice(-12 * 777); // drawn again until every answer is mixed
  const { M1, M3 } = readPublished(dataFile("published.json")).models;
  const wish = Array.from({ length: 777 }, (_, i) => {
    const model = i < 187 ? M1 : M3;
    // Ten-thousandths, as whole numbers. The paper prints Model 1's age² without its minus.
    const slope = (term: string) => Math.round(10_000 * Number(model.rows.find((row) => row.term === term)!.coef.replace("−", "-")) * (term === "age2" && i < 187 ? -1 : 1));
    const reception = ["supportSelf", "supportKin", "supportUnit"][people.reception[i]];
    return slope("age2") * people.age[i] ** 2 + slope("gender") * people.gender[i] + slope("education") * people.education[i] + slope("cumulativeCausation") * people.cumulativeCausation[i]
      + Math.floor((slope("contactWillingness") * people.contactSum[i]) / 3) + (reception ? slope(reception) : 0)
      + slope("participationBehaviour") * people.behaviour[i] + slope("participationCognition") * people.cognition[i]
      + last.slice(12 * i, 12 * (i + 1)).reduce((sum, one) => sum + one, 0);
  });
  // Strongest wish first: who stays for ever, long, considered it after coming, before, and who goes.
  const outcomesOf = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i).sort((a, b) => wish[b] - wish[a]).map((i) => people.outcome[i]);
  const times = (counts: readonly (readonly [number, number])[]) => counts.flatMap(([outcome, count]) => Array<number>(count).fill(outcome));
  expect(outcomesOf(0, 187)).toEqual(times([[4, 45], [3, 47], [2, 10], [1, 9], [0, 76]]));
  expect(outcomesOf(187, 777)).toEqual(times([[4, 180], [3, 195], [2, 46], [0, 169]]));
});

it("drawing some again for the mean leaves the shape of ages: most are under 35, a tenth are 50 or older", () => {
  const ages = drawn.flatMap(({ age }) => [...age]);
  const share = (holds: (age: number) => boolean): number => ages.filter(holds).length / ages.length;
  expect(share((age) => age < 35)).toBeCloseTo(0.54, 1);
  expect(share((age) => age >= 50)).toBeCloseTo(0.1, 1);
});

it("the wish to stay leans on the terms as the printed slopes do", () => {
  const average = (of: (people: (typeof drawn)[number]) => number): number => mean(drawn.map(of));
  const south = <T>(values: ArrayLike<T>): T[] => Array.from(values).slice(187);
  const changchun = <T>(values: ArrayLike<T>): T[] => Array.from(values).slice(0, 187);
  const event = (outcome: number): number => (outcome === OUTCOME.goes ? 0 : 1);
  expect(average((p) => correlation(south(p.contactSum), south(p.outcome).map(event)))).toBeGreaterThan(0.08);
  expect(average((p) => correlation(changchun(p.behaviour), changchun(p.outcome).map(event)))).toBeGreaterThan(0.1);
  expect(average((p) => correlation(changchun(p.age), changchun(p.outcome).map(event)))).toBeLessThan(-0.08);
  expect(Math.abs(average((p) => correlation(south(p.cumulativeCausation), south(p.age))))).toBeLessThan(0.03);
});
