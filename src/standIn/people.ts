/** The ten terms of the paper's models, in the order of its Tables 2 and 3. */
export const TERMS = [
  "age2", "gender", "education", "cumulativeCausation", "contactWillingness",
  "supportSelf", "supportKin", "supportUnit", "participationBehaviour", "participationCognition",
] as const;

/** How someone answered the two questions on staying, as far as any model of the paper can see. */
export const OUTCOME = { goes: 0, consideredBefore: 1, consideredAfter: 2, staysLong: 3, staysForever: 4 } as const;

export const RECEPTION = { self: 0, kin: 1, unit: 2, other: 3 } as const;

export const CITY = { changchun: 0, guangzhou: 1, hangzhou: 2, yiwu: 3 } as const;

/** What is known of a person at coded level, each a small whole number. Gender: 1 female. Education: 1 college or above. */
export const FACTS = [
  "city", "wave", "age", "gender", "education", "cumulativeCausation", "contactSum", "reception", "behaviour", "cognition", "outcome",
] as const;
export type Fact = (typeof FACTS)[number];

/**
 * The 777 at coded level: one array for each fact, all of length n. Contact is the sum of three items, each 1–5 with
 * 5 willing, so 3–15. The first `changchun` people live in Changchun, the others in the south.
 */
export type People = { readonly n: number; readonly changchun: number } & { readonly [F in Fact]: Int16Array };

export const emptyPeople = (n: number, changchun: number): People => ({ n, changchun, ...arrays(() => new Int16Array(n)) });

export const copyPeople = (people: People): People => ({ ...people, ...arrays((fact) => people[fact].slice()) });

const arrays = (make: (fact: Fact) => Int16Array): Record<Fact, Int16Array> =>
  Object.fromEntries(FACTS.map((fact) => [fact, make(fact)])) as Record<Fact, Int16Array>;
