import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BinaryLikelihood } from "../../src/models/binaryLikelihood";
import { CumulativeLikelihood } from "../../src/models/cumulativeLikelihood";
import { BlockedBinary } from "../../src/models/kernel/blockedBinary";
import { BlockedOrdered } from "../../src/models/kernel/blockedOrdered";
import { FIRST_FREE } from "../../src/models/kernel/blockedDesign";
import { plainRows } from "../../src/models/kernel/plainRows";
import { BLOCK, NUMBER, type RowKernel } from "../../src/models/kernel/rowKernel";
import { COMPILED_FROM, ROWS_WASM } from "../../src/models/kernel/rowsWasm";
import { hasFastRows, leaseFastRows } from "../../src/models/kernel/wasmRows";
import { linkFunction } from "../../src/models/links/link";
import type { Packed } from "../../src/models/matrix";
import { nearMaximum } from "../../src/models/nearMaximum";
import { type Likelihood, maximise } from "../../src/models/newton";
import { seededRandom } from "../../src/models/numeric/random";
import type { Observations } from "../../src/models/observations";
import { noColumns } from "../../src/models/orderedData";
import { projectFolder } from "../../src/projectFolder";
import { standardise } from "../../src/models/standardise";

const close = (a: number, b: number, tolerance: number): void => expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance * (1 + Math.abs(b)));
const allClose = (a: Float64Array, b: Float64Array, tolerance: number): void => {
  const size = b.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  a.forEach((value, i) => expect(Math.abs(value - b[i])).toBeLessThanOrEqual(tolerance * (1 + size)));
};

/** Random data: a constant, columns of very different scales, an outcome, and weights and an offset if wanted. */
function draw(seed: number, rows: number, columns: number, extras: boolean): { X: Packed; seen: Observations; parameters: Float64Array } {
  const random = seededRandom(seed);
  const values = Float64Array.from({ length: rows * columns }, (_, at) => (at % columns === 0 ? 1 : (random() - 0.5) * 10 ** (at % columns) + 1000));
  return {
    X: { rows, columns, values },
    seen: {
      y: Float64Array.from({ length: rows }, () => Number(random() < 0.4)), names: [],
      ...(extras && { weights: Float64Array.from({ length: rows }, () => random() * 3), offset: Float64Array.from({ length: rows }, () => random() - 0.5) }),
    },
    parameters: Float64Array.from({ length: columns }, () => (random() - 0.5) * 3),
  };
}

const lowerTriangle = (A: Float64Array, k: number): Float64Array => A.filter((_, at) => at % k <= Math.floor(at / k));

function at(likelihood: Likelihood, parameters: Float64Array): { logLik: number; score: Float64Array; information: Float64Array } {
  const k = likelihood.size;
  const [score, information] = [new Float64Array(k), new Float64Array(k * k)];
  const logLik = likelihood.evaluate(parameters, score, information);
  return { logLik, score, information: lowerTriangle(information, k) };
}

