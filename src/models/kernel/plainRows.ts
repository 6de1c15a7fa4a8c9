import { logit as logitLink } from "../links/logit";
import { BLOCK, NUMBER, type RowKernel } from "./rowKernel";

/** The row sums in plain TypeScript: where there is no WebAssembly SIMD, and what the fast kernel is tested against. */
export function plainRows(bytes: number): RowKernel {
  const cells = new Float64Array(Math.ceil(bytes / NUMBER));
  const out = new Float64Array(3);
  const place = (address: number): number => address / NUMBER;
  /** Calls `use` with each cell of a block's column j, in order. */
  const eachOf = (x: number, j: number, rows: number, use: (cell: number, i: number) => void): void => {
    for (let i = 0, at = place(x) + j * BLOCK; i < rows; i++, at++) use(at, i);
  };
  return {
    cells,
    predict(x, k, rows, beta, start, eta) {
      for (let i = 0; i < rows; i++) cells[place(eta) + i] = cells[place(start) + i];
      for (let j = 0; j < k; j++) eachOf(x, j, rows, (at, i) => (cells[place(eta) + i] += cells[place(beta) + j] * cells[at]));
    },
    logit(rows, eta, sign, weight, slope, bend) {
      let logLik = 0;
      for (let i = 0; i < rows; i++) {
        logitLink.binary(cells[place(sign) + i] > 0 ? 1 : 0, cells[place(eta) + i], out);
        logLik += cells[place(weight) + i] * out[0];
        cells[place(slope) + i] = out[1];
        cells[place(bend) + i] = out[2];
      }
      return logLik;
    },
    pulls(rows, eta, sign, weight, slope, bend) {
      this.logit(rows, eta, sign, weight, slope, bend);
      this.weigh(rows, weight, slope, slope);
      this.weigh(rows, weight, bend, bend);
    },
    keepsSlopes(rows, slope, bend, weight, moved) {
      for (let i = 0; i < rows; i++) {
        const [was, by] = [cells[place(slope) + i], cells[place(moved) + i]];
        const near = Math.abs(by) < 0.5 && was !== 0; // a logit's second derivative is no larger than its first
        if (cells[place(weight) + i] > 0 && !near && !((was + cells[place(bend) + i] * by) * was > 0.5 * was * was)) return 0;
      }
      return 1;
    },
    weigh(rows, weight, from, to) {
      for (let i = 0; i < rows; i++) cells[place(to) + i] = cells[place(weight) + i] * cells[place(from) + i];
    },
    addColumnSums(x, k, rows, g, sums) {
      for (let j = 0; j < k; j++) eachOf(x, j, rows, (at, i) => (cells[place(sums) + j] += cells[place(g) + i] * cells[at]));
    },
    addCrossProducts(x, k, rows, h, products, _scratch) {
      for (let a = 0; a < k; a++) {
        for (let b = 0; b <= a; b++) {
          let sum = 0;
          eachOf(x, a, rows, (at, i) => (sum += cells[place(h) + i] * cells[at] * cells[at + (b - a) * BLOCK]));
          cells[place(products) + a * k + b] += sum;
        }
      }
    },
    addRoughProducts(x, k, rows, h, products, _scratch) {
      const singles = new Float32Array(cells.buffer);
      const first = x / Float32Array.BYTES_PER_ELEMENT;
      for (let a = 0; a < k; a++) {
        for (let b = 0; b <= a; b++) {
          for (let i = 0; i < rows; i++) cells[place(products) + a * k + b] += cells[place(h) + i] * singles[first + a * BLOCK + i] * singles[first + b * BLOCK + i];
        }
      }
    },
    toSingles(x, k, to) {
      new Float32Array(cells.buffer, to, k * BLOCK).set(cells.subarray(place(x), place(x) + k * BLOCK));
    },
    columnsOf(from, k, rows, x) {
      for (let j = 0; j < k; j++) eachOf(x, j, rows, (at, i) => (cells[at] = cells[place(from) + i * k + j]));
    },
    addMoments(x, k, rows, shift, sums, squares) {
      for (let j = 0; j < k; j++) {
        eachOf(x, j, rows, (at) => {
          const d = cells[at] - cells[place(shift) + j];
          cells[place(sums) + j] += d;
          cells[place(squares) + j] += d * d;
        });
      }
    },
    centreAndScale(x, k, rows, centre, factor) {
      for (let j = 0; j < k; j++) eachOf(x, j, rows, (at) => (cells[at] = (cells[at] - cells[place(centre) + j]) * cells[place(factor) + j]));
    },
  };
}
