import type { Figure } from "../display/figure";
import { levelShares } from "../display/figures/levelShares";
import { BadInput } from "../badInput";
import type { Bilingual } from "../bilingual";
import { said } from "../faults/said";
import { membersOf } from "../study/group";
import type { CodedPeople, Study } from "../study/study";
import { refuseCounts } from "./answersOf";

interface Levels {
  readonly column: string;
  readonly labels: readonly Bilingual[];
  readonly title: Bilingual;
}

/** The ordered outcomes of the paper and of the companion study. */
const OUTCOMES: readonly Levels[] = [
  {
    column: "stay",
    title: { en: "How long people hope to stay", zh: "期望居留时间" },
    labels: [{ en: "leave soon", zh: "尽早离开" }, { en: "as long as possible", zh: "尽量多待" }, { en: "permanently", zh: "永久居留" }],
  },
  {
    column: "amount",
    title: { en: "What government does for people in poverty", zh: "政府为贫困者做得如何" },
    labels: [{ en: "too little", zh: "过少" }, { en: "about right", zh: "恰当" }, { en: "too much", zh: "过多" }],
  },
];

/** How each group's answers are spread over the levels of a study's ordered outcome. */
export function levelsFigure(study: Study, coded: CodedPeople): Figure {
  refuseCounts(coded, "levelsFigure");
  const { people, synthetic, madeFrom } = coded;
  const outcome = OUTCOMES.find(({ column }) => study.models.some((model) => model.family === "ordered" && model.outcome === column));
  if (!outcome) throw new BadInput({ file: "levelsFigure" }, said`the study ${study.id} has no ordered model of an outcome that is known here`, OUTCOMES.map(({ column }) => column).join(", "), "levelShares draws the shares of any levels.");
  const { column, labels, title } = outcome;
  return levelShares({
    id: `levels-${study.id}`, title, synthetic, madeFrom, levels: labels,
    x: { en: "group", zh: "组别" },
    bars: study.groups.map((group) => {
      const values = membersOf(group, people).map((person) => person[column]).filter((value) => value !== undefined);
      const other = values.find((value) => !labels.some((_, level) => value === level + 1));
      if (other !== undefined) throw new BadInput({ file: "levelsFigure", column }, said`somebody has ${String(other)}`, said`a whole number from ${1} to ${labels.length}`);
      if (values.length === 0) throw new BadInput({ file: "levelsFigure", column }, said`nobody of group ${group.id} has a value`, "at least one");
      return { name: group.label, shares: labels.map((_, level) => values.filter((value) => value === level + 1).length / values.length) };
    }),
  });
}
