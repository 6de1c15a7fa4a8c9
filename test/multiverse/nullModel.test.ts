import { describe, expect, it } from "vitest";
import { fitBinaryLogit } from "../../src/models/binary";
import { seededRandom } from "../../src/models/numeric/random";
import { fitOrderedLogit } from "../../src/models/ordered";
import { ArenaBuilder } from "../../src/multiverse/arena";
import { statisticsOf } from "../../src/multiverse/curves";
import type { NullCurve } from "../../src/multiverse/nullCurve";
import { drawOutcomes, drawsOf } from "../../src/multiverse/nullDraw";
import { nullOutcome, peopleOf } from "../../src/multiverse/nullModel";
import { nullShifts } from "../../src/multiverse/nullShifts";
import type { PlannedFit } from "../../src/multiverse/plannedFit";
import { refitAll } from "../../src/multiverse/refitAll";

const n = 40;
const all = Array.from({ length: n }, (_, i) => i);
const noise = (seed: number) => all.map((i) => Math.abs(Math.sin((i + 1) * (12.9898 + seed)) * 43758.5453) % 1);
const [u, v, w] = [noise(1), noise(2), noise(3)];
const x = u.map((value) => Number(value > 0.5));
const a = v.map((value) => Math.round(20 * value));
const b = w.map((value, i) => (i % 4 === 3 ? NaN : 5 * value));
const level = noise(4).map((value, i) => { const eta = value * 4 + a[i] / 40; return eta > 2.9 ? 3 : eta > 1.5 ? 2 : 1; });
const y = level.map((value) => Number(value >= 2));

function setting() {
  const arena = new ArenaBuilder(all.map((i) => `p${String(i).padStart(2, "0")}`));
  const column = (values: readonly number[]) => arena.column(Float64Array.from(values));
  const at = { x: column(x), a: column(a), aTwice: column(a.map((value) => 2 * value + 1)), b: column(b), y: column(y), level: column(level) };
  const fit = (columns: number[], rows: number[], more: Partial<PlannedFit> = {}): PlannedFit => ({
    family: "binomial", link: "logit", terms: columns.map((c) => `c${c}`), columns, rows: arena.rowSet(Int32Array.from(rows)), outcome: at.y, covariance: "classical", ...more,
  });
  return { arena, at, column, fit };
}
const chance = (row: readonly number[], beta: readonly number[]): number => 1 / (1 + Math.exp(-row.reduce((sum, value, j) => sum + value * beta[j], 0)));
const estimates = (fit: { coefficients: readonly { estimate: number }[] }) => fit.coefficients.map(({ estimate }) => estimate);

