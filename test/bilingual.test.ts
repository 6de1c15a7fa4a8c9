import { describe, expect, it } from "vitest";
import { CHECKS } from "../src/audit/registry";
import * as contrastsText from "../src/cli/contrastsText";
import * as auditReportWords from "../src/display/auditReport/words";
import * as labels from "../src/display/labels";
import * as tableWords from "../src/display/reader/tableWords";
import * as synthetic from "../src/display/synthetic";
import * as vocabulary from "../src/display/vocabulary";
import { exercises } from "../src/exercises/check";
import * as ofHypotheses from "../src/exercises/ofHypotheses";
import * as ofMultiverse from "../src/exercises/ofMultiverse";
import * as ofParticipation from "../src/exercises/ofParticipation";
import * as ofSample from "../src/exercises/ofSample";
import * as ofTables from "../src/exercises/ofTables";
import * as allReadingsSummary from "../src/exhibits/allReadingsSummary";
import * as universeRecords from "../src/exhibits/universeRecords";
import * as parallelLines from "../src/models/parallelLines";
import * as claimVerdict from "../src/published/claimVerdict";
import * as contextFigures from "../src/sfrc/contextFigures";
import * as hypotheses from "../src/sfrc/hypotheses";
import * as measures from "../src/sfrc/measures";
import * as models from "../src/sfrc/models";
import * as proposals from "../src/sfrc/proposals";
import * as readingList from "../src/sfrc/readingList";
import { sfrc } from "../src/sfrc/study";
import * as terms from "../src/sfrc/terms";
import * as auditPageWords from "../src/site/client/auditPage/words";
import * as liveWords from "../src/site/client/live/words";
import * as searchWords from "../src/site/client/search/words";
import * as frontWords from "../src/site/frontWords";
import * as traceWords from "../src/site/trace/traceWords";
import * as siteWords from "../src/site/words";
import { wvs } from "../src/wvs/wvs";
import { misplaced, pairs } from "./languages";

/* What a reader is told in two languages, in tables of words (languages.ts). */
const TOLD: Readonly<Record<string, unknown>> = {
  CHECKS, contrastsText, auditReportWords, labels, tableWords, synthetic, vocabulary, exercises, ofHypotheses, ofMultiverse, ofParticipation, ofSample, ofTables, allReadingsSummary, universeRecords,
  parallelLines, claimVerdict, contextFigures, hypotheses, measures, models, proposals, readingList, sfrc, terms, auditPageWords, liveWords, searchWords, frontWords, traceWords, siteWords, wvs,
};
describe.each(Object.entries(TOLD))("%s", (name, told) => {
  const all = pairs(told, name);

  it("tells something in both languages", () => expect(all.length).toBeGreaterThan(0));

  it("has Chinese where it says so, and nowhere else", () => expect(misplaced(all)).toEqual([]));
});
