import type { Person } from "../person";
import type { Random } from "../random";

/** The five answers that the paper groups into three kinds of support, and "other". */
const ANSWERS = {
  self: { selfArranged: 1 },
  kin: { kinFriends: 1 },
  unit: { client: 42, homeAgency: 24, chinaAgency: 34 },
  other: { other: 1 },
} as const satisfies Record<Person["reception"], Readonly<Record<string, number>>>;

export const arrival = ({ reception, familyWasInChina }: Person, random: Random): Record<string, string> => ({
  reception: random.pick<string>(ANSWERS[reception]),
  familyChinaExperience: familyWasInChina ? "yes" : "no",
});
