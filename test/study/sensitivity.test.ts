import { expect, test } from "vitest";
import { averageMarginalEffects } from "../../src/models/effects/averageMarginalEffects";
import { designErrors } from "../../src/models/sensitivity/designErrors";
import { eValue } from "../../src/models/sensitivity/eValue";
import { waldPower } from "../../src/models/sensitivity/power";
import { codeSample } from "../../src/sfrc/codeSample";
import { readPublished, readSurvey } from "../../src/sfrc/ourSurvey";
import { sfrc } from "../../src/sfrc/study";
import { runStudy } from "../../src/study/runStudy";
import { sensitivityOf } from "../../src/study/sensitivity";

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
