import { expect, test } from "vitest";
import { averageMarginalEffects } from "../../src/models/effects/averageMarginalEffects";
import { designErrors } from "../../src/models/sensitivity/designErrors";
import { eValue } from "../../src/models/sensitivity/eValue";
import { waldPower } from "../../src/models/sensitivity/power";
import { codeSample } from "../../src/sfrc/codeSample";
import { readPublished, readSurvey } from "../../src/sfrc/ourSurvey";
import { sfrc } from "../../src/sfrc/study";
import { runStudy } from "../../src/study/runStudy";
import type { PublishedTable } from "../../src/published/publishedTable";
import { sensitivityOf } from "../../src/study/sensitivity";
import { tiny, tinyPeople } from "./tinyStudy";

const result = runStudy(sfrc, codeSample(readSurvey()));
const found = sensitivityOf(result, readPublished());
const one = found.find(({ hypothesis, model }) => hypothesis === "H3c" && model === "M3")!;

test("each hypothesis has a row in each group, from the fit and the printed table", () => {
  expect(found).toHaveLength(21);
  const fit = result.fits.M3;
  const row = fit.coefficients.find(({ term }) => term === "supportUnit")!;
  expect(one).toMatchObject({ group: "south", term: "supportUnit", n: 590, atN: 590, share: 421 / 590, estimate: row.estimate, oddsRatio: Math.exp(row.estimate) });
  expect(one.eValue).toEqual(eValue(row, 421 / 590));
  expect(one.printed).toEqual({ standardError: 0.379, designs: [1.5, 2, 3].map((oddsRatio) => ({ oddsRatio, ...designErrors(Math.log(oddsRatio), 0.379, 0.1) })) });
});

test("the smallest detectable effect is found in four of five, by its own power", () => {
  const [effect] = averageMarginalEffects(result.fits.M3, result.samples.M3.X, { only: ["supportUnit"] });
  expect(one.effect.estimate).toBe(effect.estimate);
  expect(waldPower(one.minimumDetectable, effect.standardError, 0.1)).toBeCloseTo(0.8, 4);
  expect(one.power).toEqual([0.05, 0.1].map((size) => ({ effect: size, power: waldPower(size, effect.standardError, 0.1) })));
});

test("at a printed n of four times as many, half the effect is detectable; without print the fit's n stands", () => {
  const published = readPublished();
  const larger = { ...published, models: { ...published.models, M3: { ...published.models.M3, n: 4 * 590, scale: "oddsRatio" as const } } };
  const at = sensitivityOf(result, larger).find(({ hypothesis, model }) => hypothesis === "H3c" && model === "M3")!;
  expect(at.minimumDetectable).toBeCloseTo(one.minimumDetectable / 2, 12);
  expect(at.printed).toBeNull();
  expect(sensitivityOf(result).map(({ atN, printed }) => [atN, printed])).toContainEqual([777, null]);
});

test("a hypothesis on the opposite of its term has the negative of the estimate and the same E-value", () => {
  const hypotheses = sfrc.hypotheses.map((hypothesis) => ({ ...hypothesis, opposed: true }));
  const turned = sensitivityOf({ ...result, study: { ...result.study, hypotheses } }, readPublished()).find(({ hypothesis, model }) => hypothesis === "H3c" && model === "M3")!;
  expect(turned).toMatchObject({ estimate: -one.estimate, eValue: one.eValue, effect: { estimate: -one.effect.estimate } });
});

test("a refused model leaves its hypotheses out", () => {
  expect(sensitivityOf({ ...result, fits: { M4: result.fits.M4 } }).map(({ model }) => model)).toEqual(Array(7).fill("M4"));
});

