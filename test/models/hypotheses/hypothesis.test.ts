import { describe, expect, it } from "vitest";
import { fitBinary, fitBinaryLogit } from "../../../src/models/binary";
import { fitOrderedLogit } from "../../../src/models/ordered";
import { parseFactor } from "../../../src/models/data/factor";
import { fitModelData, type FitModelOptions } from "../../../src/models/data/fitModelData";
import { type ModelDataSpec, modelDataOf } from "../../../src/models/data/modelData";
import { compareGroups } from "../../../src/models/hypotheses/compareGroups";
import { differenceOf, withHolm } from "../../../src/models/hypotheses/difference";
import { holm } from "../../../src/models/hypotheses/holm";
import { readHypotheses } from "../../../src/models/hypotheses/hypothesis";
import { likelihoodRatioTest } from "../../../src/models/hypotheses/likelihoodRatio";
import { testNested } from "../../../src/models/hypotheses/nested";
import { binaryScoreTest, orderedScoreTest } from "../../../src/models/hypotheses/score";
import { scoreStatistic } from "../../../src/models/hypotheses/scoreStatistic";
import { columnsOf, dropOneTests, type FittedModel, testHypotheses, testTerms, typeTwoTests } from "../../../src/models/hypotheses/termTests";
import { waldTest } from "../../../src/models/hypotheses/wald";
import { wildDraws } from "../../../src/models/hypotheses/wildDraws";
import { wildScoreTest } from "../../../src/models/hypotheses/wildScore";
import { wildTestTerms } from "../../../src/models/hypotheses/wildTerms";
import { refusalOf } from "../refusalOf";

describe("a hypothesis", () => {
  it.each<[string, Record<string, number>, number]>([
    ["a = b", { a: 1, b: -1 }, 0], ["a == 2", { a: 1 }, 2], ["2*a - b/4 = 0.5", { a: 2, b: -0.25 }, 0.5], ["a*3 + 1 = -b + 2 - 4", { a: 3, b: 1 }, -3], ["-(a - b) = +c", { a: -1, b: 1, c: -1 }, 0],
    ["`city=Yiwu` = 0", { "city=Yiwu": 1 }, 0], ["a:b:c = a", { "a:b:c": 1, a: -1 }, 0], ["2*3*a = a", { a: 5 }, 0], ["a + a = b", { a: 2, b: -1 }, 0], ["a - a + b = 1", { a: 0, b: 1 }, 1], ["0 = a - 5", { a: -1 }, -5], ["(1 + 2)*a/(4 - 1) = 6", { a: 1 }, 6],
  ])("%s", (text, combination, value) => {
    const [found, ...more] = readHypotheses(text);
    expect(more).toEqual([]);
    expect({ ...found, value: found.value! + 0 }).toEqual({ combination, value: value + 0, text });
  });

  it("may be several, empty ones aside", () => expect(readHypotheses(" a = 1 ;; b = 2; ").map(({ text }) => text)).toEqual(["a = 1", "b = 2"]));

  const names = "A name with = in it stands in `backticks`.";
  it.each([
    ["", `"" is no equation (expected such as a = b, or a = 0). ${names}`], [" ; ", `" ; " is no equation (expected such as a = b, or a = 0). ${names}`], ["a", `"a" is no equation (expected such as a = b, or a = 0). ${names}`],
    ["a = b = c", `"a = b = c" is no equation (expected such as a = b, or a = 0). ${names}`], ["a = 1; b", `"b" is no equation (expected such as a = b, or a = 0). ${names}`],
    ["a = a", '"a = a" says nothing of a coefficient (expected an equation with a coefficient in it).'], ["1 = 2", '"1 = 2" says nothing of a coefficient (expected an equation with a coefficient in it).'],
    ...["a*b = 1", "1/a = 2", "a/0 = 1", "log(a) = 1", "a^2 = 1", "a = 'x'", "a < b = 1"].map((text) => [text, `"${text}" is not linear in the coefficients (expected sums and multiples of coefficients, such as 2*a - b = 1).`]),
    ["a:2 = 1", '"a:2 = 1" is not understood (expected names of coefficients around the colon).'], ["a:(b + c) = 1", '"a:(b + c) = 1" is not understood (expected names of coefficients around the colon).'],
  ])("%j is refused", (text, message) => expect(refusalOf(() => readHypotheses(text))).toBe(`--hypothesis: ${message}`));
});

