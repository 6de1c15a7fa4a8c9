import { dictionary } from "../published/dictionary";
import type { PublishedTable } from "../published/publishedTable";
import { averageProbability, type Component, componentsOf, linearPredictor } from "./spread";
import { isConstant, slopesOf } from "./words";

/**
 * The share of events that a binary logit implies, averaged over the margins of its terms (not taken at their means).
 *
 * Method    with a constant in the model, fitted probabilities average to the observed share; so the logistic curve of
 *           const + Σ coef·x, averaged over the spread of x, must be near it.
 * Source    McCullagh & Nelder (1989), §4.4 (the score of the constant is zero).
 * Never says inconsistent: the joint spread of the terms is not printed, so independence is an approximation, and some
 *           margins are supposed or those of a larger sample.
 * Assumes   independent terms, the margins of the whole where a part prints none, numbers normal within their range.
 *
 * @returns the share, or the terms whose spread is unknown
 * @example impliedShare({ models: { A: { family: "binary logit", n: 100, rows: [{ term: "const", coef: "0.00", se: "0.20", stars: "" }] } } }, "A")  // 0.5
 * @example impliedShare({ models: { A: { family: "binary logit", n: 100, rows: [{ term: "x", coef: "1.00", se: "0.20", stars: "" }] } } }, "A")  // ["x", "the constant"]
 */
export function impliedShare(table: PublishedTable, id: string): number | string[] {
  const prepared = prepare(table, id);
  return Array.isArray(prepared) ? prepared : shareAt(prepared, prepared.coefficients, prepared.constant);
}

/** A model whose terms' spread is known. */
export interface Prepared {
  readonly components: readonly Component[];
  readonly coefficients: Readonly<Record<string, number>>;
  readonly constant: number;
  readonly constantTerm: string;
}

/** The model made ready to be averaged, or the terms whose spread is unknown. */
export function prepare(table: PublishedTable, id: string): Prepared | string[] {
  const model = table.models[id];
  const slopes = slopesOf(model);
  const constant = model.rows.find(isConstant);
  const { components, missing } = componentsOf(table, id, slopes.map(({ term }) => term));
  if (missing.length > 0 || !constant) return [...missing, ...(constant ? [] : ["the constant"])];
  return {
    components,
    coefficients: dictionary(slopes.map(({ term, coef }) => [term, Number(coef)])),
    constant: Number(constant.coef),
    constantTerm: constant.term,
  };
}

/** The share at these coefficients. */
export const shareAt = ({ components }: Prepared, coefficients: Readonly<Record<string, number>>, constant: number): number =>
  averageProbability(linearPredictor(components, coefficients, constant));

