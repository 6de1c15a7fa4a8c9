import { expect, test } from "vitest";
import { fitBinaryLogit } from "../../src/models/binary";
import { inverse } from "../../src/models/numeric/cholesky";
import { twoSidedP } from "../../src/models/numeric/normal";
import { seededRandom } from "../../src/models/numeric/random";
import { fitOrderedLogit } from "../../src/models/ordered";
import { curvesOf } from "../../src/multiverse/curves";
import { enumerate } from "../../src/multiverse/enumerate";
import { fitUniverses } from "../../src/multiverse/fitUniverses";
import { nullCurve } from "../../src/multiverse/nullCurve";
import { drawOutcomes, drawsOf, MOST_DRAWS } from "../../src/multiverse/nullDraw";
import { nullShifts } from "../../src/multiverse/nullShifts";
import { planUniverses } from "../../src/multiverse/plan";
import { refitAll } from "../../src/multiverse/refitAll";
import { runMultiverse } from "../../src/multiverse/runMultiverse";
import { judge } from "../../src/multiverse/testCurves";
import { controls, decision, option, outcome, smallPeople, smallSpec, smallStudy } from "./small";

const people = smallPeople();
const numbers = (name: string) => people.map((who) => who[name] as number);
const [x, a, b, y] = ["x", "a", "b", "y"].map(numbers);
const design = (...columns: number[][]) => people.map((_, i) => [1, ...columns.map((column) => column[i])]);

test("max-type and curve p are those of a brute-force loop", async () => {
  const [draws, seed] = [39, 11];
  const result = await runMultiverse(smallSpec([controls]), smallStudy, () => people, { draws, seed });
  const nullFit = fitBinaryLogit(design(a, b), y, ["const", "a", "b"]).coefficients.map(({ estimate }) => estimate);
  const models = (outcomes: number[]) => [[x, a, b], [x, a], [x]].map((columns) => fitBinaryLogit(design(...columns), outcomes, ["const", "x", "a", "b"].slice(0, columns.length + 1)).coefficients[1]);
  const observed = models(y);
  type Found = readonly { readonly estimate: number; readonly z: number; readonly p: number }[];
  const medianOf = (found: Found) => found.map(({ estimate }) => estimate).sort((one, other) => one - other)[1];
  const maxOf = (found: Found) => Math.max(...found.map(({ z }) => Math.abs(z)));
  const chances = (X: number[][], beta: readonly number[]) => X.map((row) => 1 / (1 + Math.exp(-row.reduce((sum, value, j) => sum + value * beta[j], 0))));
  const under = chances(design(a, b), nullFit);
  // To first order an estimate answers to a change of person i's probability by (A⁻¹)ₓ·xᵢ, A being the information of the observed fit.
  const responses = [[x, a, b], [x, a], [x]].map((columns) => {
    const X = design(...columns);
    const p = chances(X, fitBinaryLogit(X, y, ["const", "x", "a", "b"].slice(0, columns.length + 1)).coefficients.map(({ estimate }) => estimate));
    const A = X[0].map((_, j) => X[0].map((__, k) => X.reduce((sum, row, i) => sum + p[i] * (1 - p[i]) * row[j] * row[k], 0)));
    return X.map((row) => inverse(A)![1].reduce((sum, value, j) => sum + value * row[j], 0));
  });
  const drawn = Array.from({ length: draws }, (_, draw) => {
    const random = seededRandom(seed * MOST_DRAWS + draw);
    const outcomes = under.map((p) => Number(random() < p));
    const again = chances(design(a, b), fitBinaryLogit(design(a, b), outcomes, ["const", "a", "b"]).coefficients.map(({ estimate }) => estimate));
    return models(outcomes).map(({ estimate, standardError }, u) => {
      const own = estimate - responses[u].reduce((sum, response, i) => sum + response * (again[i] - under[i]), 0);
      return { estimate: own, standardError, z: own / standardError, p: twoSidedP(own / standardError) };
    });
  });
  // A draw may have the very table of x by y that was observed: a tie, but for rounding.
  const reaches = (one: number, other: number) => one >= other * (1 - 1e-5);
  const p = (extreme: (found: Found) => boolean) => (drawn.filter(extreme).length + 1) / (draws + 1);
  const byStatistic = Object.fromEntries(result.tests.map((one) => [one.statistic, one]));
  expect(byStatistic.median).toMatchObject({ observed: expect.closeTo(medianOf(observed), 10), p: p((found) => reaches(Math.abs(medianOf(found)), Math.abs(medianOf(observed)))), draws, failed: 0 });
  expect(byStatistic.max.p).toBe(p((found) => reaches(maxOf(found), maxOf(observed))));
  const share = (found: Found) => found.filter((one) => one.p < 0.05).length;
  expect(byStatistic.shareSignificant.p).toBe(p((found) => share(found) >= share(observed)));
  expect([...result.adjusted.values()]).toEqual(observed.map(({ z }) => p((found) => reaches(maxOf(found), Math.abs(z)))));
});

test("the same seed gives the same p with one worker and with two, another seed others", async () => {
  const run = (seed: number, workers: number) => runMultiverse(smallSpec([controls, outcome]), smallStudy, () => people, { draws: 30, seed, workers });
  const [one, two, other] = [await run(3, 1), await run(3, 2), await run(4, 1)];
  expect(two.tests).toEqual(one.tests);
  expect([...two.adjusted]).toEqual([...one.adjusted]);
  expect(other.tests).not.toEqual(one.tests);
});

