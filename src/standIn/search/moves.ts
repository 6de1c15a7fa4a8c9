import type { Random } from "../random";
import type { Fact, People } from "../people";
import { OUTCOME } from "../people";

/** One person's fact gets another value. */
export interface Edit {
  readonly fact: Fact;
  readonly person: number;
  readonly value: number;
}

const SWAPPED: readonly Fact[] = ["age", "education", "cumulativeCausation", "contactSum", "reception", "behaviour", "cognition", "outcome"];

/**
 * A random change that keeps Table 1's counts and means, the distributions of ages and contact scores, and each
 * group's outcome counts; undefined where the draw changes nothing.
 */
export function drawMove(people: People, random: Random): readonly Edit[] | undefined {
  const kind = random.below(SWAPPED.length + 2);
  if (kind < SWAPPED.length) return swap(people, random, SWAPPED[kind]);
  return kind === SWAPPED.length ? flipGender(people, random) : restay(people, random);
}

function swap(people: People, random: Random, fact: Fact): readonly Edit[] | undefined {
  const values = people[fact];
  const i = random.below(people.n);
  // Outcome counts are fixed within each group, the other margins over both.
  const j = fact === "outcome" ? anotherOfGroup(people, random, i) : random.below(people.n);
  if (values[i] === values[j]) return undefined;
  return [{ fact, person: i, value: values[j] }, { fact, person: j, value: values[i] }];
}

const anotherOfGroup = ({ n, changchun }: People, random: Random, i: number): number =>
  i < changchun ? random.below(changchun) : changchun + random.below(n - changchun);

function flipGender(people: People, random: Random): readonly Edit[] {
  const person = random.below(people.n);
  return [{ fact: "gender", person, value: 1 - people.gender[person] }];
}

/** Those who stay, or considered it after coming, count as events in every binary model: their level is free among three. */
function restay(people: People, random: Random): readonly Edit[] | undefined {
  const person = random.below(people.n);
  if (people.outcome[person] < OUTCOME.consideredAfter) return undefined;
  const value = OUTCOME.consideredAfter + random.below(3);
  return value === people.outcome[person] ? undefined : [{ fact: "outcome", person, value }];
}

/** Makes the edits, and gives those that undo them. */
export function apply(people: People, edits: readonly Edit[]): readonly Edit[] {
  return edits.map(({ fact, person, value }) => {
    const before = people[fact][person];
    people[fact][person] = value;
    return { fact, person, value: before };
  }).reverse();
}