describe("corrected p", () => {
  it("by Holm are times their number, never less than a smaller one's, at most 1", () => {
    const close = (p: number[], expected: number[]) => holm(p).forEach((value, i) => expect(value).toBeCloseTo(expected[i], 14));
    close([0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02]); // R: p.adjust(c(.01, .04, .03, .005), "holm")
    close([0.5, 0.4, 0.9], [1, 1, 1]);
    close([0.02, 0.02], [0.04, 0.04]);
    expect([holm([]), holm([0, 1])]).toEqual([[], [0, 1]]);
    for (const wrong of [-0.1, 1.1, NaN, "0.5" as unknown as number]) expect(refusalOf(() => holm([0.5, wrong]))).toBe(`${wrong} is no p-value (expected numbers from 0 to 1)`);
    expect(refusalOf(() => holm([2, 3]))).toBe("2 is no p-value (expected numbers from 0 to 1)");
    expect(withHolm([{ p: 0.01, name: "u" }, { p: 0.5, name: "v" }])).toEqual([{ p: 0.01, name: "u", pHolm: 0.02 }, { p: 0.5, name: "v", pHolm: 0.5 }]);
  });

  it("of a difference come from both standard errors", () => {
    const found = differenceOf({ estimate: 1.2, standardError: 0.3 }, { estimate: 0.2, standardError: 0.4 });
    expect(found).toEqual({ difference: 1, standardError: 0.5, z: 2, p: expect.closeTo(0.04550026389635842, 14) });
    expect(differenceOf({ estimate: 0, standardError: 3 }, { estimate: 5, standardError: 4 }).z).toBe(-1);
  });
});

const n = 48;
const rows = Array.from({ length: n }, (_, i) => i);
const noise = (seed: number) => rows.map((i) => Math.round(100 * (Math.abs(Math.sin((i + 1) * (12.9898 + seed)) * 43758.5453) % 1)) / 100);
const columns = { x: noise(1), z: noise(2), g: rows.map((i) => "pqr"[(i * 5) % 3]), h: rows.map((i) => "uvwstm"[(i * 7) % 6]) };
const y = noise(4).map((value, i) => Number(value + 0.4 * columns.x[i] > 0.7));
const level = noise(4).map((value, i) => 1 + Number(value + 0.4 * columns.x[i] > 0.5) + Number(value + 0.2 * columns.z[i] > 0.8));
const table = { file: "f.csv", columns: ["y", "level", "x", "z", "g", "h", "w", "o"], lines: rows.map((i) => i + 2), rows: rows.map((i) => [y[i], level[i], columns.x[i], columns.z[i], columns.g[i], columns.h[i], 1 + (i % 3), columns.z[i] / 2].map(String)) };
const model = (spec: Partial<ModelDataSpec>, options: Partial<FitModelOptions> = {}): FittedModel => {
  const family = spec.family ?? "binomial";
  const data = modelDataOf(table, { outcome: family === "binomial" ? "y" : "level", terms: ["x", "z", "g", "x:z"], factors: (spec.terms ?? ["g"]).some((term) => term.split(":").includes("g")) ? [parseFactor("g")] : [], ...spec, family });
  return { fit: fitModelData(data, { family, ...options }), data, options: { family, ...options } };
};
const chi = (statistic: number, df: number) => ({ statistic: expect.closeTo(statistic, 8) as number, df });

