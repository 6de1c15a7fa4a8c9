import { describe, expect, it } from "vitest";
import { fitBinary, fitBinaryLogit } from "../../src/models/binary";
import { withExpectedInformation } from "../../src/models/covariance/expected";
import { withClusteredCovariance, withRobustCovariance } from "../../src/models/covariance/robust";
import { influence } from "../../src/models/diagnostics/influence";
import { varianceInflation } from "../../src/models/diagnostics/varianceInflation";
import { averageEffects, averageMarginalEffects } from "../../src/models/effects/averageMarginalEffects";
import { predictProbabilities } from "../../src/models/effects/predictions";
import type { Fit } from "../../src/models/fit";
import { waldTest } from "../../src/models/hypotheses/wald";
import { seededRandom } from "../../src/models/numeric/random";
import { fitOrderedLogit } from "../../src/models/ordered";
import { RefusedModel } from "../../src/models/refusedModel";
import { expectAllClose, expectClose, fixture } from "./fixtures";

type Kind = "classical" | "HC0" | "HC1" | "HC2" | "HC3";
const r = fixture<{
  y: number[]; year: number[]; checks: number[]; age: number[]; logLik: number; leverages: number[]; cook: number[];
  effects: Record<"checks" | "year", { estimate: number; standardError: Record<Kind, number> }>; shared: Record<Kind, number[]>;
  links: Record<"probit" | "cloglog", { leverages: number[]; expected: number[] }>;
  quartic: { y: number[]; year: number[]; logLik: number; fourth: number; standardError: number };
}>("precision");
const terms = ["const", "year", "year:year", "checks", "age"];
const X = r.y.map((_, i) => [1, r.year[i], r.year[i] ** 2, r.checks[i], r.age[i]]);
const KINDS: Kind[] = ["classical", "HC0", "HC1", "HC2", "HC3"];

describe("a year and its square, as they stand", () => {
  const fit = fitBinaryLogit(X, r.y, terms);
  const withKind = (kind: Kind): Fit => (kind === "classical" ? fit : withRobustCovariance(fit, { X, y: r.y }, kind));

  it.each(KINDS)("have R's standard errors and effects of the centred year (%s)", (kind) => {
    const own = withKind(kind);
    expectAllClose(["year:year", "checks", "age"].map((term) => own.coefficients.find((row) => row.term === term)!.standardError), r.shared[kind], 1e-8);
    const both = averageEffects(own, [
      { term: "year", change: { kind: "slope", at: X, along: (i, use) => { use(1, 1); use(2, 2 * r.year[i]); } } },
      ...[3].map((column) => ({ term: "checks", change: { kind: "slope" as const, at: X, along: (_: number, use: (c: number, v: number) => void) => use(column, 1) } })),
    ]);
    for (const effect of both) {
      const theirs = r.effects[effect.term as "year"];
      expectClose(effect.estimate, theirs.estimate, 1e-8, theirs.standardError[kind], effect.term);
      expectClose(effect.standardError, theirs.standardError[kind], 1e-8, 0, effect.term);
    }
  });

  it("have R's leverages and Cook's distances, and the leverages sum to the number of parameters", () => {
    const found = influence(fit, { X, y: r.y });
    expectAllClose(found.map(({ leverage }) => leverage), r.leverages, 1e-8);
    expectAllClose(found.map(({ cooksDistance }) => cooksDistance), r.cook, 1e-7);
    expectClose(found.reduce((sum, { leverage }) => sum + leverage, 0), 5, 1e-10);
  });

  it.each(["probit", "cloglog"] as const)("have the leverages of the expected information with another link, as R (%s)", (link) => {
    const other = fitBinary(X, r.y, terms, { link });
    const found = influence(other, { X, y: r.y });
    expectAllClose(found.map(({ leverage }) => leverage), r.links[link].leverages, 1e-7);
    expectClose(found.reduce((sum, { leverage }) => sum + leverage, 0), 5, 1e-10);
    const expected = withExpectedInformation(other, { X, y: r.y });
    expectAllClose(["year:year", "checks", "age"].map((term) => expected.coefficients.find((row) => row.term === term)!.standardError), r.links[link].expected, 1e-7);
  });

  it("are fitted to the fourth power, which is no separation", () => {
    const q = r.quartic;
    const quartic = fitBinaryLogit(q.year.map((t) => [1, t, t ** 2, t ** 3, t ** 4]), q.y, ["const", "t", "t2", "t3", "t4"]);
    expectClose(quartic.logLik, q.logLik, 1e-10);
    expectClose(quartic.coefficients[4].estimate, q.fourth, 1e-6);
    expectClose(quartic.coefficients[4].standardError, q.standardError, 1e-6);
  });

  it("are refused by their condition, not for separation, where doubles cannot hold them", () => {
    const times = r.y.map((_, i) => 1.7e9 + (i % 97) / 7);
    const refuse = (): Fit => fitBinaryLogit(times.map((t) => [1, t, t * t]), r.y, ["const", "t", "t2"]);
    expect(refuse).toThrow(RefusedModel);
    expect(refuse).toThrow(/collinear.*t2/);
  });
});