describe("the fast kernel", () => {
  it("runs here, and is compiled from the source beside its script", () => {
    expect(hasFastRows()).toBe(true);
    const source = readFileSync(join(projectFolder, "scripts/kernel/rows.ts"));
    expect(createHash("sha256").update(source).digest("hex")).toBe(COMPILED_FROM);
  });

  it("keeps its constants below the first number it is given", () => {
    const { firstFree } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(ROWS_WASM, "base64"))).exports as { firstFree: () => number };
    expect(firstFree()).toBeLessThanOrEqual(FIRST_FREE * NUMBER);
  });

  it.each([true, false])("gives the plain likelihood's value, score, information and proof of overlap (fast: %s)", (fast) => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 14 }), fc.boolean(), (seed, rows, columns, extras) => {
      const { X, seen, parameters } = draw(seed, rows, columns, extras);
      const blocked = new BlockedBinary(X, 0, seen, fast);
      const Z = standardise(X, 0);
      const plain = new BinaryLikelihood(Z, seen, linkFunction("logit"));
      blocked.design.centre.forEach((centre, j) => expect(Math.abs(centre - Z.centre[j]) / Z.scale[j]).toBeLessThan(1e-13));
      allClose(blocked.design.scale, Z.scale, 1e-12);
      const [a, b] = [at(blocked, parameters), at(plain, parameters)];
      close(a.logLik, b.logLik, 1e-12);
      allClose(a.score, b.score, 1e-12);
      allClose(a.information, b.information, 1e-12);
      for (const size of [1e-3, 1, 30]) {
        const step = parameters.map((value) => value * size);
        expect(blocked.provesOverlap(step)).toBe(plain.provesOverlap(step));
      }
      blocked.release();
    }), { numRuns: 150 });
  });

  it("standardises columns whose first row lies far away as well as the others", () => {
    const { X, seen } = draw(5, 500, 4, false);
    X.values[2] = -1e6; // column 2 is elsewhere 1000 ± 50
    const blocked = new BlockedBinary(X, 0, seen);
    const Z = standardise(X, 0);
    blocked.design.centre.forEach((centre, j) => expect(Math.abs(centre - Z.centre[j]) / Z.scale[j]).toBeLessThan(1e-13));
    blocked.design.scale.forEach((scale, j) => close(scale, Z.scale[j], 1e-12));
  });

  it("makes a column of equal values exactly 0", () => {
    const { X, seen } = draw(5, 300, 3, false);
    for (let i = 0; i < X.rows; i++) X.values[i * 3 + 2] = 0.1;
    const { information } = at(new BlockedBinary(X, 0, seen), new Float64Array(3));
    expect(Array.from(information.slice(3), Math.abs)).toEqual([0, 0, 0]);
  });

  it("says the same when its memory was used before", () => {
    const [small, large] = [draw(1, 30, 3, false), draw(2, 700, 9, true)];
    const once = (): number[] => [large, small, large, small].map(({ X, seen, parameters }) => {
      const likelihood = new BlockedBinary(X, 0, seen);
      const { logLik } = at(likelihood, parameters);
      likelihood.release();
      return logLik;
    });
    const [a, b, c, d] = once();
    expect([c, d]).toEqual([a, b]);
    expect(once()).toEqual([a, b, a, b]);
  });
});

describe("the fast kernel, for ordered outcomes", () => {
  it.each([true, false])("gives the plain likelihood's value, score, information and proof of overlap (fast: %s)", (fast) => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 2, max: 6 }), fc.boolean(), (seed, rows, columns, levels, extras) => {
      const { X, seen: binary, parameters } = draw(seed, rows, columns + 1, extras);
      const random = seededRandom(seed);
      const seen = { ...binary, y: binary.y.map(() => Math.floor(random() * levels)) };
      const slopes: Packed = { rows, columns, values: X.values.filter((_, cell) => cell % (columns + 1) > 0) };
      // A tenth apart at least: of nearer ones the plain likelihood, which subtracts predictors, keeps fewer digits than are compared.
      let cut = -1.5;
      const cuts = Array.from({ length: levels - 1 }, () => (cut += 0.1 + random()));
      const at0 = Float64Array.from([...cuts, ...parameters.subarray(1)]);
      const blocked = new BlockedOrdered(slopes, levels, seen, fast);
      const Z = standardise(slopes, undefined);
      const plain = new CumulativeLikelihood(Z, noColumns(rows), levels, seen, linkFunction("logit"));
      const [a, b] = [at(blocked, at0), at(plain, at0)];
      if (b.logLik > -Infinity) close(a.logLik, b.logLik, 1e-12);
      if (a.logLik > -Infinity) {
        allClose(a.score, b.score, 1e-12);
        allClose(a.information, b.information, 1e-12);
        for (const size of [1e-3, 1, 30]) {
          const step = at0.map((value, j) => (value + Math.sin(j)) * size);
          expect(blocked.provesOverlap(step)).toBe(plain.provesOverlap(step));
        }
      }
      const disordered = at0.map((value, j) => (levels > 2 && j === 1 ? -3 : value));
      if (levels > 2 && seen.y.includes(1)) expect([at(blocked, disordered).logLik, at(plain, disordered).logLik]).toEqual([-Infinity, -Infinity]);
      blocked.release();
    }), { numRuns: 150 });
  });
});

