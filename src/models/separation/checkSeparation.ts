import { BinaryLikelihood } from "../binaryLikelihood";
import { binaryData } from "../binaryData";
import { refuseCollinear } from "../collinear";
import { CumulativeLikelihood } from "../cumulativeLikelihood";
import { linkFunction } from "../links/link";
import type { Matrix } from "../matrix";
import type { RowOptions } from "../observations";
import { type Level, noColumns, orderedData } from "../orderedData";
import { RefusedModel } from "../refusedModel";
import { refuseSeparation } from "./refuseSeparation";
import type { SeparationQuestion } from "./separationQuestion";

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
  const { design, seen, constant, standardised } = binaryData(X, y, terms, options);
  const Z = standardised();
  refuseCollinear(Z, terms);
  return asAnswer({
    cone: new BinaryLikelihood(Z, seen, linkFunction("logit")).cone(), seen, levels: [0, 1], firthOffered: true,
    terms: terms.map((term, j) => (j === constant ? null : term)),
    valueOf: (term, i) => design.values[i * design.columns + terms.indexOf(term)],
  });
}

/** The same for an ordered outcome. */
export function checkOrderedSeparation(X: Matrix, y: readonly Level[], terms: readonly string[], levels: readonly Level[], options: RowOptions = {}): SeparationCheck {
  const { design, seen, slopes, standardised } = orderedData(X, y, terms, levels, options);
  const Z = standardised();
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
