import { expect, it } from "vitest";
import { parseFactor } from "../../../src/models/data/factor";
import { fitModelData } from "../../../src/models/data/fitModelData";
import { modelDataOf } from "../../../src/models/data/modelData";
import { RefusedModel } from "../../../src/models/refusedModel";

const rows = Array.from({ length: 24 }, (_, i) => [String(Number((i * 5) % 7 > 2)), String((i * 3) % 5), "pqr"[i % 3], "12312331"[i % 8]]);
const dataOf = (outcome = "y", family: "binomial" | "ordered" = "binomial", change: (row: string[]) => string[] = (row) => row) =>
  modelDataOf({ file: "f.csv", columns: ["y", "x", "g", "level"], lines: rows.map((_, i) => i + 2), rows: rows.map(change) }, { outcome, terms: ["x", "g"], family, factors: [parseFactor("g")] });
const thrownBy = (work: () => unknown): unknown => { try { work(); } catch (error) { return error; } return undefined; };

it("what is no refusal of a model stays what it was", () => {
  const error = thrownBy(() => fitModelData(dataOf(), { family: "binomial", standardErrors: "HC9" as never }));
  expect(error).toEqual(new RangeError('"HC9" is no robust covariance (expected robust, HC0, HC1, HC2, HC3)'));
});

it("a refusal names the columns, then the terms they belong to; what is no column by itself", () => {
  // Whoever has q answers 1.
  const separated = thrownBy(() => fitModelData(dataOf("y", "binomial", (row) => (row[2] === "q" ? row.with(0, "1") : row)), { family: "binomial" })) as RefusedModel;
  expect([separated.kind, separated.terms]).toEqual(["separation", ["g=q", "g"]]);
  const unknown = thrownBy(() => fitModelData(dataOf("level", "ordered"), { family: "ordered", nonparallel: ["x", "z"] })) as RefusedModel;
  expect([unknown.kind, unknown.terms]).toEqual(["bad-input", ["z"]]);
});

it("slopes are set free by the term, all columns of it, or by one column", () => {
  const free = (nonparallel: string[]) => fitModelData(dataOf("level", "ordered"), { family: "ordered", nonparallel }).coefficients.map(({ term }) => term);
  expect([free(["g"]), free(["g=r"])]).toEqual([["x", "g=q@1|2", "g=q@2|3", "g=r@1|2", "g=r@2|3"], ["x", "g=q", "g=r@1|2", "g=r@2|3"]]);
});
