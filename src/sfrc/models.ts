import type { Bilingual } from "../bilingual";
import { frozen } from "../study/frozen";
import type { Group, ModelSpec, ReadingRule } from "../study/study";
import { ageTerm, terms } from "./terms";

/** Changchun by itself, the three southern cities together, and everybody. */
export const groups: readonly Group[] = frozen<readonly Group[]>([
  { id: "changchun", label: { zh: "长春组", en: "Changchun" }, where: { group: "changchun" } },
  { id: "south", label: { zh: "南方组", en: "South" }, where: { group: "south" } },
  { id: "all", label: { zh: "全国组", en: "All" }, where: {} },
]);

const OUTCOMES = {
  transnational: { column: "stayTransnational", words: { zh: "跨国主义视角", en: "transnational outcome" } },
  inMigration: { column: "stayInMigration", words: { zh: "移入视角", en: "in-migration outcome" } },
} as const;

const names = terms.map(({ name }) => name);
const labelOf = (id: string): Bilingual => groups.find((group) => group.id === id)!.label;

const binary = (id: string, group: string, { column, words }: (typeof OUTCOMES)[keyof typeof OUTCOMES]): ModelSpec => ({
  id, group, outcome: column, family: "binomial", terms: names,
  title: { zh: `模型${id.slice(1)}：${labelOf(group).zh}，${words.zh}`, en: `Model ${id.slice(1)}: ${labelOf(group).en}, ${words.en}` },
});

const ordered = (id: string, group: string): ModelSpec => ({
  id, group, outcome: "stay", family: "ordered", terms: names,
  title: { zh: `表3：${labelOf(group).zh}，期望居留时间（定序）`, en: `Table 3: ${labelOf(group).en}, length of stay (ordered)` },
});

/** The seven models of Tables 2 and 3 under the default readings: four binary logits (M1–M4) and three ordered ones. */
export const models: readonly ModelSpec[] = frozen([
  binary("M1", "changchun", OUTCOMES.transnational),
  binary("M2", "changchun", OUTCOMES.inMigration),
  binary("M3", "south", OUTCOMES.transnational),
  binary("M4", "all", OUTCOMES.transnational),
  ordered("O1", "changchun"),
  ordered("O3", "south"),
  ordered("O4", "all"),
]);

/** What readings do to the models; the others act on the sample and in coding. */
export const readingRules: readonly ReadingRule[] = [
  // M3 and M4 take M2's outcome; the paper does not say which they take, its counts say M1's.
  {
    reading: "pooledOutcome", choice: "inMigration", models: ["M3", "M4"],
    outcome: {
      from: OUTCOMES.transnational.column, to: OUTCOMES.inMigration.column,
      words: { from: OUTCOMES.transnational.words, to: OUTCOMES.inMigration.words },
    },
  },
  { reading: "age", choice: "withAge", having: ["age2"], adds: ageTerm },
  // With "other" gone the three kinds of support are everybody, so the first, self-arranged, becomes the reference.
  { reading: "supportNetwork", choice: "otherLeftOut", having: ["supportSelf", "supportKin", "supportUnit"], drops: "supportSelf" },
  // Larger numbers for those without the network, or for those who are less willing: the coefficient turns, the verdict does not.
  { reading: "cumulativeCausation", choice: "asPrinted", opposes: "cumulativeCausation" },
  { reading: "cumulativeCausation", choice: "firstReference", opposes: "cumulativeCausation" },
  { reading: "contactDirection", choice: "asAsked", opposes: "contactWillingness" },
];
