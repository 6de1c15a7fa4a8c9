import { expect, it } from "vitest";
import { diagnose } from "../../../src/models/diagnostics/diagnose";
import { fitOrderedLogit } from "../../../src/models/ordered";
import { parallelLines } from "../../../src/models/parallelLines";
import { pseudoR2 } from "../../../src/models/pseudoR2";

const y = Array.from({ length: 60 }, (_, i) => [1, 2, 2, 3, 3, 3, 4][i % 7]);
const X = y.map(() => [1]);
const alone = fitOrderedLogit(X, y, ["const"], [1, 2, 3, 4]);

it("a model without slopes has no lines to compare: it was refused as 0 degrees of freedom, or said to have two levels", () => {
  const none = { statistic: null, df: 0, p: null, note: "the model has no slopes: there is nothing to compare" };
  expect(parallelLines(alone, X, y, ["const"])).toEqual({ lr: none, brant: none, score: none });
  const found = diagnose(alone, { X, y }, { columns: ["const"], termOf: ["const"] });
  expect(found.parallelLines?.brant).toEqual(none);
  expect(found.reasons.parallelLines).toBeUndefined();
});

it("its pseudo-R² are 0: the last digit of a logarithm printed as -0.0000", () => {
  const none = { mcFadden: 0, coxSnell: 0, nagelkerke: 0 };
  expect(alone.pseudoR2).toEqual(none);
  expect([pseudoR2(-75.01577000000001, -75.01577, 60), pseudoR2(-75.01577, -75.01577000000001, 60)]).toEqual([none, none]);
  expect(pseudoR2(-75 + 1e-9, -75, 60).mcFadden).toBeCloseTo(1e-9 / 75, 14);
  expect(pseudoR2(-80, -75, 60).mcFadden).toBeCloseTo(-5 / 75, 14); // a penalised fit may be below
});
