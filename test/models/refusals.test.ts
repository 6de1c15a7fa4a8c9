import { describe, expect, it } from "vitest";
import { fitBinary, fitBinaryLogit } from "../../src/models/binary";
import type { Link } from "../../src/models/fit";
import { fitOrderedLogit } from "../../src/models/ordered";
import { RefusedModel } from "../../src/models/refusedModel";
import { checkOrderedSeparation, checkSeparation } from "../../src/models/separation/checkSeparation";
import { decideCone, separatedRows } from "../../src/models/separation/cone";
import { refusedWith } from "../refusedWith";

/** What a fit is refused with. */
const refusal = (act: () => unknown): RefusedModel => refusedWith(RefusedModel, act);

const wave = (i: number): number => Math.sin(i * 1.7) * 2 + Math.cos(i * 0.9);
const n = 60;
const rows = Array.from({ length: n }, (_, i) => i);
const noise = rows.map(wave);
const y = rows.map((i) => (Math.sin(i * 2.3 + 1) > 0.1 ? 1 : 0));
const design = (...columns: number[][]): number[][] => rows.map((i) => [1, ...columns.map((column) => column[i])]);

describe("separation", () => {
  it("is refused where a 0/1 term has an empty cell, naming it, its rows and the cell", () => {
    const dummy = y.map((value, i) => (value === 1 && i % 3 === 0 ? 1 : 0));
    const error = refusal(() => fitBinaryLogit(design(noise, dummy), y, ["const", "noise", "dummy"]));
    expect(error.kind).toBe("separation");
    expect(error.terms).toEqual(["dummy"]);
    expect(error.rows).toEqual(rows.filter((i) => dummy[i] === 1).map((i) => i + 1));
    expect(error.message).toContain("with dummy = 1 none has outcome 0");
    expect(error.message).toContain("in part");
  });

  it("is refused where a threshold on one term foretells everything", () => {
    const score = y.map((value, i) => (value === 1 ? 5 + (i % 7) : (i % 5) - 3));
    const error = refusal(() => fitBinaryLogit(design(noise, score), y, ["const", "noise", "score"]));
    expect(error.terms).toEqual(["score"]);
    expect(error.rows).toHaveLength(n);
    expect(error.message).toContain("completely");
  });

  it("is refused where it takes two terms together, and names no third", () => {
    const a = noise;
    const b = y.map((value, i) => noise[i] + (value === 1 ? 0.5 + (i % 3) : -0.5 - (i % 4)));
    const error = refusal(() => fitBinaryLogit(design(a, rows.map((i) => wave(i + 7)), b), y, ["const", "a", "other", "b"]));
    expect([...error.terms].sort()).toEqual(["a", "b"]);
  });

  it("is refused where only ties at the boundary overlap (quasi-complete)", () => {
    const score = y.map((value, i) => (i % 6 === 0 ? 0 : value === 1 ? 1 + (i % 4) : -1 - (i % 5)));
    const error = refusal(() => fitBinaryLogit(design(score), y, ["const", "score"]));
    expect(error.terms).toEqual(["score"]);
    expect(error.rows).toEqual(rows.filter((i) => score[i] !== 0).map((i) => i + 1));
  });

  it.each<Link>(["logit", "probit", "cloglog"])("is refused under the %s link too, and one overlapping pair is enough to be fitted", (link) => {
    const score = y.map((value, i) => (value === 1 ? 5 + (i % 7) : (i % 5) - 3));
    expect(refusal(() => fitBinary(design(score), y, ["const", "score"], { link })).kind).toBe("separation");
    const overlapping = [...score];
    overlapping[y.indexOf(1)] = 0.5;
    const fit = fitBinary(design(overlapping), y, ["const", "score"], { link });
    expect(fit.coefficients[1].estimate).toBeGreaterThan(0);
    expect(fit.warnings).toEqual([]);
  });

  it("does not count rows of weight 0 as overlap", () => {
    const score = y.map((value, i) => (value === 1 ? 5 + (i % 7) : (i % 5) - 3));
    const overlapping = score.with(y.indexOf(1), -10);
    const weights = rows.map((i) => (i === y.indexOf(1) ? 0 : 2));
    expect(refusal(() => fitBinaryLogit(design(overlapping), y, ["const", "score"], { weights })).kind).toBe("separation");
    expect(fitBinaryLogit(design(overlapping), y, ["const", "score"]).converged).toBe(true);
  });

  it("names file lines where they are given", () => {
    const dummy = y.map((value, i) => (value === 1 && i % 3 === 0 ? 1 : 0));
    const error = refusal(() => fitBinaryLogit(design(dummy), y, ["const", "dummy"], { rows: rows.map((i) => i + 102) }));
    expect(error.rows[0]).toBe(dummy.indexOf(1) + 102);
  });

  it("is refused in an ordered model, where a 0/1 term leaves only the top level", () => {
    const levels = [1, 2, 3];
    const ordered = rows.map((i) => 1 + (i % 3));
    const dummy = ordered.map((value, i) => (value === 3 && i % 2 === 0 ? 1 : 0));
    const error = refusal(() => fitOrderedLogit(rows.map((i) => [noise[i], dummy[i]]), ordered, ["noise", "dummy"], levels));
    expect(error.kind).toBe("separation");
    expect(error.terms).toEqual(["dummy"]);
    expect(error.message).toContain("with dummy = 1 none has outcome 1 or 2");
  });

  it("is not suspected in an ordered model where the term leaves only the middle level", () => {
    const ordered = rows.map((i) => 1 + (i % 3));
    const dummy = ordered.map((value, i) => (value === 2 && i % 2 === 0 ? 1 : 0));
    expect(fitOrderedLogit(rows.map((i) => [dummy[i]]), ordered, ["dummy"], [1, 2, 3]).converged).toBe(true);
  });
});

