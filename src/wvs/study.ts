import type { Bilingual } from "../bilingual";
import type { Family } from "../models/fit";
import type { Group, Hypothesis, ModelSpec, Study, Term } from "../study/study";

const COUNTRIES: readonly (Bilingual & { readonly id: string })[] = [
  { id: "Australia", en: "Australia", zh: "澳大利亚" },
  { id: "Norway", en: "Norway", zh: "挪威" },
  { id: "Sweden", en: "Sweden", zh: "瑞典" },
  { id: "USA", en: "USA", zh: "美国" },
];

const EVERYBODY: Group = { id: "all", label: { en: "All four countries", zh: "四国合计" }, holds: () => true };

const groups: readonly Group[] = [
  ...COUNTRIES.map(({ id, en, zh }): Group => ({ id, label: { en, zh }, holds: ({ country }) => country === id })),
  EVERYBODY,
];

const personal: readonly Term[] = [
  { name: "male", label: { en: "man", zh: "男性" } },
  { name: "religion", label: { en: "belongs to a religion", zh: "有宗教信仰" } },
  { name: "degree", label: { en: "university degree", zh: "大学学位" } },
  { name: "age", label: { en: "age in years", zh: "年龄（岁）" } },
];

const countries: readonly Term[] = [
  { name: "norway", label: { en: "Norway (against Australia)", zh: "挪威（对照澳大利亚）" } },
  { name: "sweden", label: { en: "Sweden (against Australia)", zh: "瑞典（对照澳大利亚）" } },
  { name: "usa", label: { en: "USA (against Australia)", zh: "美国（对照澳大利亚）" } },
];

/** The terms that tell the countries apart: most of what rejects parallel lines in the pooled model. */
export const countryTerms: readonly string[] = countries.map(({ name }) => name);

/** `binaryAustralia`, `orderedAll`, …: the model of a family in a group. */
export const modelId = (family: Family, group: string): string =>
  `${family === "binomial" ? "binary" : "ordered"}${group === EVERYBODY.id ? "All" : group}`;

const models: readonly ModelSpec[] = (["binomial", "ordered"] as const).flatMap((family) => groups.map((group) => ({
  id: modelId(family, group.id),
  title: titleOf(family, group.label),
  group: group.id,
  family,
  outcome: family === "binomial" ? "tooLittle" : "amount",
  terms: [...personal, ...(group === EVERYBODY ? countries : [])].map(({ name }) => name),
})));

function titleOf(family: Family, { en, zh }: Bilingual): Bilingual {
  return family === "binomial"
    ? { en: `${en}: too little is done against the rest`, zh: `${zh}：认为做得过少（对其余）` }
    : { en: `${en}: too little, about right, too much`, zh: `${zh}：过少、恰当、过多（定序）` };
}

const decidedBy = groups.map(({ id }) => ({ group: id, model: modelId("ordered", id), also: modelId("binomial", id) }));

/**
 * Three directions to try, ours and not Fox and Andersen's, decided by the ordered model: a positive coefficient means
 * leaning towards "too much is done". The binary model beside it looks the other way, so there the sign must be negative.
 */
const hypotheses: readonly Hypothesis[] = [
  { id: "W1", term: "male", decidedBy, claim: { en: "Men lean more than women towards saying that too much is done for people in poverty", zh: "男性比女性更倾向于认为政府为贫困者做得过多" } },
  { id: "W2", term: "religion", decidedBy, claim: { en: "Members of a religion lean more that way than others", zh: "有宗教信仰者更倾向于这样认为" } },
  { id: "W3", term: "degree", decidedBy, claim: { en: "Those with a university degree lean more that way than others", zh: "有大学学位者更倾向于这样认为" } },
];

/**
 * The companion study: is the government doing too little, about right or too much for people in poverty?
 * Real answers of the World Values Survey 1995–97, in four countries.
 *
 * Source: J. Fox and R. Andersen (2006), Sociological Methodology 36: 225–255.
 */
export const wvs: Study = {
  id: "wvs",
  title: { en: "Government and poverty in four countries", zh: "四国民众看政府扶贫" },
  groups,
  terms: [...personal, ...countries],
  models,
  hypotheses,
};
