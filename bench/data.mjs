// @ts-check
// The bench's data: a constant, ages, dummies and normals, ten slopes of ordinary size; the same on every machine.
import { writeFileSync } from "node:fs";

const SLOPES = [0.2, 0.03, 0.5, -0.4, 0.3, 0.6, -0.2, 0.1, 0.25, 0.4, -0.3];

/** Writes n, k, X row by row and y (0 and 1, or levels 0 … cuts.length) as doubles. */
export function writeData(file, n, cuts = [0], seed = 12345) {
  const random = uniform(seed);
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const dummy = (share) => Number(random() < share);
  const k = SLOPES.length;
  const numbers = new Float64Array(2 + n * k + n);
  numbers.set([n, k]);
  for (let i = 0; i < n; i++) {
    const row = [1, Math.floor(random() * 40) - 15, dummy(0.3), dummy(0.5), normal(), normal(), dummy(0.4), normal(), dummy(0.2), normal(), normal()];
    numbers.set(row, 2 + i * k);
    const u = random();
    const latent = row.reduce((sum, x, j) => sum + x * SLOPES[j], 0) + Math.log(u / (1 - u));
    numbers[2 + n * k + i] = cuts.filter((cut) => latent > cut).length;
  }
  writeFileSync(file, numbers);
  return { n, k, bytes: n * k * 8 };
}

/** A linear congruential generator (Numerical Recipes): good enough for data to be timed on. */
function uniform(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}
