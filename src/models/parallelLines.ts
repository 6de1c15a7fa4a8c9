import type { ChiSquareTest } from "./chiSquareTest";
import type { Fit } from "./fit";
import type { Matrix } from "./matrix";
import type { RowOptions } from "./observations";
import type { Level } from "./ordered";
import { brantTest } from "./parallelLines/brant";
import { parallelLinesByLikelihoodRatio } from "./parallelLines/likelihoodRatio";
import { parallelLinesByScore } from "./parallelLines/score";
import { refusePartial } from "./partial/refusePartial";

export { brantTest, type ChiSquareTest, parallelLinesByLikelihoodRatio, parallelLinesByScore };

/** Whether one slope serves at every cut point, by each test there is. */
export interface ParallelLines {
  readonly lr: ChiSquareTest;
  /** Over all terms; by term in `brantTest`. */
  readonly brant: ChiSquareTest;
  readonly score: ChiSquareTest;
}

/** Why three tests of one hypothesis print three numbers. */
export const WHY_THEY_DIFFER = {
  en: "The likelihood ratio fits the general model, Brant's test fits a binary logit at each cut point, the score test fits nothing more: they agree in large samples and part where some cell is nearly empty.",
  zh: "似然比检验拟合一般模型，Brant 检验在每个分界处各拟合一个二元 logit，得分检验不再拟合任何模型：大样本下三者一致，某些格子几乎为空时才分开。",
} as const;

/** All tests of parallel lines of an ordered fit, on the data it was made from. */
export function parallelLines(fit: Fit, X: Matrix, y: readonly Level[], terms: readonly string[], options: RowOptions = {}): ParallelLines {
  refusePartial(fit, "tests of parallel lines");
  return {
    lr: parallelLinesByLikelihoodRatio(fit, X, y, terms, options),
    brant: brantTest(fit, X, y, terms, options).overall,
    score: parallelLinesByScore(fit, X, y, terms, options),
  };
}
