import type { CodedPerson, Condition, Group } from "./study";

/** Whether a coded person belongs to a group: every condition holds. Who has no value in a column meets no condition on it. */
export const belongs = ({ where }: Pick<Group, "where">, person: CodedPerson): boolean =>
  Object.entries(where).every(([column, condition]) => meets(person[column], condition));

/** The people of a group, in their order. */
export const membersOf = <Person extends CodedPerson>(group: Pick<Group, "where">, people: readonly Person[]): Person[] =>
  people.filter((person) => belongs(group, person));

/** Whether a value meets a condition; no value meets none. */
export function meets(value: number | string | undefined, condition: Condition): boolean {
  if (value === undefined) return false;
  if (typeof condition !== "object") return value === condition;
  if (Array.isArray(condition)) return condition.includes(value);
  const { least = -Infinity, most = Infinity } = condition as { readonly least?: number; readonly most?: number };
  return typeof value === "number" && value >= least && value <= most;
}
