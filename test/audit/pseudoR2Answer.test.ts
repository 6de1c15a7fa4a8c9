import { describe, expect, it } from "vitest";
import { exampleModel } from "../../src/audit/exampleTable";
import { pseudoR2Answer } from "../../src/audit/pseudoR2Answer";
import type { PublishedModel, PublishedTable } from "../../src/published/publishedTable";
import { coxSnell, mcFadden, none } from "./r2Tables";

const [A, B, C] = [mcFadden(20, 12, 0.2), mcFadden(30, 12, 0.15), mcFadden(40, 25, 0.1)];
const of = (models: Readonly<Record<string, PublishedModel>>, around: Partial<PublishedTable> = {}, ...rounding: ["any" | "nearest" | "truncated"] | []) => pseudoR2Answer({ models, ...around }, ...rounding);

describe("which pseudo R² a table prints", () => {
  it("is told where one definition is left, with the events, their mirror, and nothing that settles which", () => {
    const { candidates, attainable, ...found } = of({ A, B });
    expect(found).toEqual({ definition: "mcFadden", events: { A: 12, B: 18 }, mirror: { A: 8, B: 12 }, settledBy: null, settledByZh: null, rounding: "nearest", exceptFor: [] });
    expect(candidates).toEqual([{ definition: "mcFadden", events: { A: [12], B: [18] } }]);
    expect(attainable.A!.mcFadden).toBeCloseTo(1 - (Number(A.logLik) + 0.0001) / (-20 * Math.LN2), 3);
    expect(of({ A: { ...A, logLik: "-14.0000" } }).attainable).toEqual({ A: null }); // −13.863 at worst
  });

  it("of a table that names one is that, where it is left", () => {
    const coarse = exampleModel([{ term: "x", coef: "0.5", se: "0.2", stars: "" }, { term: "const", coef: "0.5", se: "0.2", stars: "" }], { n: 20, logLik: "-11", pseudoR2: "0.2" });
    expect(of({ A: coarse }).candidates).toHaveLength(8);
    expect(of({ A: coarse })).toMatchObject({ definition: null, events: {}, mirror: {}, settledBy: null, settledByZh: null });
    expect(of({ A: coarse }, { pseudoR2Definition: "Nagelkerke" })).toMatchObject({ definition: "nagelkerke", candidates: [{ definition: "nagelkerke", events: { A: [12, 13, 14] } }], events: { A: 14 }, mirror: { A: 6 } });
    expect(of({ A: coarse }, { pseudoR2Definition: "Tjur" }).candidates).toHaveLength(8);
    expect(of({ A }, { pseudoR2Definition: "Nagelkerke" })).toMatchObject({ definition: "mcFadden" }); // which is not left
  });

  it("is looked for among truncated numbers where rounded ones have none, and among those alone where that is known", () => {
    // −0.8·null cut, and R² of .20007 cut to .2000; 1 − 10.7672/13.4602 is .20007: R² rounded would be .2001.
    const logLik = -10.7672, r2 = 1 - logLik / none(12, 20);
    expect(r2.toFixed(4)).toBe("0.2001");
    const cut = { ...A, logLik: "-10.7672", pseudoR2: "0.2000" };
    expect([of({ A: cut }).rounding, of({ A: cut }).definition]).toEqual(["truncated", "mcFadden"]);
    expect([of({ A: cut }, {}, "nearest"), of({ A: cut }, {}, "truncated"), of({ A }, {}, "nearest")].map(({ rounding, definition }) => [rounding, definition])).toEqual([["nearest", null], ["truncated", "mcFadden"], ["nearest", "mcFadden"]]);
    expect(of({ A: { ...A, pseudoR2: "0.1111" } })).toMatchObject({ rounding: "nearest", candidates: [] });
  });

  it("that fits all models but one is told with that one, of two models or more", () => {
    expect(of({ A, B: coxSnell(30, 18, 0.15), C }).exceptFor).toEqual([{ definition: "mcFadden", model: "B" }]);
    expect(of({ A, B: coxSnell(30, 18, 0.15) }).exceptFor).toEqual([{ definition: "coxSnell", model: "A" }, { definition: "mcFadden", model: "B" }]);
    expect(of({ A: { ...A, pseudoR2: "0.1111" } }).exceptFor).toEqual([]);
    expect(of({ A, B, C }).exceptFor).toEqual([]);
  });
});
