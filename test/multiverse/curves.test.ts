import { describe, expect, it } from "vitest";
import { curvesOf, statisticsOf } from "../../src/multiverse/curves";
import type { Outcome } from "../../src/multiverse/fitUniverses";
import { flipOf } from "../../src/multiverse/flips";

const universe = (options: Record<string, string>, change: object = {}) => ({
  id: JSON.stringify(options), model: "M", term: "x", options, paper: false, n: 10, likelihood: JSON.stringify(options), status: "fitted", estimate: 1, standardError: 1, p: 0.5, stars: "", ...change,
}) as unknown as Outcome;

describe("a curve's statistics", () => {
  const of = (...rows: [number, number, number][]) => statisticsOf(rows.map(([estimate, standardError, p]) => ({ estimate, standardError, p })));

  it("have the median between the middle two of an even number", () => {
    expect(of([4, 1, 1], [1, 1, 1], [10, 1, 1], [3, 1, 1]).median).toBe(3.5);
    expect(of([4, 1, 1], [1, 1, 1], [10, 1, 1]).median).toBe(4);
    expect(of([-10, 1, 1], [2, 1, 1]).median).toBe(-4);
  });

  it("count p below .05, which .05 is not, and the commoner sign, which 0 has not", () => {
    expect(of([1, 1, 0.049], [1, 1, 0.05], [1, 1, 0.051], [1, 1, 0]).shareSignificant).toBe(0.5);
    expect(of([1, 1, 1], [-1, 1, 1], [-2, 1, 1], [0, 1, 1], [0, 1, 1]).shareOfSign).toBe(0.4);
    expect(of([0, 1, 1], [3, 1, 1], [2, 1, 1]).shareOfSign).toBeCloseTo(2 / 3, 15);
  });

  it("have the largest |z|, not that of the largest estimate", () => expect(of([5, 5, 1], [-3, 1, 1], [2, 0.9, 1]).max).toBe(3));
});

describe("curves", () => {
  it("are one for each term of each model, in their order, each likelihood once", () => {
    const outcomes = [
      universe({ a: "1" }, { likelihood: "same" }), universe({ a: "1" }, { model: "N" }), universe({ a: "2" }, { likelihood: "same", estimate: 9 }), universe({ a: "3" }, { status: "refused", reason: "", why: { en: "", zh: "" } }),
      universe({ a: "1" }, { term: "y" }), universe({ a: "4" }),
    ];
    const [first, ...others] = curvesOf(outcomes);
    expect([first, ...others].map(({ model, term }) => `${model}.${term}`)).toEqual(["M.x", "N.x", "M.y"]);
    expect(first.universes.map(({ options }) => options.a)).toEqual(["1", "2", "3", "4"]);
    expect(first.distinct.map(({ options }) => options.a)).toEqual(["1", "4"]);
    expect(first.counted).toEqual({ fitted: 3, refused: 1, sameLikelihood: 1 });
  });
});

describe("what turns a verdict", () => {
  const supported = { estimate: 1, stars: "*" };
  const curve = (...others: Outcome[]) => curvesOf([universe({ a: "1", b: "1", c: "1" }, { paper: true, ...supported }), ...others])[0];

  it("is the fewest changes, and each set of so many, not those of more", () => {
    const flip = flipOf(curve(
      universe({ a: "2", b: "1", c: "1" }, supported), universe({ a: "1", b: "2", c: "1" }, { estimate: 1, stars: "" }), universe({ a: "1", b: "1", c: "2" }, { estimate: -1, stars: "***" }),
      universe({ a: "2", b: "2", c: "1" }, { stars: "" }), universe({ a: "2", b: "2", c: "2" }, { stars: "" }), universe({ a: "3", b: "1", c: "1" }, { status: "refused", reason: "", why: { en: "", zh: "" } }),
    ));
    expect(flip).toEqual({ model: "M", term: "x", supported: true, against: 4, distance: 1, smallest: [{ b: "2" }, { c: "2" }] });
  });

  it("may be nothing, and is not asked where the paper's own universe was refused", () => {
    expect(flipOf(curve(universe({ a: "2", b: "1", c: "1" }, supported)))).toMatchObject({ supported: true, against: 0, distance: null, smallest: [] });
    const [refused] = curvesOf([universe({ a: "1" }, { paper: true, status: "refused", reason: "", why: { en: "", zh: "" } }), universe({ a: "2" }, supported)]);
    expect(flipOf(refused)).toEqual({ model: "M", term: "x", supported: null, against: 0, distance: null, smallest: [] });
  });

  it("counts each likelihood once among those against", () => {
    expect(flipOf(curve(universe({ a: "2", b: "1", c: "1" }, { stars: "", likelihood: "l" }), universe({ a: "3", b: "1", c: "1" }, { stars: "", likelihood: "l" })))).toMatchObject({ against: 1, distance: 1, smallest: [{ a: "2" }, { a: "3" }] });
  });
});
