import { describe, expect, it } from "vitest";
import { definitionsLeft, poolsOf, printedFit, printedFits, sizesOf } from "../../src/audit/definitionsLeft";
import { exampleModel } from "../../src/audit/exampleTable";
import type { PublishedModel } from "../../src/published/publishedTable";
import { coxSnell, mcFadden } from "./r2Tables";

const [A, B] = [mcFadden(20, 12, 0.2), mcFadden(30, 18, 0.15)];
const pooled = [{ whole: "W", parts: ["A", "B"] }];
const left = (models: Readonly<Record<string, PublishedModel>>, around: object = {}, ...more: ["nearest"?, string?]) => definitionsLeft({ models, ...around }, ...more);

describe("the definitions that are left", () => {
  it("are those that every model allows, with the larger of each mirrored count", () => {
    expect(left({ A, B: mcFadden(30, 12, 0.15) })).toEqual([{ definition: "mcFadden", events: { A: [12], B: [18] } }]);
    expect(left({ A, B: coxSnell(30, 18, 0.15) })).toEqual([]); // of two definitions
    expect(left({ A: coxSnell(20, 12, 0.2), B: coxSnell(30, 18, 0.15) })).toEqual([{ definition: "coxSnell", events: { A: [12], B: [18] } }]);
    expect(left({ A, B: coxSnell(30, 18, 0.15), C: mcFadden(40, 25, 0.1) }, {}, "nearest", "B")).toEqual([{ definition: "mcFadden", events: { A: [12], C: [25] } }]);
    expect(left({ A: exampleModel([]) })).toEqual([]);
  });

  it("and whose counts add up, where the parts' rows are the whole's", () => {
    // 12 + 18, or 8 + 12 of the mirror, 12 + 12 or 8 + 18.
    for (const [events, told] of [[30, [30]], [26, [26]], [24, [26]], [31, null], [29, null]] as const) {
      expect(left({ A, B, W: mcFadden(50, events, 0.16) }, { pooled }).map(({ events: { W } }) => W), String(events)).toEqual(told ? [told] : []);
    }
    expect(left({ C: mcFadden(40, 25, 0.1), A, B, W: mcFadden(50, 31, 0.16) }, { pooled })).toEqual([]); // whatever stands alone
    for (const W of [mcFadden(51, 31, 0.16), mcFadden(49, 31, 0.16)]) expect(left({ A, B, W }, { pooled })).toHaveLength(1); // of other rows
    expect(left({ A, B: exampleModel([]), W: mcFadden(50, 31, 0.16) }, { pooled })).toEqual([{ definition: "mcFadden", events: { A: [12], W: [31] } }]); // a part without n
  });

  it("keep all counts that stand in some way to add up, each once and in order", () => {
    // Printed so coarsely, A may have 10 to 13 by McFadden's; with B's 18 of 30 the whole's 30 leaves 12 alone, its 28 leaves 10.
    const coarse = exampleModel([{ term: "x", coef: "0.5", se: "0.2", stars: "" }, { term: "const", coef: "0.5", se: "0.2", stars: "" }], { n: 20, logLik: "-11", pseudoR2: "0.2" });
    const of = (models: Readonly<Record<string, PublishedModel>>) => left(models, Object.hasOwn(models, "W") ? { pooled } : {}).find(({ definition }) => definition === "mcFadden")!.events.A;
    expect(of({ A: coarse })).toEqual([10, 11, 12, 13]);
    expect([30, 28].map((events) => of({ A: coarse, B, W: mcFadden(50, events, 0.16) }))).toEqual([[12], [10]]);
    // 29 is 18 + 11; of 25 each is one half: 12 + 13 from the mirror of B's 18 and A's 13.
    expect([29, 25].map((events) => of({ A: coarse, B, W: mcFadden(50, events, 0.16) }))).toEqual([[11], [13]]);
  });
});

it("a model is read where enough of it is printed, up to 500,000 rows; slopes are counted without the constant", () => {
  expect(printedFit(A)).toEqual({ n: 20, logLik: A.logLik, pseudoR2: "0.2000", slopes: 1 });
  expect(printedFit({ ...A, n: 500_000 })).toBeDefined();
  for (const change of [{ n: 500_001 }, { n: undefined }, { logLik: undefined }, { pseudoR2: undefined }, { family: "ordered logit" as const }]) expect(printedFit({ ...A, ...change } as PublishedModel), JSON.stringify(change)).toBeUndefined();
  const fits = printedFits({ models: { A, B, C: exampleModel([]) } });
  expect([Object.keys(fits), Object.keys(printedFits({ models: { A, B } }, "A")), sizesOf(fits)]).toEqual([["A", "B"], ["B"], { A: 20, B: 30 }]);
});

it("pools are those whose parts' n add up to the whole's", () => {
  const of = (n: number | undefined, b: number | undefined) => poolsOf({ models: { A, B: { ...B, n: b! }, W: { ...A, n: n! } }, pooled }).length;
  expect([of(50, 30), of(51, 30), of(10, 30), of(20, undefined), of(undefined, 30)]).toEqual([1, 0, 0, 0, 0]);
  expect(poolsOf({ models: { A } })).toEqual([]);
});