describe("tests of terms", () => {
  const full = model({});
  const find = (name: string) => full.fit.coefficients.find(({ term }) => term === name)!;

  it("by Wald of one column are z², of several gap′·covariance⁻¹·gap", () => {
    expect(testTerms(full, ["x:z"])).toMatchObject({ hypothesis: "x:z = 0", method: "Wald", ...chi(find("x:z").z ** 2, 1), p: expect.closeTo(find("x:z").p, 12) });
    const { terms, values } = full.fit.covariance;
    const [q, r] = ["g=q", "g=r"].map((name) => terms.indexOf(name));
    const [[a, b], [, d]] = [[values[q][q], values[q][r]], [values[r][q], values[r][r]]];
    const [e, f] = [find("g=q").estimate, find("g=r").estimate];
    const statistic = (d * e * e - 2 * b * e * f + a * f * f) / (a * d - b * b);
    expect(testTerms(full, ["g"])).toMatchObject({ hypothesis: "g = 0", ...chi(statistic, 2) });
    expect(testTerms(full, ["g=q", "g=r"])).toMatchObject({ hypothesis: "g=q, g=r = 0", ...chi(statistic, 2) });
    const [together, one, other] = testHypotheses(full, readHypotheses("g=q = 0; x = 1".replace("g=q", "`g=q`")));
    expect([together.hypothesis, together.df, one.hypothesis, other.hypothesis]).toEqual(["`g=q` = 0; x = 1", 2, "`g=q` = 0", "x = 1"]);
    expect(other).toMatchObject(chi(((find("x").estimate - 1) / find("x").standardError) ** 2, 1));
    expect(testHypotheses(full, readHypotheses("x = 0"))).toHaveLength(1);
    expect(refusalOf(() => testHypotheses(full, readHypotheses("x = 0; x = nothing")))).toBe('--hypothesis, column nothing: "x = nothing" names a coefficient that the fit has not (expected const, x, z, g=q, g=r, x:z). A name that holds other signs stands in `backticks`.');
    expect(waldTest(full.fit, ["x", { combination: { x: 2 }, value: 1 }])).toEqual({ statistic: null, df: 2, p: null, note: "the restrictions depend on each other, or the covariance is singular for them" });
    expect(refusalOf(() => waldTest(full.fit, ["x", "nothing"]))).toBe("the fit has no term nothing (it has const, x, z, g=q, g=r, x:z)");
  });

  it("by the likelihood ratio are twice the difference of both fits; by score, Rao's at the smaller", () => {
    const without = model({ terms: ["x", "z", "x:z"] });
    expect(testTerms(full, ["g"], "likelihood ratio")).toMatchObject({ method: "likelihood ratio", ...chi(2 * (full.fit.logLik - without.fit.logLik), 2) });
    // Rao's of a 2 × 2 table is Pearson's χ²: (ad − bc)²n/products of margins.
    const [a, b, c, d] = [7, 3, 4, 6];
    const X = rows.slice(0, 20).map((i) => [1, Number(i < 10)]);
    const outcome = rows.slice(0, 20).map((i) => Number(i < 10 ? i < a : i - 10 < c));
    const pearson = ((a * d - b * c) ** 2 * 20) / ((a + b) * (c + d) * (a + c) * (b + d));
    expect(binaryScoreTest(X, outcome, ["const", "x"], ["x"])).toMatchObject(chi(pearson, 1));
    expect(orderedScoreTest(X.map(([, x]) => [x]), outcome, ["x"], [0, 1], ["x"])).toMatchObject(chi(pearson, 1));
    for (const test of [(tested: string[]) => binaryScoreTest(X, outcome, ["const", "x"], tested), (tested: string[]) => wildScoreTest(X, outcome, ["const", "x"], tested, { clusters: X.map((_, i) => String(i)) })]) {
      expect(refusalOf(() => test([]))).toBe("no term is tested");
      expect(refusalOf(() => test(["x", "w"]))).toBe("there is no term w");
    }
    expect(testTerms(full, ["g"], "score").df).toBe(2);
    expect(scoreStatistic(Float64Array.of(2, 3), Float64Array.of(4, 0, 1, 1), 2, "singular")).toMatchObject({ statistic: expect.closeTo(4 / 3 * 1 - (2 * 2 * 3) / 3 + (4 * 9) / 3, 12), df: 2 });
    expect(scoreStatistic(Float64Array.of(2, 3), Float64Array.of(1, 0, 1, 1), 1, "singular")).toEqual({ statistic: null, df: 1, p: null, note: "singular" });
  });

  it("one after the other: type II beside all that do not contain a term, and each that none contains left out", () => {
    const main = model({ terms: ["x", "z", "g"] });
    const tests = typeTwoTests(full, "likelihood ratio");
    expect(tests.map(({ hypothesis }) => hypothesis)).toEqual(["x = 0", "z = 0", "g = 0", "x:z = 0"]);
    expect(tests[0]).toMatchObject(chi(2 * (main.fit.logLik - model({ terms: ["z", "g"] }).fit.logLik), 1));
    expect(tests[3]).toMatchObject(chi(2 * (full.fit.logLik - main.fit.logLik), 1));
    const wald = typeTwoTests(full);
    const [both, product] = [waldTest(full.fit, ["x:z", "x"]).statistic!, waldTest(full.fit, ["x:z"]).statistic!];
    expect(wald[0]).toMatchObject({ method: "Wald", ...chi(both - product, 1) });
    expect(wald[2]).toMatchObject(chi(waldTest(full.fit, ["g=q", "g=r"]).statistic!, 2));
    expect(dropOneTests(full).map(({ hypothesis, method }) => [hypothesis, method])).toEqual([["g = 0", "likelihood ratio"], ["x:z = 0", "likelihood ratio"]]);
    const squared = model({ terms: ["x", "x:x"] });
    expect(dropOneTests(squared, "Wald").map(({ hypothesis }) => hypothesis)).toEqual(["x:x = 0"]);
    expect(refusalOf(() => typeTwoTests(model({ terms: [] })))).toBe("f.csv: the model has no terms to test (expected a model with terms).");
  });

  it("name what the fit has not, and what has no likelihood", () => {
    expect(columnsOf(full, "g")).toEqual(["g=q", "g=r"]);
    expect(columnsOf(full, "g=r")).toEqual(["g=r"]);
    expect(refusalOf(() => columnsOf(full, "const"))).toBe("--terms, column const: the fit has no such term (expected x, z, g, x:z).");
    expect(refusalOf(() => columnsOf(model({ terms: [] }), "x"))).toBe("--terms, column x: the fit has no such term (expected a model with terms).");
    const free = model({ terms: ["x", "z"], family: "ordered" }, { nonparallel: ["x"] });
    expect(columnsOf(free, "x")).toEqual(["x@1|2", "x@2|3"]);
    expect(columnsOf(free, "x@2|3")).toEqual(["x@2|3"]);
    const refused = (given: FittedModel, method: "score" | "likelihood ratio") => refusalOf(() => testTerms(given, ["x"], method));
    expect(refused(model({ terms: ["x", "z"] }, { firth: true }), "score")).toBe("--method: no score test: a penalised fit has penalised likelihood-ratio tests, in its own table (expected Wald's test).");
    expect(refused(model({ weights: "w", weightType: "probability" }), "likelihood ratio")).toBe("--method: no likelihood ratio test: probability weights make a pseudo-likelihood, which has no such test (expected Wald's test).");
    expect(refused(free, "score")).toBe("--method: no score test: slopes that differ between cut points are not left out one by one (expected Wald's test). Or give two fits: their likelihoods are compared.");
    expect(refused(model({}, { standardErrors: "HC3" }), "score")).toBe("--method: no score test: the fit's HC3 standard errors do not trust its likelihood, and this test does (expected Wald's test).");
    expect(testTerms(model({}, { standardErrors: "expected" }), ["x:z"], "likelihood ratio").statistic).toBeCloseTo(testTerms(full, ["x:z"], "likelihood ratio").statistic!, 8);
  });
});