describe("the slopes alone", () => {
  const slopesOf = (likelihood: BlockedBinary | BlockedOrdered, parameters: Float64Array): { score: Float64Array; information: Float64Array } => {
    const k = likelihood.size;
    const [score, information, alone] = [new Float64Array(k), new Float64Array(k * k), new Float64Array(k)];
    expect(likelihood.slopesAt(parameters, score, information)).toBe(true);
    likelihood.slopesAt(parameters, alone);
    expect(alone).toEqual(score);
    return { score, information: lowerTriangle(information, k) };
  };

  it.each([true, false])("are those of the plain likelihood, the information to some digits (fast: %s)", (fast) => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 14 }), fc.boolean(), (seed, rows, columns, extras) => {
      const { X, seen, parameters } = draw(seed, rows, columns, extras);
      const plain = new BinaryLikelihood(standardise(X, 0), seen, linkFunction("logit"));
      const wanted = at(plain, parameters);
      const likelihood = new BlockedBinary(X, 0, seen, fast);
      const { score, information } = slopesOf(likelihood, parameters);
      allClose(score, wanted.score, 1e-12);
      allClose(information, wanted.information, 1e-5);
      for (const size of [1e-3, 1, 30]) {
        const step = parameters.map((value) => value * size);
        expect(likelihood.provesOverlap(step)).toBe(plain.provesOverlap(step));
      }
      likelihood.release();
    }), { numRuns: 100 });
  });

  it("prove overlap by the length of the step where it is so short that no row can turn, and only then", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 20, max: 300 }), fc.integer({ min: 1, max: 6 }), fc.double({ min: -9, max: -4, noNaN: true }), (seed, rows, columns, power) => {
      const { X, seen, parameters } = draw(seed, rows, columns, false);
      const likelihood = new BlockedBinary(X, 0, seen);
      const { information } = slopesOf(likelihood, parameters);
      const full = new Float64Array(columns * columns);
      for (let a = 0, next = 0; a < columns; a++) for (let b = 0; b <= a; b++) full[a * columns + b] = full[b * columns + a] = information[next++];
      const direction = parameters.map((value, j) => Math.sin(value * 7 + j));
      const square = direction.reduce((sum, value, a) => sum + value * direction.reduce((inner, other, b) => inner + full[a * columns + b] * other, 0), 0);
      fc.pre(square > 0);
      const length = 10 ** power;
      const step = direction.map((value) => (value * length) / Math.sqrt(square));
      // What the length alone proves, the rows one by one prove as well.
      if (likelihood.provesOverlap(step, length)) expect(likelihood.provesOverlap(step)).toBe(true);
    }), { numRuns: 100 });
    // Separated, far out: the rows hardly bend any more, and the step that would come next is one of about 1.
    const separated = { X: { rows: 40, columns: 2, values: Float64Array.from({ length: 80 }, (_, i) => (i % 2 === 0 ? 1 : i < 40 ? -1 : 1)) }, seen: { y: Float64Array.from({ length: 40 }, (_, i) => Number(i >= 20)), names: [] } };
    const apart = new BlockedBinary(separated.X, 0, separated.seen);
    slopesOf(apart, Float64Array.of(0, 30));
    expect(apart.provesOverlap(Float64Array.of(0, 1), 1e-5)).toBe(false);
  });

  it("lead from near the maximum to it, whatever information the first step was made with", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0.7, max: 1.4, noNaN: true }), (seed, other) => {
      const { X, seen } = draw(seed, 400, 5, false);
      const likelihood = new BlockedBinary(X, 0, seen);
      const whole = maximise(likelihood, new Float64Array(5), () => true)!;
      const near = whole.parameters.map((value, j) => value + 0.1 * Math.sin(j + seed));
      const found = nearMaximum(likelihood, near, whole.factored.map((value) => value * other))!;
      // In standard errors: a root of information there times the difference.
      const apart = found.parameters.map((value, j) => value - whole.parameters[j] - whole.nextStep[j]);
      const { information } = at(likelihood, whole.parameters);
      let square = 0;
      for (let a = 0, next = 0; a < 5; a++) for (let b = 0; b <= a; b++) square += (a === b ? 1 : 2) * information[next++] * apart[a] * apart[b];
      expect(Math.sqrt(Math.abs(square))).toBeLessThan(1e-9);
      expect(found.steps).toBeGreaterThan(1);
    }), { numRuns: 60 });
  });

  it("at a place that is remembered are those of any weights there", () => {
    const { X, seen, parameters } = draw(11, 300, 4, false);
    const likelihood = new BlockedBinary(X, 0, seen, true, true);
    slopesOf(likelihood, parameters);
    likelihood.remember();
    const weights = Float64Array.from(seen.y, (_, i) => (i * 7) % 4);
    likelihood.reweigh({ ...seen, weights });
    const remembered = new Float64Array(4);
    likelihood.rememberedScore(remembered);
    allClose(remembered, at(new BinaryLikelihood(standardise(X, 0), { ...seen, weights }, linkFunction("logit")), parameters).score, 1e-12);
    likelihood.rememberedScore(remembered); // and again, whatever was added before
    expect(remembered).toEqual(slopesOf(likelihood, parameters).score);
  });

  it("decide nothing where rows are separated, columns are the same, or the start is too far", () => {
    const { X, seen } = draw(3, 400, 4, false);
    const likelihood = new BlockedBinary(X, 0, seen);
    const { factored, parameters } = maximise(likelihood, new Float64Array(4), () => true)!;
    expect(nearMaximum(likelihood, parameters, factored)).toBeDefined();
    expect(nearMaximum(likelihood, parameters.map((value) => value + 40), factored)).toBeUndefined();
    const side = Float64Array.from({ length: X.rows }, (_, i) => Number(X.values[i * 4 + 1] > 1000));
    expect(nearMaximum(new BlockedBinary(X, 0, { y: side, names: [] }), parameters, factored)).toBeUndefined();
    const twice = { ...X, values: X.values.map((value, cell) => (cell % 4 === 3 ? X.values[cell - 1] : value)) };
    expect(nearMaximum(new BlockedBinary(twice, 0, seen), parameters, factored)).toBeUndefined();
  });
});

