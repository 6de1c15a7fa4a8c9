/*
 * What a notebook imports, in the order of the walk-through. Nothing else of the package is public.
 */

// —— The data: raw answers, printed numbers, claims ——
export { readClaims, readPublished, readSurvey } from "./sfrc/ourSurvey";
export { readSfrc, sfrcCodebook } from "./sfrc/readSfrc";
export { readWvs } from "./wvs/wvs";
export { columnOf, type Answer as CodebookAnswer, type Codebook, type Column as CodebookColumn } from "./survey/codebook";
export type { Respondent, Survey } from "./survey/respondent";
export type { Claim } from "./published/claims";
export type { PublishedModel, PublishedRow, PublishedTable, PublishedTable1 } from "./published/publishedTable";

// —— Sample and coding: from a question to a column ——
export { CODED_COLUMNS, codeSample, type CodedSample, type SfrcPerson } from "./sfrc/codeSample";
export { sessionReadings, useReadings } from "./sfrc/sessionReadings";
export { codedFrame } from "./sfrc/codedFrame";
export { inspectSfrc, type Inspection } from "./sfrc/inspection";
export { inspectStudy } from "./study/folder/inspectStudy";
export type { FlowStep } from "./sfrc/sample";
export { defaultReadings, departures, readingEntries, type ReadingEntry, type Readings } from "./sfrc/readings";
export { codeAge2 } from "./sfrc/coding/age2";
export { chinaOrHome } from "./sfrc/coding/chinaOrHome";
export { contactSum, rescaleContact } from "./sfrc/coding/contactWillingness";
export { codeCumulativeCausation } from "./sfrc/coding/cumulativeCausation";
export { codeEducation } from "./sfrc/coding/education";
export { codeGender } from "./sfrc/coding/gender";
export { codeParticipationBehaviour } from "./sfrc/coding/participationBehaviour";
export { codeParticipationCognition } from "./sfrc/coding/participationCognition";
export { softmax } from "./sfrc/coding/softmax";
export { codeStay } from "./sfrc/coding/stay";
export { codeStayInMigration } from "./sfrc/coding/stayInMigration";
export { codeStayTransnational } from "./sfrc/coding/stayTransnational";
export { codeSupport } from "./sfrc/coding/support";
export { codeWvs } from "./wvs/wvs";

// —— Models ——
export { fitBinaryLogit } from "./models/binary";
export { fitOrderedLogit } from "./models/ordered";
export { parallelLines, type ParallelLines } from "./models/parallelLines";
export { averageMarginalEffects } from "./models/effects/averageMarginalEffects";
export { contrastPredictions, type PredictionContrast, type PredictionPlace } from "./models/effects/contrastPredictions";
export { predictInside } from "./models/effects/predictInside";
export type { Effect } from "./models/effects/effect";
export type { Coefficient, Fit, PseudoR2, Threshold } from "./models/fit";
export { RefusedModel } from "./models/refusedModel";

// —— A study: its models on its groups, and what they say of its hypotheses ——
export { sfrc } from "./sfrc/study";
export { groups as sfrcGroups, models as sfrcModels } from "./sfrc/models";
export { terms as sfrcTerms } from "./sfrc/terms";
export { hypotheses as sfrcHypotheses } from "./sfrc/hypotheses";
export { codeStudy, readStudy, readStudyData, type CodedStudy, type StudyFolder } from "./study/folder/readStudy";
export { applyReadings } from "./study/applyReadings";
export { belongs, membersOf } from "./study/group";
export { modelId as wvsModel, wvs } from "./wvs/wvs";
export { coefficientOf, fitOf, refittedCoefficients } from "./study/results";
export { runStudy, type StudyResult } from "./study/runStudy";
export { effectsByLevel, effectsOf } from "./study/effects";
export { probabilitiesAt, type Probability } from "./study/probabilities";
export { coefficientDifferences, type CoefficientDifference } from "./study/differences";
export { differencesOnSamePeople } from "./study/differencesOnSamePeople";
export { holm } from "./models/hypotheses/holm";
export { starsOf } from "./study/stars";
export type { CodedPeople, CodedPerson, Condition, Group, Hypothesis, ModelSpec, ReadingRule, Study, Term } from "./study/study";
export type { Decision, Verdict } from "./study/verdicts";

// —— Against print: numbers, stars, sentences, advice ——
export { table1 } from "./sfrc/table1";
export { reproduce, type Reproduction } from "./sfrc/reproduction";
export { compareModels } from "./study/compareModels";
export type { Comparison, NumberComparison, StarsComparison } from "./study/comparison";
export { judgeClaims, type ClaimVerdict, type JudgedClaim } from "./published/judgeClaims";
export { printedCoefficients, type CoefficientTable } from "./published/coefficientTable";
export { proposals } from "./sfrc/proposals";
export { contextFigures } from "./sfrc/contextFigures";

