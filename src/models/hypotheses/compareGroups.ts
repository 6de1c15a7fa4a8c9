import { type ChiSquareTest, chiSquareTest } from "../chiSquareTest";
import { fitBinary } from "../binary";
import { averageMarginalEffects } from "../effects/averageMarginalEffects";
import type { Family, Fit } from "../fit";
import { type Difference, differenceOf, type Estimated, withHolm } from "./difference";
import type { Matrix } from "../matrix";
import { fitOrdered, type Level } from "../ordered";

/** Rows of one group; designs have the same columns, the constant first. */
export interface GroupData {
  readonly name: string;
  readonly X: Matrix;
  readonly y: readonly Level[];
  readonly weights?: readonly number[] | undefined;
}

/** Of one term in the two groups; `pHolm` is adjusted over all differences of the same list. */
export interface GroupDifference extends Difference {
  readonly term: string;
  readonly level?: Level;
  readonly a: number;
  readonly b: number;
  readonly pHolm: number;
}

export interface GroupComparison {
  readonly groups: readonly [string, string];
  readonly fits: readonly [Fit, Fit];
  /** One model of both groups, their coefficients the same. */
  readonly pooled: Fit;
  /** z tests of the coefficients of two separate fits. */
  readonly coefficients: readonly GroupDifference[];
  /** The second group's deviations in one model with every term crossed with the group. */
  readonly interactions: readonly GroupDifference[];
  /** Likelihood ratio: separate fits against the pooled one. */
  readonly chow: ChiSquareTest;
  /** Differences of average marginal effects: on the probability scale, where the residual scale cancels. */
  readonly effects: readonly GroupDifference[];
}

/**
 * Compares two groups four ways: coefficients, interactions, a Chow-type likelihood ratio, average marginal effects.
 *
 * Coefficients of two groups differ also where only the spread of what the model leaves out differs (Allison 1999): read the
 * differences of average effects first.
 *
 * @param levels of an ordered outcome
 * @throws {RefusedModel} where one of the models is refused
 * Source: Allison (1999), Sociological Methods & Research 28; Long & Mustillo (2021), SMR 50;
 * test/fixtures/models/groups.R.
 */
export function compareGroups(a: GroupData, b: GroupData, terms: readonly string[], family: Family = "binomial", levels: readonly Level[] = []): GroupComparison {
  const fitOf = ({ X, y, weights }: Omit<GroupData, "name">, names = terms): Fit =>
    family === "binomial" ? fitBinary(X, y as number[], names, { weights }) : fitOrdered(X, y, names, levels, { weights });
  const [fitA, fitB] = [fitOf(a), fitOf(b)];
  const both = stacked(a, b);
  const pooled = fitOf(both);
  const parameters = pooled.covariance.terms.length;
  return {
    groups: [a.name, b.name], fits: [fitA, fitB], pooled,
    coefficients: differences(fitA.coefficients, fitB.coefficients),
    interactions: interactionsOf(fitOf(crossed(a, b), [...terms, ...terms.map(inSecond)]), terms),
    chow: chiSquareTest(Math.max(0, 2 * (fitA.logLik + fitB.logLik - pooled.logLik)), parameters),
    effects: differences(averageMarginalEffects(fitA, a.X, { weights: a.weights }), averageMarginalEffects(fitB, b.X, { weights: b.weights })),
  };
}

type Row = Estimated & { readonly term: string; readonly level?: Level };

/** Of independent fits: the variances add. */
function differences(a: readonly Row[], b: readonly Row[]): GroupDifference[] {
  return withHolm(a.map((row, i) => {
    const other = b[i];
    if (other.term !== row.term || other.level !== row.level) throw new RangeError(`the groups' rows do not match (${row.term}, ${other.term})`);
    return { term: row.term, ...(row.level === undefined ? {} : { level: row.level }), a: row.estimate, b: other.estimate, ...differenceOf(row, other) };
  }));
}

const inSecond = (term: string): string => `${term}:second`;

/** In the crossed model the first group's coefficients stand alone, and the products are b − a. */
function interactionsOf({ coefficients }: Fit, terms: readonly string[]): GroupDifference[] {
  const of = (term: string) => coefficients.find((row) => row.term === term);
  return withHolm(terms.flatMap((term) => {
    const [own, product] = [of(term), of(inSecond(term))];
    if (!product) return [];
    const first = own?.estimate ?? 0; // an ordered model's constant: in the thresholds
    const { estimate, standardError, z, p } = product;
    return [{ term, a: first, b: first + estimate, difference: -estimate, standardError, z: -z, p }];
  }));
}

const stacked = (a: GroupData, b: GroupData): Omit<GroupData, "name"> => ({
  X: [...a.X, ...b.X], y: [...a.y, ...b.y],
  weights: a.weights || b.weights ? [...(a.weights ?? a.y.map(() => 1)), ...(b.weights ?? b.y.map(() => 1))] : undefined,
});

/** Every column once more, 0 in the first group: the constant's copy is the group itself. */
const crossed = (a: GroupData, b: GroupData): Omit<GroupData, "name"> => ({
  ...stacked(a, b),
  X: [...a.X.map((row) => [...row, ...row.map(() => 0)]), ...b.X.map((row) => [...row, ...row])],
});