/** Two groups, a binary and an ordered model in each (./tinyStudy). */
const small = runStudy({
  ...tiny, terms: [...tiny.terms, { name: "z", label: tiny.title }],
  hypotheses: [
    { id: "H", claim: tiny.title, term: "x", decidedBy: [{ group: "a", model: "Ba" }, { group: "b", model: "Ob" }] },
    { id: "Not", claim: tiny.title, term: "w", opposed: true, decidedBy: [{ group: "a", model: "Ba" }] },
    { id: "None", claim: tiny.title, term: "z", decidedBy: [{ group: "a", model: "Ba" }, { group: "b", model: "nowhere" }] },
  ],
}, tinyPeople());
const cell = (term: string, se?: string) => ({ term, coef: "0.5", stars: "", ...(se === undefined ? {} : { se }) });
const printedAs = (change: object) => ({ models: { Ba: { n: 240, rows: [cell("w", "0.9"), cell("x", "0.5")], ...change } } }) as unknown as PublishedTable;

test("each part of the answer is of the model and term that decide, by hand", () => {
  const [a, b, not, ...more] = sensitivityOf(small, printedAs({}));
  expect([[a, b, not].map(({ hypothesis, group, model, term }) => [hypothesis, group, model, term]), more]).toEqual([[["H", "a", "Ba", "x"], ["H", "b", "Ob", "x"], ["Not", "a", "Ba", "w"]], []]);
  const { coefficients, n, events } = small.fits.Ba;
  const [constant, x, w] = ["const", "x", "w"].map((term) => coefficients.find((one) => one.term === term)!);
  const p = (eta: number) => 1 / (1 + Math.exp(-eta));
  const rise = small.samples.Ba.people.map((who) => constant.estimate + w.estimate * Number(who.w)).reduce((sum, eta) => sum + p(eta + x.estimate) - p(eta), 0) / 60;
  expect(a).toMatchObject({ n: 60, share: events! / n, estimate: x.estimate, standardError: x.standardError, oddsRatio: Math.exp(x.estimate), effect: { estimate: expect.closeTo(rise, 10), type: "discrete" }, atN: 240 });
  // At four times as many people the standard error is half; 1.645 + 0.842 of it are found in four of five.
  const half = a.effect.standardError / 2;
  expect(a.minimumDetectable / half).toBeCloseTo(1.6448536 + 0.8416212, 3);
  expect(a.power).toEqual([0.05, 0.1].map((effect) => ({ effect, power: waldPower(effect, half, 0.1) })));
  expect(a.eValue).toEqual(eValue({ estimate: x.estimate, lower: x.lower, upper: x.upper }, events! / n));
  expect(a.printed).toEqual({ standardError: 0.5, designs: [1.5, 2, 3].map((oddsRatio) => ({ oddsRatio, ...designErrors(Math.log(oddsRatio), 0.5, 0.1) })) });

  const ordered = small.fits.Ob.coefficients.find(({ term }) => term === "x")!;
  expect(b).toMatchObject({ n: 60, share: null, estimate: ordered.estimate, atN: 60, printed: null, effect: { estimate: averageMarginalEffects(small.fits.Ob, small.samples.Ob.X, { only: ["x"] }).at(-1)!.estimate } });
  expect(b.eValue).toEqual(eValue(ordered, 0.5));

  const [turned] = averageMarginalEffects(small.fits.Ba, small.samples.Ba.X, { only: ["w"] });
  expect(not).toMatchObject({ estimate: -w.estimate, standardError: w.standardError, oddsRatio: Math.exp(-w.estimate), effect: { estimate: -turned.estimate, standardError: turned.standardError }, printed: { standardError: 0.9 } });
  expect(not.eValue).toEqual(eValue({ estimate: -w.estimate, lower: -w.upper, upper: -w.lower }, events! / n));
});

test("print has designs where it has a standard error of a log-odds above 0", () => {
  const of = (change: object) => sensitivityOf(small, printedAs(change))[0].printed?.standardError ?? null;
  expect([of({}), of({ scale: "logOdds" }), of({ scale: "oddsRatio" }), of({ rows: [cell("x")] }), of({ rows: [cell("x", "0.0")] }), of({ rows: [cell("x", "-0.5")] }), of({ rows: [cell("w", "0.9")] }), of({ rows: [cell("x", "0.001")] }), of({ brackets: "z" }), of({ brackets: "se" })]).toEqual([0.5, 0.5, null, null, null, null, null, 0.001, null, 0.5]);
  expect(sensitivityOf(small, printedAs({ n: undefined }))[0].atN).toBe(60);
});
