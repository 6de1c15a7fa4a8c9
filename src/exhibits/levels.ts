import type { Figure } from "../display/figure";
import { levelShares } from "../display/figures/levelShares";
import type { Bilingual } from "../bilingual";
import { membersOf } from "../study/group";
import type { CodedPeople, Study } from "../study/study";

interface Levels {
  readonly column: string;
  readonly labels: readonly Bilingual[];
  readonly title: Bilingual;
}

/** The ordered outcome of each study. */
const OUTCOME: Readonly<Record<string, Levels>> = {
  sfrc: {
    column: "stay",
    title: { en: "How long people hope to stay", zh: "期望居留时间" },
    labels: [{ en: "leave soon", zh: "尽早离开" }, { en: "as long as possible", zh: "尽量多待" }, { en: "permanently", zh: "永久居留" }],
  },
  wvs: {
    column: "amount",
    title: { en: "What government does for people in poverty", zh: "政府为贫困者做得如何" },
    labels: [{ en: "too little", zh: "过少" }, { en: "about right", zh: "恰当" }, { en: "too much", zh: "过多" }],
  },
};

/** How each group's answers are spread over the levels of a study's ordered outcome. */
export function levelsFigure(study: Study, { people, synthetic, madeFrom }: CodedPeople): Figure {
  const outcome = OUTCOME[study.id];
  if (!outcome) throw new RangeError(`no ordered outcome is known for the study ${study.id}`);
  const { column, labels, title } = outcome;
  return levelShares({
    id: `levels-${study.id}`, title, synthetic, madeFrom, levels: labels,
    x: { en: "group", zh: "组别" },
    bars: study.groups.map((group) => {
      const values = membersOf(group, people).map((person) => person[column]).filter((value) => value !== undefined);
      return { name: group.label, shares: labels.map((_, level) => values.filter((value) => value === level + 1).length / values.length) };
    }),
  });
}
