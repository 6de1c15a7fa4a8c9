import { RefusedModel } from "../refusedModel";
import { decideCone, separatedRows } from "./cone";
import { describeSeparation } from "./describeSeparation";
import type { SeparationQuestion } from "./separationQuestion";

/**
 * Refuses data whose likelihood has no maximum (complete or quasi-complete separation), before anything is fitted.
 *
 * @returns "overlap" where a maximum exists, "undecided" where it is too close to call
 * @throws {RefusedModel} separation, with the fewest terms that separate, and the rows they separate
 */
export function refuseSeparation(question: SeparationQuestion): "overlap" | "undecided" {
  const { cone, seen } = question;
  const answer = decideCone(cone);
  if (answer.kind !== "separated") return answer.kind;
  const terms = fewestTerms(question);
  const found = separatedRows(cone, columnsOf(question, terms))!;
  const observations = [...new Set(cone.owner.filter((_, row) => found[row]))];
  throw new RefusedModel("separation", terms, describeSeparation(question, terms, observations, found.every(Boolean)), observations.map((i) => seen.names[i]));
}

/** Every term that separates by itself; where none does, a set from which no term can be spared. */
export function fewestTerms(question: Pick<SeparationQuestion, "cone" | "terms">): string[] {
  const named = [...new Set(question.terms.filter((term) => term !== null))];
  const separate = (chosen: readonly string[]): boolean => decideCone(question.cone, columnsOf(question, chosen)).kind === "separated";
  const alone = named.filter((term) => separate([term]));
  if (alone.length > 0) return alone;
  return named.reduce((kept, term) => {
    const without = kept.filter((other) => other !== term);
    return separate(without) ? without : kept;
  }, named);
}

/** The columns of some terms, and of the constants. */
const columnsOf = ({ terms }: Pick<SeparationQuestion, "terms">, chosen: readonly string[]): number[] =>
  terms.flatMap((term, column) => (term === null || chosen.includes(term) ? [column] : []));
