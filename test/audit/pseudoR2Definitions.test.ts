import { expect, it } from "vitest";
import { chargesParameters, DEFINITION_NAMES, namedDefinition, PSEUDO_R2_DEFINITIONS, pseudoR2 } from "../../src/audit/pseudoR2Definitions";

// By a Python program of the definitions: log-likelihood −106.527 beside 111 ln(111/187) + 76 ln(76/187) = −126.32372514437745, n 187, k 11.
it.each([
  ["mcFadden", 0.15671422863560625], ["mcFaddenAdjusted", 0.06963636588711686], ["coxSnell", 0.19081659409423746], ["nagelkerke", 0.2575006930161735],
  ["aldrichNelson", 0.17473342781223272], ["veallZimmermann", 0.30406444209138955], ["estrella", 0.20569411367301427], ["horowitz", 0.11317529726136155],
] as const)("%s of a fit is %d", (definition, r2) => {
  expect(pseudoR2(definition, { logLik: -106.527, logLikNull: -126.32372514437745, n: 187, k: 11 })).toBeCloseTo(r2, 12);
  // Of a fit no better than the constant alone: 0, less what is charged.
  expect(pseudoR2(definition, { logLik: -100, logLikNull: -100, n: 200, k: 10 })).toBeCloseTo({ mcFaddenAdjusted: -0.1, horowitz: -0.05 }[definition as string] ?? 0, 12);
});

it("two of the eight charge parameters, and each has its name", () => {
  expect(PSEUDO_R2_DEFINITIONS.filter(chargesParameters)).toEqual(["mcFaddenAdjusted", "horowitz"]);
  expect(PSEUDO_R2_DEFINITIONS.map((definition) => namedDefinition(DEFINITION_NAMES[definition]))).toEqual([...PSEUDO_R2_DEFINITIONS]);
});

it.each([
  ["McFadden's R²", "mcFadden"], ["Adj. McFadden", "mcFaddenAdjusted"], ["McFadden (adjusted)", "mcFaddenAdjusted"], ["McFadden Adjusted R2", "mcFaddenAdjusted"], ["Nagelkerke's adjusted", "nagelkerke"], ["Cox & Snell R Square", "coxSnell"],
  ["Aldrich-Nelson", "aldrichNelson"], ["ESTRELLA", "estrella"], ["R²", undefined], ["", undefined], [undefined, undefined], ["Tjur, adjusted", undefined],
])("%j names %s", (words, definition) => expect(namedDefinition(words)).toBe(definition));
