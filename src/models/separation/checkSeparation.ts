import { BinaryLikelihood } from "../binaryLikelihood";
import { prepare } from "../binary";
import { refuseCollinear } from "../collinear";
import { CumulativeLikelihood } from "../cumulativeLikelihood";
import { linkFunction } from "../links/link";
import type { Matrix } from "../matrix";
import type { RowOptions } from "../observations";
import { type Level, noColumns, orderedData } from "../ordered";
import { RefusedModel } from "../refusedModel";
import { standardise } from "../standardise";
import { refuseSeparation, type SeparationQuestion } from "./refuseSeparation";

/** Whether a likelihood has a maximum, asked before anything is fitted. */
export type SeparationCheck =
  | { readonly answer: "separated"; readonly terms: readonly string[]; readonly rows: readonly number[]; readonly message: string }
  | { readonly answer: "not separated" }
  | { readonly answer: "could not tell" };

/**
 * Whether binary data are separated. The link does not matter.
 * @throws {RefusedModel} bad-input, constant-outcome or collinear, as the fit itself
 */
export function checkSeparation(X: Matrix, y: readonly number[], terms: readonly string[], options: RowOptions = {}): SeparationCheck {
  const { design, seen, constant, Z } = prepare(X, y, terms, options);
  return asAnswer({
    cone: new BinaryLikelihood(Z, seen, linkFunction("logit")).cone(), seen, levels: [0, 1], firthOffered: true,
    terms: terms.map((term, j) => (j === constant ? null : term)),
    valueOf: (term, i) => design.values[i * design.columns + terms.indexOf(term)],
  });
}

/** The same for an ordered outcome. */
export function checkOrderedSeparation(X: Matrix, y: readonly Level[], terms: readonly string[], levels: readonly Level[], options: RowOptions = {}): SeparationCheck {
  const { design, seen, slopes } = orderedData(X, y, terms, levels, options);
  const Z = standardise(design, undefined);
  refuseCollinear(Z, slopes);
  return asAnswer({
    cone: new CumulativeLikelihood(Z, noColumns(Z.rows), levels.length, seen, linkFunction("logit")).cone(), seen, levels,
    terms: [...levels.slice(1).map(() => null), ...slopes],
    valueOf: (term, i) => design.values[i * design.columns + slopes.indexOf(term)],
  });
}

function asAnswer(question: SeparationQuestion): SeparationCheck {
  try {
    return { answer: refuseSeparation(question) === "overlap" ? "not separated" : "could not tell" };
  } catch (error) {
    if (!(error instanceof RefusedModel)) throw error;
    const { terms, rows, message } = error;
    return { answer: "separated", terms, rows, message };
  }
}
