import { describe, expect, it } from "vitest";
import { AGE_WEIGHTS, CONTACT_WEIGHTS, DECKS, RANKS } from "../../../src/standIn/distributions";
import { dataFile } from "../../../src/projectFolder";
import { readPublished } from "../../../src/published/readPublished";
import { CHANGCHUN, MARGINS, SOUTH } from "../../../src/standIn/margins";
import { emptyPeople, OUTCOME, RECEPTION, type People } from "../../../src/standIn/people";
import { withinBounds } from "../../../src/standIn/search/bounds";
import { modelCost, nagelkerke, type Tolerances } from "../../../src/standIn/search/cost";
import { NewtonStep } from "../../../src/standIn/search/newtonStep";
import { addBinaryRow, addOrderedRow, copySums, emptySums } from "../../../src/standIn/search/rowSums";
import type { RunningModel } from "../../../src/standIn/search/runningModel";
import type { ParameterTarget } from "../../../src/standIn/search/targets";

const logistic = (eta: number) => 1 / (1 + Math.exp(-eta));
const X = [1.5, 0, -0.7];

describe("what a row adds to score, information and log-likelihood", () => {
  const binary = (beta: readonly number[], y: number) => {
    const p = logistic(beta[0] + X.reduce((sum, x, j) => sum + x * beta[j + 1], 0));
    return Math.log(y === 1 ? p : 1 - p);
  };
  const ordered = (beta: readonly number[], y: number) => {
    const eta = X.reduce((sum, x, j) => sum + x * beta[j + 2], 0);
    const cuts = [-Infinity, beta[0], beta[1], Infinity].map((cut) => logistic(cut - eta));
    return Math.log(cuts[y + 1] - cuts[y]);
  };
  /** The derivative of f by each place, from both sides. */
  const slopes = (f: (at: readonly number[]) => number, at: readonly number[], h: number) =>
    at.map((_, j) => (f(at.map((b, k) => b + (k === j ? h : 0))) - f(at.map((b, k) => b - (k === j ? h : 0)))) / (2 * h));

  it.each([
    ["binary", 0, [0.3, -0.4, 0.9, 0.25]], ["binary", 1, [-0.3, 0.4, 0.1, 0.5]],
    ["ordered", 0, [-0.6, 0.8, 0.4, -0.2, 0.3]], ["ordered", 1, [-0.6, 0.8, 0.4, -0.2, 0.3]], ["ordered", 2, [-0.6, 0.8, 0.4, -0.2, 0.3]],
  ] as const)("%s, level %i: the derivatives of its log-likelihood, three times as much for three rows", (family, y, beta) => {
    const [logLik, add] = family === "binary" ? [binary, addBinaryRow] : [ordered, addOrderedRow];
    const sums = emptySums(beta.length);
    add(sums, Float64Array.from(beta), Float64Array.from(X), y, 3);
    const k = beta.length;
    expect(sums.logLik).toBeCloseTo(3 * logLik(beta, y), 12);
    const score = slopes((at) => logLik(at, y), beta, 1e-5);
    score.forEach((slope, j) => expect(sums.score[j]).toBeCloseTo(3 * slope, 7));
    for (let j = 0; j < k; j++) {
      const row = slopes((at) => slopes((inner) => logLik(inner, y), at, 1e-4)[j], beta, 1e-4);
      for (let l = 0; l < k; l++) expect(sums.information[j * k + l]).toBeCloseTo(l <= j ? -3 * row[l] : 0, 5); // the lower triangle alone
    }
  });

  it("is taken away again by the same row, and copied whole", () => {
    const [sums, copy] = [emptySums(4), emptySums(4)];
    const row = [Float64Array.of(0.3, -0.4, 0.9, 0.25), Float64Array.from(X)] as const;
    addBinaryRow(sums, ...row, 1, 1);
    copySums(sums, copy);
    expect([copy, copy.score]).not.toEqual([emptySums(4), emptySums(4).score]);
    expect(copy).toEqual(sums);
    addBinaryRow(copy, ...row, 1, -1);
    expect([copy.logLik, ...copy.score, ...copy.information].every((number) => Math.abs(number) < 1e-15)).toBe(true);
  });
});

