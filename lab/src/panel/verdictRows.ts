import type { Bilingual } from "../../../src/bilingual";
import printedNumbers from "../../../data/published.json";
import type { PublishedTable } from "../../../src/published/publishedTable";
import { hypotheses } from "../../../src/sfrc/hypotheses";
import { groups } from "../../../src/sfrc/models";
import { printedVerdict } from "../../../src/study/printedVerdict";
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

export const GROUPS = groups.map(({ id, label }) => ({ id, label, model: hypotheses[0].decidedBy.find(({ group }) => group === id)!.model }));

/** Hypothesis × group, as the panel shows it. */
export const verdictRows = (verdicts: readonly Verdict[] | undefined): VerdictRow[] =>
  hypotheses.map(({ id, claim, term, decidedBy }) => ({
    id, claim,
    cells: decidedBy.map((decider) => {
      const { group, model } = decider;
      const models = "also" in decider && decider.also ? [model, decider.also] : [model];
      const paper = models.map((name) => byPrint(name, term));
      const verdict = verdicts?.find((found) => found.hypothesis === id && found.group === group);
      const kernel = verdict && [verdict, ...(verdict.also ? [verdict.also] : [])].map(byKernel);
      return { group, paper, kernel, differs: kernel !== undefined && kernel[0].supported !== paper[0].supported };
    }),
  }));

function byPrint(model: string, term: string): Said {
  const found = printedVerdict(model, term, printedNumbers as unknown as PublishedTable);
  return found ? { model, number: `${found.coef.replace("-", "−")}${found.stars}`, supported: found.supported } : { model, number: null, supported: null };
}

const byKernel = ({ model, estimate, level, supported }: Decision): Said =>
  ({ model, number: estimate === null ? null : `${estimate.toFixed(3).replace("-", "−")}${level}`, supported });

/** Which verdicts two answers disagree on, for whoever hears the panel: `H1 · Changchun`. */
export function changedVerdicts(before: readonly Verdict[] | undefined, after: readonly Verdict[] | undefined): readonly { readonly hypothesis: string; readonly group: string; readonly supported: boolean | null }[] {
  if (!before || !after) return [];
  return after.filter((now) => before.find(({ hypothesis, group }) => hypothesis === now.hypothesis && group === now.group)?.supported !== now.supported);
}