describe("two fits", () => {
  const named = (path: string, given: FittedModel) => ({ ...given, path });
  const small = named("small", model({ terms: ["x"] }));
  const refused = (a: FittedModel, b: FittedModel) => refusalOf(() => testNested(named("a", a), named("b", b)));

  it("are compared by their likelihoods, whichever comes first", () => {
    const large = named("large", model({ terms: ["x", "z", "g"] }));
    const expected = { hypothesis: "z, g=q, g=r = 0", method: "likelihood ratio", ...chi(2 * (large.fit.logLik - small.fit.logLik), 3) };
    expect(testNested(small, large)).toMatchObject(expected);
    expect(testNested(large, small)).toMatchObject(expected);
    expect(likelihoodRatioTest(small.fit, large.fit)).toMatchObject(chi(2 * (large.fit.logLik - small.fit.logLik), 3));
    // By other columns that span the same: x and z against their sum.
    const sum = { ...table, columns: [...table.columns, "sum"], rows: table.rows.map((row, i) => [...row, String(columns.x[i] + columns.z[i])]) };
    const data = modelDataOf(sum, { outcome: "y", terms: ["sum"], family: "binomial" });
    const spanned = { fit: fitModelData(data, { family: "binomial" }), data, options: { family: "binomial" as const } };
    expect(testNested(named("sum", spanned), named("xz", model({ terms: ["x", "z"] }))).df).toBe(1);
  });

  it("are refused where they do not go together", () => {
    const classical = "Use a Wald test: sojourn test FIT --terms.";
    expect(refused(model({ terms: ["x"] }, { firth: true }), model({ terms: ["x", "z"] }))).toBe(`a, b: a fit is penalised (expected fits by maximum likelihood). ${classical}`);
    expect(refused(small, model({ terms: ["x", "z"], weights: "w", weightType: "probability" }))).toBe(`a, b: a fit has probability weights, whose likelihood is none (expected fits by maximum likelihood). ${classical}`);
    expect(refused(small, model({ terms: ["x", "z"] }, { standardErrors: "HC1" }))).toBe(`a, b: a fit has HC1 standard errors, which do not trust the likelihood that this test compares (expected classical standard errors). ${classical}`);
    expect(refused(small, model({ terms: ["x", "z"] }, { link: "probit" }))).toBe("a, b: the models are binomial logit and binomial probit (expected one family and link).");
    expect(refused(small, model({ terms: ["x", "z"], where: "x < 0.9" }))).toMatch(/^a, b: the fits are of 48 and \d\d rows \(expected the same rows\)\. Leave the rows that one lacks out of both, with --where\.$/);
    expect(refused(small, model({ terms: ["z"] }))).toBe("a, b: the two models have as many parameters (expected one within the other).");
    expect(refused(small, model({ terms: ["z", "g"] }))).toBe("a, b: the models are not nested: x of the smaller is no combination of the larger's columns (expected the smaller within the larger). Compare AIC or BIC instead.");
    expect(refused(small, model({ terms: ["x", "z"], weights: "w" }))).toBe("a, b: the fits differ in their weights (expected the same weights).");
    expect(refused(model({ terms: ["x"], offset: "o" }), model({ terms: ["x", "z"] }))).toBe("a, b: the fits differ in their offset (expected the same offset).");
    expect(refused(model({ terms: ["x"], weights: "w" }), model({ terms: ["x", "z"], weights: "level" }))).toBe("a, b: the fits differ in their weights (expected the same weights).");
    expect(testNested(named("a", model({ terms: ["x"], weights: "w" })), named("b", model({ terms: ["x", "z"], weights: "w" }))).df).toBe(1);
    expect(refused(model({ terms: ["x"], family: "ordered" }), model({ terms: ["x", "z", "g"] }))).toBe("a, b: the models are ordered logit and binomial logit (expected one family and link).");
    expect(refused(small, { ...model({ terms: ["x", "z"] }), data: { ...model({ terms: ["x", "z"] }).data, rows: small.data.rows.map((line) => line + Number(line > 40)) } })).toBe("a, b: the fits are not of the same rows and outcome: they differ at row 41 (expected the same rows and outcome).");
    const moved = { ...small, data: { ...small.data, y: small.data.y.map((value, i) => (i === 7 ? 1 - Number(value) : value)) as number[] } };
    expect(refused(moved, model({ terms: ["x", "z"] }))).toBe("a, b: the fits are not of the same rows and outcome: they differ at row 9 (expected the same rows and outcome).");
    const ordered = (nonparallel?: string[]) => model({ terms: ["x", "z"], family: "ordered" }, nonparallel ? { nonparallel } : {});
    expect(testNested(named("a", ordered()), named("b", ordered(["x"]))).df).toBe(1);
    expect(refused(ordered(["z"]), model({ terms: ["x", "z", "g"], family: "ordered" }, { nonparallel: ["x"] }))).toBe("a, b: the models are not nested: only the smaller sets z free (expected the smaller within the larger).");
  });

  it("that share no rows are refused by what they tell", () => {
    const X = rows.map((i) => [1, columns.x[i], columns.z[i]]);
    const fit = (k: number, outcome = y) => fitBinaryLogit(X.map((row) => row.slice(0, k)), outcome, ["const", "x", "z"].slice(0, k));
    expect(refusalOf(() => likelihoodRatioTest(fit(2), fit(3, y.with(0, 1 - y[0]))))).toBe("the two models are not of the same rows, family and link");
    expect(refusalOf(() => likelihoodRatioTest(fit(2), fitBinary(X, y, ["const", "x", "z"], { link: "probit" })))).toBe("the two models are not of the same rows, family and link");
    expect(refusalOf(() => likelihoodRatioTest({ ...fit(2), penalised: true }, fit(3)))).toBe("a penalised fit has tests of its own (fit.firth)");
    expect(refusalOf(() => likelihoodRatioTest(fit(2), { ...fit(3), penalised: true }))).toBe("a penalised fit has tests of its own (fit.firth)");
    expect(refusalOf(() => likelihoodRatioTest(fit(3), fit(2)))).toBe("the models are not nested: z is in the smaller only");
    expect(refusalOf(() => likelihoodRatioTest(fit(2), fit(2)))).toBe("the two models have the same terms");
    const small = fit(2);
    expect(refusalOf(() => likelihoodRatioTest({ ...small, logLik: fit(3).logLik + 1e-3 }, fit(3)))).toBe("the smaller model is the likelier one: the two were not fitted to the same rows, or one has not arrived");
    expect(likelihoodRatioTest({ ...small, logLik: fit(3).logLik + 1e-9 }, fit(3))).toMatchObject({ statistic: 0, df: 1, p: 1 });
  });
});

