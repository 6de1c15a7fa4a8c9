import { describe, expect, it } from "vitest";
import { fitFirth } from "../../../src/models/firth/fitFirth";
import { refusalOf } from "../refusalOf";

const n = 24;
const all = Array.from({ length: n }, (_, i) => i);
const x = all.map((i) => 20 + 3 * Math.sin(1.7 * i));
const z = all.map((i) => Math.cos(2.9 * i));
const y = all.map((i) => Number((7 * i) % 11 < 3));

describe("a fit by Firth's likelihood", () => {
  it("of a constant alone has a half added to either outcome, and no test of terms", () => {
    const fit = fitFirth(y.map(() => [1]), y, ["const"]);
    expect(fit.coefficients[0].estimate).toBeCloseTo(Math.log(7.5 / 17.5), 9); // 7 of 24
    expect(fit.firth!.likelihoodRatio).toEqual({ statistic: null, df: 0, p: null, note: "there are no terms" });
    // At p the penalised log-likelihood is 7.5 log p + 17.5 log(1 − p) and a number: its ends, and the constant at 0.
    const at = (b: number) => 7.5 * Math.log(1 / (1 + Math.exp(-b))) + 17.5 * Math.log(1 / (1 + Math.exp(b)));
    const { estimate, lower, upper } = fit.coefficients[0];
    for (const end of [lower, upper]) expect(2 * (at(estimate) - at(end))).toBeCloseTo(3.841458820694124, 6);
    expect(fit.firth!.terms).toEqual([{ term: "const", statistic: expect.closeTo(2 * (at(estimate) - at(0)), 7) as number, df: 1, p: fit.coefficients[0].p }]);
  });

  it("does not depend on what the columns are mixed from, nearly the same ones included", () => {
    const plain = fitFirth(all.map((i) => [1, x[i], z[i]]), y, ["const", "x", "z"]);
    const mixed = fitFirth(all.map((i) => [1, x[i], x[i] + 1e-5 * z[i]]), y, ["const", "x", "z"]);
    expect(mixed.logLik).toBeCloseTo(plain.logLik, 8);
    expect(mixed.firth!.likelihoodRatio).toEqual({ statistic: expect.closeTo(plain.firth!.likelihoodRatio.statistic!, 5) as number, df: 2, p: expect.closeTo(plain.firth!.likelihoodRatio.p!, 5) as number });
    const [[a, b, c], [d, e, f]] = [plain, mixed].map(({ coefficients }) => coefficients);
    expect([d.estimate, e.estimate + f.estimate, f.estimate * 1e-5]).toEqual([a, b, c].map(({ estimate }) => expect.closeTo(estimate, 6) as number));
    expect([f.lower * 1e-5, f.upper * 1e-5, f.standardError * 1e-5, f.p]).toEqual([c.lower, c.upper, c.standardError, c.p].map((value) => expect.closeTo(value, 5) as number));
    expect([d.lower, d.upper, d.p]).toEqual([a.lower, a.upper, a.p].map((value) => expect.closeTo(value, 5) as number));
  });

  it("moves with the constant where a column is moved, the constant's interval too", () => {
    // At x = 20 the constant of the first is that of the second, wherever the constant stands.
    const first = fitFirth(all.map((i) => [x[i] - 20, 1, z[i]]), y, ["x", "const", "z"]);
    const second = fitFirth(all.map((i) => [1, 2 * z[i], x[i] - 20]), y, ["const", "z", "x"]);
    const [one, two] = [first.coefficients[1], second.coefficients[0]];
    expect([one.estimate, one.lower, one.upper, one.p]).toEqual([two.estimate, two.lower, two.upper, two.p].map((value) => expect.closeTo(value, 6) as number));
    expect(first.coefficients[2].upper / second.coefficients[1].upper).toBeCloseTo(2, 6);
  });

  it("whose weights add up to more than a number holds is refused", () => {
    expect(refusalOf(() => fitFirth(all.map((i) => [1, x[i]]), y, ["const", "x"], { weights: all.map(() => 1e308) }))).toBe("Model refused (not-converged): the penalised likelihood's maximum was not reached");
  });
});
