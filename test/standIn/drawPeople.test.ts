import { expect, it } from "vitest";
import { YOUNGEST } from "../../src/standIn/answers/schooling";
import { OUTCOME } from "../../src/standIn/people";
import { peopleOfSeed } from "../../src/standIn/synthesize";
import { correlation, countBy, mean } from "./standIn";

const drawn = Array.from({ length: 25 }, (_, seed) => peopleOfSeed(1000 + seed));

it("no seed has an age above 7% of the people, or a spread that no survey of workers has", () => {
  for (const { age } of drawn) {
    const m = mean([...age]);
    const sd = Math.sqrt(mean([...age].map((years) => (years - m) ** 2)));
    expect(Math.max(...Object.values(countBy([...age], String)))).toBeLessThanOrEqual(0.07 * 777);
    expect(sd).toBeGreaterThan(8.5);
    expect(sd).toBeLessThan(11);
    expect(Math.min(...age)).toBeGreaterThanOrEqual(YOUNGEST.graduate);
  }
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