describe("wild draws", () => {
  it("are each combination once where there are no more of them than draws", () => {
    const { draws, enumerated } = wildDraws(3, "rademacher", 8, 1);
    expect([enumerated, [...draws]]).toEqual([true, [[1, 1, 1], [-1, 1, 1], [1, -1, 1], [-1, -1, 1], [1, 1, -1], [-1, 1, -1], [1, -1, -1], [-1, -1, -1]]]);
    const webb = [...wildDraws(2, "webb", 36, 1).draws];
    const values = [1, -1, Math.SQRT1_2, -Math.SQRT1_2, Math.sqrt(1.5), -Math.sqrt(1.5)];
    expect([webb.length, webb[0], webb[5], webb[6]]).toEqual([36, [1, 1], [values[5], 1], [1, -1]]);
    expect(new Set(webb.map(String)).size).toBe(36);
    // Mean 0, variance 1.
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 15);
    expect(values.reduce((sum, value) => sum + value * value, 0) / 6).toBeCloseTo(1, 15);
    const random = wildDraws(3, "rademacher", 7, 5);
    expect([random.enumerated, [...random.draws].length]).toEqual([false, 7]);
    expect([...wildDraws(4, "webb", 50, 5).draws].flat().every((value) => values.includes(value))).toBe(true);
    expect([...wildDraws(4, "webb", 50, 5).draws]).toEqual([...wildDraws(4, "webb", 50, 5).draws]);
  });

  const X = rows.map((i) => [1, columns.x[i], columns.z[i]]);
  const names = ["const", "x", "z"];
  const by = (G: number) => rows.map((i) => `c${i % G}`);

  it("of few clusters are Webb's, and a note says that they are few", () => {
    const test = (G: number, more = {}) => wildScoreTest(X, y, names, ["x"], { clusters: by(G), replicates: 20, ...more });
    expect([test(9), test(11), test(12)].map(({ wild, clusters, note, replicates, enumerated, df }) => [wild, clusters, note, replicates, enumerated, df])).toEqual([
      ["webb", 9, "9 clusters are fewer than 10: no p of clustered data is reliable", 20, false, 1], ["webb", 11, undefined, 20, false, 1], ["rademacher", 12, undefined, 20, false, 1],
    ]);
    expect(test(10).note).toBeUndefined();
    expect(test(6).p * 21).toBeCloseTo(Math.round(test(6).p * 21), 10); // the data are one draw more
    const every = test(4, { wild: "rademacher" });
    expect([every.enumerated, every.replicates]).toEqual([true, 16]);
    expect(every.p * 16).toBeCloseTo(Math.round(every.p * 16), 10);
    expect(every.p).toBeGreaterThanOrEqual(2 / 16); // all 1 and all −1 are as large as the data
    expect(test(12, { seed: 1 })).toEqual(test(12));
  });

  it("compare the statistic by hand: S²/Σe², e being each cluster's score less its projection", () => {
    const clusters = by(6);
    const weights = rows.map((i) => (i * 5) % 4);
    const offset = noise(9).map((value) => value - 0.3);
    const small = fitBinaryLogit(X.map(([c, , z]) => [c, z]), y, ["const", "z"], { weights, offset }).coefficients.map(({ estimate }) => estimate);
    const p = rows.map((i) => 1 / (1 + Math.exp(-small[0] - small[1] * columns.z[i] - offset[i])));
    const w = p.map((value, i) => weights[i] * value * (1 - value));
    const sum = (of: (i: number) => number) => rows.reduce((s, i) => s + of(i), 0);
    const [s0, s1, s2] = [sum((i) => w[i]), sum((i) => w[i] * columns.z[i]), sum((i) => w[i] * columns.z[i] ** 2)];
    const [t0, t1] = [sum((i) => w[i] * columns.x[i]), sum((i) => w[i] * columns.x[i] * columns.z[i])];
    const determinant = s0 * s2 - s1 * s1;
    const [a, b] = [(s2 * t0 - s1 * t1) / determinant, (s0 * t1 - s1 * t0) / determinant];
    const scores = [0, 1, 2, 3, 4, 5].map((g) => sum((i) => (i % 6 === g ? weights[i] * (y[i] - p[i]) * (columns.x[i] - a - b * columns.z[i]) : 0)));
    const of = (signs: number[]) => scores.reduce((s, e, g) => s + signs[g] * e, 0) ** 2 / scores.reduce((s, e, g) => s + (signs[g] * e) ** 2, 0);
    const found = wildScoreTest(X, y, names, ["x"], { clusters, replicates: 64, wild: "rademacher", weights, offset });
    const statistic = of([1, 1, 1, 1, 1, 1]);
    expect(found.statistic).toBeCloseTo(statistic, 9);
    const all = Array.from({ length: 64 }, (_, code) => of([0, 1, 2, 3, 4, 5].map((g) => ((code >> g) & 1 ? -1 : 1))));
    expect(found.p).toBeCloseTo(all.filter((value) => value >= statistic * (1 - 1e-10)).length / 64, 12);
  });

  it("are refused where there are no more clusters than columns, or labels for other rows", () => {
    expect(refusalOf(() => wildScoreTest(X, y, names, ["x"], { clusters: by(4).slice(1) }))).toBe("there are 47 cluster labels for 48 rows");
    expect(refusalOf(() => wildScoreTest(X, y, names, ["x", "z"], { clusters: by(2) }))).toBe("Model refused (bad-input): 2 clusters cannot test 2 columns together: there must be more clusters than columns");
    expect(wildScoreTest(X, y, names, ["x", "z"], { clusters: by(3), replicates: 5 }).df).toBe(2);
    expect(refusalOf(() => wildScoreTest(X.map((row) => [...row, row[2] * 2]), y, [...names, "d"], ["d"], { clusters: by(5) }))).toBe("Model refused (collinear): d is a linear combination of the other columns");
    const told = (given: FittedModel) => refusalOf(() => wildTestTerms(given, ["x"], { clusters: by(6) }));
    const other = (what: string) => `--bootstrap: the score wild bootstrap is of the binary logit, and this fit has ${what} (expected a binary logit, with any --se).`;
    expect(told(model({ terms: ["x"], family: "ordered" }))).toBe(other("an ordered outcome"));
    expect(told(model({ terms: ["x"] }, { firth: true }))).toBe(other("a penalised likelihood"));
    expect(told(model({ terms: ["x"] }, { link: "cloglog" }))).toBe(other("the cloglog link"));
    expect(told(model({ terms: ["x"], design: { psu: "h" } }))).toBe(other("a survey's design"));
    expect(wildTestTerms(model({ terms: ["x", "g"] }), ["x", "g"], { clusters: by(8), replicates: 9 })).toMatchObject({ hypothesis: "x, g = 0", df: 3, method: "score, wild cluster bootstrap", clusters: 8 });
  });
});

