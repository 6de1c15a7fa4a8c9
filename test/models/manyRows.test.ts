import { expect, it } from "vitest";
import { fitBinaryLogit } from "../../src/models/binary";
import type { Fit } from "../../src/models/fit";
import { seededRandom } from "../../src/models/numeric/random";
import { fitOrderedLogit } from "../../src/models/ordered";
import { expectAllClose } from "./fixtures";

// So many rows that the maximum of a sixteenth is found first. The same people as weighted patterns are few rows,
// which begin at the model without terms: both must end at the same place.
const ROWS = 64_000;
const TERMS = ["const", "age", "woman", "city"];

interface People { readonly X: number[][]; readonly y: number[] }

/** @param change makes of a row what it shall be */
function people(levels: number, change: (row: number[], y: number, i: number) => [number[], number] = (row, y) => [row, y]): People {
  const random = seededRandom(20190618);
  const made = Array.from({ length: ROWS }, (_, i) => {
    const row = [1, 20 + Math.floor(random() * 30), Number(random() < 0.4), Number(random() < 0.2)];
    const u = random();
    const latent = 0.05 * (row[1] - 35) + 0.6 * row[2] - 0.8 * row[3] + Math.log(u / (1 - u));
    return change(row, Array.from({ length: levels - 1 }, (__, cut) => latent > 1.2 * cut).filter(Boolean).length, i);
  });
  return { X: made.map(([row]) => row), y: made.map(([, y]) => y) };
}

function asPatterns({ X, y }: People): People & { weights: number[] } {
  const counts = new Map<string, number>();
  X.forEach((row, i) => counts.set(JSON.stringify([row, y[i]]), (counts.get(JSON.stringify([row, y[i]])) ?? 0) + 1));
  const patterns = [...counts.keys()].map((key) => JSON.parse(key) as [number[], number]);
  expect(patterns.length).toBeLessThan(1_000);
  return { X: patterns.map(([row]) => row), y: patterns.map(([, level]) => level), weights: [...counts.values()] };
}

function expectSame(a: Fit, b: Fit): void {
  const errors = b.coefficients.map((row) => row.standardError);
  expectAllClose(a.coefficients.map((row) => row.estimate), b.coefficients.map((row) => row.estimate), 1e-9, errors);
  expectAllClose(a.coefficients.map((row) => row.standardError), errors, 1e-9);
  expectAllClose([a.logLik, a.logLikNull], [b.logLik, b.logLikNull], 1e-11);
  expect(a.n).toBe(b.n);
}

/** Whether a row is one of the few: every sixteenth block of 128. */
const isOfFew = (i: number): boolean => Math.floor(i / 128) % 16 === 0;

it.each<[string, People]>([
  ["as they come", people(2)],
  ["the few rows separated", people(2, (row, y, i) => [row, isOfFew(i) && row[2] === 1 ? 1 : y])],
  ["the few rows alike in a column", people(2, (row, y, i) => [isOfFew(i) ? [1, row[1], 0, row[3]] : row, y])],
  ["the few rows of one answer", people(2, (row, y, i) => [row, isOfFew(i) ? 1 : y])],
])("a binary fit of many rows, %s, is that of their patterns", (_, all) => {
  const { X, y, weights } = asPatterns(all);
  expectSame(fitBinaryLogit(all.X, all.y, TERMS), fitBinaryLogit(X, y, TERMS, { weights }));
});

it("begins near its maximum", () => {
  const all = people(2);
  const { X, y, weights } = asPatterns(all);
  expect(fitBinaryLogit(X, y, TERMS, { weights }).iterations).toBeGreaterThanOrEqual(4);
  expect(fitBinaryLogit(all.X, all.y, TERMS).iterations).toBeLessThanOrEqual(3);
});

it.each<[string, People]>([
  ["as they come", people(3)],
  ["a level missing among the few", people(3, (row, y, i) => [row, isOfFew(i) ? Math.min(y, 1) : y])],
])("an ordered fit of many rows, %s, is that of their patterns", (_, all) => {
  const { X, y, weights } = asPatterns(all);
  expectSame(fitOrderedLogit(all.X, all.y, TERMS, [0, 1, 2]), fitOrderedLogit(X, y, TERMS, [0, 1, 2], { weights }));
});

it("weights and offset of the few are theirs", () => {
  const all = people(2);
  const offset = all.X.map((row) => 0.02 * row[1]);
  const shifted = fitBinaryLogit(all.X, all.y, TERMS, { weights: all.y.map(() => 2), offset });
  const plain = fitBinaryLogit(all.X, all.y, TERMS, { weights: all.y.map(() => 2) });
  expectAllClose(shifted.coefficients.map((row) => row.estimate + (row.term === "age" ? 0.02 : 0)), plain.coefficients.map((row) => row.estimate), 1e-9, plain.coefficients.map((row) => row.standardError));
  expect(shifted.iterations).toBeLessThanOrEqual(3);
});

it("refuses many rows that are separated, naming the term", () => {
  const { X, y } = people(2, (row, level) => [row, row[3] === 1 ? 0 : level]);
  expect(() => fitBinaryLogit(X, y, TERMS)).toThrow(/city/);
});
