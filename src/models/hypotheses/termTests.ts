import { BadInput } from "../../badInput";
import { said, word } from "../../faults/said";
import type { ChiSquareTest } from "../chiSquareTest";
import { type FitModelOptions, fitModelData, rowOptions } from "../data/fitModelData";
import type { ModelData } from "../data/modelData";
import { parseTerms } from "../data/terms";
import type { Fit } from "../fit";
import { likelihoodRatioTest } from "./likelihoodRatio";
import { binaryScoreTest, orderedScoreTest } from "./score";
import { judged, type Restriction, waldTest } from "./wald";

export type TestMethod = "Wald" | "likelihood ratio" | "score";
/** How a test was made: one of those, or by drawing clusters' weights. */
export type AnyMethod = TestMethod | "score, wild cluster bootstrap";

/** A test of one hypothesis, by its words. */
export interface HypothesisTest extends ChiSquareTest {
  readonly hypothesis: string;
  readonly method: AnyMethod;
}

/** A fit with what it was made of. */
export interface FittedModel {
  readonly fit: Fit;
  readonly data: ModelData;
  readonly options: FitModelOptions;
}

/**
 * Tests that all columns of some terms are 0 together: by the fit's own covariance (Wald), or by fitting without them.
 *
 * @throws {BadInput} at a term that the model has not; for a likelihood-ratio or score test of what has no likelihood
 * @example testTerms({ fit, data, options: { family: "binomial" } }, ["race"]).statistic
 * Source: Stata `testparm`; R `car::linearHypothesis`, `anova`, test/fixtures/models/commands.R.
 */
export function testTerms(model: FittedModel, terms: readonly string[], method: TestMethod = "Wald"): HypothesisTest {
  const columns = terms.flatMap((term) => columnsOf(model, term));
  return { hypothesis: `${terms.join(", ")} = 0`, ...without(model, [], columns, method), method };
}

/**
 * Tests of linear hypotheses, each alone and, where there are several, together before them.
 *
 * @throws {BadInput} at an unknown coefficient
 * @example testHypotheses(model, readHypotheses("a = b"))[0].p
 * Source: R `car::linearHypothesis`, test/fixtures/models/commands.R.
 */
export function testHypotheses({ fit }: FittedModel, hypotheses: readonly (Restriction & { readonly text: string })[]): HypothesisTest[] {
  for (const { combination, text } of hypotheses) {
    const unknown = Object.keys(combination).find((name) => !fit.covariance.terms.includes(name));
    if (unknown !== undefined) throw new BadInput({ file: "--hypothesis", column: unknown }, said`"${text}" names a coefficient that the fit has not`, fit.covariance.terms.join(", "), "A name that holds other signs stands in `backticks`.");
  }
  const each = hypotheses.map((one): HypothesisTest => ({ hypothesis: one.text, ...waldTest(fit, [one]), method: "Wald" }));
  return each.length === 1 ? each : [{ hypothesis: hypotheses.map(({ text }) => text).join("; "), ...waldTest(fit, hypotheses), method: "Wald" }, ...each];
}

/**
 * One test for each term, given all others that do not contain it (type II): the main effect of a is tested in the model
 * without a:b.
 *
 * @example typeTwoTests(model).map(({ hypothesis, p }) => [hypothesis, p])
 * Source: Fox (2016) §5.3; R `car::Anova(type = 2)`, test/fixtures/models/commands.R.
 */
export function typeTwoTests(model: FittedModel, method: TestMethod = "Wald"): HypothesisTest[] {
  return termsOf(model).map(({ name, containing }) => {
    const above = containing.flatMap((term) => columnsOf(model, term));
    return { hypothesis: `${name} = 0`, ...without(model, above, columnsOf(model, name), method), method };
  });
}

/**
 * Each term that no other contains, left out by itself.
 *
 * @example dropOneTests(model, "score")
 * Source: R `drop1(test = "LRT")`, `drop1(test = "Rao")`, test/fixtures/models/commands.R.
 */
