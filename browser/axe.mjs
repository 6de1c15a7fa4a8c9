// @ts-check
// What axe finds in a page, by one rule for every check.
import { AxeBuilder } from "@axe-core/playwright";

/**
 * Axe writes only what is violated: the thousands of cells that pass, each with its selector, take it as long again. Its own
 * loading of style sheets is left off: from a file it fails, and would count as an error of the page.
 *
 * @param {any} page  a page of the browser's driver
 * @param {{ rules?: string[], without?: string[], inside?: string[], outside?: string[] }} [of]  only these rules, or all but
 *   those; only in these parts of the page, and not in those
 * @returns {Promise<{ serious: string, minor: string }>} the findings in words, empty where there are none
 */
export async function axeFindings(page, { rules = [], without = [], inside = [], outside = [] } = {}) {
  const axe = new AxeBuilder({ page }).options({ preload: false, resultTypes: ["violations"] });
  if (rules.length > 0) axe.withRules(rules);
  if (without.length > 0) axe.disableRules(without);
  for (const part of inside) axe.include(part);
  for (const part of outside) axe.exclude(part);
  const { violations } = await axe.analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return {
    serious: serious.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0].target} ${nodes[0].any[0]?.message ?? ""}`).join("; "),
    minor: violations.filter((violation) => !serious.includes(violation)).map(({ id }) => id).join(", "),
  };
}

/** @param {Parameters<typeof axeFindings>} of @throws Error with the serious ones */
export async function refuseSerious(...of) {
  const { serious, minor } = await axeFindings(...of);
  if (serious !== "") throw new Error(serious);
  return minor && `minor: ${minor}`;
}
