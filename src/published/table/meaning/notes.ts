import type { Role } from "../roles/vocabulary";

export type BracketKind = "se" | "t" | "z" | "p" | "ci";

const KINDS: readonly (readonly [BracketKind, string])[] = [
  ["ci", String.raw`conf(?:idence|\.)? ?int(?:ervals?|\.)|\bcis?\b|\bc\.i\.|置信区间`],
  ["se", String.raw`(?:standard|std\.?|st\.?) ?-?(?:errors?|err\.?)|(?<![a-z])s\.? ?e\.?s?(?![a-z])|标准误差?|标准错误|标准差`],
  ["z", String.raw`\bz[- ]?(?:statistics?|stats?\.?|values?|scores?|ratios?)|\bz(?= (?:in|值))|z ?(?:值|统计量)`],
  ["t", String.raw`\bt[- ]?(?:statistics?|stats?\.?|values?|ratios?|tests?)|\bt(?= in )|t ?(?:值|统计量|检验值)`],
  ["p", String.raw`\bp[- ]?(?:values?|levels?)|\bp(?= in )|p ?值|显著性水平`],
];
const KIND = new RegExp(KINDS.map(([kind, words]) => `(?<${kind}>${words})`).join("|"), "giu");
const BRACKETS = /(?:square )?brackets|parenthes[ei]s|(?:圆|方|中|小)?括[号弧]/gi;

/** What the notes say stands in brackets, by their shape where they tell shapes apart. */
export function bracketsSaid(lines: readonly string[]): { readonly any?: BracketKind; readonly round?: BracketKind; readonly square?: BracketKind } {
  const said = lines.filter((line) => line.length < 3000).flatMap((line) => [...line.matchAll(BRACKETS)].flatMap(({ index, 0: word }) => {
    const before = [...line.slice(Math.max(0, index - 90), index).matchAll(KIND)].at(-1);
    const after = [...line.slice(index + word.length, index + word.length + 60).matchAll(KIND)][0];
    const chinese = /括/.test(word);
    const follows = chinese || /^ ?(?:contain|show|report|are|is|indicate|give|present|denote|represent|:|=)/i.test(line.slice(index + word.length));
    const match = (follows ? after ?? before : before ?? after)?.groups;
    const kind = KINDS.map(([name]) => name).find((name) => match?.[name] !== undefined);
    return kind === undefined ? [] : [{ kind, square: /square|brackets|方|中/.test(word) }];
  }));
  const stata = lines.map((line) => /^\s{0,300}legend: b\/(se|t|p)\b/i.exec(line)?.[1]).find((kind) => kind !== undefined);
  if (stata !== undefined) return { any: stata.toLowerCase() as BracketKind };
  const round = said.find(({ square }) => !square)?.kind;
  const square = said.find(({ square: is }) => is)?.kind;
  if (round !== undefined && square !== undefined) return { round, square };
  const any = round ?? square;
  return any === undefined ? {} : { any };
}

export const asBracketKind = (role: Role | undefined): BracketKind | undefined =>
  role === "se" || role === "t" || role === "z" || role === "p" || role === "ci" ? role : role === "lower" ? "ci" : undefined;

/** What the text says of standard errors: robust or clustered, or from weighted data. */
export function errorsSaid(text: string): "robust" | "weighted" | undefined {
  if (/稳健标准误|聚类(?:稳健)?标准误|robust\s+(?:standard\s+err|std\.? ?err|s\.?e\b)|robust标准误|cluster(?:ed|-robust|ing)|clustered|covariance type:\s+hc|(?:heteroske|heterosce)dasticity|log pseudo-?likelihood/i.test(text)) return "robust";
  return /(?:survey|sampling|probability|population)[ -]weight|weighted (?:data|estimat|regress|logi|sample)|加权/i.test(text) ? "weighted" : undefined;
}

/** Whose R² it is, where the table says so. */
export const definitionSaid = (text: string): string | undefined => {
  const said = /(mcfadden(?:'s)?(?: adj\w*)?|nagelkerke|cragg[ -]?(?:&|and)? ?uhler|cox ?(?:&|and|-)? ?snell|aldrich ?(?:&|and|-)? ?nelson|veall ?(?:&|and|-)? ?zimmermann?|estrella|horowitz)/i.exec(text)?.[1];
  return said !== undefined && /cragg/i.test(said) ? "Nagelkerke" : said;
};

/** "odds ratios" and the like; not "log odds ratios". */
export const saysOddsRatios = (text: string): boolean =>
  /(?<!log[ -]?)\bodds[- ]ratios?\b|\bexponentiated coef|\beform\b|(?<!对数)(?:优势比|发生比|比值比)(?!的?对数)|\brelative[- ]risk[- ]ratios?\b|\brrrs?\b|\bhazard ratios?\b|\bincidence[- ]rate ratios?\b|\bexp ?\(? ?(?:b|β|beta|coef\w*)\)/i.test(text)
  || /(?<![A-Za-z])(?:a)?OR(?:s)?(?![A-Za-z])/.test(text);
export const saysEffects = (text: string): boolean => /\bmarginal (?:effects?|probabilit)|\bdy ?\/ ?dx\b|\bmarginal\b|边际效应|\bAMEs?\b|\bmfx\b/i.test(text);
export const saysCoefficients = (text: string): boolean => /\bcoef|log[- ]?odds|\bestimates?\b|系数|\blogit coef/i.test(text);
