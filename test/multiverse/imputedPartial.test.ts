import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pool } from "../../src/models/imputation/rubin";
import { fitPartialOrdered } from "../../src/models/partial/partialOrdered";
import { enumerate } from "../../src/multiverse/enumerate";
import { fitUniverses } from "../../src/multiverse/fitUniverses";
import { planUniverses } from "../../src/multiverse/plan";
import type { Estimates } from "../../src/multiverse/plannedFit";
import { pooledFit } from "../../src/multiverse/pooledFit";
import { runMultiverse } from "../../src/multiverse/runMultiverse";
import type { Deed } from "../../src/multiverse/spec";
import { projectFolder } from "../../src/projectFolder";
import { codings } from "../../src/sfrc/codings";
import { imputeSurvey } from "../../src/sfrc/imputeSurvey";
import { readSurvey } from "../../src/sfrc/ourSurvey";
import { defaultReadings } from "../../src/sfrc/readings";
import { sfrc } from "../../src/sfrc/study";
import fixture from "../fixtures/multiverseOptions.json";
import { controls, decision, option, outcome, smallPeople, smallSpec, smallStudy } from "./small";

const survey = readSurvey();
const imputed = imputeSurvey(survey, { imputations: 5, seed: 1 });
const code = codings(survey);
const near = (value: number) => expect.closeTo(value, 8);

/** Every drawn answer: imputation, id, column, answer. */
function drawnAnswers(): string {
  const given = new Map(survey.respondents.map((who) => [who.id, who]));
  const lines = imputed.surveys.flatMap(({ respondents }, m) => respondents.flatMap((who) => survey.codebook.columns.flatMap(({ name }) => {
    const [before, now] = [given.get(who.id)![name], who[name]];
    return before === undefined && now !== undefined ? [`${m + 1},${who.id},${name},${now}`] : [];
  })));
  return ["imputation,id,column,answer", ...lines, ""].join("\n");
}

test("the answers that R takes for drawn are those that are drawn", async () => {
  await expect(drawnAnswers()).toMatchFileSnapshot(join(projectFolder, "test", "fixtures", "multiverseDrawn.csv"));
  expect(readFileSync(join(projectFolder, "test", "fixtures", "multiverseDrawn.csv"), "utf8").split("\n").length).toBeGreaterThan(500);
});

test("universes with imputed answers (pooled by Rubin's rules) and partial proportional odds are R's (multiverseOptions.R) to 1e-8", async () => {
  const deeds: Record<string, Deed> = Object.fromEntries(fixture.universes.map(({ id, deed }) => [id, deed as Deed]));
  const spec = { ...smallSpec([decision("what", option("paper"), ...Object.entries(deeds).map(([id, deed]) => option(id, deed)))]), models: ["M1", "M3", "M4"], terms: fixture.terms };
  const universes = await fitUniverses(planUniverses(spec, sfrc, enumerate(spec), code));
  for (const { id, model, n, estimate, standardError, p } of fixture.universes) {
    const found = fixture.terms.map((term) => universes.find((one) => one.model === model && one.term === term && one.options.what === id)!);
    expect(found.map((one) => (one.status === "fitted" ? [one.term, one.n, one.estimate, one.standardError, one.p] : one)), `${id} ${model}`)
      .toEqual(fixture.terms.map((term, j) => [term, n, near(estimate[j]), near(standardError[j]), near(p[j])]));
  }
  expect(fixture.universes.length).toBeGreaterThanOrEqual(8);
}, 600_000);

test("imputed answers do not depend on which decisions are crossed, and other readings are coded from the same answers", () => {
  const one = { imputations: 5, seed: 1, index: 2 };
  expect(code({ readings: {}, skips: [], imputation: one }).length).toBe(imputed.people);
  expect(code({ readings: { gender: "male" }, skips: [], imputation: one }).map(({ gender }) => 1 - gender!)).toEqual(code({ readings: {}, skips: [], imputation: one }).map(({ gender }) => gender));
  expect(imputeSurvey(survey, { imputations: 2, seed: 1, cycles: 1 }, defaultReadings, ["workCategory"]).people).toBeGreaterThan(imputed.people);
});