describe("a Newton step", () => {
  // H = L L′ with L = [2 0 0; 1 2 0; .5 1 1], so that H⁻¹ = [.3125 −.125 0; −.125 .5 −.5; 0 −.5 1]. Nothing above the diagonal is read.
  const sums = () => ({ score: Float64Array.of(1, 2, 3), information: Float64Array.of(4, 99, 99, 2, 5, 99, 1, 2.5, 2.25), logLik: -10 });

  it("is H⁻¹s, with the roots of H⁻¹'s diagonal and half of s′H⁻¹s to gain", () => {
    const newton = new NewtonStep(3);
    for (let twice = 0; twice < 2; twice++) { // nothing is left of the step before
      expect(newton.take(sums())).toBe(true);
      expect([...newton.step]).toEqual([0.0625, -0.625, 2]);
      expect([...newton.standardErrors]).toEqual([Math.sqrt(0.3125), Math.sqrt(0.5), 1]);
      expect(newton.logLik).toBe(-10 + 4.8125 / 2);
    }
  });

  it("is none where the information is not positive definite, by a hair", () => {
    const [first, last] = [sums(), sums()];
    first.information[0] = 0;
    last.information[8] = 1.25 + 1e-10;
    expect([first, last].map((one) => new NewtonStep(3).take(one))).toEqual([false, false]);
    const alone = (information: number) => new NewtonStep(1).take({ score: Float64Array.of(1), information: Float64Array.of(information), logLik: 0 });
    expect([alone(1e-9), alone(1.5e-9), alone(Number.NaN), alone(-1)]).toEqual([false, true, false, false]);
  });
});

describe("what a model costs", () => {
  const tolerances: Tolerances = { estimate: 0.05, standardError: 0.1, halfUnits: 0.5, starMargin: 0.02, logLik: 0.25, nagelkerke: 0.01 };
  const wanted: ParameterTarget = { term: "t", estimate: 1, standardError: 0.5, z: [1.6, 2], sign: 1 };
  const cost = (parameters: readonly (ParameterTarget | undefined)[], [estimate, standardError]: readonly [number, number], target: object = {}, logLik = -100) => modelCost({
    k: parameters.length, beta: Float64Array.from(parameters, () => estimate - 0.25), target: { parameters, n: 50, ...target },
    newton: { step: Float64Array.from(parameters, () => 0.25), standardErrors: Float64Array.from(parameters, () => standardError), logLik },
  } as unknown as RunningModel, tolerances, -120);

  it("is nothing inside all tolerances, up to their ends", () => {
    expect(cost([wanted, undefined], [1, 0.545])).toBe(0); // z = 1.83
    expect(cost([undefined], [99, 99])).toBe(0);
    expect(cost([wanted], [1, 0.525], { logLik: -100.25 })).toBe(0);
  });

  it.each([
    ["an estimate 0.15 beyond, of z inside", [wanted], [1.1, 0.55], 2 * 0.15 ** 2 + 20 * (2 - 1.98) ** 2],
    ["a standard error 0.2 below its share", [wanted], [1, 0.35], 25 * 0.2 ** 2 + 20 * (1 / 0.35 - 2 + 0.02) ** 2],
    ["z short of its range", [wanted], [0.975, 0.625], 25 * 0.15 ** 2 + 20 * (1.62 - 1.56) ** 2],
    ["the other sign", [{ ...wanted, estimate: -1, sign: -1 }], [1, 0.5], 2 * 3.95 ** 2 + 20 * 3.62 ** 2],
    ["no star: |z| below", [{ ...wanted, z: [0, 1.6] }], [1, 0.5], 20 * (2 - 1.58) ** 2],
    ["no star, other sign, beyond the lower end", [{ ...wanted, z: [0, 1.6], sign: -1 }], [1, 0.5], 20 * (2 - 1.58) ** 2],
    ["no star, negative, inside", [{ ...wanted, z: [0, 1.6], estimate: -0.5, sign: -1 }], [-0.5, 0.5], 0],
    ["within: the estimate alone", [{ ...wanted, within: 0.5 }], [2, 99], 2 * 1.5 ** 2],
    ["half units of both", [{ ...wanted, halfUnit: { estimate: 0.1, standardError: 0.01 }, z: [0, 99] }], [1.2, 0.53], 1.5 ** 2 + 2.5 ** 2],
    ["the sum over parameters", [wanted, { ...wanted, within: 0 }, undefined, wanted], [1.1, 0.55], 2 * (2 * 0.15 ** 2 + 20 * 0.02 ** 2) + 2 * 0.2 ** 2],
  ] as [string, (ParameterTarget | undefined)[], [number, number], number][])("%s", (_, parameters, found, expected) => {
    expect(cost(parameters, found)).toBeCloseTo(expected, 10);
  });

  it("takes the log-likelihood, or Nagelkerke's R² where that is not printed", () => {
    expect(cost([], [0, 0], { logLik: -101.25 })).toBeCloseTo(0.3, 12);
    expect(cost([], [0, 0], { logLik: -98.75, nagelkerke: 0 })).toBeCloseTo(0.3, 12);
    // (1 − e^(−40/50)) / (1 − e^(−240/50)) = 0.550671 / 0.991770
    expect(nagelkerke(-100, -120, 50)).toBeCloseTo(0.55524, 4);
    expect(cost([], [0, 0], { nagelkerke: nagelkerke(-100, -120, 50) - 0.03 })).toBeCloseTo(3000 * 0.02 ** 2, 8);
    expect(cost([], [0, 0])).toBe(0);
  });
});

