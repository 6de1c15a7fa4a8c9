import { createHash } from "node:crypto";
import { shortDigest } from "./shortDigest";

/**
 * The numbers of all universes, each column and each set of rows once, in memory that worker threads share.
 * A row is a person of any universe; NaN is no value.
 */
export interface Arena {
  readonly people: number;
  readonly columns: Float64Array[];
  /** Which people, in their order. */
  readonly rows: Int32Array[];
}

/** Gathers columns and sets of rows, and tells those apart that differ. */
export class ArenaBuilder implements Arena {
  readonly columns: Float64Array[] = [];
  readonly rows: Int32Array[] = [];
  /** By column: the first one that is the same but for origin and unit, which have one likelihood in a model. */
  readonly alike: number[] = [];
  /** By column: of its people and their values, whoever else is in the arena. */
  readonly contents: string[] = [];
  /** The same of what two columns have in common that differ in origin and unit only. */
  readonly likeContents: string[] = [];
  /** By set of rows. */
  readonly digests: string[] = [];
  private readonly columnAt = new Map<string, number>();
  private readonly alikeAt = new Map<string, number>();
  private readonly rowsAt = new Map<string, number>();
  private readonly place: ReadonlyMap<string, number>;
  /** Places in the order of ids. */
  private readonly sorted: readonly number[];

  constructor(private readonly ids: readonly string[]) {
    this.place = new Map(ids.map((id, i) => [id, i]));
    this.sorted = ids.map((_, i) => i).sort((a, b) => (ids[a] < ids[b] ? -1 : 1));
  }

  get people(): number {
    return this.ids.length;
  }

  placeOf(id: string): number {
    return this.place.get(id)!;
  }

  column(values: Float64Array): number {
    return this.once(this.columnAt, digest(values), () => {
      const at = this.columns.push(shared(values)) - 1;
      const unitless = withoutUnit(values);
      this.alike[at] = this.once(this.alikeAt, digest(unitless), () => at);
      this.contents[at] = this.contentOf(values);
      this.likeContents[at] = this.contentOf(unitless);
      return at;
    });
  }

  /** Numbers are told as they lie in memory: as text they would take longer than a fit. */
  private contentOf(values: Float64Array): string {
    const told = this.sorted.filter((i) => values[i] === values[i]);
    const numbers = Float64Array.from(told, (i) => values[i] + 0); // −0 is 0
    return shortDigest(8, told.map((i) => this.ids[i]).join("\n"), new Uint8Array(numbers.buffer));
  }

  rowSet(rows: Int32Array): number {
    return this.once(this.rowsAt, digest(rows), () => {
      this.digests.push(shortDigest(8, Array.from(rows, (i) => this.ids[i]).join("\n")));
      const memory = new Int32Array(new SharedArrayBuffer(rows.byteLength));
      memory.set(rows);
      return this.rows.push(memory) - 1;
    });
  }

  private once(known: Map<string, number>, key: string, make: () => number): number {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make();
    known.set(key, made);
    return made;
  }
}

const digest = (values: Float64Array | Int32Array): string => createHash("sha1").update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)).digest("base64");

function shared(values: Float64Array): Float64Array {
  const memory = new Float64Array(new SharedArrayBuffer(values.byteLength));
  memory.set(values);
  return memory;
}

/** Decimals to which two columns agree that differ by rounding only. */
const DECIMALS = 1e9;

/** From 0 to 1, turned so that the first value off the middle is below it: the same for every a + b·column, b ≠ 0. */
function withoutUnit(values: Float64Array): Float64Array {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) if (value === value) [least, most] = [Math.min(least, value), Math.max(most, value)];
  const width = most - least || 1;
  const scaled = values.map((value) => Math.round(((value - least) / width) * DECIMALS) / DECIMALS);
  const first = scaled.find((value) => value === value && Math.abs(value - 0.5) > 1 / DECIMALS);
  return first !== undefined && first > 0.5 ? scaled.map((value) => Math.round((1 - value) * DECIMALS) / DECIMALS) : scaled;
}
