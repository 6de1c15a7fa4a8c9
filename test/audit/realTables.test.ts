import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit/audit";
import { parsePublished } from "../../src/published/readPublished";

interface RealTable {
  readonly id: string;
  readonly definition: string;
  readonly events: Readonly<Record<string, number>>;
  readonly table: unknown;
}
const { tables } = JSON.parse(readFileSync(join(__dirname, "../fixtures/audit/realTables.json"), "utf8")) as { tables: RealTable[] };

describe.each(tables.map((one) => [one.id, one] as const))("a table of real data printed by R: %s", (id, { definition, events, table }) => {
  const published = parsePublished(table, `${id}.json`);
  const report = audit(published);
  const inconsistent = (changed: typeof published) => audit(changed).findings.filter(({ severity }) => severity === "inconsistent").map(({ check, model, term }) => [check, model, term]);
  const withRow = (model: string, term: string, change: object) => ({
    ...published,
    models: { ...published.models, [model]: { ...published.models[model], rows: published.models[model].rows.map((row) => (row.term === term ? { ...row, ...change } : row)) } },
  });

  it("has nothing inconsistent", () => expect(report.findings.filter(({ severity }) => severity === "inconsistent")).toEqual([]));

  it("has its R² named and its events counted, or is left alone where the outcome is ordered", () => {
    const binary = published.models.W.family === "binary logit";
    expect(report.pseudoR2.candidates.map((one) => one.definition)).toEqual(binary ? expect.arrayContaining([definition]) : []);
    if (!binary || report.pseudoR2.definition === null) return;
    expect(report.pseudoR2.definition).toBe(definition);
    const left = report.pseudoR2.candidates[0].events;
    for (const [model, count] of Object.entries(events)) expect(left[model]).toContain(Math.max(count, published.models[model].n! - count));
  });

  it("has one definition left where the outcome is binary, and none where it is ordered", () =>
    expect(report.pseudoR2.definition).toBe(published.models.W.family === "binary logit" ? definition : null));

  it("gives away a planted star, and nothing else", () => {
    for (const [model, { rows }] of Object.entries(published.models)) for (const { term, coef, se, stars } of rows) {
      const found = inconsistent(withRow(model, term, { stars: stars === "" ? "***" : "" }));
      // With one digit printed, rounding leaves any star possible.
      if (found.length === 0) expect(`${coef} ${se}`).toMatch(/(^-?0\.0*\d? )|( 0\.0*\d?$)/);
      else expect(found).toEqual([["stars", model, term]]);
    }
  });

  it("gives away a wrong n of a part at its whole", () => {
    const wrong = { ...published, models: { ...published.models, A: { ...published.models.A, n: published.models.A.n! + 30 } } };
    expect(inconsistent(wrong)).toContainEqual(["counts", "W", null]);
  });
});
