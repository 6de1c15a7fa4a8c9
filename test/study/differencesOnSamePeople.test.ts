import { expect, it } from "vitest";
import { differencesOnSamePeople } from "../../src/study/differencesOnSamePeople";
import { runStudy } from "../../src/study/runStudy";
import { tiny, tinyPeople } from "./tinyStudy";

const all = { id: "all", label: { en: "all", zh: "全部" }, where: {} };
const model = (id: string, group: string, terms: string[]) => ({ id, title: all.label, group, outcome: "y", family: "binomial" as const, terms });
const coded = tinyPeople();
const result = runStudy({ ...tiny, groups: [...tiny.groups, all], models: [...tiny.models, model("X", "a", ["x"]), model("W", "a", ["w", "x"]), model("All", "all", ["w", "x"])] }, coded);

/** How far each person moves a coefficient: a row of the inverse information times the score, x·(y − p). */
function moves(id: string, term: string): Map<unknown, number> {
  const { X, y, people, terms } = result.samples[id];
  const { coefficients, covariance } = result.fits[id];
  const b = terms.map((name) => coefficients.find((one) => one.term === name)!.estimate);
  const row = terms.map((name) => covariance.values[covariance.terms.indexOf(term)][covariance.terms.indexOf(name)]);
  return new Map(people.map((person, i) => {
    const left = y[i] - 1 / (1 + Math.exp(-X[i].reduce((sum, value, j) => sum + value * b[j], 0)));
    return [person, X[i].reduce((sum, value, j) => sum + row[j] * value * left, 0)];
  }));
}

/** Their squared differences, over everybody in either. */
function errorOf(a: string, b: string, term: string): number {
  const [one, other] = [moves(a, term), moves(b, term)];
  return Math.sqrt([...new Set([...one.keys(), ...other.keys()])].reduce<number>((sum, person) => sum + ((one.get(person) ?? 0) - (other.get(person) ?? 0)) ** 2, 0));
}

it.each<[string, string, string]>([["Ba", "X", "x"], ["Ba", "Bb", "x"], ["Ba", "Bb", "w"], ["Ba", "All", "x"], ["All", "Bb", "w"]])("%s against %s in %s: the difference, and the error of the moves of both", (a, b, term) => {
  const [of] = differencesOnSamePeople(result, a, b, [term]);
  const estimate = (id: string) => result.fits[id].coefficients.find((one) => one.term === term)!.estimate;
  const error = errorOf(a, b, term);
  expect(of).toMatchObject({ term, a: estimate(a), b: estimate(b), difference: estimate(a) - estimate(b), standardError: expect.closeTo(error, 7), z: expect.closeTo((estimate(a) - estimate(b)) / error, 5), pHolm: of.p });
});

it("the terms are all that both have, in the first one's order, the constant apart; each is corrected for all", () => {
  const found = differencesOnSamePeople(result, "Ba", "All");
  expect(found.map(({ term }) => term)).toEqual(["x", "w"]);
  expect(differencesOnSamePeople(result, "All", "Ba").map(({ term }) => term)).toEqual(["w", "x"]);
  expect(differencesOnSamePeople(result, "X", "All").map(({ term }) => term)).toEqual(["x"]);
  const [low, high] = [...found].sort((a, b) => a.p - b.p);
  expect([low.pHolm, high.pHolm]).toEqual([Math.min(1, 2 * low.p), Math.max(high.p, Math.min(1, 2 * low.p))]); // Holm's of two
  expect(() => differencesOnSamePeople(result, "X", "Ba", ["w"])).toThrow('model X has no term "w" (expected const, x)');
});

it("a model beside itself is refused: it was NaN, and no p-value", () => {
  expect(() => differencesOnSamePeople(result, "All", "All")).toThrow("nobody moves w of All by anything else than that of All: they are one estimate, and there is no difference to test");
});