// —— The audit: does a published table hold together? ——
export { attainableR2, checkAttainableSE, definitionsLeft, eventCounts, floorsOf, informationNeeded, linkedCounts, rowsOfContrast, shareOfLogLik } from "./audit/audit";
export { checkPercentage, checkStars, checkStatistic, checkSum, debit, grim, grimmer, printedInterval } from "./audit/audit";
export { audit, groupDifference, impliedShare, poolingSplit, poolingTest, retrodesign, type AuditReport } from "./audit/audit";
export { basesOf, changedAnswers, distanceFromMean, eventsAmong, leastError, likelihoodRatioOf, rowsInFirst, woolf } from "./audit/audit";
export { auditHtml } from "./display/auditReport/auditHtml";
export { auditText } from "./display/auditReport/auditText";
export { readTable } from "./published/table/joinTables";
export { parsePublished } from "./published/parsePublished";
export type { CheckResult, Finding, NotRun, Verdict as AuditVerdict } from "./audit/check";

// —— Every defensible choice (docs/multiverse.md) ——
export { readSpec } from "./multiverse/readSpec";
export { runMultiverse, type Multiverse } from "./multiverse/runMultiverse";
export { codings } from "./sfrc/codings";

// —— Tables ——
export { claimsTable } from "./display/tables/claimsTable";
export { descriptiveTable } from "./display/tables/descriptiveTable";
export { flowTable } from "./display/tables/flowTable";
export { plainTable } from "./display/tables/plainTable";
export { regressionTable } from "./display/tables/regressionTable";
export { termTable } from "./display/tables/termTable";
export { verdictTable } from "./display/tables/verdictTable";
export type { Table } from "./display/table";

// —— Figures ——
export { coefficientPlot } from "./display/figures/coefficientPlot";
export { conceptMap } from "./display/figures/conceptMap";
export { differencePlot } from "./display/figures/differencePlot";
export { distribution } from "./display/figures/distribution";
export { effectPlot } from "./display/figures/effectPlot";
export { histogram } from "./display/figures/histogram";
export { levelShares } from "./display/figures/levelShares";
export { probabilityBars } from "./display/figures/probabilityBars";
export { probabilityCurve } from "./display/figures/probabilityCurve";
export { sampleFlow } from "./display/figures/sampleFlow";
export { specificationCurve } from "./display/figures/specificationCurve";
export type { Figure } from "./display/figure";
export type { Bilingual, Language } from "./bilingual";

// —— The walk-through's tables and figures ——
export { answersTable, claimsOf } from "./exhibits/againstTheText";
export { codebookTable, readingsTable, table1Table } from "./exhibits/askedAndCounted";
export { argumentFigure } from "./exhibits/argument";
export { attainableFigure, auditSummaryTable, differencesLadder, findingsTable, floorsFigure, pseudoR2Table } from "./exhibits/audit";
export { codedFigure } from "./exhibits/codedFigure";
export { codingTable } from "./exhibits/codingTable";
export { countriesTable, countryDifferencesTable, cutSlopesFigure } from "./exhibits/companion";
export { contactItemsFigure } from "./exhibits/contactItems";
export { dataTable } from "./exhibits/dataTable";
export { decisionsTable } from "./exhibits/decisionsTable";
export { crossTable } from "./exhibits/crossTable";
export { effectDifferencesTable, effectsFigure } from "./exhibits/effectDifferences";
export { eventsPerVariableTable } from "./exhibits/eventsPerVariable";
export { firthTable } from "./exhibits/firth";
export { frameTable } from "./exhibits/frameTable";
export { impliedSharesTable } from "./exhibits/impliedShares";
export { answersFound, lostTable, oddities } from "./exhibits/inspection";
export { influenceTable } from "./exhibits/influence";
export { levelsFigure } from "./exhibits/levels";
export { measuredTable } from "./exhibits/measured";
export { oneTermTable, termsFigure } from "./exhibits/oneTerm";
export { outcomesComparedTable } from "./exhibits/outcomesCompared";
export { coefficientsFigure, table2, table3 } from "./exhibits/paperTables";
export { parallelLinesTable } from "./exhibits/parallelLines";
export { parallelLinesByTermTable } from "./exhibits/parallelLinesByTerm";
export { contextFiguresTable, proposalsTable } from "./exhibits/policy";
export { poolingTable } from "./exhibits/pooling";
export { probabilityFigure } from "./exhibits/probabilityFigure";
export { readingsEffectTable } from "./exhibits/readingsEffect";
export { readingsOneByOneTable } from "./exhibits/readingsOneByOne";
export { printedDifferences, regionDifferencesTable } from "./exhibits/regionDifferences";
export { sampleFlowFigure, sampleFlowTable } from "./exhibits/sampleFlow";
export { paperMultiverse, wvsMultiverse } from "./exhibits/ourMultiverses";
export { optionInfluenceFigure } from "./exhibits/optionInfluence";
export { specificationCurveFigure } from "./exhibits/specificationCurve";
export { verdictSharesFigure } from "./exhibits/verdictShares";
export { standardErrorsTable } from "./exhibits/standardErrors";
export { starChangesTable } from "./exhibits/starChanges";
export { tablesComparedTable } from "./exhibits/tablesCompared";
export { countsFigure, tiesTable } from "./exhibits/ties";

// —— Showing, in a cell ——
export { show } from "./display/show";

// —— Exercises ——
export { check, exercises, hint } from "./exercises/check";