describe("the model of an outcome without the term", () => {
  it("is on everybody whom some universe uses, with each control once and an indicator of its gaps", () => {
    const { arena, at, fit } = setting();
    const known = all.filter((i) => !Number.isNaN(b[i]));
    const fits = [fit([at.x, at.b], known.slice(5)), fit([at.x, at.a], [...all.slice(10, 30)].reverse()), fit([at.aTwice, at.x], [3, 2])];
    expect([...peopleOf(arena, fits)].sort((one, other) => one - other)).toEqual([...new Set([...known.slice(5), ...all.slice(10, 30), 2, 3])].sort((one, other) => one - other));
    const made = nullOutcome(arena, at.y, fits, new Set([at.x]));
    const rows = Array.from(made.rows);
    expect(rows).toEqual([...peopleOf(arena, fits)].sort((one, other) => one - other));
    expect([made.levels, made.without, made.basis.length, made.above.length]).toEqual([[0, 1], [], 3, 1]);
    const X = rows.map((i) => [1, b[i] || 0, Number(Number.isNaN(b[i])), a[i]]);
    const beta = estimates(fitBinaryLogit(X, rows.map((i) => y[i]), ["const", "b", "gap", "a"]));
    rows.forEach((i, r) => expect(made.above[0][i]).toBeCloseTo(chance(X[r], beta), 10));
    for (const i of all.filter((one) => !rows.includes(one))) expect(made.above[0][i]).toBeNaN();
    // Orthonormal, apart from the constant, and they span the controls.
    made.basis.forEach((one, j) => {
      expect(one.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
      made.basis.forEach((other, k) => expect(one.reduce((sum, value, i) => sum + value * other[i], 0)).toBeCloseTo(Number(j === k), 12));
    });
    const mean = rows.reduce((sum, i) => sum + a[i], 0) / rows.length;
    const part = made.basis.map((one) => one.reduce((sum, value, r) => sum + value * a[rows[r]], 0));
    rows.forEach((i, r) => expect(mean + made.basis.reduce((sum, one, j) => sum + part[j] * one[r], 0)).toBeCloseTo(a[i], 10));
  });

  it("leaves out controls that others make up, and by name those that separate; a control that nobody is blamed for goes last first", () => {
    const { arena, at, column, fit } = setting();
    const sum = column(a.map((value, i) => 3 * value - 2 * x[i]));
    const nearly = column(a.map((value, i) => value + 1e-9 * u[i]));
    const apart = column(y.map((value, i) => value * (1 + u[i])));
    const made = nullOutcome(arena, at.y, [fit([at.a, at.x, sum, nearly, apart], all)], new Set());
    expect([made.without, made.basis.length]).toEqual([[apart], 2]);
    const X = all.map((i) => [1, a[i], x[i]]);
    const beta = estimates(fitBinaryLogit(X, y, ["const", "a", "x"]));
    all.forEach((i) => expect(made.above[0][i]).toBeCloseTo(chance(X[i], beta), 10));
    const yes = column(all.map(() => 1));
    expect(() => nullOutcome(arena, yes, [fit([at.a, at.x], all, { outcome: yes })], new Set())).toThrow("constant-outcome");
    const broken = new Proxy(arena, { get: (of, name) => (name === "people" ? (() => { throw new TypeError("broken"); })() : Reflect.get(of, name) as unknown) });
    expect(() => nullOutcome(broken, at.y, [fit([at.a], all)], new Set())).toThrow(TypeError);
  });

  it("of an ordered outcome has a probability for each cut; one model that is ordered makes it so", () => {
    const { arena, at, fit } = setting();
    const made = nullOutcome(arena, at.level, [fit([at.x], all, { outcome: at.level }), fit([at.x, at.a], all, { outcome: at.level, family: "ordered", levels: [1, 2, 3] })], new Set([at.x]));
    const fitted = fitOrderedLogit(a.map((value) => [value]), level, ["a"], [1, 2, 3]);
    expect(made.levels).toEqual([1, 2, 3]);
    fitted.thresholds!.forEach(({ estimate }, cut) => all.forEach((i) => expect(made.above[cut][i]).toBeCloseTo(chance([-estimate, a[i] * fitted.coefficients[0].estimate], [1, 1]), 9)));
  });
});

/** A null of x: an ordered outcome on a, and a binary one that is "2 or 3" of it. */
function nullOf(family: "binomial" | "ordered"): NullCurve {
  const { arena, at, fit } = setting();
  const ordered = fit([at.x, at.a], all, { outcome: at.level, family: "ordered", levels: [1, 2, 3] });
  const binary = fit([at.x, at.a], all);
  const planned = family === "ordered" ? ordered : binary;
  const drawn = [nullOutcome(arena, planned.outcome, [planned], new Set([at.x]))];
  return {
    arena: { people: n, columns: arena.columns, rows: arena.rows }, drawn, derived: family === "ordered" ? [{ outcome: at.y, from: at.level, atLeast: 3 }] : [],
    fits: [{ plan: planned, place: 0, sign: -1 }],
  };
}

describe("draws without effect", () => {
  it("have one uniform number a person for all outcomes: a level for each cut that it is below", () => {
    const curve = nullOf("ordered");
    const [{ above, outcome }] = curve.drawn;
    const [two, three] = [above[0][0], above[1][1]];
    const numbers = all.map((i) => (i === 0 ? two : i === 1 ? three : i === 2 ? above[1][2] - 1e-12 : 0.999999));
    let next = 0;
    const missing = { ...curve.drawn[0], above: above.map((values) => values.with(5, NaN)) };
    const outcomes = drawOutcomes({ ...curve, drawn: [missing] }, () => numbers[next++]);
    // A number equal to the probability is not below it: person 0 stays at 1, person 1 at 2.
    expect(Array.from(outcomes.get(outcome)!.slice(0, 6))).toEqual([1, 2, 3, 1, 1, NaN]);
    expect(Array.from(outcomes.get(curve.derived[0].outcome)!.slice(0, 6))).toEqual([0, 0, 1, 0, 0, NaN]);
  });

  it("are the same whoever draws them: each has a seed of its own", () => {
    const curve = nullOf("binomial");
    const [whole, last] = [drawsOf(curve, 3, 0, 4), drawsOf(curve, 3, 2, 4)];
    expect(whole).toHaveLength(4);
    const close = (found: typeof last, to: typeof last) => found.forEach((draw, i) => {
      for (const name of ["median", "shareSignificant", "shareOfSign", "max"] as const) {
        if (draw === null) expect(to[i]).toBeNull();
        else expect(draw[name]).toBeCloseTo(to[i]![name], 9);
      }
    });
    expect(last.filter((draw) => draw !== null).length).toBeGreaterThan(0);
    close(whole.slice(2), last);
    close(drawsOf(curve, 3, 3, 4), last.slice(1));
    const drawn = [2, 3].map((draw) => drawOutcomes(curve, seededRandom(3 * 2 ** 20 + draw)));
    close(last, refitAll(curve, drawn, nullShifts(curve, drawn)).map((universes) => universes && statisticsOf(universes)));
    const constant: NullCurve = { ...curve, drawn: [{ ...curve.drawn[0], above: [new Float64Array(n).fill(1)] }] };
    expect(drawsOf(constant, 1, 0, 1)).toEqual([null]);
  });

  it("are compared with the null model fitted to them: by how much each person's chances have changed", () => {
    for (const family of ["binomial", "ordered"] as const) {
      const curve = nullOf(family);
      const [model] = curve.drawn;
      const draws = [1, 2].map((seed) => drawOutcomes(curve, seededRandom(seed)));
      const shifts = nullShifts(curve, draws);
      draws.forEach((outcomes, d) => {
        const drawn = Array.from(outcomes.get(model.outcome)!);
        const again = family === "binomial"
          ? fitBinaryLogit(a.map((value) => [1, value]), drawn, ["const", "a"]) : fitOrderedLogit(a.map((value) => [value]), drawn, ["a"], [1, 2, 3]);
        const slopes = estimates(again);
        const now = (cut: number, i: number) => (family === "binomial" ? chance([1, a[i]], slopes) : chance([-again.thresholds![cut].estimate, a[i] * slopes[0]], [1, 1]));
        const changes = shifts[d]!.get(model.outcome)!;
        expect(changes).toHaveLength(model.above.length);
        changes.forEach((change, cut) => all.forEach((i) => expect(change[i]).toBeCloseTo(now(cut, i) - model.above[cut][i], 7)));
        if (family === "ordered") expect(shifts[d]!.get(curve.derived[0].outcome)).toEqual([changes[1]]); // "3" is beyond the second cut
        expect(shifts[d]!.size).toBe(family === "ordered" ? 2 : 1);
      });
    }
  });
});
