/**
 * An object whose keys are names of somebody else's choosing. It has no prototype, so that a model called "constructor"
 * or "__proto__" is a name like any other, and one that is absent is absent.
 *
 * @example dictionary([["__proto__", 1]])["constructor"]  // undefined
 */
export const dictionary = <T>(entries: Iterable<readonly [string, T]>): Record<string, T> =>
  Object.assign(Object.create(null), Object.fromEntries(entries)) as Record<string, T>;