export function dropOneTests(model: FittedModel, method: TestMethod = "likelihood ratio"): HypothesisTest[] {
  return termsOf(model).filter(({ containing }) => containing.length === 0)
    .map(({ name }) => ({ hypothesis: `${name} = 0`, ...without(model, [], columnsOf(model, name), method), method }));
}

/** The terms, and which others contain each. */
function termsOf({ data }: FittedModel): { name: string; containing: string[] }[] {
  const terms = parseTerms(data.source.terms, data.source.table.columns, data.source.table.file);
  const contains = (a: readonly string[], b: readonly string[]): boolean =>
    a.length > b.length && [...new Set(b)].every((part) => a.filter((x) => x === part).length >= b.filter((x) => x === part).length);
  if (terms.length === 0) throw new BadInput({ file: data.source.table.file }, "the model has no terms to test", "a model with terms");
  return terms.map(({ name, parts }) => ({ name, containing: terms.filter((other) => contains(other.parts, parts)).map((other) => other.name) }));
}

/** The coefficients of a term: its columns, or those of a single column asked for by its own name. */
export function columnsOf({ fit, data }: FittedModel, term: string): string[] {
  const names = fit.coefficients.map((row) => row.term);
  const belongs = (name: string): boolean => {
    const column = data.columns.includes(name) ? name : name.slice(0, name.lastIndexOf("@")); // of a slope at one cut point
    return name === term || column === term || data.termOf[data.columns.indexOf(column)] === term;
  };
  const own = names.filter((name) => name !== "const" && belongs(name));
  if (own.length === 0) throw new BadInput({ file: "--terms", column: term }, "the fit has no such term", [...new Set(data.termOf.slice(1))].join(", ") || "a model with terms");
  return own;
}

/** The test of some columns in the model without those above them. */
function without(model: FittedModel, above: readonly string[], tested: readonly string[], method: TestMethod): ChiSquareTest {
  const { fit } = model;
  if (method === "Wald") {
    const all = waldTest(fit, [...above, ...tested]);
    if (above.length === 0 || all.statistic === null) return { ...all, df: tested.length };
    const rest = waldTest(fit, above).statistic!;
    return judged(fit, Math.max(0, all.statistic - rest), tested.length);
  }
  refuseWithoutLikelihood(model, method);
  const large = above.length === 0 ? model.data : keeping(model.data, above);
  if (method === "likelihood ratio") {
    const plain = { ...model.options, standardErrors: undefined, interval: undefined };
    return likelihoodRatioTest(fitModelData(keeping(large, tested), plain), above.length === 0 ? fit : fitModelData(large, plain));
  }
  const { X, y, columns, levels } = large;
  const options = { ...rowOptions(large), link: fit.link };
  return fit.family === "binomial" ? binaryScoreTest(X, y as number[], columns, tested, options) : orderedScoreTest(X, y, columns, levels, tested, options);
}

function refuseWithoutLikelihood({ fit, options }: FittedModel, method: TestMethod): void {
  const why = fit.penalised ? word("a penalised fit has penalised likelihood-ratio tests, in its own table")
    : fit.aic === null ? word("probability weights make a pseudo-likelihood, which has no such test")
    : options.nonparallel ? word("slopes that differ between cut points are not left out one by one")
    : !["observed", "expected"].includes(fit.covarianceKind) ? said`the fit's ${fit.covarianceKind} standard errors do not trust its likelihood, and this test does` : undefined;
  if (why !== undefined) throw new BadInput({ file: "--method" }, said`no ${method} test: ${why}`, "Wald's test", options.nonparallel ? "Or give two fits: their likelihoods are compared." : undefined);
}

/** The data without some columns of the design. */
function keeping(data: ModelData, gone: readonly string[]): ModelData {
  const kept = [...data.columns.keys()].filter((c) => !gone.includes(data.columns[c]));
  const pick = <T>(values: readonly T[]): T[] => kept.map((c) => values[c]);
  return { ...data, X: data.X.map(pick), columns: pick(data.columns), termOf: pick(data.termOf), rounding: pick(data.rounding) };
}
