/*
 * What a notebook imports, in the order of the walk-through. Nothing else of the package is public.
 */

// —— The data: raw answers, printed numbers, claims ——
export { readClaims, readPublished, readSurvey } from "./sfrc/ourSurvey";
export { readSfrc, sfrcCodebook } from "./sfrc/readSfrc";
export { readWvs } from "./wvs/readWvs";
export { columnOf, type Answer as CodebookAnswer, type Codebook, type Column as CodebookColumn } from "./survey/codebook";
export type { Respondent, Survey } from "./survey/respondent";
export type { Claim } from "./published/claims";
export type { PublishedModel, PublishedRow, PublishedTable, PublishedTable1 } from "./published/publishedTable";

// —— Sample and coding: from a question to a column ——
export { CODED_COLUMNS, codeSample, type CodedSample, type SfrcPerson } from "./sfrc/codeSample";
export { sessionReadings, useReadings } from "./sfrc/sessionReadings";
export { codedFrame } from "./sfrc/codedFrame";
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
export { codeWvs, type CodedWvs, type WvsPerson } from "./wvs/codeWvs";

// —— Models ——
export { fitBinaryLogit } from "./models/binary";
export { fitOrderedLogit } from "./models/ordered";
export { parallelLines, type ParallelLines } from "./models/parallelLines";
export { averageMarginalEffects } from "./models/effects/averageMarginalEffects";
export type { Effect } from "./models/effects/effect";
export type { Coefficient, Fit, PseudoR2, Threshold } from "./models/fit";
export { RefusedModel } from "./models/refusedModel";

// —— A study: its models on its groups, and what they say of its hypotheses ——
export { sfrc } from "./sfrc/study";
export { modelId as wvsModel, wvs } from "./wvs/study";
export { fitOf, runStudy, type StudyResult } from "./study/runStudy";
export { effectsByLevel, effectsOf } from "./study/effects";
export { probabilitiesAt, type Probability } from "./study/probabilities";
export { coefficientOf } from "./study/coefficientIn";
export { coefficientDifferences, type CoefficientDifference } from "./study/differences";
export { holm } from "./models/hypotheses/holm";
export { starsOf } from "./study/stars";
export type { Group, Hypothesis, ModelSpec, Study, Term } from "./study/study";
export type { Decision, Verdict } from "./study/verdicts";

// —— Against print: numbers, stars, sentences, advice ——
export { table1 } from "./sfrc/table1";
export { reproduce, type Reproduction } from "./sfrc/reproduction";
export { compareModels } from "./study/compareModels";
export type { Comparison, NumberComparison, StarsComparison } from "./study/comparison";
export { judgeClaims, type ClaimVerdict, type JudgedClaim } from "./published/judgeClaims";
export { printedCoefficients, type CoefficientTable } from "./published/coefficientTable";
export { refittedCoefficients } from "./study/coefficients";
export { proposals } from "./sfrc/proposals";
export { contextFigures } from "./sfrc/contextFigures";

// —— The audit: does a published table hold together? ——
export { attainableR2, checkAttainableSE, definitionsLeft, eventCounts, floorsOf, informationNeeded, linkedCounts, rowsOfContrast } from "./audit/audit";
export { checkPercentage, checkStars, checkSum, debit, grim, grimmer, printedInterval } from "./audit/audit";
export { audit, auditClaims, auditMeasurement, groupDifference, impliedShare, poolingTest, retrodesign, type AuditReport } from "./audit/audit";
export { auditHtml } from "./audit/report/auditHtml";
export { auditText } from "./audit/report/auditText";
export { readTable } from "./published/table/readTable";
export { parsePublished } from "./published/parsePublished";
export type { CheckResult, Finding, Verdict as AuditVerdict } from "./audit/vocabulary";

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
export type { Figure } from "./display/figure";
export type { Bilingual, Language } from "./bilingual";

// —— The walk-through's tables and figures ——
export { answersTable } from "./exhibits/answers";
export { argumentFigure } from "./exhibits/argument";
export { attainableFigure, auditSummaryTable, differencesLadder, findingsTable, floorsFigure, pseudoR2Table } from "./exhibits/audit";
export { claimsOf } from "./exhibits/claims";
export { codebookTable } from "./exhibits/codebookTable";
export { codedFigure } from "./exhibits/codedFigure";
export { codingTable } from "./exhibits/codingTable";
export { countriesTable, countryDifferencesTable, cutSlopesFigure } from "./exhibits/companion";
export { contactItemsFigure } from "./exhibits/contactItems";
export { crossTable } from "./exhibits/crossTable";
export { effectDifferencesTable, effectsFigure } from "./exhibits/effectDifferences";
export { eventsPerVariableTable } from "./exhibits/eventsPerVariable";
export { firthTable } from "./exhibits/firth";
export { frameTable } from "./exhibits/frameTable";
export { influenceTable } from "./exhibits/influence";
export { levelsFigure } from "./exhibits/levels";
export { oneTermTable, termsFigure } from "./exhibits/oneTerm";
export { coefficientsFigure, table2, table3 } from "./exhibits/paperTables";
export { parallelLinesTable } from "./exhibits/parallelLines";
export { parallelLinesByTermTable } from "./exhibits/parallelLinesByTerm";
export { contextFiguresTable, proposalsTable } from "./exhibits/policy";
export { poolingTable } from "./exhibits/pooling";
export { probabilityFigure } from "./exhibits/probabilityFigure";
export { readingsEffectTable } from "./exhibits/readingsEffect";
export { readingsTable } from "./exhibits/readingsTable";
export { printedDifferences, regionDifferencesTable } from "./exhibits/regionDifferences";
export { sampleFlowFigure, sampleFlowTable } from "./exhibits/sampleFlow";
export { starChangesTable } from "./exhibits/starChanges";
export { table1Table } from "./exhibits/descriptives";
export { countsFigure, tiesTable } from "./exhibits/ties";

// —— Showing, in a cell ——
export { show } from "./display/show";

// —— Exercises ——
export { check, exercises } from "./sfrc/exercises/check";
