import type { Bilingual } from "../bilingual";
import type { Group, ModelSpec, Readings } from "../study/study";
import { ageTerm, terms } from "./terms";

/** Changchun by itself, the three southern cities together, and everybody. */
export const groups: readonly Group[] = [
  { id: "changchun", label: { zh: "长春组", en: "Changchun" }, holds: (person) => person.group === "changchun" },
  { id: "south", label: { zh: "南方组", en: "South" }, holds: (person) => person.group === "south" },
  { id: "all", label: { zh: "全国组", en: "All" }, holds: () => true },
];

/**
 * The seven models of Tables 2 and 3, as the readings make them: four binary logits (M1–M4) and three ordered ones.
 *
 * pooledOutcome=inMigration  M3 and M4 take M2's outcome; the paper does not say which they take, its counts say M1's
 * age=withAge                age beside its square
 * supportNetwork=otherLeftOut  with "other" gone the three kinds of support are everybody, so the first, self-arranged,
 *                            becomes the reference and H3a has no coefficient of its own
 */
export function models(readings: Readings): readonly ModelSpec[] {
  const names = termNames(readings);
  const pooled = readings.pooledOutcome === "inMigration" ? OUTCOMES.inMigration : OUTCOMES.transnational;
  const binary = (id: string, group: string, { column, words }: typeof pooled): ModelSpec => ({
    id, group, outcome: column, family: "binomial", terms: names,
    title: { zh: `模型${id.slice(1)}：${labelOf(group).zh}，${words.zh}`, en: `Model ${id.slice(1)}: ${labelOf(group).en}, ${words.en}` },
  });
  const ordered = (id: string, group: string): ModelSpec => ({
    id, group, outcome: "stay", family: "ordered", terms: names,
    title: { zh: `表3：${labelOf(group).zh}，期望居留时间（定序）`, en: `Table 3: ${labelOf(group).en}, length of stay (ordered)` },
  });
  return [
    binary("M1", "changchun", OUTCOMES.transnational),
    binary("M2", "changchun", OUTCOMES.inMigration),
    binary("M3", "south", pooled),
    binary("M4", "all", pooled),
    ordered("O1", "changchun"),
    ordered("O3", "south"),
    ordered("O4", "all"),
  ];
}

const OUTCOMES = {
  transnational: { column: "stayTransnational", words: { zh: "跨国主义视角", en: "transnational outcome" } },
  inMigration: { column: "stayInMigration", words: { zh: "移入视角", en: "in-migration outcome" } },
} as const;

/** The terms of every model under these readings, in printed order. */
export function termNames({ age, supportNetwork }: Readings): readonly string[] {
  const printed = terms.map(({ name }) => name).filter((name) => supportNetwork !== "otherLeftOut" || name !== "supportSelf");
  return age === "withAge" ? [ageTerm.name, ...printed] : printed;
}

const labelOf = (id: string): Bilingual => groups.find((group) => group.id === id)!.label;
