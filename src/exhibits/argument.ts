import type { ConceptLink, ConceptNode } from "../display/figures/layers";
import { conceptMap } from "../display/figures/conceptMap";
import type { Figure } from "../display/figure";
import { sfrc } from "../sfrc/study";
import { fromPrint } from "../provenance";

const LAYERS = [
  { en: "theory", zh: "理论" }, { en: "concept", zh: "概念" }, { en: "question", zh: "题目" },
  { en: "variable", zh: "变量" }, { en: "coefficient, expected sign", zh: "系数的预期符号" }, { en: "hypothesis", zh: "假设" },
];

const NETWORK = { id: "network", layer: 0, label: { en: "migrant networks (Massey)", zh: "移民社会网络理论" } };
const TRANSNATIONAL = { id: "transnational", layer: 0, label: { en: "transnationalism (Glick Schiller)", zh: "跨国主义" } };

interface Strand {
  readonly hypothesis: string;
  readonly theories: readonly string[];
  readonly concept: ConceptNode;
  readonly question: ConceptNode;
}

const concept = (id: string, en: string, zh: string): ConceptNode => ({ id, layer: 1, label: { en, zh } });
const question = (id: string, en: string, zh: string): ConceptNode => ({ id, layer: 2, label: { en, zh } });

const CUMULATIVE = concept("cumulative", "cumulative causation", "累积因果");
const MIXING = concept("mixing", "contact between groups", "族际接触");
const SUPPORT = concept("support", "support networks", "支持网络");
const COGNITION = concept("cognition", "participation: cognition", "社会参与认知");
const BEHAVIOUR = concept("behaviour", "participation: behaviour", "社会参与行为");
const RECEPTION = question("reception", "who arranged the arrival?", "抵达时谁安排接待？");

/** Which theory and which question each hypothesis of the paper's section 2 stands on. */
const STRANDS: readonly Strand[] = [
  { hypothesis: "H1", theories: ["network"], concept: CUMULATIVE, question: question("family", "has family been to China?", "家人是否来过中国？") },
  { hypothesis: "H2", theories: ["network"], concept: MIXING, question: question("contact", "willing to chat, befriend, marry?", "是否愿意聊天、交友、通婚？") },
  { hypothesis: "H3a", theories: ["network"], concept: SUPPORT, question: RECEPTION },
  { hypothesis: "H3b", theories: ["network"], concept: SUPPORT, question: RECEPTION },
  { hypothesis: "H3c", theories: ["network"], concept: SUPPORT, question: RECEPTION },
  { hypothesis: "H4a", theories: ["transnational"], concept: COGNITION, question: question("compare", "China or home: which is better?", "中国与母国何者更优？") },
  { hypothesis: "H4b", theories: ["transnational"], concept: BEHAVIOUR, question: question("take-part", "took part in China, at home?", "在华、在母国是否参加？") },
];

/** The paper's argument as a map: theory → concept → question → variable → coefficient (its expected sign) → hypothesis. H2's sign is open. */
export function argumentFigure(): Figure {
  const nodes: ConceptNode[] = [NETWORK, TRANSNATIONAL];
  const links: ConceptLink[] = [];
  for (const { hypothesis, theories, concept, question } of STRANDS) {
    const { term, claim, signOpen = false } = sfrc.hypotheses.find(({ id }) => id === hypothesis)!;
    const { label } = sfrc.terms.find(({ name }) => name === term)!;
    const sign = `sign-${hypothesis}`;
    nodes.push(
      concept, question,
      { id: term, layer: 3, label },
      { id: sign, layer: 4, label: signOpen ? { en: "+ (− allowed for)", zh: "正（亦可为负）" } : { en: "+", zh: "正" } },
      { id: hypothesis, layer: 5, label: { en: `${hypothesis} ${claim.en.replace(/ \(.*\)$/, "")}`, zh: `${hypothesis} ${claim.zh.replace(/（[^（]*）$/, "")}` } },
    );
    links.push(
      ...theories.map((theory) => ({ from: theory, to: concept.id })),
      { from: concept.id, to: question.id }, { from: question.id, to: term },
      { from: term, to: sign, signOpen }, { from: sign, to: hypothesis },
    );
  }
  return conceptMap({
    id: "argument", ...fromPrint(), layers: LAYERS,
    title: { en: "How the paper argues", zh: "论文的论证" },
    nodes: distinct(nodes, ({ id }) => id),
    links: distinct(links, ({ from, to }) => `${from}→${to}`),
  });
}

const distinct = <T>(list: readonly T[], key: (item: T) => string): T[] => [...new Map(list.map((item) => [key(item), item])).values()];