describe("the question asked before a fit", () => {
  const dummy = y.map((value, i) => (value === 1 && i % 3 === 0 ? 1 : 0));

  it("has its answers for both families", () => {
    expect(checkSeparation(design(noise), y, ["const", "noise"])).toEqual({ answer: "not separated" });
    expect(checkSeparation(design(noise, dummy), y, ["const", "noise", "dummy"])).toMatchObject({ answer: "separated", terms: ["dummy"] });
    expect(checkOrderedSeparation(design(noise), y, ["const", "noise"], [0, 1])).toEqual({ answer: "not separated" });
    expect(checkOrderedSeparation(design(noise, dummy), y, ["const", "noise", "dummy"], [0, 1])).toMatchObject({ answer: "separated", terms: ["dummy"] });
  });

  it("could not tell where two rows overlap by the last digits only", () => {
    const column = y.map((value, i) => (value === 1 ? 1 + (i % 3) : -1 - (i % 4)) * 1e3);
    const answer = (overlap: number): string => {
      const closest = column.map((value, i) => (i === y.indexOf(1) ? 0 : i === y.indexOf(0) ? overlap : value));
      return checkSeparation(design(closest), y, ["const", "closest"]).answer;
    };
    expect(answer(2e-6)).toBe("not separated");
    expect(answer(1.5e-8)).toBe("could not tell");
    expect(answer(-1e-6)).toBe("separated");
  });
});

describe("the exact test behind it", () => {
  const cone = (A: number[][]): Parameters<typeof decideCone>[0] =>
    ({ rows: A.length, columns: A[0].length, values: Float64Array.from(A.flat()), owner: A.map((_, i) => i) });

  it("finds a direction that only one row in ten thousand rewards", () => {
    const A = Array.from({ length: 10_000 }, (_, i) => (i === 77 ? [0, 1, 0.3] : [wave(i), 0, wave(i + 1)]));
    const answer = decideCone(cone(A));
    expect(answer.kind).toBe("separated");
    if (answer.kind === "separated") answer.margins.forEach((margin) => expect(margin).toBeGreaterThan(-1e-8));
  });

  it("proves overlap where the rows balance, and tells complete from quasi-complete", () => {
    expect(decideCone(cone([[1, 0], [-1, 0], [0, 1], [0, -1]])).kind).toBe("overlap");
    expect(decideCone(cone([[1, 0], [-1, 0], [0, 1]])).kind).toBe("separated");
    expect(separatedRows(cone([[1, 0], [-1, 0], [0, 1]]))).toEqual([false, false, true]);
    expect(separatedRows(cone([[1, 0.2], [-1, 2], [0, 1]]))).toEqual([true, true, true]);
  });
});

