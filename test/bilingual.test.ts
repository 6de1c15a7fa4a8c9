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
import * as compareGroups from "../src/models/compare/compareGroups";
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

/*
 * What a reader is told in two languages: the English has no Chinese in it but what it quotes, the Chinese is Chinese. A text put
 * under the other language, or left untranslated, is found here whatever the table it stands in.
 */
const TOLD: Readonly<Record<string, unknown>> = {
  CHECKS, contrastsText, auditReportWords, labels, tableWords, synthetic, vocabulary, exercises, ofHypotheses, ofMultiverse, ofParticipation, ofSample, ofTables, allReadingsSummary, universeRecords, compareGroups,
  parallelLines, claimVerdict, contextFigures, hypotheses, measures, models, proposals, readingList, sfrc, terms, auditPageWords, liveWords, searchWords, frontWords, traceWords, siteWords, wvs,
};
const HAN = /\p{Script=Han}/u;

interface Pair { readonly path: string; readonly en: string; readonly zh: string }

/** Every text beside its counterpart, also where whole tables of texts are; what a function of a few values says is told of 1, 2, 3. */
function pairs(value: unknown, path: string, seen = new Set<unknown>()): Pair[] {
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  if ("en" in value && "zh" in value) return beside(value.en, value.zh, path);
  return Object.entries(value).flatMap(([name, inner]) => pairs(inner, `${path}.${name}`, seen));
}

function beside(en: unknown, zh: unknown, path: string): Pair[] {
  if (typeof en === "string" && typeof zh === "string") return [{ path, en, zh }];
  if (typeof en === "function" && typeof zh === "function") return beside(said(en), said(zh), `${path}()`);
  if (typeof en !== "object" || typeof zh !== "object" || en === null || zh === null) return [];
  return Object.keys(en).flatMap((name) => beside((en as Record<string, unknown>)[name], (zh as Record<string, unknown>)[name], `${path}.${name}`));
}

function said(words: unknown): unknown {
  try {
    return (words as (...values: unknown[]) => unknown)(1, 2, 3);
  } catch {
    return undefined; // of something that is no number
  }
}

describe.each(Object.entries(TOLD))("%s", (name, told) => {
  const all = pairs(told, name);

  it("tells something in both languages", () => expect(all.length).toBeGreaterThan(0));

  it("has Chinese where it says so, and nowhere else", () => {
    const quoted = (text: string) => text.replace(/[（(“"「『《][^）)”"」』》]*\p{Script=Han}[^）)”"」』》]*[）)”"」』》]/gu, "");
    expect(all.filter(({ en, zh }) => en !== zh && (HAN.test(quoted(en)) || (!HAN.test(zh) && /\p{L}{2}/u.test(zh))))).toEqual([]);
  });
});
