const kept = new WeakSet<object>();

/**
 * A copy of plain data, through and through, that nobody can change any more: what was made of a study stays what the study said
 * then, whatever a later cell does to it. Data that are such a copy already are given as they are.
 */
export function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || kept.has(value)) return value;
  const copy: object = Array.isArray(value) ? value.map(frozen) : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, frozen(inner)]));
  kept.add(Object.freeze(copy));
  return copy as T;
}
