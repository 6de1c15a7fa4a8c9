import type { CodedPeople, CodedPerson, Study } from "../../src/study/study";

/** A study of two groups for the tests of the stage: a binary and an ordered model in each, one hypothesis. */
export const tiny: Study = {
  id: "tiny",
  title: { en: "tiny", zh: "小" },
  groups: [
    { id: "a", label: { en: "A", zh: "甲" }, where: { group: "a" } },
    { id: "b", label: { en: "B", zh: "乙" }, where: { group: "b" } },
  ],
  terms: [{ name: "x", label: { en: "x", zh: "x" } }, { name: "w", label: { en: "w", zh: "w" } }],
  models: ["a", "b"].flatMap((group) => [
    { id: `B${group}`, title: { en: group, zh: group }, group, outcome: "y", family: "binomial" as const, terms: ["x", "w"] },
    { id: `O${group}`, title: { en: group, zh: group }, group, outcome: "level", family: "ordered" as const, terms: ["x", "w"] },
  ]),
  hypotheses: [{ id: "H", claim: { en: "x raises y", zh: "x 提高 y" }, term: "x", decidedBy: [{ group: "a", model: "Ba", also: "Oa" }, { group: "b", model: "Bb" }] }],
};

/** 120 people, 60 a group: x raises y in group a strongly, in group b not at all. No chance involved. */
export function tinyPeople(change: (person: CodedPerson, i: number) => CodedPerson = (person) => person): CodedPeople {
  const people = Array.from({ length: 120 }, (_, i): CodedPerson => {
    const group = i < 60 ? "a" : "b";
    const x = i % 2;
    const w = ((i * 7) % 11) / 10;
    const hash = (i * 37) % 60;
    const y = Number(hash < (group === "a" ? 15 + 30 * x : 30));
    return change({ id: `p${i}`, group, x, w, y, level: y === 0 ? 1 : (i * 13) % 3 === 0 ? 2 : 3 }, i);
  });
  return { people, synthetic: true };
}