describe("two groups", () => {
  const group = (name: string, rest: number, weights?: number[]) => {
    const own = rows.filter((i) => i % 2 === rest);
    return { name, X: own.map((i) => [1, columns.x[i]]), y: own.map((i) => y[i]), ...(weights && { weights: own.map(() => weights[0]) }) };
  };

  it("differ in coefficients as the crossed model has it, and together by the likelihood ratio of both fits", () => {
    const found = compareGroups(group("north", 0), group("south", 1), ["const", "x"]);
    const [a, b] = [group("north", 0), group("south", 1)].map(({ X, y: outcome }) => fitBinaryLogit(X, outcome, ["const", "x"]));
    expect(found.groups).toEqual(["north", "south"]);
    for (const [j, term] of ["const", "x"].entries()) {
      const difference = a.coefficients[j].estimate - b.coefficients[j].estimate;
      const standardError = Math.hypot(a.coefficients[j].standardError, b.coefficients[j].standardError);
      for (const row of [found.coefficients[j], found.interactions[j]]) {
        expect(row.term).toBe(term);
        expect([row.a, row.b, row.difference]).toEqual([expect.closeTo(a.coefficients[j].estimate, 8), expect.closeTo(b.coefficients[j].estimate, 8), expect.closeTo(difference, 8)]);
        expect([row.standardError, row.z]).toEqual([expect.closeTo(standardError, 8), expect.closeTo(difference / standardError, 8)]);
      }
    }
    const pooled = fitBinaryLogit(rows.map((i) => [1, columns.x[i]]), y, ["const", "x"]);
    expect(found.chow).toMatchObject(chi(2 * (a.logLik + b.logLik - pooled.logLik), 2));
    expect(found.coefficients.map(({ pHolm }) => pHolm)).toEqual(holm(found.coefficients.map(({ p }) => p)));
    // A weight of 2 is each row twice; the other group's rows count once.
    const weighted = compareGroups(group("north", 0, [2]), group("south", 1), ["const", "x"]);
    const twice = compareGroups({ ...group("north", 0), X: [...group("n", 0).X, ...group("n", 0).X], y: [...group("n", 0).y, ...group("n", 0).y] }, group("south", 1), ["const", "x"]);
    expect(weighted.chow.statistic).toBeCloseTo(twice.chow.statistic!, 8);
    expect(weighted.effects[0].standardError).toBeCloseTo(twice.effects[0].standardError, 8);
    const ordered = (rest: number) => { const own = rows.filter((i) => i % 2 === rest); return { name: "g", X: own.map((i) => [1, columns.x[i]]), y: own.map((i) => level[i]) }; };
    const both = compareGroups(ordered(0), ordered(1), ["const", "x"], "ordered", [1, 2, 3]);
    expect(both.interactions.map(({ term, a: first }) => [term, first === 0])).toEqual([["const", true], ["x", false]]); // the constant's copy is the group's shift
    expect(both.chow.df).toBe(3);
    expect(both.effects.map(({ level: of }) => of)).toEqual([1, 2, 3]);
    expect(both.fits[1].coefficients[0].estimate).toBeCloseTo(fitOrderedLogit(ordered(1).X.map(([, x]) => [x]), ordered(1).y, ["x"], [1, 2, 3]).coefficients[0].estimate, 9);
  });
});
