import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { Decimal } from "../io/number";
import type { Table } from "../models/data/table";
import type { AskedColumn } from "./columnsAsked";
import type { Engine, Raw } from "./engine";
import { patternsSql } from "./patternsSql";

/** Beyond so many patterns a fit in memory is slow and large. */
export const MOST_PATTERNS = 2_000_000;

/** The values of a column that occur, and for each pattern which. */
interface Coded {
  readonly places: Map<Raw, number>;
  readonly texts: string[];
  codes: Int32Array;
}

/**
 * Counts equal rows together in the source, and gives one row for each combination of values, with how often it occurs.
 * Their order is by value, column by column, whatever engine counted them: sums over them have the same digits.
 *
 * @returns undefined where there are more combinations than `most`
 * @throws {BadInput} a whole number that a double does not hold; what the engine refuses
 */
export async function readPatterns(engine: Engine, asked: readonly AskedColumn[], { decimal, most = MOST_PATTERNS }: { readonly decimal?: Decimal | undefined; readonly most?: number } = {}): Promise<Table | undefined> {
  const coded = asked.map((): Coded => ({ places: new Map(), texts: [], codes: new Int32Array(FIRST) }));
  const counts: number[] = [];
  for await (const batch of engine.query(patternsSql(asked, engine, most + 1))) {
    asked.forEach((column, j) => {
      const { places, texts } = coded[j];
      const codes = (coded[j].codes = roomy(coded[j].codes, counts.length + batch[j].length));
      let at = counts.length;
      for (const value of batch[j]) {
        let code = places.get(value);
        if (code === undefined) {
          places.set(value, (code = texts.length));
          texts.push(textOf(value, column, engine.name));
        }
        codes[at++] = code;
      }
    });
    for (const count of batch[asked.length]) counts.push(Number(count));
    if (counts.length > most) return undefined;
  }
  const order = sorted(coded, counts.length);
  const inOrder = <T>(of: (i: number, place: number) => T): T[] => Array.from(order, of);
  return {
    file: engine.name, columns: asked.map(({ name }) => name), decimal, lines: inOrder((_, place) => place + 1),
    rows: inOrder((i) => coded.map(({ texts, codes }) => texts[codes[i]])), counts: inOrder((i) => counts[i]),
  };
}

/** Room for so many patterns before it must be made larger. */
const FIRST = 4096;

/** The same codes with room for n. */
function roomy(codes: Int32Array, n: number): Int32Array {
  if (codes.length >= n) return codes;
  const larger = new Int32Array(2 * n);
  larger.set(codes);
  return larger;
}

/** A value as a cell; nothing where there is none. */
function textOf(value: Raw, { name: column, kind, as }: AskedColumn, file: string): string {
  if (value === null || value === undefined) return "";
  const whole = kind === "integer" || (kind === "decimal" && /^-?\d+(\.0*)?$/.test(String(value)));
  if (whole && as === "number" && !Number.isSafeInteger(Number(value))) {
    throw new BadInput({ file, column }, said`${String(value)} is a whole number beyond 2^53, which a double does not hold`, "smaller numbers", said`Make it smaller in --sql, or give it as --factor ${column}, if it is a label.`);
  }
  return typeof value === "number" && Number.isNaN(value) ? "" : String(value);
}

/** Places of the patterns in the order of their values, the first column before the others: numbers by size, texts by character. */
function sorted(coded: readonly Coded[], n: number): Int32Array {
  let order = Int32Array.from({ length: n }, (_, i) => i);
  // From the last column to the first, each keeping the order of those after it where its own values are equal.
  for (const { texts, codes } of [...coded].reverse()) {
    const ranks = ranksOf(texts);
    const starts = new Int32Array(texts.length + 1);
    for (let i = 0; i < n; i++) starts[ranks[codes[i]] + 1]++;
    for (let r = 0; r < texts.length; r++) starts[r + 1] += starts[r];
    const next = new Int32Array(n);
    for (const i of order) next[starts[ranks[codes[i]]]++] = i;
    order = next;
  }
  return order;
}

function ranksOf(texts: readonly string[]): Int32Array {
  const numbers = texts.map(Number);
  const byText = (a: number, b: number): number => (texts[a] < texts[b] ? -1 : texts[a] > texts[b] ? 1 : 0);
  const numeric = !numbers.some(Number.isNaN);
  const rank = new Int32Array(texts.length);
  [...texts.keys()].sort((a, b) => (numeric ? numbers[a] - numbers[b] : 0) || byText(a, b)).forEach((place, r) => (rank[place] = r));
  return rank;
}
