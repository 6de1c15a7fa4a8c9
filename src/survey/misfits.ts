import { BadInput, type Place } from "../badInput";
import { joined, type Said, said, type Text, word } from "../faults/said";
import { grouped } from "../grouped";

/** Something in the files that the codebook does not know: a column that is not there, or an answer, with how often. */
export interface Misfit {
  readonly place: Place;
  readonly column: string;
  /** The answer; absent where the column itself is missing. */
  readonly value?: string;
  count: number;
  readonly error: BadInput;
}

/** All misfits of one reading, so that a reader hears of all at once. */
export class Misfits {
  private readonly all = new Map<string, Misfit>();

  get list(): readonly Misfit[] {
    return [...this.all.values()];
  }

  /** Does a piece of work, and keeps its refusal for later, as that of so many cells. */
  collect<T>(work: () => T, column: string, value?: string, cells = 1): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      const key = JSON.stringify([error.place.file, column, value]);
      const known = this.all.get(key);
      if (known) known.count += cells;
      else this.all.set(key, { place: error.place, column, ...(value === undefined ? {} : { value }), count: cells, error });
      return undefined;
    }
  }

  /**
   * @param remedy  of several, where they are not in files that `sojourn map` reads
   * @throws {BadInput} one misfit as its own refusal, several in one list
   */
  refuseAny(remedy?: string): void {
    const { list } = this;
    if (list.length === 0) return;
    if (list.length === 1) throw list[0].error;
    const [{ place }] = list;
    const files = new Set(list.map((misfit) => misfit.place.file));
    throw new BadInput(
      files.size === 1 ? { file: place.file } : { file: `${files.size} files` },
      said`${list.length} columns and answers do not fit the codebook:\n${summary(list)}\nThe first: ${firstOf(list[0])}`,
      undefined,
      remedy ?? said`sojourn map ${[...files].map((file) => JSON.stringify(file)).join(" ")} --out mapping.json lists all, with proposals. Nothing was written.`,
    );
  }
}

/** A sentence part that is said in the reader's language too. */
const part = (text: Text): Said => (typeof text === "string" ? word(text) : text);

function firstOf({ column: name, error: { place: { row, column = name }, texts: { found, expected } } }: Misfit): Said {
  const where = row === undefined ? said`column ${column}` : said`row ${row}, column ${column}`;
  return expected === undefined ? said`${where}: ${part(found)}` : said`${where}: ${part(found)} (expected ${part(expected)})`;
}

const MOST_COLUMNS = 8;
const MOST_VALUES = 4;

function summary(list: readonly Misfit[]): Said {
  const columns = grouped(list, ({ column }) => column);
  const told = [...columns].slice(0, MOST_COLUMNS).map(([column, misfits]) => {
    const values = misfits.filter(({ value }) => value !== undefined);
    if (values.length === 0) return said`${column} (missing)`;
    const shown = values.slice(0, MOST_VALUES).map(({ value, count }) => `${JSON.stringify(value!.slice(0, 24))} ×${count}`).join(", ");
    return values.length > MOST_VALUES ? said`${column} ${shown} and ${values.length - MOST_VALUES} more` : said`${column} ${shown}`;
  });
  return joined(columns.size > MOST_COLUMNS ? [...told, said`and ${columns.size - MOST_COLUMNS} columns more`] : told, "; ");
}
