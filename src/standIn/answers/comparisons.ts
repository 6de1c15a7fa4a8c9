import type { Random } from "../random";

/** How many of a hundred find it best where, each question by itself. */
const BEST = {
  compareOpportunity: { china: 45, home: 18, same: 22, elsewhere: 15 },
  compareFamilyTies: { china: 12, home: 58, same: 24, elsewhere: 6 },
  compareMorals: { china: 27, home: 30, same: 33, elsewhere: 10 },
} as const;
const QUESTIONS = Object.keys(BEST) as (keyof typeof BEST)[];
const PLACES = ["china", "home", "same", "elsewhere"] as const;

/** Answers to the three comparisons, among those in which China or home (ties being home) is best more often. */
export function comparisons(findsBetter: "china" | "home", random: Random): Record<string, string> {
  const weights: Record<string, number> = {};
  for (const opportunity of PLACES) for (const family of PLACES) for (const morals of PLACES) {
    const places = [opportunity, family, morals];
    const count = (place: string): number => places.filter((p) => p === place).length;
    if ((count("china") > count("home") ? "china" : "home") !== findsBetter) continue;
    weights[places.join(" ")] = QUESTIONS.reduce((product, question, q) => product * BEST[question][places[q]], 1);
  }
  const drawn = random.pick(weights).split(" ");
  return Object.fromEntries(QUESTIONS.map((question, q) => [question, drawn[q]]));
}
