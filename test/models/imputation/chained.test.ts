import { describe, expect, it } from "vitest";
import { fitBinaryLogit } from "../../../src/models/binary";
import { imputeChained, type Incomplete } from "../../../src/models/imputation/chained";
import { fitMultinomial } from "../../../src/models/imputation/categorical";
import { seededRandom } from "../../../src/models/numeric/random";
import { fitOrderedLogit } from "../../../src/models/ordered";

const n = 40;
const all = Array.from({ length: n }, (_, i) => i);
const noise = (seed: number) => all.map((i) => Math.abs(Math.sin((i + 1) * (12.9898 + seed)) * 43758.5453) % 1);
const [u, v, w] = [noise(1), noise(2), noise(3)];
const gaps = (values: readonly number[], every: number, from: number) => Float64Array.from(values, (value, i) => (i % every === from ? NaN : value));
const whole: Incomplete = { name: "whole", kind: "number", categories: 0, values: Float64Array.from(u) };
const number: Incomplete = { name: "number", kind: "number", categories: 0, values: gaps(u.map((value, i) => Math.round(50 * value + 60 * v[i])), 6, 1) };
const binary: Incomplete = { name: "binary", kind: "binary", categories: 2, values: gaps(u.map((value, i) => Number(value + w[i] > 1)), 8, 3) };
const ordered: Incomplete = { name: "ordered", kind: "ordered", categories: 4, values: gaps(u.map((value, i) => [0, 1, 3][Math.min(2, Math.floor(1.5 * (value + v[i])))]), 5, 2) }; // nobody has level 2
const nominal: Incomplete = { name: "nominal", kind: "nominal", categories: 3, values: gaps(u.map((value, i) => (value + 0.7 * w[i] < 0.5 ? 2 : v[i] < 0.5 ? 0 : 1)), 4, 0) };
const same: Incomplete = { name: "same", kind: "number", categories: 0, values: new Float64Array(n).fill(7) };

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
/** Solves A x = b by elimination. */
function solve(A: number[][], b: number[]): number[] {
  const rows = A.map((row, i) => [...row, b[i]]);
  for (let p = 0; p < rows.length; p++) {
    rows[p] = rows[p].map((value) => value / rows[p][p]);
    for (let i = 0; i < rows.length; i++) if (i !== p) { const factor = rows[i][p]; rows[i] = rows[i].map((value, j) => value - factor * rows[p][j]); }
  }
  return rows.map((row) => row.at(-1)!);
}

