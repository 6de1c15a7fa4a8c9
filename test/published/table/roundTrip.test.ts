import { describe, expect, it } from "vitest";
import { readTable } from "../../../src/published/table/joinTables";
import { chanceTable, type Known, LAYOUTS, NOISES, noisesOf, printTable } from "./printTable";

/** What must come back, model by model. */
const expected = (known: Known) => known.models.map((model, j) => ({
  n: model.n, pseudoR2: model.pseudoR2, logLik: model.logLik,
  rows: known.rows.flatMap(({ label, cells }) => (cells[j] ? [{ term: label, ...cells[j] }] : [])),
}));

const read = (text: string) => {
  const table = readTable(text);
  return table && Object.values(table.models).map(({ n, pseudoR2, logLik, rows }) => ({ n, pseudoR2, logLik, rows: rows.map(({ term, coef, se, stars }) => ({ term, coef, se, stars })) }));
};

const cases = LAYOUTS.flatMap((layout) => (["zh", "en"] as const).flatMap((language) => noisesOf(layout).map((noise) => [layout, language, noise] as const)));

describe.each(cases)("a table printed as %s in %s with noise: %s", (layout, language, noise) => {
  it("comes back equal", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const known = chanceTable(seed, language, layout !== "stream");
      const text = NOISES[noise](printTable(known, layout, language));
      expect(read(text), `seed ${seed}\n${text}`).toEqual(expected(known));
    }
  });

  it("comes with its headings, its legend and no doubt", () => {
    const known = chanceTable(4, language, false);
    const table = readTable(NOISES[noise](printTable(known, layout, language)))!;
    expect(table.cutoffs).toEqual({ "***": "0.01", "**": "0.05", "*": "0.1" });
    expect(table.unsure.filter(({ field }) => field !== "family")).toEqual([]);
    expect(Object.values(table.models).map(({ heading }) => heading)).toEqual(known.models.map(({ heading }) => heading));
    expect(Object.values(table.models).map(({ group }) => group)).toEqual(known.models.map(({ group }) => group));
    if (layout !== "csv") expect(table.models.m1).toMatchObject({ table: known.number, family: "binary logit" });
  });
});
