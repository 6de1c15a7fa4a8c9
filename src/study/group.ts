import { refuseWhere } from "./refuseWhere";
import type { CodedPerson, Condition, Group } from "./study";

/** Whether a coded person belongs to a group: every condition holds. Who has no value in a column meets no condition on it. @throws {BadInput} where its conditions are none */
export function belongs(group: Pick<Group, "where">, person: CodedPerson): boolean {
  refuseWhere(group);
  return isIn(group, person);
}

/** The people of a group, in their order. @throws {BadInput} where its conditions are none */
export function membersOf<Person extends CodedPerson>(group: Pick<Group, "where">, people: readonly Person[]): Person[] {
  refuseWhere(group);
  return people.filter((person) => isIn(group, person));
}

const isIn = ({ where }: Pick<Group, "where">, person: CodedPerson): boolean =>
  Object.entries(where).every(([column, condition]) => meets(person[column], condition));

/** Whether a value meets a condition; no value meets none. */
export function meets(value: number | string | undefined, condition: Condition): boolean {
  if (value === undefined) return false;
  if (typeof condition !== "object") return value === condition;
  if (Array.isArray(condition)) return condition.includes(value);
  const { least = -Infinity, most = Infinity } = condition as { readonly least?: number; readonly most?: number };
  return typeof value === "number" && value >= least && value <= most;
}