/** Grade and seven terms: they overlap in one row only, so far out that its pull is lost in rounding. */
const OUT_OF_REACH = [
  [1, 0, 0, -0.7, 0, 0, 1, 1.7], [3, -1.4, 0, 0.5, 1, -0.2, 1, 0.2], [1, 0.3, 0, -0.5, 0, -0.8, 0, 1.4], [1, -0.7, 0, -0.9, 1, -0.1, 1, 0.9],
  [3, -1.9, 0, -1.4, 0, -0.6, 0, -0.5], [1, 0.3, 1, 0.1, 1, 2.1, 1, 1.7], [2, -0.3, 0, -1, 0, -0.5, 0, 1.8], [3, 0.5, 0, -0.4, 0, -0.7, 1, -0.5],
  [1, -0.2, 0, 0.6, 0, 0, 1, 1.1], [3, 0.2, 0, -0.1, 1, -0.8, 0, 0], [1, 0, 0, -0.6, 1, 0.2, 1, 0.8], [2, 0, 0, -0.9, 1, -0.4, 1, 1],
  [1, -0.1, 0, 0.3, 1, 1.5, 1, 0.3], [3, 1.2, 0, -1, 1, -1, 0, -0.1], [3, 1.5, 0, -2.6, 1, -0.6, 1, -1.1], [3, -0.4, 0, -0.3, 1, 0.1, 1, -2.6],
  [1, 1.4, 0, 1.1, 1, 1.9, 1, -1.4], [1, 0.2, 0, 2.2, 1, 1.7, 1, 0.8], [1, 1.1, 1, -0.2, 1, 0.5, 1, 0.1], [3, -1.6, 1, 1.1, 1, -2.2, 1, 0.6],
  [1, -0.8, 0, -0.8, 0, -0.3, 1, 1], [1, 2.3, 1, -1, 0, 0.6, 0, 1.6], [3, -1.3, 0, -0.5, 0, -0.1, 0, -0.3], [2, 0.7, 0, -1.1, 0, 0.5, 1, -2.1],
  [1, 0.3, 0, -0.1, 0, 0.7, 1, 1.8],
];

describe("a maximum out of reach", () => {
  it("is refused as not converged, where R's clm gives estimates without standard errors", () => {
    const X = OUT_OF_REACH.map(([, ...x]) => x);
    const grades = OUT_OF_REACH.map(([grade]) => grade);
    const terms = X[0].map((_, j) => `x${j + 1}`);
    expect(checkOrderedSeparation(X, grades, terms, [1, 2, 3]).answer).toBe("not separated");
    const error = refusal(() => fitOrderedLogit(X, grades, terms, [1, 2, 3]));
    expect(error.kind).toBe("not-converged");
    expect(error.message).toContain("nearly separated");
  });
});

describe("other refusals", () => {
  it("names a dependent term and what it depends on", () => {
    const [a, b] = [rows.map((i) => Number(i % 3 === 0)), rows.map((i) => Number(i % 3 === 1))];
    const c = rows.map((i) => 1 - a[i] - b[i]);
    const error = refusal(() => fitBinaryLogit(design(noise, a, b, c), y, ["const", "noise", "a", "b", "c"]));
    expect(error.kind).toBe("collinear");
    expect(error.terms).toEqual(["c", "a", "b"]);
  });

  it("names a term that never varies", () => {
    const error = refusal(() => fitOrderedLogit(rows.map((i) => [noise[i], 7]), y, ["noise", "seven"], [0, 1]));
    expect(error.kind).toBe("collinear");
    expect(error.terms).toEqual(["seven"]);
  });

  it("does not take age and its square for collinear, at any scale", () => {
    const year = rows.map((i) => 1950 + i);
    expect(fitBinaryLogit(design(year, year.map((v) => v * v)), y, ["const", "year", "year2"]).converged).toBe(true);
  });

  it("has no model of a constant outcome, of nothing, or of more parameters than rows", () => {
    expect(refusal(() => fitBinaryLogit(design(noise), y.map(() => 1), ["const", "noise"])).kind).toBe("constant-outcome");
    expect(refusal(() => fitOrderedLogit(design(noise), y.map(() => 1), ["const", "noise"], [0, 1])).kind).toBe("constant-outcome");
    expect(refusal(() => fitBinaryLogit([], [], ["const"])).message).toContain("no rows");
    expect(refusal(() => fitBinaryLogit([[1, 2], [1, 3]], [0, 1], ["const", "x"])).message).toContain("2 rows cannot estimate 2 parameters");
  });

  it("says which row has an outcome that is none", () => {
    const error = refusal(() => fitBinaryLogit(design(noise), y.map((v, i) => (i === 4 ? 2 : v)), ["const", "noise"]));
    expect([error.kind, error.rows]).toEqual(["bad-input", [5]]);
    expect(refusal(() => fitOrderedLogit(design(noise), y.map((v, i) => (i === 4 ? 9 : v)), ["const", "noise"], [0, 1])).rows).toEqual([5]);
  });
});