/** Chained equations as van Buuren & Groothuis-Oudshoorn (2011) describe them, each model by the plain estimators. */
function slowly(variables: readonly Incomplete[], imputation: number, seed: number, cycles: number): number[][] {
  const random = seededRandom(seed * 1_000_003 + imputation);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)];
  const isGap = ({ values }: Incomplete, i: number) => Number.isNaN(values[i]);
  const filled = variables.map((one) => { const given = [...one.values].filter((value) => !Number.isNaN(value)); return [...one.values].map((value) => (Number.isNaN(value) ? pick(given) : value)); });
  const gapsOf = (one: Incomplete) => all.filter((i) => isGap(one, i));
  const order = variables.map((_, at) => at).filter((at) => gapsOf(variables[at]).length > 0).sort((a, b) => gapsOf(variables[a]).length - gapsOf(variables[b]).length);
  for (let cycle = 0; cycle < cycles; cycle++) for (const at of order) {
    const target = variables[at];
    const columns = variables.flatMap((one, other) => {
      if (other === at) return [];
      return one.kind === "nominal" ? [1, 2].map((category) => filled[other].map((value) => Number(value === category))) : [filled[other]];
    }).map((column) => { const [m, sd] = [mean(column), Math.sqrt(mean(column.map((x) => (x - mean(column)) ** 2)))]; return column.map((x) => (x - m) / sd); }).filter((column) => !column.some(Number.isNaN));
    const X = all.map((i) => [1, ...columns.map((column) => column[i])]);
    const answered = all.filter((i) => !isGap(target, i));
    const drawn = answered.map(() => pick(answered));
    if (target.kind === "number") {
      const beta = solve(X[0].map((_, a) => X[0].map((__, b) => drawn.reduce((sum, i) => sum + X[i][a] * X[i][b], 0))), X[0].map((_, a) => drawn.reduce((sum, i) => sum + X[i][a] * target.values[i], 0)));
      const foretold = (i: number) => X[i].reduce((sum, x, j) => sum + x * beta[j], 0);
      for (const i of gapsOf(target)) filled[at][i] = target.values[pick([...answered].sort((a, b) => Math.abs(foretold(a) - foretold(i)) - Math.abs(foretold(b) - foretold(i))).slice(0, 5))];
      continue;
    }
    // White, Daniel & Royston (2010): for each predictor and answer two rows, half a deviation off its mean; together of weight p + 1.
    const answers = [...new Set(answered.map((i) => target.values[i]))];
    const p = columns.length;
    const added = columns.flatMap((_, j) => answers.flatMap((answer) => [0.5, -0.5].map((side) => ({ x: [1, ...columns.map((__, c) => (c === j ? side : 0))], answer }))));
    const rows = [...drawn.map((i) => ({ x: X[i], answer: target.values[i], weight: 1 })), ...added.map((row) => ({ ...row, weight: (p + 1) / added.length }))];
    const terms = ["const", ...columns.map((_, j) => `x${j}`)];
    const weights = rows.map(({ weight }) => weight);
    const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, j) => sum + value * b[j], 0);
    let chances: (x: readonly number[]) => number[];
    if (target.kind === "binary") {
      const b = fitBinaryLogit(rows.map(({ x }) => x), rows.map(({ answer }) => answer), terms, { weights }).coefficients.map(({ estimate }) => estimate);
      chances = (x) => [1 / (1 + Math.exp(dot(x, b))), 1 / (1 + Math.exp(-dot(x, b)))];
    } else if (target.kind === "ordered") {
      const levels = [...answers].sort((a, b) => a - b);
      const fit = fitOrderedLogit(rows.map(({ x }) => x), rows.map(({ answer }) => answer), terms, levels, { weights });
      const upTo = (x: readonly number[], level: number) => { const c = levels.indexOf(level); return c < 0 ? 0 : c === levels.length - 1 ? 1 : 1 / (1 + Math.exp(dot(x.slice(1), fit.coefficients.map(({ estimate }) => estimate)) - fit.thresholds![c].estimate)); };
      chances = (x) => Array.from({ length: target.categories }, (_, level) => (levels.includes(level) ? upTo(x, level) - (levels.indexOf(level) > 0 ? upTo(x, levels[levels.indexOf(level) - 1]) : 0) : 0));
    } else {
      const beta = fitMultinomial({ rows: rows.length, columns: p + 1, X: Float64Array.from(rows.flatMap(({ x }) => x)), y: Float64Array.from(rows, ({ answer }) => answer), weights: Float64Array.from(weights) }, 3);
      chances = (x) => { const odds = [1, ...[0, 1].map((c) => Math.exp(dot(x, [...beta.slice(c * (p + 1), (c + 1) * (p + 1))])))]; return odds.map((odd) => odd / odds.reduce((a, b) => a + b, 0)); };
    }
    for (const i of gapsOf(target)) {
      let left = random();
      const shares = chances(X[i]);
      const chosen = shares.findIndex((share) => (left -= share) < 0);
      filled[at][i] = chosen < 0 ? target.categories - 1 : chosen;
    }
  }
  return filled;
}

describe("chained equations, draw by draw as by the plain estimators", () => {
  it.each<[string, Incomplete[]]>([
    ["a number, by predictive means", [number, whole]], ["a binary variable", [whole, binary]], ["an ordered one with a level nobody has", [ordered, whole, same]], ["a nominal one", [whole, nominal]],
    ["all of them, those with fewest gaps first", [nominal, ordered, whole, binary, number]],
  ])("%s", (_, variables) => {
    const [seed, cycles] = [3, 2];
    const found = imputeChained(variables, { imputations: 3, seed, cycles });
    expect(found.map((one) => one.map((values) => [...values]))).toEqual([0, 1, 2].map((m) => slowly(variables, m, seed, cycles)));
  });

  it("goes through all variables five times where nothing else is said", () => {
    expect(imputeChained([number, binary], { imputations: 2, seed: 9 })).toEqual(imputeChained([number, binary], { imputations: 2, seed: 9, cycles: 5 }));
    expect(imputeChained([number, binary], { imputations: 2, seed: 9 })).not.toEqual(imputeChained([number, binary], { imputations: 2, seed: 9, cycles: 4 }));
  });

  it("takes predictors that say the same twice, and an answer that a draw of people did not have", () => {
    const twice = { ...whole, name: "twice", values: whole.values.map((value) => 2 * value - 1) };
    const filled = imputeChained([whole, twice, number, binary, nominal], { imputations: 2, seed: 2, cycles: 1 });
    for (const one of filled) for (const values of one) expect([...values].some(Number.isNaN)).toBe(false);
    // One of 40 has level 1: some draws do not have him, and then nobody is given it but by the added rows.
    const rare = { ...ordered, values: Float64Array.from(all, (i) => (i % 5 === 2 ? NaN : i === 0 ? 1 : 3 * Number(u[i] > 0.5))) };
    expect(imputeChained([whole, rare], { imputations: 6, seed: 4, cycles: 1 }).map((one) => [...one[1]])).toEqual([0, 1, 2, 3, 4, 5].map((m) => slowly([whole, rare], m, 4, 1)[1]));
  });
});
