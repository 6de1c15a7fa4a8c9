import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit/audit";
import { parsePublished } from "../../src/published/parsePublished";
import { misplaced, pairs } from "../languages";
import { ofTodaysChecks } from "./todaysChecks";

const rows = [{ term: "const", coef: "1.00", se: "0.40", stars: "**" }, { term: "age", coef: "0.50", se: "0.20", stars: "**" }];
const table = (model: object, more: object = {}) => audit(parsePublished({ models: { A: { n: 100, rows, ...model } }, ...more }, "x"));
/** What did not run, of the whole table or of model A, and what would let it. */
const needs = ({ notRun }: ReturnType<typeof audit>) => Object.fromEntries(ofTodaysChecks(notRun).map(({ check, models, needs: what }) => [`${check}${models.length > 0 ? ` of ${models.join()}` : ""}`, what]));

const ALWAYS = {
  row: "a second number for the same estimate: z, t, Wald, p, confidence limits or odds ratio beside the standard error", likelihood: "an ordered logit with R², n and the number of its levels", pooling: "which model pools which others (pooled)",
  groupDifferences: "which models are of different people (parts of a pooled model, or --pairs A:B)", claims: "what the text says of its table (--claims FILE)",
};

describe("what the audit could not check, and the one thing that would let it", () => {
  it("of a binary logit with coefficients and errors alone: likelihood, counts, spread", () => {
    expect(needs(table({ family: "binary logit" }))).toEqual({
      ...ALWAYS, counts: "counts: a descriptive table, or a whole whose parts are named", "pseudoR2 of A": "the log-likelihood", "attainableSE of A": "how many rows each category has (categories)",
      crudeTables: "how many rows each category has (categories)", "level of A": "how its terms are spread (margins or counts of 1 of them)",
    });
  });

  it("of another model: that it is no logit", () => {
    expect(needs(table({ family: "other", familyPrinted: "OLS", scale: "other" }))).toEqual({
      ...ALWAYS, counts: "counts: a descriptive table, or a whole whose parts are named", "pseudoR2 of A": "a binary logit: an ordered outcome's null log-likelihood hangs on counts that are not printed", "attainableSE of A": "a logit in log-odds: the floor is a logit's",
      crudeTables: "how many rows each category has (categories)", level: "a binary logit in log-odds", power: "starred coefficients with standard errors in log-odds",
    });
  });

  it("with counts but robust errors: those have no floor, which is said of every term", () => {
    const report = table({ family: "binary logit" }, { categories: { A: { age: { one: 40, reference: 60 } } }, standardErrors: "robust" });
    expect(needs(report)).toEqual({ ...ALWAYS, "pseudoR2 of A": "the log-likelihood", crudeTables: "model-based, unweighted standard errors", "level of A": "the number of events, or log-likelihood and R² that give it" });
    expect(report.checks.filter(({ check }) => check === "attainableSE").map(({ term, verdict, why }) => [term, verdict, why])).toEqual([["age", "cannot-tell", "Robust, clustered or weighted standard errors have no such floor."]]);
  });

  it("in both languages", () => {
    for (const report of [table({ family: "binary logit" }), table({ family: "other", familyPrinted: "OLS", scale: "other" })]) expect(misplaced(pairs(report, "report"))).toEqual([]);
  });
});