/** Columns x and d, outcomes binary and ordered; x + shift − shift is the same column with what the shift leaves of its digits. */
function shifted(shift: number, n = 160) {
  const random = seededRandom(Math.abs(shift) + 7);
  const x = Array.from({ length: n }, () => (random() - 0.5) * 4 + shift);
  const d = x.map(() => Number(random() > 0.4));
  const latent = x.map((value, i) => 0.8 * (value - shift) - 0.5 * d[i] + Math.log(1 / (0.999 * random() + 0.0005) - 1));
  return { x, d, y: latent.map((v) => Number(v > 0)), grade: latent.map((v) => (v < -0.8 ? 1 : v < 0.9 ? 2 : 3)), cluster: x.map((_, i) => String(i % 23)) };
}

describe("a column far from 0", () => {
  const names = ["const", "x", "d"];
  it.each([1e3, 1e6, 1.7e9, 1e12])("has the effects, leverages, tests and robust errors of the column at 0 (+ %d)", (shift) => {
    const { x, d, y, grade, cluster } = shifted(shift);
    const designs = [x, x.map((value) => value - shift)].map((column) => column.map((value, i) => [1, value, d[i]]));
    const [far, near] = designs.map((design) => {
      const data = { X: design, y };
      const fit = fitBinaryLogit(design, y, names);
      const ordered = fitOrderedLogit(design, grade, names, [1, 2, 3]);
      const fits = [fit, withRobustCovariance(fit, data, "HC3"), withClusteredCovariance(fit, data, cluster), ordered, withRobustCovariance(ordered, { X: design, y: grade }, "HC1"), withExpectedInformation(ordered, { X: design, y: grade })];
      return [
        ...fits.flatMap((each) => averageMarginalEffects(each, design).flatMap(({ estimate, standardError }) => [estimate, standardError])),
        ...fits.flatMap((each) => each.coefficients.filter(({ term }) => term !== "const").map(({ standardError }) => standardError)),
        ...fits.flatMap((each) => predictProbabilities(each, design.slice(0, 3)).map(({ standardError }) => standardError)),
        ...influence(fit, data).flatMap(({ leverage, cooksDistance }) => [leverage, cooksDistance]),
        ...varianceInflation(fit).map(({ vif }) => vif), waldTest(fits[1], ["x", "d"]).statistic!,
      ];
    });
    expectAllClose(far, near, 1e-9);
  });

  it("is scaled where its squares would leave the range of doubles", () => {
    const { x, d, y } = shifted(0);
    const [plain, large, small] = [1, 1e160, 1e-160].map((by) => fitBinaryLogit(x.map((value, i) => [1, value * by, d[i]]), y, names).coefficients[1]);
    for (const [row, by] of [[large, 1e160], [small, 1e-160]] as const) {
      expectClose(row.estimate * by, plain.estimate, 1e-9);
      expectClose(row.standardError * by, plain.standardError, 1e-9);
      expectClose(row.p, plain.p, 1e-8);
    }
  });
});

describe("columns that are nearly one", () => {
  it.each([1e-3, 1e-5, 3e-7])("keep their standard errors to the digits that their difference holds (%d apart)", (apart) => {
    const { x, d, y } = shifted(0);
    const noise = d.map((_, i) => Math.sin(i * 1.7));
    const near = fitBinaryLogit(x.map((value, i) => [1, value, value + apart * noise[i]]), y, ["const", "a", "b"]);
    // The same span by other columns: b's slope is that of the noise, over `apart`.
    const far = fitBinaryLogit(x.map((value, i) => [1, value, (value + apart * noise[i] - value) / apart]), y, ["const", "a", "b"]);
    expectClose(near.coefficients[2].standardError * apart, far.coefficients[2].standardError, 1e-7);
    expectClose(near.coefficients[2].estimate * apart, far.coefficients[2].estimate, 1e-7, far.coefficients[2].standardError);
  });

  it("are told from a combination, and the message says how near they are", () => {
    const { x, d, y } = shifted(0);
    const close = (apart: number) => (): Fit => fitBinaryLogit(x.map((value, i) => [1, value, value + apart * Math.sin(i * 1.7), d[i]]), y, ["const", "a", "b", "d"]);
    expect(close(1e-10)).toThrow(/but for .*e-1[01] of its spread/);
    expect(close(0)).toThrow(/b is a linear combination of a \(and the constant\)\. Drop one/);
  });
});

describe("the scale of the weights", () => {
  it.each([1e-30, 1e-18, 1e-9, 1e12])("changes no estimate (%d)", (by) => {
    const { x, d, y, grade } = shifted(0);
    const design = x.map((value, i) => [1, value, d[i]]);
    const weights = x.map((_, i) => 1 + (i % 3));
    for (const fit of [(w: number[]) => fitBinaryLogit(design, y, ["const", "x", "d"], { weights: w }), (w: number[]) => fitOrderedLogit(design, grade, ["const", "x", "d"], [1, 2, 3], { weights: w })]) {
      const [plain, scaled] = [fit(weights), fit(weights.map((w) => w * by))];
      expectAllClose(scaled.coefficients.map((row) => row.estimate), plain.coefficients.map((row) => row.estimate), 1e-9);
      expectAllClose(scaled.coefficients.map((row) => row.standardError * Math.sqrt(by)), plain.coefficients.map((row) => row.standardError), 1e-9);
    }
  });
});
