import { CHECKS } from "../../src/audit/registry";

/**
 * The checks that a test of the whole report means. One that joins them has tests of its own, and says what it says of the same
 * small tables: that changes nothing of what these say.
 */
const TODAYS: readonly string[] = [
  "stars", "row", "counts", "pseudoR2", "likelihood", "pooling", "groupDifferences", "attainableSE", "crudeTables", "level", "power", "claims", "measurement",
];

/** What they say, in the order in which it is told. */
export const ofTodaysChecks = <T extends { readonly check: string }>(told: readonly T[]): T[] => {
  const gone = TODAYS.filter((name) => !CHECKS.some((check) => check.name === name));
  if (gone.length > 0) throw new Error(`no check is called ${gone.join(", ")} any more`);
  return told.filter(({ check }) => TODAYS.includes(check));
};