describe("people within their bounds", () => {
  /** 100 of Changchun and 400 of the south, just within: a quarter and a hundredth less of each high level, 155 women. */
  function people(change: (people: People) => void = () => undefined): People {
    const made = emptyPeople(500, 100);
    made.age.fill(22);
    made.education.fill(1);
    made.gender.fill(1, 0, 155);
    for (const [from, size] of [[0, 100], [100, 400]]) {
      made.outcome.fill(OUTCOME.staysLong, from, from + 0.24 * size);
      made.outcome.fill(OUTCOME.staysForever, from + 0.24 * size, from + 0.48 * size);
    }
    made.education[98] = 0; // 98 and 99 leave Changchun, received by themselves
    made.age[98] = 18;
    made.behaviour[99] = 1;
    change(made);
    return made;
  }

  it.each<[string, boolean, (people: People) => void]>([
    ["just so", true, () => undefined],
    ["154 women", false, ({ gender }) => { gender[0] = 0; }],
    ["272 women", true, ({ gender }) => { gender.fill(1, 0, 272); }],
    ["273 women", false, ({ gender }) => { gender.fill(1, 0, 273); }],
    ["a graduate of 21", false, ({ age }) => { age[499] = 21; }],
    ["the first a graduate of 21", false, ({ age }) => { age[0] = 21; }],
    ["nobody without a degree leaves", false, ({ outcome }) => { outcome[98] = OUTCOME.consideredBefore; }],
    ["who has no degree was received by others", false, ({ reception }) => { reception[98] = RECEPTION.other; }],
    ["who takes part was received by others", false, ({ reception }) => { reception[99] = RECEPTION.other; }],
    ["no participant leaves", false, ({ behaviour }) => { behaviour[99] = 0; }],
    ["one who is both", true, ({ education, age, behaviour }) => { education[98] = 1; age[98] = 22; education[99] = 0; behaviour[99] = 1; }],
    ["the only two live in the south", false, ({ education, age, behaviour }) => { education[98] = 1; age[98] = 22; behaviour[99] = 0; education[499] = 0; behaviour[499] = 1; }],
    ["one too few stay long in Changchun", false, ({ outcome }) => { outcome[0] = OUTCOME.consideredAfter; }],
    ["one too few stay for ever in Changchun", false, ({ outcome }) => { outcome[47] = OUTCOME.consideredAfter; }],
    ["one too few stay long in the south", false, ({ outcome }) => { outcome[100] = OUTCOME.consideredAfter; }],
    ["one too few stay for ever in the south", false, ({ outcome }) => { outcome[291] = OUTCOME.staysLong; }],
  ])("%s: %s", (_, within, change) => {
    expect(withinBounds(people(change))).toBe(within);
  });
});

