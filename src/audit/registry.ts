import type { Bilingual } from "../bilingual";
import type { Check } from "./check";
import { attainableSE } from "./checks/attainableSE";
import { claims } from "./checks/claims";
import { counts } from "./checks/counts";
import { crudeTables } from "./checks/crudeTables";
import { groupDifferences } from "./checks/groupDifferences";
import { level } from "./checks/level";
import { likelihood } from "./checks/likelihood";
import { measurement } from "./checks/measurement";
import { pooling } from "./checks/pooling";
import { power } from "./checks/power";
import { pseudoR2 } from "./checks/pseudoR2";
import { row } from "./checks/row";
import { stars } from "./checks/stars";

/** Every check, in the order in which it is told. Names, titles, counts, references and the tests of examples derive from this list. */
export const CHECKS = [
  stars, row, counts, pseudoR2, likelihood, pooling, groupDifferences, attainableSE, crudeTables, level, power, claims, measurement,
] as const;

/** A check by name. */
export function checkNamed(name: string): Check<unknown> {
  const found = (CHECKS as readonly Check<unknown>[]).find((check) => check.name === name);
  if (!found) throw new Error(`there is no check ${name}`);
  return found;
}

/** How many there are, as a heading: "13 checks". */
export const CHECK_COUNT: Bilingual = { en: `${CHECKS.length} checks`, zh: `${CHECKS.length} 项检查` };