describe("the logit's exponentials in the fast kernel", () => {
  const fast = leaseFastRows(2 ** 16)!.kernel;
  const plain = plainRows(2 ** 16);

  /** [Σ weight·log P, slope, bend] of one row; the rows that pad it weigh nothing. */
  function one({ logit, cells }: RowKernel, eta: number, sign: number): [number, number, number] {
    const [etas, signs, weights, slopes, bends] = [1, 2, 3, 4, 5].map((place) => FIRST_FREE + place * BLOCK);
    cells.fill(0, etas, bends + BLOCK);
    [cells[etas], cells[signs], cells[weights]] = [eta, sign, 1];
    const logLik = logit(8, etas * NUMBER, signs * NUMBER, weights * NUMBER, slopes * NUMBER, bends * NUMBER);
    return [logLik, cells[slopes], cells[bends]];
  }

  it("are within a few units in the last place of Math.exp and Math.log1p over the whole range", () => {
    const etas = [0, -0, 1e-300, -1e-300, 1e-17, 0.881, 0.8814, 36, 37, 38, 700, 707.9, -707.9];
    for (let eta = -700; eta <= 700; eta += 0.3773) etas.push(eta);
    for (let eta = -3; eta <= 3; eta += 0.000773) etas.push(eta);
    for (const eta of etas) {
      for (const sign of [1, -1]) {
        const [a, b] = [one(fast, eta, sign), one(plain, eta, sign)];
        // log P, where nothing is lost, is −log1p(e^(−|η|)); its derivatives have a quotient and a product each.
        [2, 3, 4].forEach((units, j) => expect(Math.abs(a[j] - b[j]), `${eta}`).toBeLessThanOrEqual(units * Number.EPSILON * Math.abs(b[j])));
      }
    }
  });

  it("do not overflow where e^(−|η|) is too small for a double", () => {
    expect(one(fast, 800, -1)).toEqual([-800, -1, expect.closeTo(0, 300)]);
    expect(one(fast, 800, 1)[0]).toBeCloseTo(0, 300);
    expect(one(fast, NaN, 1)[0]).toBeNaN();
  });
});