test("draws that were made before are not made again", async () => {
  const spec = smallSpec([controls]);
  const kept: [number, number][] = [];
  const known = new Map([[JSON.stringify(["S", "x"]), new Map(Array.from({ length: 20 }, (_, draw) => [draw, null]))]]);
  const { tests } = await runMultiverse(spec, smallStudy, () => people, { draws: 30, seed: 3, known, keep: (_, from, draws) => kept.push([from, draws.length]) });
  expect(kept).toEqual([[20, 10]]);
  expect(tests[0]).toMatchObject({ draws: 30, failed: 20 });
});

test("a draw that could not be fitted counts as at least as extreme", () => {
  const universe = { id: "u", likelihood: "l", estimate: 5, standardError: 1, p: 1e-6, status: "fitted", options: {}, model: "S", term: "x" } as never;
  const curve = curvesOf([universe])[0];
  const calm = { median: 0, shareSignificant: 0, shareOfSign: 0.5, max: 0.1 };
  const { tests, adjusted } = judge(curve, [null, calm, calm, null]);
  expect(tests[0]).toMatchObject({ p: 3 / 5, draws: 4, failed: 2 });
  expect(adjusted).toEqual([["u", 3 / 5]]);
});

async function nullOf(spec: ReturnType<typeof smallSpec>) {
  const plan = planUniverses(spec, smallStudy, enumerate(spec), () => people);
  return { plan, curve: nullCurve(plan, curvesOf(await fitUniverses(plan))[0]) };
}

test("the null's probabilities are those of the models without x, with the union of the controls", async () => {
  const { plan, curve } = await nullOf(smallSpec([controls, outcome]));
  const level = numbers("level");
  const fit = fitOrderedLogit(design(a, b), level, ["const", "a", "b"], [1, 2, 3]);
  const eta = people.map((_, i) => a[i] * fit.coefficients[0].estimate + b[i] * fit.coefficients[1].estimate);
  expect(curve.drawn).toHaveLength(1);
  curve.drawn[0].above.forEach((above, cut) => {
    people.forEach((_, i) => expect(above[i]).toBeCloseTo(1 / (1 + Math.exp(fit.thresholds![cut].estimate - eta[i])), 9));
  });
  // The binary outcome is "2 or 3" of the ordered one in everybody: derived, not drawn again.
  expect(curve.derived).toEqual([{ outcome: expect.any(Number), from: curve.drawn[0].outcome, atLeast: 2 }]);
  const outcomes = drawOutcomes(curve, seededRandom(5));
  const [ordered, binary] = [outcomes.get(curve.drawn[0].outcome)!, outcomes.get(curve.derived[0].outcome)!];
  expect(Array.from(binary)).toEqual(Array.from(ordered, (value) => Number(value >= 2)));
  expect(new Set(ordered)).toEqual(new Set([1, 2, 3]));
  expect(plan.arena.people).toBe(120);
});

test("x under another coding is no control of the null; a control with gaps is one, with an indicator of them", async () => {
  const turned = await nullOf({ ...smallSpec([decision("coding", option("plain"), option("gap", { adds: ["gap"] }), option("turned", { drops: ["a"], adds: ["aTwice"] }))]) });
  const X = people.map((who) => [1, who.a as number, who.b as number, (who.gap as number | undefined) ?? 0, Number(who.gap === undefined)]);
  const beta = fitBinaryLogit(X, y, ["const", "a", "b", "g", "m"]).coefficients.map(({ estimate }) => estimate);
  const { above } = turned.curve.drawn[0];
  X.forEach((row, i) => expect(above[0][i]).toBeCloseTo(1 / (1 + Math.exp(-row.reduce((sum, value, j) => sum + value * beta[j], 0))), 9));
});

test("each draw is compared with the null model of its own, also where controls are nearly dependent: a year beside its square", async () => {
  const dated = people.map((who) => { const year = 2000 + 10 * (who.a as number); return { ...who, year, yearSquared: year * year }; });
  const study = { ...smallStudy, terms: [...smallStudy.terms, ...["year", "yearSquared"].map((name) => ({ name, label: { en: name, zh: name } }))] };
  const centred = dated.map(({ year, ...who }) => ({ ...who, year: year - 2005, yearSquared: (year - 2005) ** 2 }));
  const spec = smallSpec([decision("time", option("curved", { drops: ["a"], adds: ["year", "yearSquared"] }), option("none", { drops: ["a"] })), outcome]);
  const drawsOn = async (given: typeof people) => {
    const plan = planUniverses(spec, study, enumerate(spec), () => given);
    const curve = nullCurve(plan, curvesOf(await fitUniverses(plan))[0]);
    const drawn = Array.from({ length: 12 }, (_, i) => drawOutcomes(curve, seededRandom(i + 1)));
    return { shifts: nullShifts(curve, drawn), draws: drawsOf(curve, 1, 0, 12) };
  };
  const [raw, moved] = [await drawsOn(dated), await drawsOn(centred)];
  expect(raw.shifts.every((shift) => shift !== null && shift.size === 2)).toBe(true);
  raw.draws.forEach((draw, d) => {
    for (const statistic of ["median", "shareSignificant", "shareOfSign", "max"] as const) expect(draw![statistic]).toBeCloseTo(moved.draws[d]![statistic], 6);
  });
});

test("a draw whose null model has no finite maximum is one that cannot be fitted", async () => {
  const { curve } = await nullOf(smallSpec([controls]));
  const everybody = new Map(curve.drawn.map(({ outcome: at }) => [at, new Float64Array(people.length).fill(1)]));
  expect(nullShifts(curve, [drawOutcomes(curve, seededRandom(1)), everybody])).toEqual([expect.any(Map), null]);
  const [, refused] = refitAll(curve, [drawOutcomes(curve, seededRandom(1)), drawOutcomes(curve, seededRandom(2))], [new Map(), null]);
  expect(refused).toBeNull();
});
