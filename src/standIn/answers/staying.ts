import type { Person } from "../person";
import type { Random } from "../random";

const STAYS = { goes: "leaveSoon", consideredBefore: "leaveSoon", consideredAfter: "leaveSoon", staysLong: "asLongAsPossible", staysForever: "permanently" } as const;

/** When stayers considered immigrating: no model sees it, so it is drawn; the longer they mean to stay, the likelier they did. */
const CONSIDERED = {
  goes: { no: 1 },
  consideredBefore: { beforeComing: 1 },
  consideredAfter: { afterComing: 1 },
  staysLong: { beforeComing: 18, afterComing: 36, no: 46 },
  staysForever: { beforeComing: 34, afterComing: 46, no: 20 },
} as const satisfies Record<Person["outcome"], Readonly<Record<string, number>>>;

export const staying = (outcome: Person["outcome"], random: Random): Record<string, string> => ({
  immigrationConsidered: random.pick<string>(CONSIDERED[outcome]),
  stayIntention: STAYS[outcome],
});

/** On what ground a high-skilled worker lives in China; permanent residence takes years to get. */
export const workersResidence = (age: number, random: Random): string =>
  random.pick({ work: 86, family: 9, permanent: age >= 30 ? 5 : 0 });
