// @ts-check
/** A check of the audit: a file of its own, and a test beside those that the registry derives. @param {string} name */
export const check = (name) => ({
  files: {
    [`src/audit/checks/${name}.ts`]: `import type { Check, Example, Outcome } from "../check";
import { exampleTable } from "../exampleTable";
import type { Given } from "../given";

/**
 * The method, in two sentences; what it assumes; and, where it may say "inconsistent", the proof that no right table can look so.
 */
function run(given: Given): Outcome<readonly string[]> {
  throw new Error(\`${name} does not run yet (\${given.models.size} models)\`);
}

const example = (coef: string): Example => exampleTable([{ term: "x", coef, se: "0.100", stars: "***" }]);

export const ${name}: Check<readonly string[]> = {
  name: "${name}",
  title: { en: "", zh: "" },
  source: "",
  proves: false,
  weight: 0,
  run,
  passes: example("0.600"),
  fails: example("0.060"),
};
`,
    [`test/audit/${name}.test.ts`]: `import { expect, test } from "vitest";
import { audit } from "../../src/audit/audit";
import { ${name} } from "../../src/audit/checks/${name}";
import { CHECKS } from "../../src/audit/registry";
import type { PublishedTable } from "../../src/published/publishedTable";

const findingsOf = ({ table, options }: typeof ${name}.fails) => audit(table as PublishedTable, options).findings.filter(({ check }) => check === "${name}");

test("it stands in the registry with its titles, its source and its weight", () => {
  expect(CHECKS.map(({ name }) => name)).toContain("${name}");
  expect(${name}.title.en).toMatch(/\\w/);
  expect(${name}.title.zh).toMatch(/[一-鿿]/);
  expect(${name}.source).toMatch(/\\d{4}/);
  expect(${name}.weight).toBeGreaterThan(0);
});

test("it has something to say of its failing example, and nothing of the other", () => {
  expect(findingsOf(${name}.passes)).toEqual([]);
  expect(findingsOf(${name}.fails)).not.toEqual([]);
});

test.fails("write a case of a published table here, with the number that a reader can compute by hand", () => {
  expect(true).toBe(true);
});
`,
  },
  next: [
    `src/audit/checks/${name}.ts: titles, source, run, and an example that passes and one that fails (models: src/audit/printedModel.ts; what a result and a finding hold: src/audit/check.ts; groupDifferences.ts is a neighbour to read); both messages of a finding name its model (name in printedModel.ts)`,
    `src/audit/registry.ts: import { ${name} } and one place in CHECKS; lists, titles, counts and the tests of the examples follow`,
    `test/audit/${name}.test.ts: a case computed by hand in the place of the last test`,
    "npm test -- test/audit (it checks the types first; vitest alone does not)",
    "npm run build && npx --no-install sojourn run notebooks/12-the-reviewers-audit.ipynb notebooks/zh/12-the-reviewers-audit.ipynb, which list the checks",
    "npm run audit-trust for the false alarms (-- --tables 200 --broken 50 --planted 20 --stdout for a first look)",
  ],
});
