import { BadInput } from "../badInput";
import { said, type Text, word } from "../faults/said";
import type { Condition, Group } from "./study";

/**
 * Refuses what is no condition on people. A study may be written in a cell, whose types nobody checked: a function has no columns
 * and would keep everybody, and so would a limit that is misspelt.
 *
 * @throws {BadInput}
 */
export function refuseWhere(group: Pick<Group, "where"> & Partial<Pick<Group, "id">>): void {
  const { where, id = "" } = group;
  const file = `group ${id}`.trim();
  if (!isPlain(where)) throw new BadInput({ file }, said`where is ${shown(where)}`, 'columns with their values, such as { city: "Yiwu" }, or {} for everybody');
  for (const [column, condition] of Object.entries(where)) {
    if (!isCondition(condition)) throw new BadInput({ file, column }, said`the condition is ${shown(condition)}`, "a value, a list of values, or limits such as { least: 18, most: 65 }");
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const kind = Object.getPrototypeOf(value) as unknown;
  return kind === null || Object.getPrototypeOf(kind) === null; // an object of another realm (a notebook's) is one too
};

const isValue = (value: unknown): boolean => typeof value === "string" || (typeof value === "number" && !Number.isNaN(value));

function isCondition(condition: unknown): condition is Condition {
  if (isValue(condition)) return true;
  if (Array.isArray(condition)) return condition.length > 0 && condition.every(isValue);
  if (!isPlain(condition)) return false;
  const limits = Object.entries(condition);
  const { least = -Infinity, most = Infinity } = condition as { readonly least?: number; readonly most?: number };
  return limits.length > 0 && !(least > most) && limits.every(([name, limit]) => (name === "least" || name === "most") && typeof limit === "number" && !Number.isNaN(limit));
}

/** What somebody gave, in few words. */
export function shown(value: unknown): Text {
  if (typeof value === "function") return word("a function");
  if (Array.isArray(value)) return value.length === 0 ? word("an empty list") : word("a list");
  if (!isPlain(value)) return typeof value === "string" ? JSON.stringify(value.slice(0, 40)) : String(value);
  const parts = Object.entries(value).map(([key, inner]) => `${key}: ${typeof inner === "string" ? JSON.stringify(inner.slice(0, 40)) : typeof inner === "object" || typeof inner === "function" ? "…" : String(inner as number | boolean | undefined)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.slice(0, 3).join(", ")}${parts.length > 3 ? ", …" : ""} }`;
}
