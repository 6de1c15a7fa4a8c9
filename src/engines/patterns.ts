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
  readonly codes: number[];
}

/**
 * Counts equal rows together in the source, and gives one row for each combination of values, with how often it occurs.
 * Their order is by value, column by column, whatever engine counted them: sums over them have the same digits.
 *
 * @returns undefined where there are more combinations than `most`
 * @throws {BadInput} a whole number that a double does not hold; what the engine refuses
 */
export async function readPatterns(engine: Engine, asked: readonly AskedColumn[], { decimal, most = MOST_PATTERNS }: { readonly decimal?: Decimal | undefined; readonly most?: number } = {}): Promise<Table | undefined> {
  const coded = asked.map((): Coded => ({ places: new Map(), texts: [], codes: [] }));
  const counts: number[] = [];
  for await (const batch of engine.query(patternsSql(asked, engine, most + 1))) {
    asked.forEach((column, j) => {
      const { places, texts, codes } = coded[j];
      for (const value of batch[j]) {
        let code = places.get(value);
        if (code === undefined) {
          places.set(value, (code = texts.length));
          texts.push(textOf(value, column, engine.name));
        }
        codes.push(code);
      }
    });
    for (const count of batch[asked.length]) counts.push(Number(count));
    if (counts.length > most) return undefined;
  }
  const order = sorted(coded, counts.length);
  return {
    file: engine.name, columns: asked.map(({ name }) => name), decimal, lines: order.map((_, i) => i + 1),
    rows: order.map((i) => coded.map(({ texts, codes }) => texts[codes[i]])), counts: order.map((i) => counts[i]),
  };
}

/** A value as a cell; nothing where there is none. */
function textOf(value: Raw, { name: column, kind, as }: AskedColumn, file: string): string {
  if (value === null || value === undefined) return "";
  if (kind === "integer" && as === "number" && !Number.isSafeInteger(Number(value))) {
    throw new BadInput({ file, column }, said`${String(value)} is a whole number beyond 2^53, which a double does not hold`, "smaller numbers", said`Make it smaller in --sql, or give it as --factor ${column}, if it is a label.`);
  }
  return typeof value === "number" && Number.isNaN(value) ? "" : String(value);
}

/** Places of the patterns in the order of their values: numbers by size, texts by character. */
function sorted(coded: readonly Coded[], n: number): number[] {
  const ranks = coded.map(({ texts }) => {
    const numbers = texts.map(Number);
    const inOrder = [...texts.keys()].sort((a, b) => numbers[a] - numbers[b] || (texts[a] < texts[b] ? -1 : texts[a] > texts[b] ? 1 : 0));
    const numeric = numbers.every((number) => !Number.isNaN(number));
    if (!numeric) inOrder.sort((a, b) => (texts[a] < texts[b] ? -1 : texts[a] > texts[b] ? 1 : 0));
    const rank = new Int32Array(texts.length);
    inOrder.forEach((place, r) => (rank[place] = r));
    return rank;
  });
  return Array.from({ length: n }, (_, i) => i).sort((a, b) => {
    for (const [j, { codes }] of coded.entries()) {
      const difference = ranks[j][codes[a]] - ranks[j][codes[b]];
      if (difference !== 0) return difference;
    }
    return 0;
  });
}
