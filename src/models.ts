/*
 * `import … from "sojourn/models"`: estimators and inference for matrices of numbers, without any survey.
 * Each name has a page in docs/reference/sojourn-models.md, made from its docstring, with an example that runs as a test.
 */

// —— Fits ——
export { fitBinary, fitBinaryLogit, type BinaryOptions } from "./models/binary";
export { fitOrdered, fitOrderedLogit } from "./models/ordered";
export { fitFirth } from "./models/firth/fitFirth";
export { fitPartialOrdered } from "./models/partial/partialOrdered";
export type { Certificate, Coefficient, Family, Fit, PseudoR2, Threshold } from "./models/fit";
export type { Matrix } from "./models/matrix";
export type { RowOptions } from "./models/observations";
export { RefusedModel, type RefusalKind } from "./models/refusedModel";

// —— Separation, asked before or beside a fit ——
export { checkOrderedSeparation, checkSeparation } from "./models/separation/checkSeparation";

// —— Standard errors other than the model's own ——
export { withExpectedInformation } from "./models/covariance/expected";
export { withBiasReducedCovariance } from "./models/covariance/biasReduced";
export { withLinearisedCovariance, type SurveyDesign } from "./models/covariance/linearised";
export { withClusteredCovariance, withRobustCovariance } from "./models/covariance/robust";
export type { FittedData } from "./models/covariance/influenceRows";

// —— Tests and intervals ——
export { likelihoodRatioTest } from "./models/hypotheses/likelihoodRatio";
export { binaryScoreTest, orderedScoreTest } from "./models/hypotheses/score";
export { waldTest } from "./models/hypotheses/wald";
export { differenceOf, withHolm, type Difference } from "./models/hypotheses/difference";
export { holm } from "./models/hypotheses/holm";
export { readHypotheses } from "./models/hypotheses/hypothesis";
export { testNested } from "./models/hypotheses/nested";
export { dropOneTests, testHypotheses, testTerms, typeTwoTests, type FittedModel, type HypothesisTest } from "./models/hypotheses/termTests";
export { oddsRatios, withDegreesOfFreedom, withLevel, type OddsRatio } from "./models/intervals";
export { profileIntervals } from "./models/profile/profileIntervals";
export { brantTest, parallelLines, type ParallelLines } from "./models/parallelLines";
export { wildScoreTest, type WildScoreOptions, type WildScoreTest } from "./models/hypotheses/wildScore";
export { wildTestTerms, type WildTermsTest } from "./models/hypotheses/wildTerms";
export type { ChiSquareTest } from "./models/chiSquareTest";

// —— Effects and predictions ——
export { averageEffects, averageMarginalEffects } from "./models/effects/averageMarginalEffects";
export { contrastPredictions, type Measure, type PredictionContrast, type PredictionPlace } from "./models/effects/contrastPredictions";
export type { Adjust } from "./models/effects/adjust";
export { effectsAtMean } from "./models/effects/effectsAtMean";
export { predictProbabilities } from "./models/effects/predictions";
export { predictInside, predictLink } from "./models/effects/predictInside";
export { contrastEffects, contrastGroups } from "./models/effects/contrast";
export type { Effect, Elasticity } from "./models/effects/effect";

// —— Bootstrap ——
export { bootstrap, type Bootstrapped } from "./models/bootstrap/bootstrap";
export type { Resampling } from "./models/bootstrap/resample";
export { bootstrapModel, endWorkers } from "./models/bootstrap/bootstrapModel";

// —— Missing answers ——
export { imputeChained, type ChainedOptions, type Incomplete } from "./models/imputation/chained";
export { pool, type Pooled } from "./models/imputation/rubin";

// —— Sensitivity, power, and errors of design ——
export { designErrors, type DesignErrors } from "./models/sensitivity/designErrors";
export { eValue, type EValue } from "./models/sensitivity/eValue";
export { minimumDetectable, waldPower } from "./models/sensitivity/power";

// —— Two groups ——
export { compareGroups } from "./models/hypotheses/compareGroups";

// —— Diagnostics ——
export { classification, type Classification } from "./models/diagnostics/classification";
export { ordinalHosmerLemeshow } from "./models/diagnostics/ordinalHosmerLemeshow";
export { eventsPerVariable, fewEventsWarning } from "./models/diagnostics/eventsPerVariable";
export { fittedRows } from "./models/diagnostics/fittedRows";
export { brierScore, calibrationBins, hosmerLemeshow, tjurR2 } from "./models/diagnostics/goodnessOfFit";
export { influence } from "./models/diagnostics/influence";
export { areaUnderCurve, rocCurve } from "./models/diagnostics/roc";
export { varianceInflation } from "./models/diagnostics/varianceInflation";
export { surrogateResiduals } from "./models/diagnostics/surrogate";

// —— From a file of numbers ——
export { readModelData, type ModelData } from "./models/data/modelData";
export { fitModelData, type FitModelOptions } from "./models/data/fitModelData";
export { inDesignOf, typicalRow, withSet, type OtherRows } from "./models/data/otherRows";
