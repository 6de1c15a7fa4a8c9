import type { Bilingual } from "../../bilingual";
import type { PublishedTable } from "../../published/publishedTable";
import { printedVerdict } from "../../study/printedVerdict";
import type { StudyResult } from "../../study/runStudy";
import { starCutoffs, starNote } from "../../study/stars";
import type { Hypothesis } from "../../study/study";
import type { Decision, Verdict } from "../../study/verdicts";
import { decimalsFor } from "../decimals";
import { LABEL } from "../labels";
import type { Cell, Row, Table } from "../table";
import type { Words } from "../words";

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
    kind: "table", id, title, synthetic: result.synthetic,
    stub: LABEL.hypothesis,
    columnGroups: groups.map(({ label }) => ({ label, columns })),
    rowGroups: [{
      rows: result.study.hypotheses.map((hypothesis): Row => ({
        header: { en: `${hypothesis.id} ${hypothesis.claim.en}`, zh: `${hypothesis.id} ${hypothesis.claim.zh}` },
        cells: groups.flatMap(({ id: group }) => verdictCells(hypothesis, result.verdicts.find((v) => v.hypothesis === hypothesis.id && v.group === group), published)),
      })),
    }],
    notes: [
      { en: "Supported: the coefficient is positive and has a star.", zh: "支持：系数为正且带星号。" },
      starNote(starCutoffs(published?.cutoffs)),
      ...notes,
    ],
  };
}

function verdictCells({ term }: Hypothesis, verdict: Verdict | undefined, published: PublishedTable | undefined): Cell[] {
  const none: Cell = { text: { en: "no model decides", zh: "无模型判定" } };
  if (!verdict) return published ? [none, none] : [none];
  const decisions = [verdict, ...(verdict.also ? [verdict.also] : [])];
  return [
    ...(published ? [{ text: together(decisions.map(({ model }) => printedWords(model, term, published))) }] : []),
    { text: together(decisions.map(refittedWords)) },
  ];
}

/** `supported: 0.535*** (M4)`, and what another model says after a semicolon. */
const together = (words: readonly Bilingual[]): Words => ({ en: words.map(({ en }) => en).join("; "), zh: words.map(({ zh }) => zh).join("；") });

function printedWords(model: string, term: string, published: PublishedTable): Bilingual {
  const printed = printedVerdict(model, term, published);
  if (!printed) return { en: `not printed (${model})`, zh: `未刊印（${model}）` };
  return said(printed.supported, `${printed.coef}${printed.stars}`, model);
}

function refittedWords({ model, estimate, supported, level }: Decision): Bilingual {
  if (estimate === null || supported === null) return { en: `not fitted (${model})`, zh: `未拟合（${model}）` };
  return said(supported, `${estimate.toFixed(decimalsFor(estimate))}${level}`, model);
}

const said = (supported: boolean, number: string, model: string): Bilingual => ({
  en: `${supported ? "supported" : "not supported"}: ${number} (${model})`,
  zh: `${supported ? "支持" : "不支持"}：${number}（${model}）`,
});
