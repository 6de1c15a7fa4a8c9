import type { Bilingual } from "../../bilingual";
import type { PublishedTable } from "../../published/publishedTable";
import { printedVerdict } from "../../study/verdicts";
import type { StudyResult } from "../../study/runStudy";
import { PAPER_CUTOFFS, starCutoffs, starNote } from "../../study/stars";
import type { Hypothesis } from "../../study/study";
import type { Decision, Verdict } from "../../study/verdicts";
import { decimalsFor } from "../decimals";
import { LABEL } from "../labels";
import type { Cell, Row, Table } from "../table";
import { originOf } from "../../provenance";

export interface VerdictTableInput {
  readonly id: string;
  readonly title: Bilingual;
  readonly result: StudyResult;
  /** With it, what the printed coefficients say stands beside. */
  readonly published?: PublishedTable;
  /** Further notes, after the table's own. */
  readonly notes?: readonly Bilingual[];
}

/** Hypothesis × group: the coefficient that decides, whether it supports the hypothesis, and what the printed one says. */
export function verdictTable({ id, title, result, published, notes = [] }: VerdictTableInput): Table {
  const groups = result.study.groups.filter((group) => result.verdicts.some((verdict) => verdict.group === group.id));
  const columns = published ? (["printed", "refitted"] as const).map((role) => ({ header: LABEL[role], role })) : [{ header: LABEL.refitted }];
  return {
    kind: "table", id, title, ...originOf(result),
    stub: LABEL.hypothesis,
    columnGroups: groups.map(({ label }) => ({ label, columns })),
    rowGroups: [{
      rows: result.study.hypotheses.map((hypothesis): Row => ({
        header: nameOf(hypothesis, result),
        cells: groups.flatMap(({ id: group }) => verdictCells(hypothesis, result.verdicts.find((v) => v.hypothesis === hypothesis.id && v.group === group), published)),
      })),
    }],
    notes: [
      { en: "✓ supported: the coefficient is positive and has a star. – not supported.", zh: "✓ 支持：系数为正且显著（带星号）。– 不支持。" },
      ...thresholdNotes(result, published),
      ...ratioNote(result, published),
      ...opposedNote(result.study.hypotheses),
      ...notes,
    ],
  };
}

/** `H1 cumulative-causation network`: the claim in full stands in the notebooks. */
function nameOf({ id, term, claim }: Hypothesis, { study }: StudyResult): Bilingual {
  const label = study.terms.find(({ name }) => name === term)?.label ?? claim;
  return { en: `${id} ${label.en}`, zh: `${id} ${label.zh}` };
}

function verdictCells(hypothesis: Hypothesis, verdict: Verdict | undefined, published: PublishedTable | undefined): Cell[] {
  const none: Cell = { text: { en: "no model decides", zh: "无模型判定" } };
  if (!verdict) return published ? [none, none] : [none];
  const decisions = [verdict, ...(verdict.also ? [verdict.also] : [])];
  return [
    ...(published ? [together(decisions.map(({ model }) => printedWords(model, hypothesis, published)))] : []),
    together(decisions.map(refittedWords)),
  ];
}

/** The thresholds of the verdicts, and those of print where they are others. */
function thresholdNotes({ cutoffs = PAPER_CUTOFFS }: StudyResult, published: PublishedTable | undefined): Bilingual[] {
  const [own, printed] = [starNote(cutoffs), starNote(starCutoffs(published?.cutoffs))];
  if (!published || own.en === printed.en) return [own];
  return [{ en: `Refitted: ${own.en}.`, zh: `重新估计：${own.zh}。` }, { en: `Printed: ${printed.en}.`, zh: `原文报告：${printed.zh}。` }];
}

/** Which models print odds ratios, which stand here beside log-odds. */
function ratioNote({ study }: StudyResult, published: PublishedTable | undefined): Bilingual[] {
  const deciding = study.models.map(({ id }) => id).filter((model) => study.hypotheses.some(({ decidedBy }) => decidedBy.some((by) => by.model === model || by.also === model)));
  const ratios = deciding.filter((model) => published?.models[model]?.scale === "oddsRatio");
  if (ratios.length === 0) return [];
  return [{ en: `Printed: odds ratios in ${ratios.join(", ")}, of which those above 1 point up; refitted: log-odds.`, zh: `原文报告：${ratios.join("、")} 为优势比，大于 1 为正向；重新估计：对数优势。` }];
}

/** Which hypotheses stand here with the sign turned, since the term as read is coded the other way round. */
function opposedNote(hypotheses: readonly Hypothesis[]): Bilingual[] {
  const turned = hypotheses.filter(({ opposed }) => opposed).map(({ id }) => id);
  return turned.length === 0 ? [] : [{
    en: `${turned.join(", ")}: as read, the coefficient is the effect of the opposite; its sign, printed and refitted, is turned here.`,
    zh: `${turned.join("、")}：在所取编码方案下，系数表示相反一方的影响；此处原文与重新估计的系数均已变号。`,
  }];
}

/** `✓ 0.535*** (M4)`, and what another model says below it: the same in any language, and short enough for one screen. */
const together = (words: readonly Said[]): Cell =>
  words.every((one) => typeof one === "string") ? { text: words.join("; ") } : { text: { en: words.map((one) => inOne(one, "en")).join("; "), zh: words.map((one) => inOne(one, "zh")).join("；") } };

type Said = string | Bilingual;

const inOne = (one: Said, language: "en" | "zh"): string => (typeof one === "string" ? one : one[language]);

function printedWords(model: string, hypothesis: Hypothesis, published: PublishedTable): Said {
  const printed = printedVerdict(model, hypothesis, published);
  if (!printed) return { en: `not printed (${model})`, zh: `原文未报告（${model}）` };
  return said(printed.supported, `${printed.coef}${printed.stars}`, model);
}

function refittedWords({ model, estimate, supported, level }: Decision): Said {
  if (estimate === null || supported === null) return { en: `not fitted (${model})`, zh: `未拟合（${model}）` };
  return said(supported, `${estimate.toFixed(decimalsFor(estimate))}${level}`, model);
}

const said = (supported: boolean, number: string, model: string): string => `${supported ? "✓" : "–"} ${number} (${model})`;
