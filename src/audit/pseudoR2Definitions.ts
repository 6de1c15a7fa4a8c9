/**
 * Eight pseudo-R² that are functions of the two log-likelihoods, n and the number of parameters only.
 * Tjur's, Efron's, McKelvey–Zavoina's and the like need the fitted values, so no printed log-likelihood decides about them.
 *
 * Source: Veall & Zimmermann (1996); Long (1997), Regression Models for Categorical and Limited Dependent Variables, §4.3.
 */
export const PSEUDO_R2_DEFINITIONS = [
  "mcFadden", "mcFaddenAdjusted", "coxSnell", "nagelkerke", "aldrichNelson", "veallZimmermann", "estrella", "horowitz",
] as const;
export type PseudoR2Definition = (typeof PSEUDO_R2_DEFINITIONS)[number];

export interface Likelihoods {
  readonly logLik: number;
  readonly logLikNull: number;
  readonly n: number;
  /** Parameters that the adjusted definitions charge for: with the constant, or slopes only (authors differ). */
  readonly k: number;
}

const FORMULAS: Record<PseudoR2Definition, (l: Likelihoods) => number> = {
  mcFadden: ({ logLik, logLikNull }) => 1 - logLik / logLikNull,
  mcFaddenAdjusted: ({ logLik, logLikNull, k }) => 1 - (logLik - k) / logLikNull,
  coxSnell: ({ logLik, logLikNull, n }) => -Math.expm1((2 * (logLikNull - logLik)) / n),
  nagelkerke: ({ logLik, logLikNull, n }) => Math.expm1((2 * (logLikNull - logLik)) / n) / Math.expm1((2 * logLikNull) / n),
  aldrichNelson: (l) => ratio(l) / (ratio(l) + l.n),
  veallZimmermann: (l) => ((ratio(l) / (ratio(l) + l.n)) * (l.n - 2 * l.logLikNull)) / (-2 * l.logLikNull),
  estrella: ({ logLik, logLikNull, n }) => 1 - (logLik / logLikNull) ** ((-2 * logLikNull) / n),
  horowitz: ({ logLik, logLikNull, k }) => 1 - (logLik - k / 2) / logLikNull,
};

/** The likelihood-ratio χ² against the constant alone. */
const ratio = ({ logLik, logLikNull }: Likelihoods): number => 2 * (logLik - logLikNull);

/** Every definition rises with `logLik` where the rest is held: the ends of its interval give the ends of R²'s. */
export const pseudoR2 = (definition: PseudoR2Definition, likelihoods: Likelihoods): number => FORMULAS[definition](likelihoods);

/** Only these depend on how parameters are counted. */
export const chargesParameters = (definition: PseudoR2Definition): boolean => definition === "mcFaddenAdjusted" || definition === "horowitz";

/** The definition that a table's own words name ("Nagelkerke's R²", "McFadden"), if it is one of the eight. */
export function namedDefinition(words: string | undefined): PseudoR2Definition | undefined {
  if (words === undefined) return undefined;
  const bare = words.toLowerCase().replace(/[^a-z]/g, "");
  const named = [...PSEUDO_R2_DEFINITIONS].sort((a, b) => b.length - a.length).find((definition) => bare.includes(definition.toLowerCase()));
  return named === "mcFadden" && bare.includes("adj") ? "mcFaddenAdjusted" : named;
}

export const DEFINITION_NAMES: Record<PseudoR2Definition, string> = {
  mcFadden: "McFadden",
  mcFaddenAdjusted: "McFadden (adjusted)",
  coxSnell: "Cox–Snell",
  nagelkerke: "Nagelkerke",
  aldrichNelson: "Aldrich–Nelson",
  veallZimmermann: "Veall–Zimmermann",
  estrella: "Estrella",
  horowitz: "Horowitz",
};
