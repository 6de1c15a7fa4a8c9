import { noted } from "../../faults/noted";
import type { Matrix } from "../matrix";
import { pack } from "../matrix";
import { norm } from "../numeric/orthogonal";
import { standardise } from "../standardise";

/** A column that was left out of the design, and why. */
export interface DroppedColumn {
  readonly term: string;
  readonly why: string;
}

/** A pivot below this share makes a column suspect; a part of its own below that convicts it. */
const [SUSPECT, DEPENDENT] = [1e-9, 1e-8];

/**
 * Columns of interactions that are combinations of the columns before them, as an empty cell of their table makes
 * them: R estimates the rest and prints NA for these. Other columns stay, to be refused where they depend on each other.
 *
 * @param mayGo for each column whether it belongs to an interaction with a factor; such columns are looked at last
 */
export function emptyColumns(X: Matrix, names: readonly string[], mayGo: readonly boolean[]): DroppedColumn[] {
  if (X.length === 0 || !mayGo.includes(true)) return [];
  const nowhere = names.flatMap((term, c) => (mayGo[c] && X.every((row) => row[c] === 0) ? [{ term, why: nobodyHas(term.split(":")) }] : []));
  const gone = new Set(nowhere.map(({ term }) => term));
  const order = [...names.keys()].filter((c) => !gone.has(names[c])).sort((a, b) => Number(mayGo[a]) - Number(mayGo[b]));
  const Z = standardise(pack(X, order), order.indexOf(0));
  const dependent = combinations(Z.values, Z.rows, Z.columns, order.map((c) => mayGo[c]));
  return [...nowhere, ...dependent.map((at) => ({ term: names[order[at]], why: noted`in these rows it is a combination of the other columns, as where a cell of the interaction is empty` }))];
}

/** Column by column a Cholesky factor of the cross products; a suspect is convicted by what is left of the column itself. */
function combinations(values: Float64Array, n: number, k: number, mayGo: readonly boolean[]): number[] {
  const column = (j: number): Float64Array => Float64Array.from({ length: n }, (_, i) => values[i * k + j]);
  const kept: { column: Float64Array; row: number[] }[] = [];
  const found: number[] = [];
  for (let j = 0; j < k; j++) {
    const own = column(j);
    const row: number[] = [];
    kept.forEach(({ column: other, row: earlier }, c) => {
      let product = 0;
      for (let i = 0; i < n; i++) product += own[i] * other[i];
      for (let b = 0; b < c; b++) product -= row[b] * earlier[b];
      row.push(product / earlier[c]);
    });
    const squares = norm(own) ** 2;
    const pivot = squares - row.reduce((sum, value) => sum + value * value, 0);
    if (!(pivot > SUSPECT * squares)) {
      if (!mayGo[j]) return found; // the fit says what is wrong
      if (norm(residual(own, kept, row)) <= DEPENDENT * Math.sqrt(squares)) {
        found.push(j);
        continue;
      }
    }
    kept.push({ column: own, row: [...row, Math.sqrt(Math.max(pivot, Number.MIN_VALUE))] });
  }
  return found;
}

/** What is left of a column without its combination of the kept ones. */
function residual(own: Float64Array, kept: readonly { column: Float64Array; row: number[] }[], onFactor: readonly number[]): Float64Array {
  const coefficients = [...onFactor];
  for (let c = kept.length - 1; c >= 0; c--) {
    for (let later = c + 1; later < kept.length; later++) coefficients[c] -= kept[later].row[c] * coefficients[later];
    coefficients[c] /= kept[c].row[c];
  }
  const left = own.slice();
  kept.forEach(({ column }, c) => { for (let i = 0; i < left.length; i++) left[i] -= coefficients[c] * column[i]; });
  return left;
}

const nobodyHas = (parts: readonly string[]): string => noted`no row has ${parts.slice(0, -1).join(", ")} and ${parts.at(-1)!}`;