describe("what people are drawn from", () => {
  it("has 187 of Changchun and 590 of the south in every deck, with Table 1's counts", () => {
    const sums = Object.entries(DECKS).map(([name, deck]) => [name, ...[1, 2].map((place) => deck.reduce((sum, row) => sum + row[place], 0)), deck.map(([, changchun, south]) => changchun + south)]);
    expect(sums).toEqual([
      ["gender", 187, 590, [190, 587]], ["education", 187, 590, [52, 725]], ["cumulativeCausation", 187, 590, [195, 582]], ["behaviour", 187, 590, [79, 698]],
      ["cognition", 187, 590, [323, 454]], ["reception", 187, 590, [381, 140, 118, 138]],
    ]);
    expect(Object.values(DECKS).map((deck) => deck.map(([value]) => value))).toEqual([[1, 0], [0, 1], [1, 0], [1, 0], [1, 0], [0, 1, 2, 3]]);
    expect(Object.values(RANKS).map((ranks) => ranks.reduce((sum, [, count]) => sum + count, 0))).toEqual([187, 590]);
    // Who wishes to stay or considered it: 111 and 421 are the events of M1 and M3.
    expect([187 - RANKS.changchun[4][1], 590 - RANKS.south[3][1]]).toEqual([111, 421]);
  });

  it("has the margins that the paper prints", () => {
    const { city, support, education, cumulativeCausation, participationBehaviour, participationCognition, n } = readPublished(dataFile("published.json")).table1 as Record<string, Record<string, [number, string]>>;
    const counts = (answers: Record<string, [number, string]>) => Object.values(answers).map(([count]) => count);
    expect([n, MARGINS.n]).toEqual([777, 777]);
    expect([city, education, support, cumulativeCausation, participationBehaviour, participationCognition].map(counts)).toEqual(
      [MARGINS.city, MARGINS.education, MARGINS.reception, MARGINS.cumulativeCausation, MARGINS.participationBehaviour, MARGINS.participationCognition].map((own) => Object.values(own)));
    expect([MARGINS.ageMean, MARGINS.contactMean, MARGINS.events, CHANGCHUN, SOUTH]).toEqual([[35.35, 35.45], [3.75, 3.85], { changchun: { transnational: 111, inMigration: 102 }, south: { transnational: 421 } }, 187, 590]);
  });

  it("has ages from 22 to 68, most at 26, and sums of three items from 3 to 15", () => {
    expect(Object.keys(AGE_WEIGHTS)).toEqual(Array.from({ length: 47 }, (_, i) => String(22 + i)));
    expect([22, 23, 25, 26, 27, 40, 60, 64, 65, 68].map((age) => AGE_WEIGHTS[age])).toEqual([45, 60, 90, 105, 101, 51, 7, 3, 3, 3]);
    const weights = Object.entries(CONTACT_WEIGHTS).map(([sum, weight]) => [Number(sum), weight]);
    const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
    expect([weights.length, total]).toEqual([13, 1049]);
    expect(weights.reduce((sum, [contact, weight]) => sum + contact * weight, 0)).toBe(11_842);
  });
});