test("a draw of missing answers that cannot be fitted is a row with its reason: nothing is pooled over the rest", () => {
  const fitted = { estimate: Float64Array.of(1, NaN), standardError: Float64Array.of(0.5, NaN), p: Float64Array.of(0.05, NaN) };
  const model = { terms: ["x", "free"], family: "binomial" } as const;
  expect(pooledFit([fitted, { refused: { en: "(separation) x", zh: "（数据分离）x" } }, fitted], model, 100)).toEqual({ refused: { en: "(separation) x (in 1 of 3 imputations)", zh: "（数据分离）x（3 次插补中有 1 次）" } });
  const pooled = pooledFit([fitted, fitted], model, 100) as typeof fitted;
  expect([...pooled.estimate, ...pooled.standardError]).toEqual([1, NaN, 0.5, NaN]);
});

test("a pooled fit tells its degrees of freedom, of which a free slope takes one a cut", () => {
  const fit = (estimate: number) => ({ estimate: Float64Array.of(estimate, NaN), standardError: Float64Array.of(0.5, NaN), p: Float64Array.of(0.05, NaN) });
  const fits = [fit(1), fit(1.4)];
  const model = { terms: ["x", "free"], family: "ordered", levels: [1, 2, 3, 4] } as const;
  const df = (plan: Parameters<typeof pooledFit>[1]) => (pooledFit(fits, plan, 30) as Estimates).df![0];
  expect(df(model)).toBe(pool("x", [1, 1.4], [0.5, 0.5], 30 - 2 - 3).df);
  expect(df({ ...model, nonparallel: ["free"] })).toBe(pool("x", [1, 1.4], [0.5, 0.5], 30 - 1 - 3 - 3).df);
});

const people = smallPeople(400);
const slopes = decision("slopes", option("parallel"), option("aFree", { nonparallel: ["a"], when: { outcome: ["ordered"] } }), option("xFree", { nonparallel: ["x"], when: { outcome: ["ordered"] } }));

test("partial proportional odds: the term that keeps one slope has that estimate, one that has several is refused, and both are counted", async () => {
  const { universes, curves } = await runMultiverse(smallSpec([controls, outcome, slopes]), smallStudy, () => people);
  const of = (slope: string, control = "both") => universes.find(({ options }) => options.slopes === slope && options.controls === control && options.outcome === "ordered")!;
  const fit = fitPartialOrdered(people.map(({ x, a, b }) => [x, a, b] as number[]), people.map(({ level }) => level as number), ["x", "a", "b"], [1, 2, 3], ["a"]);
  expect(of("aFree")).toMatchObject({ status: "fitted", estimate: near(fit.coefficients.find(({ term }) => term === "x")!.estimate) });
  expect(of("aFree", "none")).toMatchObject({ estimate: (of("parallel", "none") as { estimate: number }).estimate }); // a is not in it
  expect(of("xFree")).toMatchObject({ status: "refused", reason: "the slope of x differs from cut point to cut point: it has no one estimate" });
  expect(curves[0].counted.refused).toBe(3);
});

test("of a binary outcome, or with other than classical standard errors, they are refused with their reason", async () => {
  const { universes } = await runMultiverse(smallSpec([decision("slopes", option("one"), option("free", { nonparallel: ["a"] }), option("robust", { nonparallel: ["a"], outcome: "level", family: "ordered", covariance: "HC1" }))]), smallStudy, () => people);
  expect(universes.map((one) => (one.status === "refused" ? one.reason : ""))).toEqual([
    "", expect.stringContaining("are of an ordered outcome"), expect.stringContaining("classical standard errors"),
  ]);
});

test("what is not drawn under the null is in no statistic of it, has no adjusted p, and is counted", async () => {
  const drawing = { draws: 9, seed: 3 };
  const all = await runMultiverse(smallSpec([controls, outcome, slopes]), smallStudy, () => people, drawing);
  const without = await runMultiverse(smallSpec([controls, outcome]), smallStudy, () => people, drawing);
  expect(all.tests.map(({ undrawn }) => undrawn)).toEqual([2, 2, 2, 2]); // a free beside b or not; without a it is the parallel one
  expect(all.tests.map(({ undrawn: _, ...test }) => test)).toEqual(without.tests.map(({ undrawn: _, ...test }) => test));
  expect([...all.adjusted.values()]).toEqual([...without.adjusted.values()]);
  expect(all.curves[0].distinct.length).toBe(without.curves[0].distinct.length + 2);
});
