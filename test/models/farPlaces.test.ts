import { expect, it } from "vitest";
import { fitBinary } from "../../src/models/binary";
import { averageMarginalEffects } from "../../src/models/effects/averageMarginalEffects";
import { contrastPredictions, type Measure } from "../../src/models/effects/contrastPredictions";
import { predictInside } from "../../src/models/effects/predictInside";
import { fitOrderedLogit } from "../../src/models/ordered";
import { expectClose } from "./fixtures";
import { refusalOf } from "./refusalOf";

/*
 * datasets::mtcars: y <- cut(mtcars$carb, c(0, 1, 2, 3, 8), labels = FALSE), x <- mtcars$wt. Of R 4.2.2's
 * clm(ordered(y) ~ x, control = clm.control(gradTol = 1e-12, relTol = 1e-14)): P(top level) = plogis(b·v − t3), and with
 * s² = (0, 0, −1, v) V (0, 0, −1, v)′ its interval plogis(b·v − t3 ± 1.96 s). A level beyond the last cut point was 1 less a
 * number that rounds to 1: 0, or a few sixteenths of nothing.
 */
const y = [4, 4, 1, 1, 2, 1, 4, 2, 2, 4, 4, 3, 3, 3, 4, 4, 4, 1, 2, 1, 1, 2, 2, 4, 2, 1, 2, 2, 4, 4, 4, 2];
const x = [2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78];
const X = x.map((value) => [1, value]);
const ordered = fitOrderedLogit(X, y, ["const", "x"], [1, 2, 3, 4]);

it.each([
  [-25, 1.71826009690754e-17, 2.20931510711524e-16, 1.95189744073767e-28, 1.51258628307967e-6],
  [-40, 3.06494848746395e-26, 6.02461637690633e-25, 5.68563509537312e-43, 1.65221810012593e-9],
])("the highest level's probability has its digits where all others are certain: x = %d", (at, estimate, standardError, lower, upper) => {
  const top = predictInside(ordered, [[1, at]])[3];
  expectClose(top.estimate, estimate, 1e-8);
  expectClose(top.standardError, standardError, 1e-8);
  expectClose(top.lower, lower, 1e-7);
  expectClose(top.upper, upper, 1e-7);
});

it("so have the levels between: plogis(b·v − t1) − plogis(b·v − t2)", () => {
  const between = (at: number): number => predictInside(ordered, [[1, at]])[1].estimate;
  expectClose(between(-25), 1.58215910352183e-16, 1e-8);
  expectClose(between(-40), 2.82217817895791e-25, 1e-8);
});

it("the probabilities of a row sum to 1, near and far", () => {
  for (const at of [-40, -10, 0, 3, 40]) expectClose(predictInside(ordered, [[1, at]]).reduce((sum, { estimate }) => sum + estimate, 0), 1, 1e-15);
});

const places = (from: number, to: number) => [{ at: { x: String(from) }, X: [[1, from]] }, { at: { x: String(to) }, X: [[1, to]] }];
const contrast = (fit: typeof ordered, from: number, to: number, measure: Measure) => contrastPredictions(fit, places(from, to), { contrast: "pairwise", measure });

it("ratios and odds ratios of such probabilities: e^b, for a logit", () => {
  const [ratio, odds] = [contrast(ordered, -40, -39, "ratio")[3], contrast(ordered, -40, -39, "oddsRatio")[3]];
  expectClose(ratio.estimate, 3.83040223081362, 1e-8);
  expectClose(ratio.lower, 1.57511772036253, 1e-7);
  expectClose(ratio.upper, 9.31484743022572, 1e-7);
  expectClose(odds.estimate, 3.83040223081362, 1e-8);
  // glm(y > 2 ~ x, binomial) at x = 40 and 41, where both probabilities round to 1; the probit by pnorm(log.p = TRUE) at 14 and 15.
  const high = y.map((level) => Number(level > 2));
  expectClose(contrast(fitBinary(X, high, ["const", "x"]), 40, 41, "oddsRatio")[0].estimate, 6.87876082123514, 1e-8);
  expectClose(contrast(fitBinary(X, high, ["const", "x"], { link: "probit" }), 14, 15, "oddsRatio")[0].estimate, 5750812.03966645, 1e-7);
});

it("semi-elasticities of such rows: b(1 − P), with b's standard error where P is nearly 0", () => {
  const top = averageMarginalEffects(ordered, [[1, -40], [1, -39]], { elasticity: "eydx" })[3];
  expectClose(top.estimate, 1.342969818778, 1e-8);
  expectClose(top.standardError, 0.453395987486, 1e-7);
});

it("a probability that is 0 to the last digit has no ratio and no elasticity, and is refused: they were NaN", () => {
  const probit = fitBinary(X, y.map((level) => Number(level > 2)), ["const", "x"], { link: "probit" });
  const said = "Model refused (bad-input): a predicted probability rounds to 0, which has no logarithm: the values asked for are far from the data";
  expect(refusalOf(() => contrast(probit, -100, -99, "ratio"))).toBe(said);
  expect(refusalOf(() => averageMarginalEffects(probit, [[1, -100], [1, 2]], { elasticity: "eydx" }))).toBe(said);
  expect(refusalOf(() => averageMarginalEffects(probit, [[1, -100], [1, 2]], { elasticity: "eyex" }))).toBe(said);
});
