import { BadInput } from "../../badInput";
import { said, word } from "../../faults/said";
import { rowOptions } from "../data/fitModelData";
import { columnsOf, type FittedModel, type HypothesisTest } from "./termTests";
import { type WildScoreOptions, type WildScoreTest, wildScoreTest } from "./wildScore";

/** A test by the score wild cluster bootstrap, by its words. */
export type WildTermsTest = HypothesisTest & Omit<WildScoreTest, "statistic" | "p">;

/**
 * Tests that all columns of some terms are 0 together by the score wild cluster bootstrap.
 *
 * @throws {BadInput} at a term that the model has not, and for a fit other than a plain binary logit
 * @example wildTestTerms({ fit, data, options: { family: "binomial" } }, ["race"], { clusters: data.labels.city, seed: 1 }).p
 */
export function wildTestTerms(model: FittedModel, terms: readonly string[], options: Omit<WildScoreOptions, "weights" | "offset" | "rows">): WildTermsTest {
  const { fit, data } = model;
  const other = fit.family === "ordered" ? word("an ordered outcome") : fit.penalised ? word("a penalised likelihood") : data.design ? word("a survey's design") : fit.link !== "logit" ? said`the ${fit.link} link` : undefined;
  if (other !== undefined) throw new BadInput({ file: "--bootstrap" }, said`the score wild bootstrap is of the binary logit, and this fit has ${other}`, "a binary logit, with any --se");
  const tested = terms.flatMap((term) => columnsOf(model, term));
  const found = wildScoreTest(data.X, data.y as number[], data.columns, tested, { ...options, ...rowOptions(data) });
  return { hypothesis: `${terms.join(", ")} = 0`, ...found, method: "score, wild cluster bootstrap" };
}
