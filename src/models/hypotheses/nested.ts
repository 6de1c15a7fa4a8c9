import { BadInput } from "../../badInput";
import { said, type Text } from "../../faults/said";
import { chiSquareTest } from "../chiSquareTest";
import type { ModelData } from "../data/modelData";
import type { Matrix } from "../matrix";
import { norm, orthogonalise, subtractProjection } from "../numeric/orthogonal";
import type { FittedModel, HypothesisTest } from "./termTests";

/** A column with less than this of its own beside the larger model's is in it, but for rounding. */
const NOTHING_OWN = 1e-7;

/**
 * Likelihood-ratio test of two fits, the smaller within the larger: the same rows and outcome, and every column of the
 * smaller design a combination of the larger one's, whatever they are called.
 *
 * @param models with names by which a message calls them
 * @throws {BadInput} where rows, outcome, weights, family or link differ, the models are not nested, or have no likelihood
 * @example testNested({ ...small, path: "small" }, { ...large, path: "large" }).df
 * Source: R `lmtest::lrtest`, `anova`; Stata `lrtest`; test/fixtures/models/commands.R.
 */
export function testNested(one: FittedModel & { readonly path: string }, other: FittedModel & { readonly path: string }): HypothesisTest {
  const size = ({ fit }: FittedModel): number => fit.covariance.terms.length;
  const [small, large] = size(one) <= size(other) ? [one, other] : [other, one];
  const refuse = (found: Text, expected: Text, remedy?: string): never => { throw new BadInput({ file: `${one.path}, ${other.path}` }, found, expected, remedy); };
  for (const { fit } of [small, large]) {
    if (fit.penalised || fit.aic === null) refuse(fit.penalised ? "a fit is penalised" : "a fit has probability weights, whose likelihood is none", "fits by maximum likelihood", "Use a Wald test: sojourn test FIT --terms.");
    if (!["observed", "expected"].includes(fit.covarianceKind)) refuse(said`a fit has ${fit.covarianceKind} standard errors, which do not trust the likelihood that this test compares`, "classical standard errors", "Use a Wald test: sojourn test FIT --terms.");
  }
  if (small.fit.family !== large.fit.family || small.fit.link !== large.fit.link) refuse(said`the models are ${small.fit.family} ${small.fit.link} and ${large.fit.family} ${large.fit.link}`, "one family and link");
  sameRows(small.data, large.data, refuse);
  const df = size(large) - size(small);
  if (df === 0) refuse("the two models have as many parameters", "one within the other");
  const freeOutside = (small.options.nonparallel ?? []).find((term) => !large.options.nonparallel?.includes(term));
  if (freeOutside !== undefined) refuse(said`the models are not nested: only the smaller sets ${freeOutside} free`, "the smaller within the larger");
  const stray = outside(small.data, large.data);
  if (stray !== undefined) refuse(said`the models are not nested: ${stray} of the smaller is no combination of the larger's columns`, "the smaller within the larger", "Compare AIC or BIC instead.");
  const names = new Set(small.fit.covariance.terms);
  const added = large.fit.covariance.terms.filter((term) => !names.has(term));
  return { hypothesis: `${added.join(", ")} = 0`, ...chiSquareTest(Math.max(0, 2 * (large.fit.logLik - small.fit.logLik)), df), method: "likelihood ratio" };
}

function sameRows(a: ModelData, b: ModelData, refuse: (found: Text, expected: Text, remedy?: string) => never): void {
  if (a.y.length !== b.y.length) refuse(said`the fits are of ${a.y.length} and ${b.y.length} rows`, "the same rows", "Leave the rows that one lacks out of both, with --where.");
  const row = a.y.findIndex((value, i) => value !== b.y[i] || a.rows[i] !== b.rows[i]);
  if (row >= 0) refuse(said`the fits are not of the same rows and outcome: they differ at row ${a.rows[row]}`, "the same rows and outcome");
  for (const what of ["weights", "offset"] as const) {
    if ((a[what] === undefined) !== (b[what] === undefined) || a[what]?.some((value, i) => value !== b[what]![i])) refuse(said`the fits differ in their ${what}`, said`the same ${what}`);
  }
}

/** The first column of the one design that is no combination of the other's; undefined where there is none. */
function outside(small: ModelData, large: ModelData): string | undefined {
  const centredColumns = (X: Matrix): Float64Array[] => X[0].map((_, j) => {
    const mean = X.reduce((sum, row) => sum + row[j] / X.length, 0);
    return Float64Array.from(X, (row) => row[j] - mean);
  });
  const { Q } = orthogonalise(centredColumns(large.X));
  const shareLeft = (column: Float64Array): number => {
    const before = norm(column);
    for (const pass of [Q, Q]) for (const direction of pass) subtractProjection(column, direction);
    return before === 0 ? 0 : norm(column) / before;
  };
  const found = centredColumns(small.X).findIndex((column) => shareLeft(column) > NOTHING_OWN);
  return found < 0 ? undefined : small.columns[found];
}
