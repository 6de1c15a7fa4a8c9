import type { Bilingual } from "../../../src/bilingual";
import { signed } from "../../../src/exhibits/allReadingsSummary";
import type { PanelState } from "../../../src/exhibits/panelState";
import printedNumbers from "../../../data/published.json";
import type { PublishedTable } from "../../../src/published/publishedTable";
import { hypotheses } from "../../../src/sfrc/hypotheses";
import { groups } from "../../../src/sfrc/models";
import { printedVerdict } from "../../../src/study/verdicts";
import type { Hypothesis } from "../../../src/study/study";
import type { Decision, Verdict } from "../../../src/study/verdicts";

/** What one model says of one hypothesis: a number with its stars, and whether that is support; null where there is none. */
export interface Said {
  readonly model: string;
  readonly number: string | null;
  readonly supported: boolean | null;
}

/** A hypothesis in a group: by print and by the kernel, each with what another model says. */
export interface VerdictCell {
  readonly group: string;
  readonly paper: readonly Said[];
  readonly kernel: readonly Said[] | undefined;
  /** The kernel's verdict is another than the paper's. */
  readonly differs: boolean;
}

export interface VerdictRow {
  readonly id: string;
  readonly claim: Bilingual;
  readonly cells: readonly VerdictCell[];
}

/** What the panel is about: hypotheses, and the groups in which they are decided. */
export type ShownStudy = PanelState["study"];

/** The paper, as it is before any kernel has answered. */
export const PAPER: ShownStudy = { id: "sfrc", title: { en: "", zh: "" }, hypotheses, groups: groups.map(({ id, label }) => ({ id, label, model: hypotheses[0].decidedBy.find(({ group }) => group === id)!.model })) };

/** Hypothesis × group, as the panel shows it. Only the paper has a printed table; of another study, `paper` is empty. */
export const verdictRows = (verdicts: readonly Verdict[] | undefined, study: ShownStudy = PAPER): VerdictRow[] =>
  study.hypotheses.map((hypothesis) => ({
    id: hypothesis.id, claim: hypothesis.claim,
    cells: hypothesis.decidedBy.map((decider) => {
      const { group, model } = decider;
      const models = "also" in decider && decider.also ? [model, decider.also] : [model];
      const paper = study.id === PAPER.id ? models.map((name) => byPrint(name, hypothesis)) : [];
      const verdict = verdicts?.find((found) => found.hypothesis === hypothesis.id && found.group === group);
      const kernel = verdict && [verdict, ...(verdict.also ? [verdict.also] : [])].map(byKernel);
      return { group, paper, kernel, differs: kernel !== undefined && paper.length > 0 && kernel[0].supported !== paper[0].supported };
    }),
  }));

function byPrint(model: string, hypothesis: Hypothesis): Said {
  const found = printedVerdict(model, hypothesis, printedNumbers as unknown as PublishedTable);
  return found ? { model, number: `${found.coef.replace("-", "−")}${found.stars}`, supported: found.supported } : { model, number: null, supported: null };
}

const byKernel = ({ model, estimate, level, supported }: Decision): Said =>
  ({ model, number: estimate === null ? null : `${signed(estimate)}${level}`, supported });

/** Which verdicts two answers disagree on, for whoever hears the panel: `H1 · Changchun`. */
export function changedVerdicts(before: readonly Verdict[] | undefined, after: readonly Verdict[] | undefined): readonly { readonly hypothesis: string; readonly group: string; readonly supported: boolean | null }[] {
  if (!before || !after) return [];
  return after.filter((now) => before.find(({ hypothesis, group }) => hypothesis === now.hypothesis && group === now.group)?.supported !== now.supported);
}