describe.each([2, 4])("either fast likelihood (%i levels)", (levels) => {
  const { X, seen: binary } = draw(8, 500, 4, false);
  const random = seededRandom(9);
  const slopes: Packed = { ...X, columns: 3, values: X.values.filter((_, cell) => cell % 4 > 0) };
  const y = binary.y.map(() => Math.floor(random() * levels));
  const weights = y.map((_, i) => i % 3);
  const likelihoodOf = (seen: Observations, rows: number[] = [...y.keys()]): BlockedBinary | BlockedOrdered => {
    const few = (from: Packed): Packed => ({ ...from, rows: rows.length, values: Float64Array.from(rows.flatMap((i) => [...from.values.subarray(i * from.columns, (i + 1) * from.columns)])) });
    const picked = { names: [], y: seen.y.filter((_, i) => rows.includes(i)), ...(seen.weights && { weights: seen.weights.filter((_, i) => rows.includes(i)) }) };
    return levels === 2 ? new BlockedBinary(few(X), 0, picked) : new BlockedOrdered(few(slopes), levels, picked);
  };
  const place = Float64Array.from(levels === 2 ? [0.2, 0.5, -0.3, 0.1] : [-1, 0.2, 0.9, 0.5, -0.3, 0.1]);

  it("has the same slopes without the information", () => {
    const likelihood = likelihoodOf({ y, weights, names: [] });
    const { score } = at(likelihood, place);
    const alone = new Float64Array(place.length);
    likelihood.slopesAt(place, alone);
    allClose(alone, score, 1e-13);
  });

  it("is, with other weights, what it would have been with them from the beginning; rows of weight 0 hinder no proof", () => {
    const again = likelihoodOf({ y, names: [] });
    again.reweigh({ y, weights, names: [] });
    expect(at(again, place)).toEqual(at(likelihoodOf({ y, weights, names: [] }), place));
    expect(again.unit).toBeCloseTo(weights.reduce((sum, weight) => sum + weight) / y.length, 12);
    const step = place.map((value, j) => (j === place.length - 1 ? 1.5 : value * 0));
    const proved = (counts: (i: number) => boolean): boolean => {
      again.reweigh({ y, weights: y.map((_, i) => Number(counts(i))), names: [] });
      at(again, place);
      return again.provesOverlap(step);
    };
    const keepsSign = Array.from(y, (_, row) => proved((i) => i === row));
    expect(new Set(keepsSign).size).toBe(2);
    expect(proved((i) => keepsSign[i])).toBe(true);
    expect(proved(() => true)).toBe(false);
  });

  it("looks at every so many-th block alone, and at all again", () => {
    const likelihood = likelihoodOf({ y, weights, names: [] });
    const all = at(likelihood, place);
    likelihood.lookAt(2);
    const some = at(likelihood, place);
    likelihood.lookAt(1);
    expect(at(likelihood, place)).toEqual(all);
    // The same rows by hand, standardised as all are.
    const plain = levels === 2 ? new BinaryLikelihood(standardise(X, 0), { y, weights, names: [] }, linkFunction("logit"))
      : new CumulativeLikelihood(standardise(slopes, undefined), noColumns(y.length), levels, { y, weights, names: [] }, linkFunction("logit"));
    const seen = plain.seen as { weights: Float64Array };
    weights.forEach((weight, i) => (seen.weights[i] = Math.floor(i / BLOCK) % 2 === 0 ? weight : 0));
    const byHand = at(plain, place);
    close(some.logLik, byHand.logLik, 1e-12);
    allClose(some.score, byHand.score, 1e-12);
    allClose(some.information, byHand.information, 1e-12);
  });
});
